"""What one reader's session holds: the address, the way between pages, who is signed in."""
