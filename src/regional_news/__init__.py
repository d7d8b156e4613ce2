"""The map of what councils in the UK and Ireland are doing with technology, for Python.

    import regional_news

    data = regional_news.open_data("data")
    for brief in regional_news.select(data, region=["Wales"], q="sensors"):
        print(brief.published.words, brief.headline)

``docs/python.md`` shows all of it. What a function needs is imported when it is called, so that
this import costs next to nothing. Every error is a ``RegionalNewsError`` with a sentence.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from regional_news.errors import DataError, FilterError, RegionalNewsError, UnreadablePage

# ruff: noqa: PLC0415  see above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regional_news.model import Brief, Draft, PartialDate, Resolution
    from regional_news.query import View
    from regional_news.recognition.annotator import Annotation, Annotator
    from regional_news.reference import Reference
    from regional_news.snapshot.snapshot import Snapshot

__all__ = [
    "DataError",
    "FilterError",
    "RegionalNewsError",
    "UnreadablePage",
    "export",
    "find",
    "open_data",
    "read_page",
    "resolve",
    "select",
    "view",
]


def open_data(folder: str | Path = "data") -> "Snapshot":
    """Return the data in a folder: councils, regions, themes and briefs as they are now.

    Raises DataError where a file is missing or cannot be read.

    >>> data = open_data("tests/fixtures/data")
    >>> data.gazetteer["cardiff"].name
    'City of Cardiff Council'
    """
    from regional_news.snapshot.snapshot import open_snapshot

    return open_snapshot(Path(folder))


def find(
    data: "Snapshot", text: str, *, region: str | None = None, on: "PartialDate | None" = None
) -> "Annotation":
    """Return the councils and the themes of a text.

    ``region`` is the id of the region that it is printed under, ``on`` its date; both help to tell
    councils of one name apart.

    >>> found = find(open_data("tests/fixtures/data"), "Cardiff Council fits sensors.")
    >>> [(each.council.id, each.matched, each.role.value) for each in found.councils]
    [('cardiff', 'Cardiff Council', 'subject')]
    >>> [match.theme.id for match in found.themes]
    ['iot_sensors']
    """
    return _annotator(data.reference).annotate(text, region=region, on=on)


def resolve(
    data: "Snapshot", name: str, *, region: str | None = None, on: "PartialDate | None" = None
) -> "Resolution":
    """Return what a council's name means: Resolved, Ambiguous or Unknown, never an exception.

    >>> data = open_data("tests/fixtures/data")
    >>> resolve(data, "Cyngor Caerdydd").council.id
    'cardiff'
    >>> [council.id for council in resolve(data, "Galway").candidates]
    ['galway-city', 'galway-county']
    """
    return data.resolver.resolve(name, region=region, on=on)


def read_page(data: "Snapshot", page: bytes, *, filename: str = "") -> tuple["Draft", ...]:
    r"""Return the briefs on a magazine's page: HTML, PDF, Word or text, with their regions.

    ``filename`` only helps to say what is wrong. Raises UnreadablePage where it cannot be read.

    >>> page = "Wales\n\nCardiff Council has put sensors into bins, it said on Monday.\n\n"
    >>> page += "London\n\nThe London Borough of Lewisham is moving its services to the cloud."
    >>> [draft.region for draft in read_page(open_data("tests/fixtures/data"), page.encode())]
    ['wales', 'london']
    """
    from regional_news.magazine import read_section
    from regional_news.reading import read_page as read

    regions, named = data.gazetteer.regions, _annotator(data.reference).regions_named
    return tuple(read_section(read(page, filename=filename), regions, named).drafts)


def view(data: "Snapshot", **asked: str | list[str]) -> "View":
    """Return what a filter leaves: rows, counts, words for both.

    The parameters are those of addresses: region, theme, council, issue, q, since, until, box,
    mentions, past; names are understood as well as ids. Raises FilterError for what nothing
    answers to.

    >>> wales = view(open_data("tests/fixtures/data"), region=["Cymru"])
    >>> wales.title
    'Briefs from Wales'
    >>> wales.counts("region")
    {'wales': 3}
    """
    from regional_news.query.urls import KNOWN

    if unknown := [name for name in asked if name not in KNOWN]:
        raise FilterError(f"No filter is called {', '.join(unknown)}; use {', '.join(KNOWN)}.")
    read = data.filters.read(
        {name: [value] if isinstance(value, str) else value for name, value in asked.items()}
    )
    if read.ignored:
        raise FilterError(f"Nothing answers to {', '.join(read.ignored)}; correct the filter.")
    return data.view(read.wanted)


def select(data: "Snapshot", **asked: str | list[str]) -> "Iterator[Brief]":
    """Yield the briefs that a filter leaves, the newest first; see ``view``.

    >>> briefs = select(open_data("tests/fixtures/data"), council="Caerdydd", theme="iot_sensors")
    >>> [brief.headline for brief in briefs]
    []
    """
    from regional_news.store import briefs_in

    return briefs_in(view(data, **asked).frame)


def export(found: "View", format_name: str) -> bytes:
    """Return a view as a file, for example ``export(view(data), "xlsx")``.

    The formats are csv, xlsx, geojson, json, atom and html. Raises FilterError for any other.

    >>> export(view(open_data("tests/fixtures/data")), "csv").decode("utf-8-sig")[:20]
    'id,issue,published,r'
    """
    from regional_news.exports import download

    return download(found, format_name).read()


@lru_cache(maxsize=2)
def _annotator(reference: "Reference") -> "Annotator":
    from regional_news.recognition.annotator import Annotator

    return Annotator(reference)
