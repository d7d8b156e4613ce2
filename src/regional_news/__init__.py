"""The map of what councils in the UK and Ireland are doing with technology."""
