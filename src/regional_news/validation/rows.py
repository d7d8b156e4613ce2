"""CSV files read row by row, however they were mistreated."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from regional_news.model import PartialDate
from regional_news.store.sheets import BRIEFS
from regional_news.table.shape import UTF_16
from regional_news.validation.finding import Finding, Severity

# What stands for a lost character, and what UTF-8 looks like when read as Windows-1252.
_BROKEN = re.compile("\ufffd|Ã[\u0080-\u00bf]|Â[\u0080-\u00bf]|â€")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by column, with the number of its first line."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, sentence: str) -> Finding:
        """Return that something in this row must be mended."""
        return Finding(self.file, self.line, sentence)

    def note(self, sentence: str) -> Finding:
        """Return something to know about this row."""
        return Finding(self.file, self.line, sentence, Severity.NOTE)


def read_rows(path: Path, columns: Collection[str], findings: list[Finding]) -> list[Row]:
    """Return the rows of a CSV file that can be told apart; report whatever is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        findings.append(Finding(path.name, 0, "The file is missing; put it back."))
    except UnicodeDecodeError:
        can_mend = path.name == BRIEFS and not path.read_bytes().startswith(UTF_16)
        way = ", or mend it on Review" if can_mend else ""
        findings.append(
            Finding(path.name, 0, f"The file is not UTF-8; save it as “CSV UTF-8”{way}.")
        )
    except OSError as error:
        findings.append(Finding(path.name, 0, f"The file cannot be opened ({error.strerror})."))
    else:
        return list(_rows(path.name, text, columns, findings))
    return []


def _rows(file: str, text: str, columns: Collection[str], findings: list[Finding]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = [cell.strip() for cell in next(reader, [])]
        missing = [column for column in columns if column not in header]
        if missing:
            findings.append(Finding(file, 1, f"The header lacks {', '.join(missing)}."))
            return
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * len(header)]
                row = Row(file, line, dict(zip(header, map(str.strip, padded), strict=False)))
                findings += _misshapen(row, header, cells)
                yield row
            line = reader.line_num + 1
    except csv.Error as error:
        findings.append(Finding(file, line, f"From here on nothing can be read: {error}."))


def _misshapen(row: Row, header: Sequence[str], cells: Sequence[str]) -> Iterator[Finding]:
    if len(cells) > len(header):  # spreadsheets leave out empty cells at the end
        yield row.error(f"The row has {len(cells)} cells where the header has {len(header)}.")
    for column, cell in row.cells.items():
        if broken := _BROKEN.search(cell):
            near = cell[max(0, broken.start() - 10) : broken.end() + 10]
            yield row.error(f"“{column}” holds a broken character near “{near}”.")


def date_in(row: Row, column: str) -> PartialDate | Finding | None:
    """Return the date in a cell, what is wrong with it, or None where the cell is empty."""
    try:
        return PartialDate.parse(row[column]) if row[column] else None
    except ValueError as error:
        return row.error(f"“{column}”: {error}.")
