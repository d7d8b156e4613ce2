"""Where councils are: their names, their points, and how prose speaks of them."""
