"""The briefs as a table: one declared schema between the file that people mend and the index.

The file holds what a person reads: region names, councils' official names joined by "; ". The
table holds what the code needs: ids. Whatever cannot be turned into an id stays in the table as
it was written and is reported as a problem with its line number; no row is ever dropped.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from regional_news.errors import DataError
from regional_news.gazetteer.names import Names
from regional_news.gazetteer.regions import Regions
from regional_news.model import Ambiguous, PartialDate, Resolved, Unknown, brief_id
from regional_news.themes import Themes

FILE_COLUMNS = (
    "id",
    "issue",
    "published",
    "region",
    "headline",
    "summary",
    "councils",
    "also_mentions",
    "themes",
    "source_title",
    "source_url",
)
"""The columns of regional_news.csv, in order."""

SCHEMA = dict.fromkeys((*FILE_COLUMNS, "doubts"), "str")
"""The columns of the table and their dtypes.

``region`` holds a region's id ("" where the file's is unknown); ``councils``, ``also_mentions``
and ``themes`` hold ids joined by a space; ``published`` is ``YYYY[-MM[-DD]]`` or "";
``doubts`` holds what is not settled, as written, joined by "; ".
"""

_BLANK = dict.fromkeys(SCHEMA, "")

_END = "\x1aend of file"
"""Put after the last line: a cell that swallows it was never closed."""

_NEEDED = ("issue", "published", "region", "headline", "summary", "councils", "themes")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that could not be read in full: where it stands, what is wrong, what it says.

    Where a council's name is in doubt, ``name`` holds it as written and ``candidates`` the ids of
    the councils that it could mean.
    """

    line: int
    reason: str
    brief_id: str = ""
    name: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefTable:
    """The briefs as a DataFrame with ``SCHEMA`` and a row each, and what is wrong with some."""

    frame: pd.DataFrame
    problems: tuple[RowProblem, ...] = ()

    def __len__(self) -> int:
        return len(self.frame)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a name in the file stands for: settled ids, or possible ones and the doubt in words."""

    name: str
    settled: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    doubt: str = ""


class _Columns:
    """Rows on their way into a table, packed every so often: text in Arrow takes little room."""

    _STRETCH = 10_000

    def __init__(self) -> None:
        self._rows: list[Mapping[str, str]] = []
        self._packed: dict[str, list[pa.Array]] = {column: [] for column in SCHEMA}

    def add(self, row: Mapping[str, str]) -> None:
        """Add a row with every column of the schema."""
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


class BriefReader:
    """Turns rows of the file into rows of the table by means of the gazetteer and the themes."""

    def __init__(self, names: Names, regions: Regions, themes: Themes) -> None:
        self._names = names
        self._regions = regions
        self._themes = themes
        # A file repeats few spellings many times.
        self._region = cache(regions.recognise)
        self._date = cache(_published)
        self._sorted = cache(self._sort_themes)
        self._named = cache(_split)
        self._place = cache(self._resolve)
        self._settled = {each.id: _Place(each.id, settled=(each.id,)) for each in names.gazetteer}

    def read(self, path: Path) -> BriefTable:
        """Return the briefs in the CSV file at ``path``.

        Raises DataError where there is no such file, where it is not UTF-8 or where its header
        lacks a column; a row that is not right is a RowProblem, never an exception.
        """
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                return self._parse(file, path.name)
        except FileNotFoundError:
            raise DataError(f"{path.name} is missing; put it back into the data folder.") from None
        except UnicodeDecodeError:
            raise DataError(f"{path.name} is not UTF-8; save it as “CSV UTF-8”.") from None
        except OSError as error:
            raise DataError(f"{path.name} cannot be opened ({error.strerror}).") from error

    def parse(self, text: str, file_name: str = "the file") -> BriefTable:
        """Return the briefs in CSV text; see ``read``."""
        return self._parse(io.StringIO(text, newline=""), file_name)

    def _parse(self, lines: Iterable[str], file_name: str) -> BriefTable:
        reader = csv.reader(chain(lines, [_END]))
        try:
            header = [cell.strip() for cell in next(reader, [])]
        except csv.Error as error:
            raise DataError(
                f"{file_name} cannot be read ({error}); mend its first line."
            ) from error
        missing = [column for column in _NEEDED if column not in header]
        if missing:
            raise DataError(f"{file_name} lacks the column {', '.join(missing)}; add it.")
        columns = _Columns()
        problems: list[RowProblem] = []
        for line, cells in _numbered(reader, problems):
            row = {**_BLANK, **dict(zip(header, map(str.strip, cells), strict=False))}
            doubtful: list[_Place] = []
            reasons = _shape_problems(header, cells, row) + self._settle(row, doubtful)
            problems.extend(RowProblem(line, reason, row["id"]) for reason in reasons)
            problems.extend(
                RowProblem(line, place.doubt, row["id"], place.name, place.possible)
                for place in doubtful
            )
            columns.add(row)
        return BriefTable(columns.frame(), tuple(problems))

    def _settle(self, row: dict[str, str], doubtful: list[_Place]) -> list[str]:
        """Turn what ``row`` says into ids, in place; return what could not be turned.

        Names that are in doubt are added to ``doubtful``.
        """
        reasons = []
        region = self._region(row["region"])
        if region is None:
            reasons.append(f"“{row['region']}” is not a region of the magazine")
        row["region"] = region.id if region else ""
        published = self._date(row["published"])
        if published is None:
            reasons.append(f"“{row['published']}” is not a date like 2023, 2023-04 or 2023-04-25")
            row["published"] = ""
        about = self._places(row["councils"], row["region"], published)
        named = self._places(row["also_mentions"], row["region"], published)
        row["councils"] = _ids(place.settled for place in about)
        row["also_mentions"] = _ids(place.settled + place.possible for place in named)
        doubtful += [place for place in (*about, *named) if place.doubt]
        row["doubts"] = "; ".join(place.doubt for place in doubtful)
        row["themes"], unknown = self._sorted(row["themes"])
        if not row["id"] and row["summary"]:
            row["id"] = brief_id(row["issue"], row["region"], row["summary"])
        return reasons + [f"“{theme}” is not a theme in themes.toml" for theme in unknown]

    def _sort_themes(self, cell: str) -> tuple[str, list[str]]:
        """Return the ids of the themes in a cell, joined, and what in it is none."""
        themes = _split(cell)
        unknown = [theme for theme in themes if theme not in self._themes]
        return " ".join(theme for theme in themes if theme not in unknown), unknown

    def _places(self, cell: str, region: str, published: PartialDate | None) -> list[_Place]:
        names = self._named(cell) if cell else ()
        return [
            self._settled.get(name) or self._place(name, region or None, published)
            for name in names
        ]

    def _resolve(self, name: str, region: str | None, published: PartialDate | None) -> _Place:
        match self._names.resolve(name, region=region, on=published):
            case Resolved(council):
                return _Place(name, settled=(council.id,))
            case Ambiguous(candidates):
                either = " or ".join(each.name for each in candidates)
                ids = tuple(each.id for each in candidates)
                return _Place(name, possible=ids, doubt=f"“{name}” could be {either}")
            case Unknown(reason):
                return _Place(name, doubt=f"“{name}” is not placed: {reason}")


def _numbered(reader: Any, problems: list[RowProblem]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the number of its first line.

    Where a quotation mark is never closed, all that follows is one cell of the last row.
    """
    line = reader.line_num + 1
    try:
        for cells in reader:
            if cells and cells[-1].endswith(_END):
                cells[-1] = cells[-1].removesuffix(_END)
                if cells[-1]:
                    problems.append(RowProblem(line, "has a quotation mark that is never closed"))
            if any(map(str.strip, cells)):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(RowProblem(line, f"cannot be read, nor what follows it ({error})"))


def _shape_problems(header: list[str], cells: list[str], row: dict[str, str]) -> list[str]:
    reasons = [f"has no {column}" for column in ("headline", "summary") if not row[column]]
    if len(cells) != len(header):
        reasons.append(f"has {len(cells)} cells where the header has {len(header)}")
    return reasons


def _published(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _ids(groups: Iterable[tuple[str, ...]]) -> str:
    return " ".join(dict.fromkeys(each for group in groups for each in group))
