"""What briefs said before, by the journal: found again by their words, whatever their id is now."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from regional_news.store.change import Cells, Change
from regional_news.store.sheets import BRIEFS
from regional_news.table.characters import right_characters
from regional_news.text import fold

_WORDS = ("summary", "headline")


class Earlier:
    """Rows of a journal, which is read once somebody asks, by what they say."""

    def __init__(self, changes: Callable[[], Iterable[Change]]) -> None:
        self._changes = changes

    @cached_property
    def _rows(self) -> dict[tuple[str, str], list[Cells]]:
        """What the briefs said after each of the changes and before it, the newest first."""
        sides = [
            side
            for change in self._changes()
            if change.file == BRIEFS
            for row in change.rows
            for side in (row.before, row.after)
            if side
        ]
        rows: dict[tuple[str, str], list[Cells]] = {}
        for side in reversed(sides):
            for key in _keys(side):
                rows.setdefault(key, []).append(side)
        return rows

    def of_brief(self, row: Cells, *, by: Collection[str] = _WORDS) -> Iterator[Cells]:
        """Yield the earlier rows with the text of a row, then those with its headline."""
        for key in _keys(row):
            if key[0] in by:
                yield from self._rows.get(key, ())


def _keys(row: Cells) -> list[tuple[str, str]]:
    said = ((name, fold(right_characters(row.get(name, "")))) for name in _WORDS)
    return [(name, words) for name, words in said if words]
