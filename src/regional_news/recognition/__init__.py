"""The steps by which the finder reads prose, from names seen to the roles of councils."""
