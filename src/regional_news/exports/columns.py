"""What briefs say, column by column: Arrow arrays of text, a batch of rows at a time.

Whole columns are worked on at once and only one batch is in memory, so that a large selection
is written fast and in little memory.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Protocol, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from regional_news.query import BriefIndex
from regional_news.query.site import NOWHERE, Site
from regional_news.table.repeated import TEXT, Repeated
from regional_news.table.schema import FILE_COLUMNS, Order
from regional_news.text import web_address

BATCH = 5_000
"""How many briefs are worked on at a time."""

OF_COUNCILS = ("councils", "council_ids", "gss_codes", "lat", "lon")
"""The columns that tell of each council that a brief is about."""

_BESIDE = {
    "councils": OF_COUNCILS,
    "themes": ("themes", "theme_ids"),
    "source_title": ("page", "source_title"),
}

COLUMNS = (
    *chain.from_iterable(_BESIDE.get(column, (column,)) for column in FILE_COLUMNS),
    "doubts",
)
"""The columns of a spreadsheet, in order. Councils, their ids, codes, lats and lons (WGS84
degrees) stand in the same order, joined by ``JOINT``; so do themes and their ids. ``page`` is the
address of the brief's own page, "" where nobody knows a server."""

JOINT = "; "
_PLAIN = r"^[\w.~-]*$"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Noun = TypeVar("Noun", bound=_Named)


class Glossary:
    """Councils, themes or regions, looked up by id for a whole column at once.

    ``words`` says what can be told of each: ``Glossary(themes, label=lambda theme: theme.label)``.
    """

    def __init__(self, nouns: Iterable[Noun], **words: Callable[[Noun], str]) -> None:
        known = tuple(nouns)
        self._ids = pa.array([noun.id for noun in known], TEXT)
        self._words = {
            name: pa.array([word(noun) for noun in known], TEXT) for name, word in words.items()
        }

    def spell(self, ids: pa.Array, word: str) -> pa.Array:
        """Return a word for each id; no id has no word."""
        return self._spell(pc.index_in(ids, value_set=self._ids), word)

    def spell_all(self, cells: pa.Array, *words: str, joint: str = JOINT) -> list[pa.Array]:
        """Return for each word the cells, whose ids are joined by spaces, spelled and joined."""
        ids = pc.split_pattern(cells, " ")
        places = pc.index_in(ids.flatten(), value_set=self._ids)
        spelled = (self._spell(places, word) for word in words)
        lists = (pa.ListArray.from_arrays(ids.offsets, each) for each in spelled)
        return [pc.binary_join(each, pa.scalar(joint, TEXT)) for each in lists]

    def _spell(self, places: pa.Array, word: str) -> pa.Array:
        return pc.fill_null(self._words[word].take(places), "")


def batches(index: BriefIndex, rows: Order) -> Iterator[dict[str, pa.Array]]:
    """Yield the columns of ``briefs.SCHEMA`` for some rows of the index, in the order given.

    An address that is neither http nor https is left out: whoever gets the file may follow it.
    """
    for start in range(0, len(rows), BATCH):
        batch = index.texts.take(pa.array(rows[start : start + BATCH]))
        told = {
            name: pc.fill_null(batch.column(name).combine_chunks().cast(TEXT), "")
            for name in batch.column_names
        }
        urls = Repeated[str].of(told["source_url"])
        yield told | {"source_url": urls.told(map(web_address, urls.different))}


def pages(ids: pa.Array, site: Site) -> pa.Array:
    """Return the address of each brief's page."""
    if not site.root:
        return pa.repeat(pa.scalar("", TEXT), len(ids))
    if pc.all(pc.match_substring_regex(ids, _PLAIN)).as_py():  # nothing to quote: all at once
        return pc.binary_join_element_wise(pa.scalar(site.briefs, TEXT), ids, pa.scalar("", TEXT))
    return pa.array(map(site.brief, ids.to_pylist()), TEXT)


def sheets(index: BriefIndex, rows: Order, site: Site = NOWHERE) -> Iterator[dict[str, pa.Array]]:
    """Yield ``COLUMNS`` in words that people read, for some rows of the index."""
    councils = Glossary(
        index.gazetteer,
        name=lambda council: council.name,
        id=lambda council: council.id,
        gss_code=lambda council: council.gss_code,
        lat=lambda council: str(council.lat),
        lon=lambda council: str(council.lon),
    )
    regions = Glossary(index.gazetteer.regions, name=lambda region: region.name)
    themes = Glossary(index.themes, label=lambda theme: theme.label, id=lambda theme: theme.id)
    for told in batches(index, rows):
        spelled = councils.spell_all(told["councils"], "name", "id", "gss_code", "lat", "lon")
        (mentioned,) = councils.spell_all(told["also_mentions"], "name")
        labels, ids = themes.spell_all(told["themes"], "label", "id")
        sheet = told | dict(zip(OF_COUNCILS, spelled, strict=True))
        sheet |= {"region": regions.spell(told["region"], "name"), "also_mentions": mentioned}
        sheet |= {"themes": labels, "theme_ids": ids, "page": pages(told["id"], site)}
        yield {column: sheet[column] for column in COLUMNS}
