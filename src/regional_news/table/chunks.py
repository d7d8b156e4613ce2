"""A file's lines, and the stretches of it that need not be read again.

A file that was read before is mostly the same the next time. Where a stretch of rows begins as one
that is known and holds the same bytes, it says the same: it is passed over as a whole. What a row
says depends on its own bytes only, so that a stretch is known wherever it stands.
"""

import hashlib
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

LONG = 1_000
"""How many rows a stretch has."""

SHORT = 100
"""A stretch of fewer rows is not worth remembering."""

END = "\x1aend of file"
"""Given after the last line: a cell that swallows it was never closed."""

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of whole lines and whole rows: how it begins, what it holds, what it gave.

    ``start`` and ``stop`` are the numbers of its rows in the table that was made of them;
    ``notes`` are whatever its reader wants to know when it passes over it.
    """

    opening: bytes
    size: int
    lines: int
    digest: bytes
    start: int
    stop: int
    notes: tuple[Any, ...] = ()


class Lines(Iterator[str]):
    """The lines of a file, one after the other and ``END``; knows how many were given.

    Lines may end as on any system. Raises UnicodeDecodeError where one is not UTF-8.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ahead = file.readline().removeprefix(_BOM)
        self._parts: deque[str] = deque()
        self._has_ended, self._ends_a_line = False, True
        self.number = 0
        self.mark()

    def __next__(self) -> str:
        """Return the next line."""
        if not self._parts:
            self._parts.extend(self._decoded())
        self.number += not self._has_ended
        return self._parts.popleft()

    def mark(self) -> None:
        """Let a stretch begin before the next line."""
        self._opening, self._first = self._ahead, self.number
        self._begins_a_line = not self._parts
        self._size, self._hash = 0, hashlib.blake2b(digest_size=16)

    def stretch(self, rows: range, notes: Iterable[Any]) -> Stretch | None:
        """Return the stretch since the mark; None where it does not begin and end as lines do.

        What stands after a stretch that ends otherwise could belong to its last row.
        """
        if self._parts or not (self._begins_a_line and self._ends_a_line):
            return None
        lines = self.number - self._first
        bounds = (self._opening, self._size, lines, self._hash.digest())
        return Stretch(*bounds, rows.start, rows.stop, tuple(notes))

    def known_here(self, known: dict[bytes, Stretch]) -> Stretch | None:
        """Return which of the known stretches, by how they begin, stands before the next line."""
        stretch = None if self._parts else known.get(self._ahead)
        if stretch is None:
            return None
        here = self._file.tell()
        rest = self._file.read(stretch.size - len(self._ahead))
        self._file.seek(here)
        digest = hashlib.blake2b(self._ahead + rest, digest_size=16).digest()
        return stretch if digest == stretch.digest else None

    def pass_over(self, stretch: Stretch) -> None:
        """Pass over a stretch that stands before the next line; another begins after it."""
        self._file.seek(stretch.size - len(self._ahead), io.SEEK_CUR)
        self._ahead = self._file.readline()
        self.number += stretch.lines
        self.mark()

    def _decoded(self) -> Iterable[str]:
        line = self._ahead
        if not line:
            if self._has_ended:
                raise StopIteration
            self._has_ended = True
            return (END,)
        self._ahead = self._file.readline()
        self._ends_a_line = line.endswith(b"\n")
        self._size += len(line)
        self._hash.update(line)
        text = line.decode()
        return (text,) if text.count("\r") <= text.endswith("\r\n") else _LINE.findall(text)


def lines_in(text: str) -> Lines:
    """Return the lines of a text."""
    return Lines(io.BytesIO(text.encode()))
