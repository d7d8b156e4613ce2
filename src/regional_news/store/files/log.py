"""The journal as files: one JSON object a line, only ever added to.

Before a change is made its line says what is to be done; another says that it is done, or was
dropped. A save reads only the end, however long the journal is. With the first change of a year,
or where the file is large, another file is begun and the old one is laid aside, whole, as
``journal-001-2026.jsonl``.
"""

import os
from pathlib import Path
from typing import Any

from regional_news.store.change import Change
from regional_news.store.disk import add_line
from regional_news.store.exported import (
    JOURNAL,
    PART,
    change_in,
    changes_in,
    parts_of,
    record,
    told_in,
)
from regional_news.store.replacing import belong_as

MOST_BYTES = 16 << 20
"""How large a file of the journal may be before another one is begun: some ten thousand changes."""

_CHUNK = 1 << 16


class Log:
    """The lines of the journal in a data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / JOURNAL

    def changes(self) -> tuple[Change, ...]:
        """Return every change that was made, the oldest first."""
        return changes_in(self._folder)

    def note(self, told: dict[str, Any]) -> None:
        """Add a line and put it on disk."""
        if (change := change_in(told)) and (year := self._full(change.when)):
            self._path.rename(self._folder / f"journal-{self._next_number():03}-{year}.jsonl")
        is_new = not self._path.exists()
        add_line(self._path, record(told))
        if is_new:
            belong_as(self._path, self._path.parent)

    def last(self) -> dict[str, Any]:
        """Return what the last line says that says anything; empty where there is none."""
        for path in (self._path, *reversed(self._laid_aside())):
            if told := _last_in(path):
                return told
        return {}

    def rows(self) -> int:
        """Return how many briefs there were after the last save, 0 where nobody noted it."""
        rows = self.last().get("rows", 0)
        return rows if isinstance(rows, int) else 0

    def unsettled(self) -> Change | None:
        """Return the change of which nobody noted what became of it, None where there is none."""
        return change_in(self.last())

    def _full(self, when: str) -> str:
        """Return of which year the file is where another one is to be begun, "" where it is not."""
        try:
            with self._path.open("rb") as stream:
                first, size = told_in(stream.readline()), os.fstat(stream.fileno()).st_size
        except FileNotFoundError:
            return ""
        begun = change_in(first)
        year = begun.when[:4] if begun else when[:4]
        return year if year < when[:4] or size > MOST_BYTES else ""

    def _next_number(self) -> int:
        last = PART.fullmatch(self._laid_aside()[-1].name) if self._laid_aside() else None
        return int(last[1]) + 1 if last else 1

    def _laid_aside(self) -> tuple[Path, ...]:
        return parts_of(self._folder)[:-1]


def _last_in(path: Path) -> dict[str, Any]:
    """Return what the last line of a file says that says anything; empty where there is none."""
    try:
        with path.open("rb") as stream:
            start = stream.seek(0, os.SEEK_END)
            while start:
                start = max(0, start - max(_CHUNK, stream.tell() - start))
                stream.seek(start)
                lines = stream.read().splitlines()[1 if start else 0 :]
                if told := next(filter(None, map(told_in, reversed(lines))), None):
                    return told
    except FileNotFoundError:
        pass
    return {}
