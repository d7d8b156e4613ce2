"""The files that the app changes, one edit at a time, each proven before it counts.

An edit is written down before it is made: the journal holds who changes what, the text before and
after, and the version token of the files before and after. The file itself is replaced as a whole,
so whoever is killed at whatever instant leaves the old file or the new one, and the next to come
can tell which.
"""

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from regional_news.errors import StaleVersion, StoreError
from regional_news.store.base import Stamp, stamp_of
from regional_news.store.change import Change, check_version
from regional_news.store.exported import JOURNAL, Exported
from regional_news.store.files.edit import Edit
from regional_news.store.files.log import Log
from regional_news.store.files.tidying import SPOILT
from regional_news.store.files.undoing import undoing
from regional_news.store.files.whole import check_none_lost, prove, rows_of
from regional_news.store.replacing import alone_in, aside, put_in_place, write_aside
from regional_news.store.sheets import ALIASES, BRIEFS, COLUMNS, FOLLOWERS, SHEETS
from regional_news.store.standing import change_to_undo

_NO_ALIASES = (",".join(COLUMNS[ALIASES]) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Opened:
    """What stood in the files when they were opened to change one, and their stamps then.

    ``starts`` are where the rows of the briefs begin, their header first.
    """

    files: Mapping[str, bytes]
    stamps: tuple[Stamp, ...]
    starts: Sequence[int]

    @property
    def token(self) -> str:
        """The version token of what stood there."""
        return _token(self.files)

    def text(self, file: str) -> str:
        """Return what stood in a file; bytes that are no UTF-8 come through."""
        return self.files[file].decode(errors="surrogateescape")


class Journal:
    """The edits of the files in one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = Log(folder)

    def version(self) -> str:
        """Return the version token of the files: the same bytes, the same token."""
        return _token(self._there())

    def changes(self) -> tuple[Change, ...]:
        """Return every change that was made, the oldest first."""
        return self._log.changes()

    def make(
        self, file: str, edit_of: Callable[[str], Edit | None], *, who: str, version: str
    ) -> Change | None:
        """Make the edit that ``edit_of`` returns for the file's text, None where it returns None.

        Raises StaleVersion where the files are not at ``version`` any more, StoreError where
        they are not whole, cannot be written, or would not give back all that stood there;
        nothing is saved then.
        """
        with self._alone():
            opened = self._open()
            check_version(version, now=opened.token, changes=self.changes)
            edit = edit_of(opened.text(file))
            if edit is None or edit.before == edit.after:
                return None
            return self._save(opened, file, edit, who)

    def undo(self, *, who: str, change_id: str = "") -> Change | None:
        """Take back a change, by its id or the newest that stands; None where there is none.

        The newest change is taken back byte for byte. Raises StaleVersion where later changes, or
        changes by hand, stand on its rows.
        """
        with self._alone():
            opened, changes = self._open(), self.changes()
            change = change_to_undo(changes, change_id)
            if change is None:
                return None
            edit = undoing(opened.text(change.file), change, changes, opened.token)
            return self._save(opened, change.file, edit, who, undoes=change)

    def recover(self) -> str:
        """Settle a change that was cut short; return what became of it, empty if there is none."""
        if self._log.unsettled() is None:
            return ""
        with self._alone() as told:
            return told

    def fill(self, folder: Path) -> None:
        """Take the files of another folder; raises StoreError where there is something already."""
        with self._alone():
            here = Exported(self._folder)
            if any(proof.amount for proof in here.proofs().values()):
                raise StoreError("The folder to copy to is not empty; name another one.")
            for file in (*SHEETS, FOLLOWERS, JOURNAL):
                if (folder / file).exists():
                    path = self._folder / file
                    put_in_place(write_aside(path, (folder / file).read_bytes()), path)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[str]:
        """Keep others from writing; yields what became of a change that was cut short."""
        with alone_in(self._folder):
            try:
                yield self._settle()
            except UnicodeError as error:
                raise StoreError(SPOILT) from error

    def _open(self) -> _Opened:
        """Return what stands in the files; or raise StoreError where the briefs are not whole."""
        stamps, files, path = self._stamps(), self._there(), self._folder / BRIEFS
        starts = rows_of(files[BRIEFS], path)
        check_none_lost(len(starts) - 1, self._log.rows(), path)
        return _Opened(files, stamps, starts)

    def _save(
        self, opened: _Opened, file: str, edit: Edit, who: str, undoes: Change | None = None
    ) -> Change:
        text = opened.text(file)
        prove(text, edit, opened.starts if file == BRIEFS else ())
        data = edit.applied(text).encode(errors="surrogateescape" if undoes else "strict")
        old, new = opened.token, _token({**opened.files, file: data})
        if undoes and undoes.new == old and undoes.old != new:
            raise StoreError("Nothing was saved: it would not be as it was before that change.")
        taken_back = undoes.id if undoes else ""
        change = Change.now(who, file, edit.as_told(), old=old, new=new, undoes=taken_back)
        replacement = write_aside(self._folder / file, data)
        if self._stamps() != opened.stamps:
            replacement.unlink()
            raise StaleVersion(
                "The files changed while this was saved; load them again, then repeat."
            )
        try:
            self._log.note(asdict(change))
            put_in_place(replacement, self._folder / file)
        except OSError:
            replacement.unlink(missing_ok=True)
            self._settle()
            raise
        with contextlib.suppress(OSError):  # it is saved: whoever comes next settles the journal
            grown = sum((row.after is not None) - (row.before is not None) for row in change.rows)
            rows = len(opened.starts) - 1 + grown * (file == BRIEFS)
            self._log.note({"done": change.id, "rows": rows})
        return change

    def _settle(self) -> str:
        """Finish the journal of a change that was cut short; return what became of it."""
        cut_short = self._log.unsettled()
        if cut_short is None:
            return ""
        for file in SHEETS:
            aside(self._folder / file).unlink(missing_ok=True)
        version = self.version()
        saved = version == cut_short.new
        self._log.note({"done" if saved else "dropped": cut_short.id})
        if saved:
            return f"A save was cut short but is complete: {cut_short.words}."
        if version == cut_short.old:
            return f"A save was cut short and nothing of it was kept: {cut_short.words}."
        return f"A save was cut short and the files were changed since; check: {cut_short.words}."

    def _stamps(self) -> tuple[Stamp, ...]:
        return tuple(stamp_of(self._folder / file) for file in SHEETS)

    def _there(self) -> dict[str, bytes]:
        """Return what stands in the files; without learnt names there may be no file of them."""
        there = {file: self._data(file) for file in SHEETS}
        return {**there, ALIASES: there[ALIASES] or _NO_ALIASES}

    def _data(self, file: str) -> bytes:
        try:
            return (self._folder / file).read_bytes()
        except FileNotFoundError:
            return b""


def _token(files: Mapping[str, bytes]) -> str:
    """Return the version token of what stands in the files."""
    digest = hashlib.sha256()
    for file in SHEETS:
        digest.update(b"%d:" % len(files[file]))
        digest.update(files[file])
    return digest.hexdigest()[:16]
