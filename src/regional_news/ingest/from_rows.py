"""Rows of a spreadsheet → a report as on a page: what a row lacks is found in its text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from regional_news.gazetteer.listed import names_listed
from regional_news.ingest import Doubt, Entry, IngestReport, Source, Stored, Twin
from regional_news.ingest.dates import understood_date
from regional_news.ingest.grid import Grid
from regional_news.ingest.sorting import Sorter, nearest
from regional_news.magazine import draft_headline
from regional_news.model import Ambiguous, Brief, PartialDate, Resolved, Role, Unknown, brief_id
from regional_news.recognition.annotator import Annotation, Annotator
from regional_news.table.schema import NO_COUNCIL
from regional_news.text import fold, unguarded, web_address


@dataclass(frozen=True, slots=True)
class Sheet:
    """A spreadsheet's cells, and what each column holds, "" for nothing of a brief."""

    grid: Grid
    columns: tuple[str, ...]

    def rows(self) -> Iterator[dict[str, str]]:
        """Yield the cells of each row by what they hold, as they were before any spreadsheet."""
        for cells in self.grid[1:]:
            named = zip(self.columns, cells, strict=True)
            yield {column: unguarded(cell) for column, cell in named if column}

    def has(self, column: str) -> bool:
        """Return whether every row has something in a column."""
        return column in self.columns and all(row[column] for row in self.rows())


def prepare_rows(
    sheet: Sheet,
    source: Source,
    *,
    annotator: Annotator,
    stored: Stored,
    progress: Callable[[float], None] = lambda _: None,
) -> IngestReport:
    """Return what adding the rows would do; ``source`` is what rows say nothing else about.

    The number of an entry is that of its row, the header's being 1. A row with the id of a stored
    brief is that brief: known, or a twin where it says otherwise.
    """
    reader, sorter = _RowReader(annotator, source), Sorter(stored)
    places = {each: at for at, each in enumerate(stored.ids)}
    rows = list(sheet.rows())
    entries = [replace(reader.entry(row), number=at) for at, row in enumerate(rows, start=2)]
    likest = nearest([entry.brief.summary for entry in entries], stored.summaries)
    for done, (entry, near) in enumerate(zip(entries, likest, strict=True), start=1):
        at = places.get(entry.brief.id)
        if at is None or stored.brief(at) == entry.brief:
            sorter.sort(entry, near)
        else:
            sorter.twins.append(Twin(entry, stored.brief(at), 100.0))
        progress(done / len(entries))
    return sorter.report()


class _RowReader:
    """Makes entries of rows."""

    def __init__(self, annotator: Annotator, source: Source) -> None:
        self._annotator = annotator
        self._reference = annotator.reference
        self._source = source
        self._themes = {
            fold(name): theme.id
            for theme in self._reference.themes
            for name in (theme.id, theme.label, theme.id.replace("_", " "))
        }

    def entry(self, row: Mapping[str, str]) -> Entry:
        """Return a row as an entry, with what is in doubt about it."""
        summary = " ".join(row.get("summary", "").split())
        meant = understood_date(row.get("published", ""))
        published = meant[0] if len(meant) == 1 else self._source.published
        region = self._reference.regions.recognise(row.get("region", ""))
        found = self._annotator.annotate(
            summary, region=region.id if region else None, on=published
        )
        region_id = region.id if region else ""
        councils, doubts = self._councils(row, "councils", region_id, published)
        named, _ = self._councils(row, "also_mentions", region_id, published)
        if not councils and "councils" not in row and "council_ids" not in row:
            councils = _in_role(found, Role.SUBJECT)
            named = named or _in_role(found, Role.MENTIONED)
        brief = Brief(
            id=row.get("id", ""),
            issue=row.get("issue") or self._source.issue,
            published=published,
            region=region_id or self._only_region(councils),
            headline=" ".join(row.get("headline", "").split()) or draft_headline(summary),
            summary=summary,
            councils=councils,
            also_mentions=named,
            themes=self._themes_of(row) or tuple(each.theme.id for each in found.themes),
            source_title=row.get("source_title", self._source.title),
            source_url=web_address(row.get("source_url", self._source.url)),
        )
        if not _is_id(brief.id):
            brief = replace(brief, id=brief_id(brief.issue, brief.region, brief.summary))
        return Entry(brief, doubts, () if councils else found.suggested)

    def _councils(
        self, row: Mapping[str, str], column: str, region: str, on: PartialDate
    ) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
        """Return the councils in a cell: ids, names as written where they are in doubt."""
        ids = [each.strip() for each in row.get("council_ids", "").split(";") if each.strip()]
        if column == "councils" and ids and all(each in self._reference.gazetteer for each in ids):
            return tuple(ids), ()
        resolver = self._reference.resolver

        def is_name(name: str) -> bool:
            return isinstance(resolver.resolve(name, region=region or None, on=on), Resolved)

        found, doubts = [], []
        for name in names_listed(row.get(column, ""), is_name):
            meant = resolver.resolve(name, region=region or None, on=on)
            found.append(meant.council.id if isinstance(meant, Resolved) else name)
            if isinstance(meant, Ambiguous):
                either = " or ".join(each.name for each in meant.candidates)
                doubts.append(Doubt(name, f"could be {either}", meant.candidates))
            elif isinstance(meant, Unknown) and name != NO_COUNCIL:
                doubts.append(Doubt(name, f"is not placed: {meant.reason}"))
        return tuple(dict.fromkeys(found)), tuple(doubts)

    def _themes_of(self, row: Mapping[str, str]) -> tuple[str, ...]:
        names = row.get("theme_ids") or row.get("themes") or ""
        found = (self._themes.get(fold(each)) for each in names.replace(",", ";").split(";"))
        return tuple(dict.fromkeys(filter(None, found)))

    def _only_region(self, councils: Sequence[str]) -> str:
        gazetteer = self._reference.gazetteer
        regions = {gazetteer[each].region for each in councils if each in gazetteer}
        return regions.pop() if len(regions) == 1 else ""


def _in_role(found: Annotation, role: Role) -> tuple[str, ...]:
    return tuple(each.candidates[0].id for each in found.councils if each.role is role)


def _is_id(text: str) -> bool:
    """Return whether a spreadsheet left an id as it was, not as a number like 1.23457E+11."""
    return bool(text) and not any(mark in text for mark in ".+ ") and text != NO_COUNCIL
