"""A table in the making: rows that are read, and stretches that the last table has already."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from regional_news.table.chunks import END, LONG, SHORT, Lines, Stretch
from regional_news.table.schema import SCHEMA, BriefTable, RowProblem


class TableBuilder:
    """Makes the table of a file's rows; what the ``last`` table has of them is taken from there."""

    def __init__(self, lines: Lines, last: BriefTable | None) -> None:
        self._lines = lines
        self._last = last
        self._known = {each.opening: each for each in last.stretches} if last is not None else {}
        self._before = len(last.pool) if last is not None else 0
        self._columns = _Columns()
        self._rows = [np.empty(0, dtype=np.int64)]
        self._amount = 0
        self._problems: list[RowProblem] = []
        self._stretches: list[Stretch] = []

    def rows(self, reader: Any) -> Iterator[tuple[int, list[str]]]:
        """Yield each row that must be read and is not blank: its first line's number, its cells.

        Where a quotation mark is never closed, all that follows is one cell of the last row.
        """
        self._begin()
        is_whole = True
        while True:
            while self._known and (stretch := self._lines.known_here(self._known)):
                self._end(is_whole=True)
                self._take(stretch)
                self._begin()
            line = self._lines.number + 1
            try:
                cells = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                self.note(RowProblem(line, f"cannot be read, nor what follows it ({error})"))
                is_whole = False
                break
            if cells and cells[-1].endswith(END):
                cells[-1] = cells[-1].removesuffix(END)
                if cells[-1]:
                    is_whole = False
                    self.note(RowProblem(line, "has a quotation mark that is never closed"))
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield line, stripped
            if self._columns.amount - self._fresh == LONG and is_whole:
                self._end(is_whole=True)
                self._begin()
        self._end(is_whole=is_whole)

    def add(self, row: Mapping[str, str]) -> None:
        """Add a row with every column of the schema."""
        self._columns.add(row)

    def note(self, problem: RowProblem) -> None:
        """Add what is wrong with a row."""
        self._problems.append(problem)

    def table(self, read_by: Any) -> BriefTable:
        """Return all rows as a table."""
        pool = self._columns.frame()
        if self._last is not None:
            pool = pd.concat([self._last.pool, pool], ignore_index=True)
        return BriefTable(
            pool,
            np.concatenate(self._rows),
            tuple(self._problems),
            tuple(self._stretches),
            self._before,
            read_by,
        )

    def _begin(self) -> None:
        """Let a stretch of rows begin that have to be read."""
        self._lines.mark()
        self._line = self._lines.number
        self._fresh, self._noted = self._columns.amount, len(self._problems)

    def _end(self, *, is_whole: bool) -> None:
        """Give the rows since the beginning their numbers; remember a stretch that is worth it."""
        fresh = range(self._fresh, self._columns.amount)
        if is_whole and len(fresh) >= SHORT:
            notes = [_moved(each, -self._line) for each in self._problems[self._noted :]]
            rows = range(self._amount, self._amount + len(fresh))
            stretch = self._lines.stretch(rows, notes)
            self._stretches += [stretch] if stretch else []
        self._rows.append(np.arange(fresh.start, fresh.stop) + self._before)
        self._amount += len(fresh)

    def _take(self, known: Stretch) -> None:
        """Take the rows of a stretch from the last table."""
        assert self._last is not None  # noqa: S101  what is known is known from there
        rows = self._last.rows[known.start : known.stop]
        self._problems += [_moved(each, self._lines.number) for each in known.notes]
        stop = self._amount + len(rows)
        self._stretches.append(replace(known, start=self._amount, stop=stop))
        self._rows.append(rows)
        self._amount = stop
        self._lines.pass_over(known)


class _Columns:
    """Rows on their way into a table, packed every so often: text in Arrow takes little room."""

    _STRETCH = 10_000

    def __init__(self) -> None:
        self.amount = 0
        self._rows: list[Mapping[str, str]] = []
        self._packed: dict[str, list[pa.Array]] = {column: [] for column in SCHEMA}

    def add(self, row: Mapping[str, str]) -> None:
        """Add a row with every column of the schema."""
        self.amount += 1
        self._rows.append(row)
        if len(self._rows) == self._STRETCH:
            self._pack()

    def frame(self) -> pd.DataFrame:
        """Return the rows as a DataFrame with ``SCHEMA``."""
        self._pack()
        columns = {name: pa.chunked_array(packed) for name, packed in self._packed.items()}
        frame: pd.DataFrame = pa.table(columns).to_pandas().astype(SCHEMA)
        return frame

    def _pack(self) -> None:
        for column, packed in self._packed.items():
            packed.append(pa.array([row[column] for row in self._rows], pa.large_string()))
        self._rows.clear()


def _moved(problem: RowProblem, lines: int) -> RowProblem:
    return replace(problem, line=problem.line + lines)
