"""The two stores at a million briefs, a group of its own since it takes as long as the rest."""

from collections.abc import Iterator

import stores
from clock import Row


def rows() -> Iterator[Row]:
    """Measure both stores, each task once."""
    yield from stores.rows((stores.MANY,))
