"""Rows of the file that people mend become rows of the table: names become ids."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from regional_news.errors import DataError
from regional_news.model import Ambiguous, PartialDate, Resolved, Unknown, brief_id
from regional_news.reference import Reference
from regional_news.table.builder import TableBuilder
from regional_news.table.chunks import Lines, lines_in
from regional_news.table.schema import NO_COUNCIL, SCHEMA, BriefTable, RowProblem

_BLANK = dict.fromkeys(SCHEMA, "")
_NEEDED = ("issue", "published", "region", "headline", "summary", "councils", "themes")

_SPELLINGS = 1 << 16
"""How many spellings are kept with what they mean; a file repeats few of them many times."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What a name in the file stands for: settled ids, or possible ones and the doubt in words."""

    name: str
    settled: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    doubt: str = ""


class TableReader:
    """Turns rows of the file into rows of the table by means of the gazetteer and the themes."""

    def __init__(self, reference: Reference) -> None:
        self._names = reference.resolver
        self._themes = reference.themes
        regions, names = reference.regions, reference.resolver
        self._region = cache(regions.recognise)
        self._date = lru_cache(_SPELLINGS)(_published)
        self._sorted = lru_cache(_SPELLINGS)(self._sort_themes)
        self._named = lru_cache(_SPELLINGS)(_split)
        self._place = lru_cache(_SPELLINGS)(self._resolve)
        self._settled = {each.id: _Place(each.id, settled=(each.id,)) for each in names.gazetteer}

    def read(self, path: Path, last: BriefTable | None = None) -> BriefTable:
        """Return the briefs in the CSV file at ``path``.

        What this reader has read into the ``last`` table, and what stands there still, is not read
        again. Raises DataError where there is no such file, where it is not UTF-8 or where its
        header lacks a column; a row that is not right is a RowProblem, never an exception.
        """
        try:
            with path.open("rb") as file:
                return self._read(Lines(file), path.name, last)
        except FileNotFoundError:
            raise DataError(f"{path.name} is missing; put it back into the data folder.") from None
        except UnicodeDecodeError:
            raise DataError(f"{path.name} is not UTF-8; save it as “CSV UTF-8”.") from None
        except OSError as error:
            raise DataError(f"{path.name} cannot be opened ({error.strerror}).") from error

    def parse(self, text: str, file_name: str = "the file") -> BriefTable:
        """Return the briefs in CSV text; see ``read``."""
        return self._read(lines_in(text), file_name, None)

    def _read(self, lines: Lines, file_name: str, last: BriefTable | None) -> BriefTable:
        reader = csv.reader(lines)
        header = _header(reader, file_name)
        read_by = (self, tuple(header))
        making = TableBuilder(lines, last if last and last.read_by == read_by else None)
        for line, cells in making.rows(reader):
            row = {**_BLANK, **dict(zip(header, cells, strict=False))}
            doubtful: list[_Place] = []
            reasons = _shape_problems(header, cells, row) + self._settle(row, doubtful)
            making.add(row)
            for reason in reasons:
                making.note(RowProblem(line, reason, row["id"]))
            for place in doubtful:
                making.note(RowProblem(line, place.doubt, row["id"], place.name, place.possible))
        return making.table(read_by)

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
        row["councils"] = _ids([place.settled for place in about])
        row["also_mentions"] = _ids([place.settled + place.possible for place in named])
        doubtful += [place for place in (*about, *named) if place.doubt]
        row["doubts"] = "; ".join([place.doubt for place in doubtful])
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
        if name == NO_COUNCIL:
            return _Place(name)
        match self._names.resolve(name, region=region, on=published):
            case Resolved(council):
                return _Place(name, settled=(council.id,))
            case Ambiguous(candidates):
                either = " or ".join(each.name for each in candidates)
                ids = tuple(each.id for each in candidates)
                return _Place(name, possible=ids, doubt=f"“{name}” could be {either}")
            case Unknown(reason):
                return _Place(name, doubt=f"“{name}” is not placed: {reason}")


def _header(reader: Any, file_name: str) -> list[str]:
    """Return the columns of a file; or raise DataError where some that are needed are missing."""
    try:
        header = [cell.strip() for cell in next(reader, [])]
    except csv.Error as error:
        raise DataError(f"{file_name} cannot be read ({error}); mend its first line.") from error
    missing = [column for column in _NEEDED if column not in header]
    if missing:
        raise DataError(f"{file_name} lacks the column {', '.join(missing)}; add it.")
    return header


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


def _ids(groups: Sequence[tuple[str, ...]]) -> str:
    if len(groups) == 1:
        return " ".join(groups[0])
    return " ".join(dict.fromkeys([each for group in groups for each in group]))
