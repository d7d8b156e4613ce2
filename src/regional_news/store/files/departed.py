"""Marks of who signed out, a line each, in a small file that is replaced whole."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from regional_news.store.base import DEPARTED, Stamp, stamp_of
from regional_news.store.replacing import alone_in, replace_file


class Departed:
    """The file in one data folder; see ``base.Store.departed``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "signed-out.txt"
        self._seen: tuple[Stamp, frozenset[str]] = ((0, 0, 0), frozenset())

    def marks(self) -> frozenset[str]:
        """Return all marks; read anew where the file has changed, if it can be read."""
        stamp, marks = self._seen
        now = stamp_of(self._path)
        if now != stamp:
            with suppress(OSError):
                marks = frozenset(self._lines())
                self._seen = now, marks
        return marks

    def keep(self, marks: Iterable[str]) -> None:
        """Add marks; or raise StoreError."""
        with alone_in(self._folder):
            lines = [*self._lines(), *marks][-DEPARTED:]
            replace_file(self._path, "".join(f"{line}\n" for line in lines).encode("utf-8"))

    def _lines(self) -> list[str]:
        try:
            return self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return []
