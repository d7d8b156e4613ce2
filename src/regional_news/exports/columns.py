"""What briefs say, column by column: Arrow arrays of text, a stretch of rows at a time.

Whole columns are worked on at once and only one stretch is in memory, so that a large selection
is written fast and in little memory.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from regional_news.facets import Order
from regional_news.query import BriefIndex

TEXT = pa.large_string()
STRETCH = 10_000
"""How many briefs are worked on at a time."""

COLUMNS = (
    "id",
    "issue",
    "published",
    "region",
    "headline",
    "summary",
    "councils",
    "council_ids",
    "gss_codes",
    "lat",
    "lon",
    "also_mentions",
    "themes",
    "theme_ids",
    "source_title",
    "source_url",
    "doubts",
)
"""The columns of a spreadsheet, in order. Councils, their ids, codes, lats and lons (WGS84
degrees) stand in the same order, joined by ``JOINT``; so do themes and their ids."""

JOINT = "; "


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Noun = TypeVar("Noun", bound=_Named)


class Glossary(Generic[Noun]):
    """Councils, themes or regions, looked up by id for a whole column at once."""

    def __init__(self, nouns: Iterable[Noun]) -> None:
        self._nouns = tuple(nouns)
        self._ids = pa.array([noun.id for noun in self._nouns], TEXT)

    def look_up(self, ids: pa.Array, word: Callable[[Noun], str]) -> pa.Array:
        """Return ``word`` of each id's noun; no id has no word."""
        words = pa.array([word(noun) for noun in self._nouns], TEXT)
        return pc.fill_null(words.take(pc.index_in(ids, value_set=self._ids)), "")

    def spell(self, cells: pa.Array, word: Callable[[Noun], str], joint: str = JOINT) -> pa.Array:
        """Return the cells, each with ids joined by spaces, as words joined by ``joint``."""
        ids = pc.split_pattern(cells, " ")
        words = self.look_up(ids.flatten(), word)
        return pc.binary_join(pa.ListArray.from_arrays(ids.offsets, words), pa.scalar(joint, TEXT))


def stretches(index: BriefIndex, rows: Order) -> Iterator[dict[str, pa.Array]]:
    """Yield the columns of ``briefs.SCHEMA`` for some rows of the index, in the order given."""
    briefs = pa.Table.from_pandas(index.frame, preserve_index=False)
    for start in range(0, len(rows), STRETCH):
        stretch = briefs.take(pa.array(rows[start : start + STRETCH]))
        yield {
            name: pc.fill_null(stretch.column(name).combine_chunks().cast(TEXT), "")
            for name in stretch.column_names
        }


def sheets(index: BriefIndex, rows: Order) -> Iterator[dict[str, pa.Array]]:
    """Yield ``COLUMNS`` in words that people read, for some rows of the index."""
    councils = Glossary(index.gazetteer)
    regions = Glossary(index.gazetteer.regions)
    themes = Glossary(index.themes)
    for told in stretches(index, rows):
        about = told["councils"]
        sheet = told | {
            "region": regions.look_up(told["region"], lambda region: region.name),
            "councils": councils.spell(about, lambda council: council.name),
            "council_ids": councils.spell(about, lambda council: council.id),
            "gss_codes": councils.spell(about, lambda council: council.gss_code),
            "lat": councils.spell(about, lambda council: str(council.lat)),
            "lon": councils.spell(about, lambda council: str(council.lon)),
            "also_mentions": councils.spell(told["also_mentions"], lambda council: council.name),
            "themes": themes.spell(told["themes"], lambda theme: theme.label),
            "theme_ids": themes.spell(told["themes"], lambda theme: theme.id),
        }
        yield {column: sheet[column] for column in COLUMNS}
