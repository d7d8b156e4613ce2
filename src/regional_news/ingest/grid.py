"""A spreadsheet's cells as rows of text: CSV with any separator and encoding, XLSX, XLS, ODS."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import zip_longest

from python_calamine import CalamineError, CalamineWorkbook

from regional_news.errors import UnreadablePage
from regional_news.ingest.columns import is_prose, known_in
from regional_news.table.characters import right_characters

Grid = tuple[tuple[str, ...], ...]
"""Rows of cells, all of the same length, as they stand in the spreadsheet: blank ones, too."""

FORMATS = ("csv", "tsv", "xlsx", "xls", "ods")
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SEPARATORS = ",;\t|"
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_MOST_ROWS = 5_000
_TOP = 20
"""In how many rows, from the first on, the header is looked for."""
_LONGEST_NAME = 30
"""Characters of a region's name at most: what is longer in a cell is text."""
_SEPARATOR_LINE = re.compile(r"^sep=[,;|\t]\r?\n")
"""The line that tells Excel, and nobody else, how the cells are parted."""


def is_spreadsheet(file_name: str) -> bool:
    """Return whether a file is a spreadsheet by the ending of its name."""
    return file_name.rpartition(".")[2].lower() in FORMATS


def read_grid(data: bytes) -> Grid:
    """Return the cells of a spreadsheet file; raises UnreadablePage with what is wrong with it.

    Of a workbook it is the sheet whose header is known best, the first of them.
    """
    if data.startswith(_BOOKS):
        return _squared(max(_sheets(data), key=_known, default=[]))
    return _squared(cells_in(decoded(data)))


def pasted_grid(text: str) -> Grid:
    """Return the cells that were pasted from a spreadsheet, empty where it is another text.

    Programs give cells that are copied as lines with tabs between the cells.
    """
    rows = _rows(text, "\t")
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    cells, width = _cells_in_line(filled)
    is_grid = len(filled) > 1 and cells > width * len(filled) / 2
    return _squared(_unbroken(rows, width)) if is_grid or _known(rows) > 1 else ()


def _unbroken(rows: Iterable[list[str]], width: int) -> list[list[str]]:
    """Return rows of a ``width`` whole again that a cell of several lines broke, as Word gives it.

    Where a line goes on with the text that the one before it ends with, it goes on with its row;
    a line that has a text of its own after a headline is a row that lacks cells at its end.
    """
    whole: list[list[str]] = []
    for row in rows:
        before = whole[-1] if whole else []
        fits = row and 1 < len(before) <= width + 1 - len(row) and not is_prose(row[1:])
        if fits and _is_text(before[-1]) and (_is_text(row[0]) or row[0][:1].islower()):
            whole[-1] = [*before[:-1], f"{before[-1]} {row[0]}", *row[1:]]
        else:
            whole.append(row)
    return whole


def _is_text(cell: str) -> bool:
    return len(cell) > _LONGEST_NAME


def header_row(grid: Sequence[Sequence[str]]) -> int | None:
    """Return the place of the row with the columns' names, below titles and blank rows.

    It is the row with most names that are known; where there is none, the first that fills a third
    of the columns, or None where that one holds prose: then there are no names.
    """
    width = max(map(len, grid), default=0)
    rows = [(at, [cell for cell in row if cell.strip()]) for at, row in enumerate(grid[:_TOP])]
    wide = [(at, row) for at, row in rows if len(row) >= max(1, min(2, width), width // 3)]
    if not wide:
        return 0
    known, at = max((known_in(row), -at) for at, row in wide)
    if known:
        return -at
    at, row = wide[0]
    return None if is_prose(row) else at


def decoded(data: bytes) -> str:
    """Return a text file's text, whatever a spreadsheet saved it as."""
    encoding = next((name for mark, name in _BOMS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def cells_in(text: str) -> list[list[str]]:
    """Return the rows of a text, parted by whichever separator makes most of it.

    That is known names of columns first, then cells in rows of one length.
    """
    text = _SEPARATOR_LINE.sub("\n", text)
    read = [_rows(text, separator) for separator in _SEPARATORS]
    return max(read, key=lambda rows: (_known(rows), _cells_in_line(rows)[0]))


def _known(rows: Sequence[Sequence[str]]) -> int:
    """Return how many names of columns are known in the header."""
    at = header_row(rows)
    return 0 if at is None or not rows else known_in(rows[at])


def _cells_in_line(rows: Iterable[Sequence[str]]) -> tuple[int, int]:
    """Return how many cells stand in rows of the commonest length above one, and that length."""
    lengths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count * width, width) for width, count in lengths.items()), default=(0, 0))


def _rows(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return []


def _sheets(data: bytes) -> list[list[list[str]]]:
    """Return the rows of each sheet of a workbook that holds anything."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        return [
            [[]] * sheet.start[0] + [[_text(cell) for cell in row] for row in sheet.to_python()]
            for sheet in sheets
            if sheet.start
        ]
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadablePage(
            "This spreadsheet cannot be read; save it again, or save it as “CSV UTF-8”."
        ) from error


def _text(cell: object) -> str:
    """Return a cell as a person sees it: whole numbers without a point, days as ISO dates."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _squared(rows: Sequence[Sequence[str]]) -> Grid:
    """Return the rows to the last one that is not blank, without the columns that are blank."""
    kept = [[right_characters(cell.strip()) for cell in row] for row in rows]
    while kept and not any(kept[-1]):
        del kept[-1]
    header = header_row(kept)
    if not any(map(any, kept[0 if header is None else header + 1 :])):
        raise UnreadablePage("This spreadsheet has no rows below its header.")
    if len(kept) > _MOST_ROWS:
        raise UnreadablePage(f"This spreadsheet has more than {_MOST_ROWS:,} rows; divide it.")
    columns = [column for column in zip_longest(*kept, fillvalue="") if any(column)]
    return tuple(zip(*columns, strict=True))
