"""councils.csv and aliases.csv checked: each row, and what the rows say about each other."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from regional_news.gazetteer.councils import council_in_row
from regional_news.gazetteer.regions import Regions
from regional_news.model import Council, CouncilStatus, PartialDate
from regional_news.text import listed
from regional_news.validation.finding import Finding
from regional_news.validation.rows import Row, date_in

COLUMNS = (
    *("id", "name", "short_name", "aliases", "names_cy", "names_ga", "names_gd", "names_sco"),
    *("abbreviations", "type", "nation", "region", "gss_code", "former_gss_codes", "lat", "lon"),
    *("status", "start", "end", "predecessors", "successors", "parent", "combined_authority"),
    *("legislation", "known", "website"),
)

_AHEAD = (CouncilStatus.SHADOW, CouncilStatus.DECIDED)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A council and the row that it stands in."""

    row: Row
    council: Council


def read_councils(
    rows: Iterable[Row], regions: Regions, findings: list[Finding]
) -> Mapping[str, Entry]:
    """Return the councils by id; a row that makes none, or a second of an id, is reported."""
    entries: dict[str, Entry] = {}
    for row in rows:
        try:
            council = council_in_row(row.cells, regions)
        except ValueError as error:
            findings.append(row.error(f"The council cannot be read: {error}."))
            continue
        if council.id in entries:
            first = entries[council.id].row.line
            findings.append(row.error(f"The id “{council.id}” is taken by line {first}."))
        else:
            entries[council.id] = Entry(row, council)
    return entries


def check_councils(entries: Mapping[str, Entry]) -> Iterator[Finding]:
    """Yield what is wrong with each council and with its kin."""
    for entry in entries.values():
        row, council = entry.row, entry.council
        if not _ID.fullmatch(council.id):
            yield row.error("An id is lower-case letters and digits with hyphens between them.")
        if not council.name:
            yield row.error("The council has no name.")
        if council.start and council.end and council.end.last < council.start.first:
            yield row.error("The council ends before it starts.")
        yield from _check_standing(entry, entries)
        yield from _check_references(entry, entries)


def _check_standing(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[Finding]:
    """Yield where a council's status, its dates and its kin do not go together."""
    row, council = entry.row, entry.council
    ahead = council.status in _AHEAD
    if ahead and not (council.start and council.legislation and council.known):
        yield row.error(
            f"A council that is “{council.status}” needs a start, the legislation or decision, "
            "and the day as of which they are known."
        )
    if council.status is CouncilStatus.ABOLISHED and not council.end:
        yield row.error("The council is abolished, so it needs an end.")
    heirs = [entries[each].council for each in council.successors if each in entries]
    for heir in heirs:
        if heir.status in _AHEAD and council.status is not CouncilStatus.CURRENT:
            yield row.error(f"“{heir.id}”, which replaces it, is only “{heir.status}”.")
        if heir.status not in _AHEAD and council.status is not CouncilStatus.ABOLISHED:
            yield row.error(f"“{heir.id}” has replaced it, so its status is “abolished”.")


def _check_references(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[Finding]:
    row, council = entry.row, entry.council
    for column in ("predecessors", "successors", "parent", "combined_authority"):
        for other in listed(row[column]):
            if other not in entries:
                yield row.error(f"“{other}” in “{column}” is no id in this file.")
    for other in filter(entries.__contains__, council.successors):
        yield from _check_handing_over(entry, entries[other].council)
    for other in filter(entries.__contains__, council.predecessors):
        if council.id not in entries[other].council.successors:
            yield row.error(f"“{other}” does not have “{council.id}” among its successors.")


def _check_handing_over(entry: Entry, successor: Council) -> Iterator[Finding]:
    row, council, heir = entry.row, entry.council, f"“{successor.id}”"
    if council.id not in successor.predecessors:
        yield row.error(f"{heir} does not have “{council.id}” among its predecessors.")
    if council.end is None:
        yield row.error(f"{heir} replaces it, so it needs an end.")
    elif successor.start and council.end.first > successor.start.last:
        yield row.error(f"The council ends after {heir}, which replaces it, starts.")
    elif successor.start and _is_gap(council.end, successor.start):
        yield row.error(f"The council does not end on the day before {heir} starts.")


def _is_gap(end: PartialDate, start: PartialDate) -> bool:
    """Return whether days lie between the end of a council and the start of its successor."""
    return end.last.toordinal() + 1 < start.first.toordinal()


def check_aliases(rows: Iterable[Row], entries: Container[str]) -> Iterator[Finding]:
    """Yield what is wrong with the names learnt in review."""
    for row in rows:
        if not row["alias"]:
            yield row.error("The row has no alias; delete it or add one.")
        if row["council"] not in entries:
            yield row.error(f"“{row['council']}” is no id in councils.csv.")
        if isinstance(since := date_in(row, "since"), Finding):
            yield since
