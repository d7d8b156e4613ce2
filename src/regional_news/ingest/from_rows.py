"""Rows of a spreadsheet → a report as on a page: what a row lacks is found in its text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.listed import names_listed
from regional_news.ingest import Doubt, Entry, IngestReport, Source, Stored
from regional_news.ingest.columns import columns_of, named_in
from regional_news.ingest.findings import drafted_headline, either, names_found, only_region
from regional_news.ingest.grid import Grid, header_row
from regional_news.ingest.sorting import Sorter, nearest
from regional_news.ingest.spreadsheet_dates import cell_date, date_order, unclear_date
from regional_news.model import (
    UNDATED,
    Ambiguous,
    Brief,
    Council,
    PartialDate,
    Resolved,
    Role,
    Unknown,
    brief_id,
)
from regional_news.recognition.annotator import Annotation, Annotator
from regional_news.reference import Reference
from regional_news.table.characters import right_characters
from regional_news.table.schema import NO_COUNCIL
from regional_news.text import fold, listed, unguarded, web_address

_COLUMN_OF = {"council_ids": "councils", "theme_ids": "themes"}
"""The fields of a brief by the names of columns that are not called like them."""
_ALWAYS = ("issue", "published", "region", "headline", "summary")
"""What every brief has: an empty cell says nothing of it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A spreadsheet's cells, and what each column holds, "" for nothing of a brief.

    ``told_order`` is a person's word on which figure comes first in its dates, "" without one.
    """

    grid: Grid
    columns: tuple[str, ...]
    told_order: str = ""

    @classmethod
    def of(cls, grid: Grid, reference: Reference) -> Self:
        """Return the cells with what their columns seem to hold."""
        sheet = cls(grid, ())
        named = partial(named_in, reference=reference)
        return cls(grid, columns_of(sheet.titles, sheet.below, named))

    @property
    def titles(self) -> Sequence[str]:
        """The names of the columns as they are written, all "" where there are none."""
        at = header_row(self.grid)
        return [""] * len(self.grid[0]) if at is None else self.grid[at]

    @property
    def below(self) -> Grid:
        """The rows below the names of the columns."""
        at = header_row(self.grid)
        return self.grid if at is None else self.grid[at + 1 :]

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the number of each row that is not blank, from 1 on as in any spreadsheet program.

        And its cells by what they hold, as they were before any spreadsheet guarded them.
        """
        below = self.below
        for number, cells in enumerate(below, start=1 + len(self.grid) - len(below)):
            if any(cells):
                named = zip(self.columns, cells, strict=True)
                yield number, {column: unguarded(cell) for column, cell in named if column}

    @property
    def date_order(self) -> str:
        """Which figure comes first in its dates, as they or a person tell; "" where none does."""
        return date_order(self._dates) or self.told_order

    @property
    def unclear_date(self) -> str:
        """The first date that can be read in two ways, "" where its column tells which is right."""
        return unclear_date(self._dates)

    @property
    def _dates(self) -> list[str]:
        return [row.get("published", "") for _, row in self.rows()]

    def lacking(self, column: str) -> int:
        """Return how many rows have nothing in a column."""
        return sum(not row.get(column) for _, row in self.rows())


def prepare_rows(
    sheet: Sheet,
    source: Source,
    *,
    annotator: Annotator,
    stored: Stored,
    progress: Callable[[float], None] = lambda _: None,
) -> IngestReport:
    """Return what adding the rows would do; ``source`` is what rows say nothing else about.

    The number of an entry is that of its row. A row with the id of a stored brief is that brief:
    known, or a twin where it says otherwise.
    """
    reader, sorter = _RowReader(annotator, source, sheet.date_order), Sorter(stored)
    places = {each: at for at, each in enumerate(stored.ids)}
    rows = list(sheet.rows())
    likest = nearest([_line(row, "summary") for _, row in rows], stored.summaries)
    for done, ((number, row), near) in enumerate(zip(rows, likest, strict=True), start=1):
        # A second row with the id of the first is a copy, perhaps one that was written over.
        at = places.pop(row.get("id", ""), None)
        if at is None:
            entry = replace(reader.entry(row), number=number)
            sorter.sort(entry, near, waits=not row.get("published"))
        else:
            mended = reader.mended(stored.brief(at), row)
            sorter.sort_mended(replace(mended, number=number), stored.brief(at))
        progress(done / len(rows))
    return sorter.report()


class _RowReader:
    """Makes entries of rows."""

    def __init__(self, annotator: Annotator, source: Source, date_order: str) -> None:
        self._annotator = annotator
        self._date_order = date_order
        self._reference = annotator.reference
        self._source = source
        self._themes = {
            fold(name): theme.id
            for theme in self._reference.themes
            for name in (theme.id, theme.label, theme.id.replace("_", " "))
        }

    def entry(self, row: Mapping[str, str]) -> Entry:
        """Return a row as an entry, with what is in doubt about it."""
        brief, doubts = self._told(row)
        published = brief.published
        found = self._annotator.annotate(
            brief.summary,
            region=brief.region or None,
            on=None if published == UNDATED else published,
            headline=brief.headline if brief.councils else "",
        )
        councils, doubts = _told_by_text(brief.councils, doubts, found)
        named = brief.also_mentions
        region = brief.region or _only_region(self._reference.gazetteer, councils, doubts)
        if not councils:
            councils = names_found(found, Role.SUBJECT)
            named = named or names_found(found, Role.MENTIONED)
            doubts = (*doubts, *map(either, found.doubts))
            region = region or only_region((*found.councils, *found.doubts))
        elif doubts:  # of a name that nobody can place, the text may tell whom it is about
            found = replace(found, suggested=(*found.councils, *found.suggested))
        elif "also_mentions" not in row:  # the row tells whom it is about, the text who else
            named = _besides(councils, found)
        brief = replace(
            brief,
            region=region,
            headline=brief.headline or drafted_headline(brief.summary, found),
            councils=councils,
            also_mentions=named,
            themes=brief.themes or tuple(each.theme.id for each in found.themes),
        )
        if not _is_id(brief.id):
            brief = replace(brief, id=brief_id(brief.issue, brief.region, brief.summary))
        return Entry(brief, doubts, found, date=_unsure_date(brief, row))

    def mended(self, stored: Brief, row: Mapping[str, str]) -> Entry:
        """Return a stored brief as a row has it; of what the row has no column for, it stays."""
        told, doubts = self._told(row)
        told_of = (column for column, cell in row.items() if cell or column not in _ALWAYS)
        fields = {_COLUMN_OF.get(column, column) for column in told_of}
        changed = {each: getattr(told, each) for each in fields if not _alike(told, stored, each)}
        mended = replace(stored, **changed)
        return Entry(mended, doubts, date=_unsure_date(mended, row))

    def _told(self, row: Mapping[str, str]) -> tuple[Brief, tuple[Doubt, ...]]:
        """Return what the cells of a row say, and what is in doubt about that."""
        published = self._date(row.get("published", ""))
        known = self._reference.regions.recognise(row.get("region", ""))
        region = known.id if known else ""
        on = None if published == UNDATED else published
        councils, doubts = self._councils(row, "councils", region, on)
        brief = Brief(
            id=row.get("id", ""),
            issue=row.get("issue") or self._source.issue,
            published=published,
            region=region,
            headline=_line(row, "headline"),
            summary=_line(row, "summary"),
            councils=councils,
            also_mentions=self._councils(row, "also_mentions", region, on)[0],
            themes=self._themes_of(row),
            source_title=row.get("source_title", self._source.title),
            source_url=web_address(row.get("source_url", self._source.url)),
        )
        return brief, doubts

    def _date(self, written: str) -> PartialDate:
        """Return the date of a row, undated where what is written may be none or several."""
        if not written:
            return self._source.published
        meant = cell_date(written, self._date_order)
        return meant[0] if len(meant) == 1 else UNDATED

    def _councils(
        self, row: Mapping[str, str], column: str, region: str, on: PartialDate | None
    ) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
        """Return the councils in a cell: ids, names as written where they are in doubt."""
        ids = listed(row.get("council_ids", ""))
        if column == "councils" and ids and all(each in self._reference.gazetteer for each in ids):
            return ids, ()
        resolver = self._reference.resolver

        def is_name(name: str) -> bool:
            return isinstance(resolver.resolve(name, region=region or None, on=on), Resolved)

        found, doubts = [], []
        for name in names_listed(row.get(column, ""), is_name):
            meant = resolver.resolve(name, region=region or None, on=on)
            found.append(meant.council.id if isinstance(meant, Resolved) else name)
            if isinstance(meant, Ambiguous):
                names = " or ".join(each.name for each in meant.candidates)
                doubts.append(Doubt(name, f"could be {names}", meant.candidates))
            elif isinstance(meant, Unknown) and name != NO_COUNCIL:
                doubts.append(Doubt(name, f"is not placed: {meant.reason}"))
        return tuple(dict.fromkeys(found)), tuple(doubts)

    def _themes_of(self, row: Mapping[str, str]) -> tuple[str, ...]:
        names = row.get("theme_ids") or row.get("themes") or ""
        found = (self._themes.get(fold(each)) for each in names.replace(",", ";").split(";"))
        return tuple(dict.fromkeys(filter(None, found)))


def _told_by_text(
    names: Sequence[str], doubts: Sequence[Doubt], found: Annotation
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Return names in a cell, and what is left of their doubts once the text tells which it means.

    It does where it names one council alone that the name may mean, be it by its first letters.
    """
    in_text = [each.candidates[0] for each in found.councils]
    meant: dict[str, str] = {}
    for doubt in doubts:
        fits = [
            each.id
            for each in in_text
            if (each in doubt.candidates if doubt.candidates else _is_short_for(doubt.words, each))
        ]
        if len(fits) == 1:
            meant[doubt.words] = fits[0]
    told = dict.fromkeys(meant.get(each, each) for each in names)
    return tuple(told), tuple(each for each in doubts if each.words not in meant)


def _is_short_for(written: str, council: Council) -> bool:
    """Return whether letters are a council's initials or its name cut short: ``MK``, ``Nthumb``."""
    letters, words = fold(written).replace(" ", ""), fold(council.name).split()
    initials = "".join(word[0] for word in words)
    if len(letters) < _FEWEST_OF_A_NAME:
        return len(letters) > 1 and initials.startswith(letters)
    rest = iter("".join(words))
    return words[0].startswith(letters[0]) and all(each in rest for each in letters)


_FEWEST_OF_A_NAME = 5
"""Fewer letters than this are in the names of dozens of councils: N, H and S in 27."""


def _besides(councils: Sequence[str], found: Annotation) -> tuple[str, ...]:
    """Return the ids of the councils that a text names beside some."""
    named = dict.fromkeys(each.candidates[0].id for each in found.councils)
    return tuple(each for each in named if each not in councils)


def _only_region(gazetteer: Gazetteer, councils: Sequence[str], doubts: Sequence[Doubt]) -> str:
    """Return the id of the region of all councils that are named or may be meant; "" if several."""
    named = [gazetteer[each].region for each in councils if each in gazetteer]
    regions = {*named, *(each.region for doubt in doubts for each in doubt.candidates)}
    return regions.pop() if len(regions) == 1 else ""


def _unsure_date(brief: Brief, row: Mapping[str, str]) -> str:
    """Return what a row says of the date of a brief that is undated by that."""
    return row.get("published", "") if brief.published == UNDATED else ""


def _alike(row: Brief, stored: Brief, field: str) -> bool:
    """Return whether a row says of a field what is stored, as it is read from spreadsheets."""
    told, known = getattr(row, field), getattr(stored, field)
    if told == known or not isinstance(known, str):
        return bool(told == known)
    return told.split() in (right_characters(each).split() for each in (known, unguarded(known)))


def _line(row: Mapping[str, str], column: str) -> str:
    return " ".join(row.get(column, "").split())


def _is_id(text: str) -> bool:
    """Return whether a spreadsheet left an id as it was, not as a number like 1.23457E+11."""
    return bool(text) and not any(mark in text for mark in ".+ ") and text != NO_COUNCIL
