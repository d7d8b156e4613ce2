"""One version of all the data, and the cache that swaps it for the next."""
