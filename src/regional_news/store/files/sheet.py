"""CSV text whose rows know where they stand, so that one can change and the others stay."""

import csv
import io
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regional_news.errors import StoreError
from regional_news.store.files.edit import Edit


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
        self._last = 0
        header = next(_rows(text), None)
        self._top = header.start if header else -1
        self._header = [cell.strip("\ufeff ") for cell in header.cells] if header else []
        self._columns, self._asked = self._header or list(columns), list(columns)
        if missing := [column for column in columns if column not in self._columns]:
            raise StoreError(f"The file lacks the column {', '.join(missing)}; add it, then save.")
        self._newline = "\r\n" if text[: text.find("\n") + 1].endswith("\r\n") else "\n"

    @property
    def own_columns(self) -> tuple[str, ...]:
        """The file's columns in their order where they are not those that were asked for."""
        return () if self._columns == self._asked else tuple(self._columns)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows below the header."""
        return tuple(_rows(self._text))[1:]

    def rows_with(self, column: str, wanted: Container[str]) -> list[Row]:
        """Return the rows below the header that have one of the wanted values in a column.

        Whoever knows what rows there are knows where the last begins: ``added`` is quick then.
        """
        place, found = self._columns.index(column), []
        for start, end, cells in spans(self._text):
            value = cells[place].strip() if len(cells) > place else ""
            if (
                value in wanted
                and start > self._top
                and (row := _row(self._text, start, end, cells))
            ):
                found.append(row)
            self._last = start
        return found

    def values(self, row: Row) -> dict[str, str]:
        """Return the row's cells by column."""
        return dict(zip(self._columns, row.cells, strict=False))

    def added(self, rows: Iterable[Mapping[str, str]], what: str) -> Edit:
        """Return the edit that adds rows at the end."""
        open_line = bool(self._text) and not self._text.endswith(("\n", "\r"))
        cells = [[row.get(column, "") for column in self._columns] for row in rows]
        lines = cells if self._header else [self._columns, *cells]
        after = (self._newline if open_line else "") + self._lines(lines)
        edit = Edit(len(self._text), "", after, what, self.own_columns)
        read_back = [list(row.cells) for row in _rows(self._text[self._last :] + after)]
        if read_back[-len(lines) :] != lines:
            raise StoreError("The file ends inside an open quotation mark; close it, then save.")
        return edit

    def rewritten(self, row: Row, values: Mapping[str, str], what: str) -> Edit:
        """Return the edit that gives some of a row's cells other values."""
        cells = list(row.cells) + [""] * (len(self._columns) - len(row.cells))
        for column, value in values.items():
            cells[self._columns.index(column)] = value
        before = self._text[row.start : row.end]
        after = self._lines([cells]).removesuffix(self._newline)
        return Edit(row.start, before, after, what, self.own_columns)

    def removed(self, row: Row, what: str) -> Edit:
        """Return the edit that takes a row out, its line ending too."""
        before = self._text[row.start : _next_line(self._text, row.end)]
        return Edit(row.start, before, "", what, self.own_columns)

    def span_of(self, lines: str) -> tuple[int, int] | None:
        """Return where rows stand that were written as ``lines``, None where they do not.

        What began with the end of the line before it ends with that only where nothing follows.
        """
        body = lines.lstrip("\r\n")
        ahead = lines[: len(lines) - len(body)]
        for row in self.rows:
            end = row.start + len(body)
            is_whole = body.endswith(("\r", "\n")) or self._text[end : end + 1] in "\r\n"
            if self._text.startswith(body, row.start) and is_whole:
                is_last = end == len(self._text) and self._text.endswith(ahead + body)
                return row.start - len(ahead) * is_last, end
        return None

    def put_back(self, lines: str, at: int, what: str) -> Edit:
        """Return the edit that puts rows back which stood at ``at``, on lines of their own."""
        body = lines.lstrip("\r\n")
        if not self._text.endswith(("\r", "\n"), 0, at):
            at = _next_line(self._text, at)
        if not self._text.endswith(("\r", "\n"), 0, at):
            body = self._newline + body
        if self._text[at:] and not body.endswith(("\r", "\n")):
            body += self._newline
        return Edit(at, "", body, what, self.own_columns)

    def lines_of(self, rows: Iterable[Mapping[str, str]]) -> str:
        """Return rows as the file writes them."""
        return self._lines([row.get(column, "") for column in self._columns] for row in rows)

    def _lines(self, rows: Iterable[Sequence[str]]) -> str:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator=self._newline).writerows(rows)
        return text.getvalue()


def _next_line(text: str, end: int) -> int:
    """Return where the line begins that follows one which ends at ``end``."""
    return end + (2 if text.startswith("\r\n", end) else min(1, len(text) - end))


def _rows(text: str) -> Iterator[Row]:
    """Yield the rows of a text that are not blank."""
    return filter(None, (_row(text, *span) for span in spans(text)))


def _row(text: str, start: int, end: int, cells: Sequence[str]) -> Row | None:
    """Return a row without its line ending; None where it is blank."""
    if not any(map(str.strip, cells)):
        return None
    return Row(start, start + len(text[start:end].rstrip("\r\n")), tuple(cells))


def spans(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield where each row begins and ends, and its cells; or raise StoreError."""
    lines = io.StringIO(text, newline="")
    start = 0
    try:
        for cells in csv.reader(lines):
            end = lines.tell()
            yield start, end, cells
            start = end
    except csv.Error as error:
        raise StoreError(f"The file cannot be read ({error}); mend it, then save.") from error
