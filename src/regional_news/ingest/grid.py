"""A spreadsheet's cells as rows of text: CSV with any separator and encoding, XLSX, XLS, ODS."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime

import ftfy
from python_calamine import CalamineError, CalamineWorkbook

from regional_news.errors import UnreadablePage

Grid = tuple[tuple[str, ...], ...]
"""Rows of cells, all of the same length; the first row is the header."""

FORMATS = ("csv", "tsv", "xlsx", "xls", "ods")
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SEPARATORS = ",;\t|"
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_MOST_ROWS = 5_000


def is_spreadsheet(file_name: str) -> bool:
    """Return whether a file is a spreadsheet by the ending of its name."""
    return file_name.rpartition(".")[2].lower() in FORMATS


def read_grid(data: bytes) -> Grid:
    """Return the cells of a spreadsheet file; raises UnreadablePage with what is wrong with it.

    Of a workbook it is the first sheet that holds anything.
    """
    rows = _book(data) if data.startswith(_BOOKS) else cells_in(decoded(data))
    return _squared(rows)


def pasted_grid(text: str) -> Grid:
    """Return the cells that were pasted from a spreadsheet, empty where it is another text.

    Programs give cells that are copied as lines with tabs between the cells.
    """
    first, _, rest = text.strip("\n").partition("\n")
    if "\t" not in first or "\t" not in rest:
        return ()
    return _squared(_rows(text, "\t"))


def decoded(data: bytes) -> str:
    """Return a text file's text, whatever a spreadsheet saved it as; nothing is broken after."""
    encoding = next((name for mark, name in _BOMS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return ftfy.fix_encoding(text)


def cells_in(text: str) -> list[list[str]]:
    """Return the rows of a text, parted by whichever separator makes most of the header."""
    text = text.removeprefix("sep=;\n").removeprefix("sep=,\n")
    read = (_rows(text, separator) for separator in _SEPARATORS)
    return max(read, key=lambda rows: len(rows[0]) if rows else 0)


def _rows(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return []


def _book(data: bytes) -> list[list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python()
            if rows:
                return [[_text(cell) for cell in row] for row in rows]
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadablePage(
            "This spreadsheet cannot be read; save it again, or save it as “CSV UTF-8”."
        ) from error
    return []


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
    """Return the rows that are not blank, each as long as the longest."""
    kept = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if len(kept) <= 1:
        raise UnreadablePage("This spreadsheet has no rows below its header.")
    if len(kept) > _MOST_ROWS:
        raise UnreadablePage(f"This spreadsheet has more than {_MOST_ROWS:,} rows; divide it.")
    width = max(map(len, kept))
    return tuple((*row, *[""] * (width - len(row))) for row in kept)
