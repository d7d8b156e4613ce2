"""Rows of the file that people mend become rows of the table: names become ids.

A file repeats itself, so that each different cell of a column is understood once and its meaning
put wherever it stands. Only where several councils share a name are rows looked at one by one: the
region and the date of a brief may decide between them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from regional_news.errors import DataError
from regional_news.model import Ambiguous, PartialDate, Resolved, Unknown, brief_id
from regional_news.reference import Reference
from regional_news.table.cells import Cells, cells_of, read_cells
from regional_news.table.repeated import TEXT, Repeated
from regional_news.table.schema import FILE_COLUMNS, NO_COUNCIL, SCHEMA, BriefTable, RowProblem
from regional_news.table.shape import UTF_16, shaped
from regional_news.text import listed

_NEEDED = ("issue", "published", "region", "headline", "summary", "councils", "themes")

_REMEMBERED = 1 << 16
"""How many names in their circumstances are kept with what they mean."""

_Columns = dict[str, pa.Array]


@dataclass(frozen=True, slots=True)
class _Place:
    """What a name in the file stands for: settled ids, or possible ones and the doubt in words."""

    name: str
    settled: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    doubt: str = ""


_Places = tuple[_Place, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    """Something that a row says and nobody understands; ``place`` is a name that is in doubt."""

    row: int
    reason: str
    place: _Place = _Place("")


class TableReader:
    """Turns the file's cells into the table by means of the gazetteer and the themes."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._resolved = lru_cache(_REMEMBERED)(self._resolve)
        self._by_id = {each.id: _Place(each.id, settled=(each.id,)) for each in reference.gazetteer}
        self._by_id[NO_COUNCIL] = _Place(NO_COUNCIL)

    def read(self, path: Path) -> BriefTable:
        """Return the briefs in the CSV file at ``path``.

        Raises DataError where there is no such file, where it is in UTF-16 or where its header
        lacks a column; a row that is not right is a RowProblem, never an exception.
        """
        try:
            return self.parse(path.read_bytes(), path.name)
        except FileNotFoundError:
            raise DataError(f"{path.name} is missing; put it back into the data folder.") from None
        except OSError as error:
            raise DataError(f"{path.name} cannot be opened ({error.strerror}).") from error

    def parse(self, text: bytes, file_name: str = "the file") -> BriefTable:
        """Return the briefs in the bytes of a CSV file; see ``read``."""
        if text.startswith(UTF_16):
            raise DataError(f"{file_name} is in UTF-16; save it as “CSV UTF-8”.")
        return self._table(read_cells(shaped(text)[0], file_name, _NEEDED))

    def meant(self, rows: Iterable[Mapping[str, str]]) -> pd.DataFrame:
        """Return what some rows mean, one for one; none of them is blank."""
        return self._table(cells_of(rows, FILE_COLUMNS)).frame

    def _table(self, cells: Cells) -> BriefTable:
        blank = pa.repeat(pa.scalar("", TEXT), len(cells))
        told = {column: cells.columns.get(column, blank) for column in SCHEMA}
        notes = [_Note(row, each) for row, faults in cells.faults.items() for each in faults]
        notes += _empty(told)
        notes += self._understand_regions(told)
        notes += _understand_dates(told)
        notes += self._understand_themes(told)
        notes += self._understand_councils(told)
        told["id"] = _ids(told)
        frame: pd.DataFrame = pa.table(told).to_pandas().astype(SCHEMA)
        notes.sort(key=lambda note: note.row)  # stable: what a row tells stays in order
        return BriefTable(frame, tuple(_problems(notes, cells, told["id"])))

    def _understand_regions(self, told: _Columns) -> Iterator[_Note]:
        """Turn regions into ids, in place."""
        cells = Repeated[str].of(told["region"])
        found = [self._reference.regions.recognise(cell) for cell in cells.different]
        told["region"] = cells.told(region.id if region else "" for region in found)
        for row in cells.rows_where(region is None for region in found):
            yield _Note(row, f"“{cells[row]}” is not a region of the magazine")

    def _understand_themes(self, told: _Columns) -> Iterator[_Note]:
        """Turn themes into ids joined by a space, in place."""
        cells, themes = Repeated[str].of(told["themes"]), self._reference.themes
        every = [listed(cell) for cell in cells.different]
        told["themes"] = cells.told(" ".join(filter(themes.__contains__, each)) for each in every)
        unknown = [[each for each in known if each not in themes] for known in every]
        for row in cells.rows_where(map(bool, unknown)):
            for theme in unknown[cells.codes[row]]:
                yield _Note(row, f"“{theme}” is not a theme in themes.toml")

    def _understand_councils(self, told: _Columns) -> Iterator[_Note]:
        """Turn names of councils into ids, in place, and write down what is in doubt."""
        about, named = self._places(told, "councils"), self._places(told, "also_mentions")
        told["councils"] = about.told(
            _joined(place.settled for place in places) for places in about.different
        )
        told["also_mentions"] = named.told(
            _joined(place.settled + place.possible for place in places)
            for places in named.different
        )
        both = (about, named)
        rows = {row for each in both for row in each.rows_where(map(_in_doubt, each.different))}
        doubts = {row: [*_doubts(about[row]), *_doubts(named[row])] for row in sorted(rows)}
        words = {row: "; ".join(place.doubt for place in places) for row, places in doubts.items()}
        is_in_doubt = np.zeros(len(told["id"]), dtype=bool)
        is_in_doubt[list(words)] = True
        told["doubts"] = pc.replace_with_mask(
            told["doubts"], pa.array(is_in_doubt), pa.array(words.values(), TEXT)
        )
        for row, places in doubts.items():
            yield from (_Note(row, place.doubt, place) for place in places)

    def _places(self, told: _Columns, column: str) -> Repeated[_Places]:
        """Return what the names in a column mean; regions and dates are understood already."""
        cells = Repeated[str].of(told[column])
        names = [listed(cell) for cell in cells.different]
        settled = [tuple(map(self._settled, each)) for each in names]
        open_rows = cells.rows_where(None in places for places in settled)
        where = told["region"].take(pa.array(open_rows, pa.int64())).to_pylist()
        when = told["published"].take(pa.array(open_rows, pa.int64())).to_pylist()
        meanings: list[_Places] = [tuple(filter(None, places)) for places in settled]
        codes = cells.codes.copy()
        for row, region, published in zip(open_rows, where, when, strict=True):
            codes[row] = len(meanings)
            meanings.append(
                tuple(
                    self._settled(name) or self._resolved(name, region, published)
                    for name in names[cells.codes[row]]
                )
            )
        return Repeated(meanings, codes)

    def _settled(self, name: str) -> _Place | None:
        """Return what a name stands for wherever it stands; None where that could matter."""
        if name in self._by_id:
            return self._by_id[name]
        meant = self._reference.resolver.settled(name)
        return _Place(name, settled=(meant.council.id,)) if meant else None

    def _resolve(self, name: str, region: str, published: str) -> _Place:
        day = PartialDate.parse(published) if published else None
        match self._reference.resolver.resolve(name, region=region or None, on=day):
            case Resolved(council):
                return _Place(name, settled=(council.id,))
            case Ambiguous(candidates):
                either = " or ".join(each.name for each in candidates)
                ids = tuple(each.id for each in candidates)
                return _Place(name, possible=ids, doubt=f"“{name}” could be {either}")
            case Unknown(reason):
                return _Place(name, doubt=f"“{name}” is not placed: {reason}")


def _empty(told: _Columns) -> Iterator[_Note]:
    for column in ("headline", "summary"):
        is_empty = pc.equal(told[column], "").to_numpy(zero_copy_only=False)
        for row in np.flatnonzero(is_empty).tolist():
            yield _Note(row, f"has no {column}")


def _understand_dates(told: _Columns) -> Iterator[_Note]:
    """Empty the cells that are no date, in place."""
    cells = Repeated[str].of(told["published"])
    is_date = [PartialDate.read(cell) is not None for cell in cells.different]
    told["published"] = cells.told(
        cell if fits else "" for cell, fits in zip(cells.different, is_date, strict=True)
    )
    for row in cells.rows_where(not fits for fits in is_date):
        yield _Note(row, f"“{cells[row]}” is not a date like 2023, 2023-04 or 2023-04-25")


def _ids(told: _Columns) -> pa.Array:
    """Return the ids of the briefs: a row without one is given that of its words."""
    lacks_one = pc.and_(pc.equal(told["id"], ""), pc.not_equal(told["summary"], ""))
    said = (told[each].filter(lacks_one).to_pylist() for each in ("issue", "region", "summary"))
    made = [brief_id(*words) for words in zip(*said, strict=True)]
    return pc.replace_with_mask(told["id"], lacks_one, pa.array(made, TEXT)) if made else told["id"]


def _problems(notes: Sequence[_Note], cells: Cells, ids: pa.Array) -> Iterator[RowProblem]:
    for note in notes:
        line, brief = int(cells.lines[note.row]), ids[note.row].as_py()
        yield RowProblem(line, note.reason, brief, note.place.name, note.place.possible)


def _in_doubt(places: _Places) -> bool:
    return any(place.doubt for place in places)


def _doubts(places: _Places) -> list[_Place]:
    return [place for place in places if place.doubt]


def _joined(groups: Iterable[tuple[str, ...]]) -> str:
    return " ".join(dict.fromkeys(each for group in groups for each in group))
