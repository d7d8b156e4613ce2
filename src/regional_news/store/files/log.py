"""The journal as a file: one JSON object a line, only ever added to.

Before a change is made its line says what is to be done; another says that it is done, or was
dropped. A save reads only the end, however long the file is.
"""

import os
from pathlib import Path
from typing import Any

from regional_news.store.change import Change
from regional_news.store.exported import JOURNAL, change_in, changes_in, record, told_in
from regional_news.store.replacing import belong_as

_CHUNK = 1 << 16


class Log:
    """The lines of the journal in a data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / JOURNAL

    def changes(self) -> tuple[Change, ...]:
        """Return every change that was made, the oldest first."""
        return changes_in(self._path)

    def note(self, told: dict[str, Any]) -> None:
        """Add a line and put it on disk."""
        line, is_new = record(told), not self._path.exists()
        with self._path.open("ab+") as stream:
            if stream.tell():
                stream.seek(-1, os.SEEK_END)
                if stream.read(1) != b"\n":  # the last line was cut short
                    line = "\n" + line
            stream.write(line.encode())
            stream.flush()
            os.fsync(stream.fileno())
        if is_new:
            belong_as(self._path, self._path.parent)

    def last(self) -> dict[str, Any]:
        """Return what the last line says that says anything; empty where there is none."""
        try:
            with self._path.open("rb") as stream:
                start = stream.seek(0, os.SEEK_END)
                told: list[dict[str, Any]] = []
                while start and not told:
                    start = max(0, start - max(_CHUNK, stream.tell() - start))
                    stream.seek(start)
                    lines = stream.read().splitlines()
                    told = [each for line in lines[1 if start else 0 :] if (each := told_in(line))]
        except FileNotFoundError:
            return {}
        return told[-1] if told else {}

    def rows(self) -> int:
        """Return how many briefs there were after the last save, 0 where nobody noted it."""
        rows = self.last().get("rows", 0)
        return rows if isinstance(rows, int) else 0

    def unsettled(self) -> Change | None:
        """Return the change of which nobody noted what became of it, None where there is none."""
        return change_in(self.last())
