"""A CSV file as columns of cells, stripped of the space around them; no row is lost.

Arrow reads a file that has its shape, several times as fast as row by row. What Arrow does not
take, as a row that a spreadsheet left shorter, is read row by row. Either way the cells are the
same; line numbers are worked out only where something is wrong.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from regional_news.errors import DataError
from regional_news.table.repeated import TEXT

Lines = npt.NDArray[np.int64]

_BOM = b"\xef\xbb\xbf"
_END = "\x1aend of file"
"""Stands after the last line: a cell that swallows it was never closed."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SPACE = "".join(filter(str.isspace, map(chr, range(0x3001))))
"""What ``str.strip`` takes away; there is none beyond."""


@dataclass(frozen=True)
class Cells:
    """The rows of a file that are not blank, as columns.

    ``columns`` holds an array of text for each name in the header; of two columns with one name the
    last counts. ``rows`` has for each row its number among the ``total`` below the header, of which
    some may have blank cells only. ``faults`` maps a row's place among ``rows`` to what is wrong
    with its shape, in words.
    """

    columns: Mapping[str, pa.Array]
    rows: Lines
    total: int
    faults: Mapping[int, Sequence[str]]
    text: bytes

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def lines(self) -> Lines:
        """The number of the first line of each row; the header is line 1."""
        endings = self.text.count(b"\n")
        amount = endings + (not self.text.endswith(b"\n"))
        if self.text.count(b"\r") == self.text.count(b"\r\n") and amount == 1 + self.total:
            return self.rows + 2  # a row each
        below_header = islice((line for line, _ in _rows(self.text)), 1, None)
        return np.fromiter(below_header, dtype=np.int64).take(self.rows)


def read_cells(text: bytes, file_name: str, needed: Sequence[str]) -> Cells:
    """Return the cells of a file's bytes.

    Raises UnicodeDecodeError where it is not UTF-8, DataError where its header lacks a column that
    is ``needed``.
    """
    text = text.removeprefix(_BOM)
    header = _header(text, file_name, needed)
    table = _by_columns(text, len(header))
    return _by_rows(text, header) if table is None else _cells(header, table, text)


def cells_of(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> Cells:
    """Return rows, none of them blank, as cells in a line each; what a row lacks is empty."""
    told = list(rows)
    arrays = {name: pa.array([row.get(name, "").strip() for row in told], TEXT) for name in columns}
    as_lines = b"\n" * (1 + len(told))
    return Cells(arrays, np.arange(len(told)), len(told), {}, as_lines)


def _header(text: bytes, file_name: str, needed: Sequence[str]) -> list[str]:
    """Return the names of the columns."""
    lines = io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline="")
    header = [cell.strip() for cell in next(csv.reader(lines), [])]
    if missing := [column for column in needed if column not in header]:
        raise DataError(f"{file_name} lacks the column {', '.join(missing)}; add it.")
    return header


def _by_columns(text: bytes, width: int) -> pa.Table | None:
    """Return the rows below the header; None where Arrow cannot read all of them."""
    names = [f"f{place}" for place in range(width)]
    ending = b"" if text.endswith((b"\n", b"\r")) else b"\n"
    closed = text + ending + (_END + "," * (width - 1) + "\n").encode()
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(closed),
            arrow_csv.ReadOptions(column_names=names),
            arrow_csv.ParseOptions(newlines_in_values=True),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, TEXT)),
        )
    except pa.ArrowInvalid:
        return None
    is_whole = table.column(0)[-1].as_py() == _END
    return table.slice(1, len(table) - 2) if is_whole else None


def _cells(header: Sequence[str], table: pa.Table, text: bytes) -> Cells:
    every = [_stripped(column) for column in table.columns]
    is_told = np.zeros(len(table), dtype=bool)
    for column in every:
        if not is_told.all():
            is_told |= pc.not_equal(column, "").to_numpy(zero_copy_only=False)
    rows = np.flatnonzero(is_told)
    if len(rows) < len(table):
        every = [column.take(pa.array(rows)) for column in every]
    return Cells(dict(zip(header, every, strict=True)), rows, len(table), {}, text)


def _stripped(column: "pa.ChunkedArray") -> pa.Array:
    whole = column.combine_chunks()
    whole = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
    return pc.utf8_trim(whole, characters=_SPACE)


def _by_rows(text: bytes, header: Sequence[str]) -> Cells:
    """Return the cells of a file that lost its shape, and what is wrong with it."""
    cells: list[list[str]] = [[] for _ in header]
    rows: list[int] = []
    faults: dict[int, list[str]] = {}
    total = 0
    for _, row in islice(_rows(text), 1, None):
        if row == [_END]:
            break
        total += 1
        wrong = []
        if row[-1].endswith(_END):
            row[-1] = row[-1].removesuffix(_END)
            wrong.append("has a quotation mark that is never closed")
        stripped = [cell.strip() for cell in row]
        if not any(stripped):
            continue
        if len(row) > len(header):  # spreadsheets leave out empty cells at the end
            wrong.append(f"has {len(row)} cells where the header has {len(header)}")
        if wrong:
            faults[len(rows)] = wrong
        rows.append(total - 1)
        for column, cell in zip(cells, [*stripped, *[""] * len(header)], strict=False):
            column.append(cell)
    columns = {name: pa.array(column, TEXT) for name, column in zip(header, cells, strict=True)}
    return Cells(columns, np.array(rows, dtype=np.int64), total, faults, text)


def _rows(text: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that has cells, the header first: its first line's number, and its cells.

    The last is the mark of the end, unless a cell that was never closed swallowed it.
    """
    reader: Any = csv.reader(chain(_lines(text), [_END]))
    line = 1
    for row in reader:
        if row:
            yield line, row
        line = reader.line_num + 1


def _lines(text: bytes) -> Iterator[str]:
    """Yield the lines of a text with their endings, as they end on any system."""
    for piece in io.BytesIO(text):
        line = piece.decode()
        one = line.count("\r") <= line.endswith("\r\n")
        yield from (line,) if one else _LINE.findall(line)
