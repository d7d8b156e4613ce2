"""Words found by the database, for more briefs than an index in memory is wanted for.

The words are folded by ``text.fold`` and kept as ``tsvector`` beside the briefs: the database's own
``unaccent`` knows accents, but not apostrophes, "&", "St." or dashes as ``fold`` does, so that a
search would find other rows than the index in memory. Ranking is ``search.Search``'s for both.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, text

from regional_news.errors import DataError, StoreError
from regional_news.facets import Order
from regional_news.search import Rows, words_of
from regional_news.store.postgres.database import Database
from regional_news.store.postgres.watch import token_now

Places = npt.NDArray[np.int64]

_STRETCH = 10_000
"""How many rows are folded at a time, while others wait with their changes."""

_FIRST = -(1 << 63)
"""No place is before this one."""

_LONGEST = 500
"""Characters of a word that count: a lexeme holds 2,046 bytes at most."""

_ASKED = {
    "headline": "select place from brief_words where headline @@ cast(:word as tsquery)",
    "summary": "select place from brief_words where summary @@ cast(:word as tsquery)",
}
_PLACES = "select place from briefs order by place"
_WORDLESS = """
select place, headline, summary from briefs
where place > :after
and not exists (select from brief_words where brief_words.place = briefs.place)
order by place limit :amount
"""
_KEEP = """
insert into brief_words
select place, array_to_tsvector(string_to_array(headline, ' ')),
    array_to_tsvector(string_to_array(summary, ' '))
from unnest(cast(:places as bigint[]), cast(:headlines as text[]), cast(:summaries as text[]))
    as folded (place, headline, summary)
"""


class DatabaseWords:
    """Finds the rows of an index with a word in one column; see ``search.Words``.

    ``order`` holds for each row of the index its number among the briefs in their places.
    """

    def __init__(self, database: Database, column: str, order: Order) -> None:
        self._database = database
        self._asked = text(_ASKED[column])
        self._rows = np.argsort(order).astype(np.int32)
        self._places = _prepared(database)[: len(order)]

    def rows_with(self, beginning: str, *, whole: bool = False) -> Rows:
        """Return the rows with a word that begins with ``beginning`` (folded), or is it whole.

        Raises DataError where the database cannot be reached.
        """
        word = f"'{beginning[:_LONGEST]}'" + ("" if whole else ":*")
        with _searching(self._database.reading()) as connection:
            found = np.fromiter(connection.execute(self._asked, {"word": word}).scalars(), np.int64)
        known = found[np.isin(found, self._places)]
        rows: Rows = self._rows[np.searchsorted(self._places, known)]
        return rows


@contextmanager
def _searching(opened: AbstractContextManager[Connection]) -> Iterator[Connection]:
    """Yield the connection; raises DataError, that tells what can be read without one."""
    try:
        with opened as connection:
            yield connection
    except (DataError, StoreError):
        raise DataError(
            "Words are searched in the database, and that does not answer; take the words out to "
            "see the briefs, or try again in a minute."
        ) from None


def _prepared(database: Database) -> Places:
    """Fold what has no words yet; return the places of all briefs in order."""
    after = None
    while True:
        with _searching(database.writing()) as connection:
            token_now(connection, alone=True)
            # What changed behind our back is folded in the next round, the last finds nothing.
            found = _fold_some(connection, after)
            after = _fold_some(connection, None) if found is None else found
            if after is None:
                return np.fromiter(connection.execute(text(_PLACES)).scalars(), np.int64)


def _fold_some(connection: Connection, after: int | None) -> int | None:
    """Fold some rows that have no words, from all or after a place; return the last one's place."""
    asked = {"after": _FIRST if after is None else after, "amount": _STRETCH}
    rows = connection.execute(text(_WORDLESS), asked).all()
    if not rows:
        return None
    places, headlines, summaries = zip(*rows, strict=True)
    folded = {
        "places": list(places),
        "headlines": list(map(_words, headlines)),
        "summaries": list(map(_words, summaries)),
    }
    connection.execute(text(_KEEP), folded)
    return int(places[-1])


def _words(written: str) -> str:
    """Return the folded words of a text with a space between them."""
    words = dict.fromkeys(chain.from_iterable(map(_words_of_piece, written.split(" "))))
    return " ".join([word[:_LONGEST] for word in words])


_words_of_piece = lru_cache(1 << 16)(words_of)  # texts repeat few spellings
