"""What briefs said before, by the journal: found again by their words, whatever their id is now."""

from collections.abc import Collection, Iterable, Iterator
from typing import Self

import ftfy

from regional_news.store.change import Cells, Change
from regional_news.store.sheets import BRIEFS
from regional_news.text import fold

_WORDS = ("summary", "headline")


class Earlier:
    """Rows of the journal, the newest first, by what they say."""

    def __init__(self, rows: Iterable[Cells] = ()) -> None:
        self._rows: dict[tuple[str, str], list[Cells]] = {}
        for row in rows:
            for key in _keys(row):
                self._rows.setdefault(key, []).append(row)

    @classmethod
    def of(cls, changes: Iterable[Change]) -> Self:
        """Return what the briefs said after each of the changes, and before."""
        sides = [
            side
            for change in changes
            if change.file == BRIEFS
            for row in change.rows
            for side in (row.before, row.after)
            if side
        ]
        return cls(reversed(sides))

    def of_brief(self, row: Cells, *, by: Collection[str] = _WORDS) -> Iterator[Cells]:
        """Yield the earlier rows with the text of a row, then those with its headline."""
        for key in _keys(row):
            if key[0] in by:
                yield from self._rows.get(key, ())


def _keys(row: Cells) -> list[tuple[str, str]]:
    said = ((name, fold(ftfy.fix_encoding(row.get(name, "")))) for name in _WORDS)
    return [(name, words) for name, words in said if words]
