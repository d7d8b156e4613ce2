"""Answers kept while the data stays the same: the cache, its middleware, its validators."""
