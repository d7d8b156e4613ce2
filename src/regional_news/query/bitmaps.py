"""Columns of ids, several to a cell: which rows have one of some, and how many rows have each.

Cells repeat, so a row keeps only the number of its cell among the different ones: a count is a
histogram of cells, spread to their ids. Where there are few ids, a bit for each row and id is
quicker still: what is left of an id is the bits that it shares with the selection.
"""

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from regional_news.table.schema import Order

Mask = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int32]
_WORD = 64
_FEW = 64
"""How many ids are few: their bits take as much memory as a number of eight bytes for each row."""

_SPARSE = 20
"""Of one row in so many, a histogram is quicker than bits; of one cell in so many, its rows are
quicker than a look at all rows."""


class Selection:
    """Some of so many rows, kept as bits; as truth values or numbers when these are asked for."""

    def __init__(self, bits: Bits, size: int) -> None:
        self.bits = bits
        self.size = size

    @classmethod
    def of(cls, mask: Mask) -> "Selection":
        """Return the selection with one truth value for each row."""
        padded = np.zeros(-(-len(mask) // _WORD) * _WORD // 8, dtype=np.uint8)
        padded[: -(-len(mask) // 8)] = np.packbits(mask)
        return cls(padded.view(np.uint64), len(mask))

    @classmethod
    def all_of(cls, selections: Sequence["Selection"]) -> "Selection":
        """Return the rows that are in all of the selections; there is one at least."""
        if len(selections) == 1:
            return selections[0]
        return cls(np.bitwise_and.reduce([each.bits for each in selections]), selections[0].size)

    @classmethod
    def any_of(cls, selections: Sequence["Selection"]) -> "Selection":
        """Return the rows that are in one of the selections at least; there is one at least."""
        if len(selections) == 1:
            return selections[0]
        return cls(np.bitwise_or.reduce([each.bits for each in selections]), selections[0].size)

    @cached_property
    def amount(self) -> int:
        """How many rows are selected."""
        return int(np.bitwise_count(self.bits).sum(dtype=np.int64))

    @cached_property
    def mask(self) -> Mask:
        """One truth value for each row."""
        return np.unpackbits(self.bits.view(np.uint8), count=self.size).view(np.bool_)

    @cached_property
    def rows(self) -> Order:
        """The numbers of the rows that are selected, from the first to the last."""
        return np.flatnonzero(self.mask)

    @cached_property
    def other_rows(self) -> Order:
        """The numbers of the rows that are not selected."""
        return np.flatnonzero(~self.mask)


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

    @cached_property
    def _rows_of(self) -> list[Rows]:
        """The rows of each cell."""
        by_cell = np.argsort(self.codes, kind="stable").astype(np.int32)
        ends = np.cumsum(np.bincount(self.codes, minlength=self.cells))
        return np.split(by_cell, ends[:-1])

    def with_any(self, wanted: Collection[str]) -> Selection:
        """Return the rows that have one of the wanted ids."""
        cells = self._cell_of[np.isin(self._id_of, self._places(wanted))]
        if _SPARSE * len(cells) < self.cells:
            mask = np.zeros(len(self.codes), dtype=bool)
            mask[self._rows_in(cells)] = True
            return Selection.of(mask)
        hit = np.zeros(self.cells, dtype=bool)
        hit[cells] = True
        return Selection.of(hit.take(self.codes))

    def count(self, selection: Selection) -> Counts:
        """Return how many of the selected rows have each id."""
        if 2 * selection.amount > selection.size:
            return self.totals - self._count(selection.other_rows)
        return self._count(selection.rows)

    def first(self, selection: Selection) -> Order:
        """Return for each id the first of the selected rows that has it; -1 where none has."""
        rows = selection.rows[::-1]
        none = selection.size
        by_cell = np.full(self.cells, none, dtype=np.int64)
        by_cell[self.codes.take(rows)] = rows  # of several the last one written, the first row
        by_id = np.full(len(self.ids), none, dtype=np.int64)
        np.minimum.at(by_id, self._id_of, by_cell[self._cell_of])
        return np.where(by_id == none, -1, by_id)

    def cross(self, other: "Column", selection: Selection) -> Counts:
        """Return how many rows have each id (down) together with each of ``other`` (across)."""
        codes, others = self.codes.take(selection.rows), other.codes.take(selection.rows)
        pairs = codes.astype(np.int64) * other.cells + others
        table = np.bincount(pairs, minlength=self.cells * other.cells)
        down = self.spread(table.reshape(self.cells, other.cells))
        return other.spread(down.T).T

    def spread(self, by_cell: Counts) -> Counts:
        """Return counts by id for counts by cell: each cell counts for all its ids."""
        by_id = np.zeros((len(self.ids), *by_cell.shape[1:]), dtype=np.int64)
        np.add.at(by_id, self._id_of, by_cell[self._cell_of])
        return by_id

    def _count(self, rows: Order) -> Counts:
        return self.spread(np.bincount(self.codes.take(rows), minlength=self.cells))

    def _rows_in(self, cells: Counts) -> Rows:
        nothing = np.empty(0, dtype=np.int32)
        return np.concatenate([nothing, *(self._rows_of[cell] for cell in cells.tolist())])

    def _places(self, wanted: Collection[str]) -> list[int]:
        return [self._place[value] for value in wanted if value in self._place]


class NarrowColumn(Column):
    """A column of few ids, each with a bit for every row that has it."""

    def __init__(
        self, cells: "pd.Series[str]", ids: Sequence[str], *, separator: str | None = " "
    ) -> None:
        super().__init__(cells, ids, separator=separator)
        nothing = np.zeros((0, -(-len(self.codes) // _WORD)), dtype=np.uint64)
        bits = [super(NarrowColumn, self).with_any([value]).bits[None] for value in self.ids]
        self._bits = np.concatenate([nothing, *bits])

    def with_any(self, wanted: Collection[str]) -> Selection:
        """Return the rows that have one of the wanted ids."""
        bits = np.bitwise_or.reduce(self._bits[self._places(wanted)], axis=0)
        return Selection(bits, len(self.codes))

    def count(self, selection: Selection) -> Counts:
        """Return how many of the selected rows have each id."""
        if _SPARSE * selection.amount < selection.size:
            return super().count(selection)
        counts: Counts = np.bitwise_count(self._bits & selection.bits).sum(axis=1, dtype=np.int64)
        return counts


def column_of(
    cells: "pd.Series[str]", ids: Sequence[str], *, separator: str | None = " "
) -> Column:
    """Return the kind of column that counts these ids the quickest."""
    kind = NarrowColumn if len(ids) <= _FEW else Column
    return kind(cells, ids, separator=separator)
