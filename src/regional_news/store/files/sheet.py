"""CSV text whose rows know where they stand, so that one can change and the others stay."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from regional_news.errors import StoreError
from regional_news.store.files.journal import Edit


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank: its span in the text without the line ending, and its cells."""

    start: int
    end: int
    cells: tuple[str, ...]


class Sheet:
    """The rows of a CSV file's text, which has ``columns`` and maybe others, in any order.

    An empty text is a file that has yet to begin. Raises StoreError where the text cannot be
    read or lacks a column.
    """

    def __init__(self, text: str, columns: Sequence[str]) -> None:
        self._text = text
        rows = _rows(text)
        self._header = [cell.strip("\ufeff ") for cell in rows[0].cells] if rows else []
        self._columns = self._header or list(columns)
        if missing := [column for column in columns if column not in self._columns]:
            raise StoreError(f"The file lacks the column {', '.join(missing)}; add it, then save.")
        self._newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
        self.rows = rows[1:]

    def values(self, row: Row) -> dict[str, str]:
        """Return the row's cells by column."""
        return dict(zip(self._columns, row.cells, strict=False))

    def added(self, rows: Iterable[Mapping[str, str]], what: str) -> Edit:
        """Return the edit that adds rows at the end."""
        open_line = bool(self._text) and not self._text.endswith(("\n", "\r"))
        cells = [[row.get(column, "") for column in self._columns] for row in rows]
        lines = cells if self._header else [self._columns, *cells]
        after = (self._newline if open_line else "") + self._lines(lines)
        edit = Edit(len(self._text), "", after, what)
        read_back = [list(row.cells) for row in _rows(edit.applied(self._text))[-len(lines) :]]
        if read_back != lines:
            raise StoreError("The file ends inside an open quotation mark; close it, then save.")
        return edit

    def rewritten(self, row: Row, values: Mapping[str, str], what: str) -> Edit:
        """Return the edit that gives some of a row's cells other values."""
        cells = list(row.cells) + [""] * (len(self._columns) - len(row.cells))
        for column, value in values.items():
            cells[self._columns.index(column)] = value
        before = self._text[row.start : row.end]
        after = self._lines([cells]).removesuffix(self._newline)
        return Edit(row.start, before, after, what)

    def _lines(self, rows: Iterable[Sequence[str]]) -> str:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator=self._newline).writerows(rows)
        return text.getvalue()


def _rows(text: str) -> tuple[Row, ...]:
    lines = io.StringIO(text, newline="")
    rows, start = [], 0
    try:
        for cells in csv.reader(lines):
            end = lines.tell()
            if any(cell.strip() for cell in cells):
                written = text[start:end].rstrip("\r\n")
                rows.append(Row(start, start + len(written), tuple(cells)))
            start = end
    except csv.Error as error:
        raise StoreError(f"The file cannot be read ({error}); mend it, then save.") from error
    return tuple(rows)
