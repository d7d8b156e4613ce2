"""Long views, a page at a time: in feeds, and on pages that need no script."""

import math
from dataclasses import dataclass

from regional_news.table.schema import Order

PAGE = 500
"""How many briefs a page holds."""


def pages(rows: Order) -> int:
    """Return how many pages some rows fill: one at least."""
    return max(1, math.ceil(len(rows) / PAGE))


def on_page(rows: Order, page: int | None) -> Order:
    """Return the rows of one page, counted from 1; all of them where none is named."""
    return rows if page is None else rows[(page - 1) * PAGE : page * PAGE]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among those of a long list, the newest briefs on the first.

    ``query`` is what else its address asks for.
    """

    number: int
    last: int
    query: str

    @property
    def newer(self) -> str:
        """The address of the page before; empty where there is none."""
        return self._beside(self.number - 1)

    @property
    def older(self) -> str:
        """The address of the page behind it; empty where there is none."""
        return self._beside(self.number + 1)

    def _beside(self, number: int) -> str:
        query = "&".join(filter(None, (self.query, f"page={number}")))
        return f"?{query}" if 1 <= number <= self.last else ""
