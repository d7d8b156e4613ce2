"""The briefs in plain files: regional_news.csv and aliases.csv, changed row by row, never half.

Rows that a change does not concern keep every byte: line endings, quoting and the byte order
mark stay as whoever mended the file by hand left them.
"""

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from regional_news.errors import DataError
from regional_news.gazetteer.councils import read_aliases
from regional_news.store.base import NO_DATES, Dates, Stamp, Store, stamp_of
from regional_news.store.change import Change
from regional_news.store.exported import Exported
from regional_news.store.files.departed import Departed
from regional_news.store.files.edit import Edit
from regional_news.store.files.followers import Followers
from regional_news.store.files.journal import Journal
from regional_news.store.files.sheet import Sheet
from regional_news.store.files.tidying import sheet_of, tidying
from regional_news.store.sheets import ALIASES, BRIEFS, FOLLOWERS, SHEETS
from regional_news.store.spoilt import Spoils
from regional_news.table.row_codec import RowCodec
from regional_news.table.schema import BriefTable

_QUIET = 1.5
"""Seconds without a change after which a file is taken as it is, whatever it ends with."""


class FileStore(Store):
    """The store in a data folder; see ``base.Store``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = tuple(folder / sheet for sheet in SHEETS)
        self._journal = Journal(folder)
        self._followers = Followers(folder)
        self._departed = Departed(folder)
        self._seen: dict[Path, Stamp] = {}

    def stamps(self) -> tuple[Stamp, ...]:
        """Return the times, sizes and inodes of the files; one that is half written waits."""
        return tuple(map(self._stamp, self._files))

    def _stamp(self, file: Path) -> Stamp:
        stamp, seen = stamp_of(file), self._seen.get(file)
        if seen and seen != stamp and _is_half_written(file, stamp, seen):
            return seen
        self._seen[file] = stamp
        return stamp

    def version(self) -> str:
        """Return the version token: the same bytes, the same token."""
        return self._journal.version()

    def version_at(self, stamps: tuple[Stamp, ...]) -> str:
        """Return the version token of what was loaded at ``stamps``; empty if it is overtaken."""
        version = self.version()
        return version if self.stamps() == stamps else ""

    def learnt(self) -> tuple[tuple[str, str], ...]:
        """Return each name that was learnt in review with its council's id; or raise DataError."""
        return tuple(read_aliases(self._folder / ALIASES))

    def load(self, codec: RowCodec) -> BriefTable:
        """Return the briefs with ids for names, and what is wrong with some; or raise DataError."""
        return codec.reader.read(self._folder / BRIEFS)

    def make(
        self, sheet: str, edit_of: Callable[[Sheet], Edit | None], *, who: str, version: str
    ) -> Change | None:
        """Make the edit of a file that ``edit_of`` returns, None where it returns none."""

        def edit(text: str) -> Edit | None:
            return edit_of(sheet_of(sheet, text))

        return self._journal.make(sheet, edit, who=who, version=version)

    def tidy(
        self, codec: RowCodec, what: str, *, who: str, version: str, dates: Dates = NO_DATES
    ) -> Change | None:
        """Mend all that a spreadsheet spoilt in the briefs; ``what`` says it."""
        spoils = Spoils(codec.reference.resolver, self.changes, dates)

        def edit(text: str) -> Edit | None:
            return tidying(text, spoils, what)

        return self._journal.make(BRIEFS, edit, who=who, version=version)

    def undo(self, *, who: str, change_id: str = "") -> Change | None:
        """Take back a change, by its id or the newest that stands; None where there is none."""
        return self._journal.undo(who=who, change_id=change_id)

    def recover(self) -> str:
        """Return what became of a save that was cut short, empty where none was."""
        return self._journal.recover()

    def changes(self) -> tuple[Change, ...]:
        """Return every change that was made, the oldest first."""
        return self._journal.changes()

    def followers(self) -> Mapping[str, str]:
        """Return each follower’s mark by their e-mail address; or raise DataError."""
        return self._followers.read()

    def keep_follower(self, email: str, mark: str) -> None:
        """Give a person a new mark, or none where it is empty; or raise StoreError."""
        self._followers.keep(email, mark)

    def departed(self) -> frozenset[str]:
        """Return the marks of who signed out."""
        return self._departed.marks()

    def keep_departed(self, *marks: str) -> None:
        """Note that people signed out, with marks of theirs."""
        self._departed.keep(marks)

    def written(self) -> bytes:
        """Return the briefs as a CSV file, byte for byte."""
        try:
            return self._files[0].read_bytes()
        except FileNotFoundError:
            raise DataError(f"{BRIEFS} is missing; put it back into the data folder.") from None

    def export(self, folder: Path) -> None:
        """Write the sheets into an empty folder byte for byte, and what was done of the journal."""
        if not self._files[0].exists():
            raise DataError(f"{BRIEFS} is missing; put it back into the data folder.")
        for file in (*self._files, self._folder / FOLLOWERS):
            if file.exists():
                shutil.copyfile(file, folder / file.name)
        Exported(folder).write_changes(self.changes())

    def fill(self, folder: Path) -> None:
        """Take what was exported, byte for byte; the folder is made where there is none."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._journal.fill(folder)


def _is_half_written(file: Path, stamp: Stamp, seen: Stamp) -> bool:
    """Return whether a file that was ``seen`` before is being written: it ends inside a line.

    The app itself puts a whole new file in the place of the old one, which needs no waiting.
    """
    changed, size, inode = stamp
    if inode != seen[2] or time.time() - changed / 1e9 > _QUIET:
        return False
    if not size:
        return True
    try:
        with file.open("rb") as stream:
            stream.seek(-1, 2)
            return stream.read(1) not in b"\r\n"
    except OSError:
        return False
