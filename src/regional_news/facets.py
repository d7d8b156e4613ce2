"""A column of ids, several to a cell: which rows have one of some, and how many rows have each.

Cells repeat, so a row keeps only the number of its cell among the different ones. A filter then
looks up one truth value for each row, and a count is a histogram of cells, spread to their ids.
"""

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
Order = npt.NDArray[np.int64]
"""Row numbers, each once; what they are in order of is said where they come from."""


class Column:
    """One column of ids, known by their places in ``ids``; other ids in a cell do not count.

    ``codes`` holds the number of each row's cell among the ``cells`` different ones.
    """

    def __init__(
        self, cells: "pd.Series[str]", ids: Sequence[str], *, separator: str | None = " "
    ) -> None:
        codes, different = pd.factorize(cells)
        self.ids = tuple(ids)
        self._place = {value: place for place, value in enumerate(self.ids)}
        pairs = [
            (code, self._place[value])
            for code, cell in enumerate(different)
            for value in (dict.fromkeys(cell.split(separator)) if separator else (cell,))
            if value in self._place
        ]
        self.codes = codes.astype(np.min_scalar_type(len(different)))
        self.cells = len(different)
        self._cell_of, self._id_of = np.array(pairs, dtype=np.int64).reshape(-1, 2).T

    @cached_property
    def present(self) -> frozenset[str]:
        """The ids that stand in some row."""
        return frozenset(self.ids[place] for place in self._id_of.tolist())

    @cached_property
    def totals(self) -> Counts:
        """How many rows have each id."""
        return self.spread(np.bincount(self.codes, minlength=self.cells))

    def has_any(self, wanted: Collection[str]) -> Mask:
        """Return for each row whether it has one of the wanted ids."""
        places = [self._place[value] for value in wanted if value in self._place]
        hit = np.zeros(self.cells, dtype=bool)
        hit[self._cell_of[np.isin(self._id_of, places)]] = True
        return hit.take(self.codes)

    def count(self, rows: Order) -> Counts:
        """Return how many of the rows have each id."""
        return self.spread(np.bincount(self.codes.take(rows), minlength=self.cells))

    def cross(self, other: "Column", rows: Order) -> Counts:
        """Return how many of the rows have each id (down) together with each of ``other``."""
        pairs = self.codes.take(rows).astype(np.int64) * other.cells + other.codes.take(rows)
        table = np.bincount(pairs, minlength=self.cells * other.cells)
        down = self.spread(table.reshape(self.cells, other.cells))
        return other.spread(down.T).T

    def spread(self, by_cell: Counts) -> Counts:
        """Return counts by id for counts by cell: each cell counts for all its ids."""
        by_id = np.zeros((len(self.ids), *by_cell.shape[1:]), dtype=np.int64)
        np.add.at(by_id, self._id_of, by_cell[self._cell_of])
        return by_id
