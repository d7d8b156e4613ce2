"""The files that the app changes, one edit at a time, and the journal that can take it back.

An edit is written down before it is made: the journal (one JSON object a line, only ever added
to) holds who changes what, the text before and after, and the version token of the files before
and after. The file itself is replaced as a whole, so whoever is killed at whatever instant leaves
the old file or the new one, and the next to come can tell which.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from regional_news.errors import StoreError
from regional_news.store.change import Change, check_version
from regional_news.store.exported import JOURNAL, Exported, changes_in, record, records_in
from regional_news.store.files.edit import Edit
from regional_news.store.files.undoing import undoing
from regional_news.store.sheets import ALIASES, COLUMNS, SHEETS
from regional_news.store.standing import change_to_undo

PATIENCE = 30.0
"""Seconds to wait while somebody else saves."""

_NO_ALIASES = (",".join(COLUMNS[ALIASES]) + "\n").encode()


class Journal:
    """The edits of the files in one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / JOURNAL

    def version(self) -> str:
        """Return the version token of the files: the same bytes, the same token."""
        return _token(self._there())

    def changes(self) -> tuple[Change, ...]:
        """Return every change that was made, the oldest first."""
        return changes_in(self._path)

    def make(
        self, file: str, edit_of: Callable[[str], Edit | None], *, who: str, version: str
    ) -> Change | None:
        """Make the edit that ``edit_of`` returns for the file's text, None where it returns None.

        Raises StaleVersion where the files are not at ``version`` any more, StoreError where
        they cannot be written; nothing is saved then.
        """
        with self._alone():
            there = self._there()
            old = _token(there)
            check_version(version, now=old, changes=self.changes)
            text = there.pop(file).decode()
            edit = edit_of(text)
            if edit is None or edit.before == edit.after:
                return None
            data = edit.applied(text).encode()
            return self._save(file, data, edit, who, old=old, new=_token({**there, file: data}))

    def undo(self, *, who: str, change_id: str = "") -> Change | None:
        """Take back a change, by its id or the newest that stands; None where there is none.

        The newest change is taken back byte for byte. Raises StaleVersion where later changes, or
        changes by hand, stand on its rows.
        """
        with self._alone():
            there, changes = self._there(), self.changes()
            old = _token(there)
            change = change_to_undo(changes, change_id)
            if change is None:
                return None
            text = there[change.file].decode()
            edit = undoing(text, change, changes, old)
            data = edit.applied(text).encode()
            new = _token({**there, change.file: data})
            if old == change.new != change.old != new:
                raise StoreError("Nothing was saved: it would not be as it was before that change.")
            return self._save(change.file, data, edit, who, old=old, new=new, undoes=change.id)

    def recover(self) -> str:
        """Settle a change that was cut short; return what became of it, empty if there is none."""
        if self._unsettled() is None:
            return ""
        with self._alone() as told:
            return told

    def fill(self, folder: Path) -> None:
        """Take the files of another folder; raises StoreError where there is something already."""
        with self._alone():
            here = Exported(self._folder)
            if any(proof.amount for proof in here.proofs().values()):
                raise StoreError("The folder to copy to is not empty; name another one.")
            for file in (*SHEETS, JOURNAL):
                if (folder / file).exists():
                    data = (folder / file).read_bytes()
                    self._written_aside(file, data).replace(self._folder / file)
            _sync_folder(self._folder)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[str]:
        """Keep others from writing; yields what became of a change that was cut short."""
        try:
            with FileLock(self._folder / ".lock", timeout=PATIENCE, poll_interval=0.01):
                yield self._settle()
        except Timeout:
            raise StoreError("Somebody else is saving; try again in a minute.") from None
        except StoreError:
            raise
        except (OSError, UnicodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "a file is not UTF-8"
            raise StoreError(f"Nothing was saved: {reason}; mend that and save again.") from error

    def _save(self, file: str, data: bytes, edit: Edit, who: str, **versions: str) -> Change:
        change = Change.now(who, file, edit.as_told(), **versions)
        replacement = self._written_aside(file, data)
        self._note(asdict(change))
        try:
            replacement.replace(self._folder / file)
        except OSError:
            self._settle()
            raise
        with contextlib.suppress(OSError):  # it is saved: whoever comes next settles the journal
            _sync_folder(self._folder)
            self._note({"done": change.id})
        return change

    def _written_aside(self, file: str, data: bytes) -> Path:
        """Return a file beside ``file`` with the data on disk; none is left where that fails."""
        aside = _aside(self._folder / file)
        try:
            with aside.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if (self._folder / file).exists():
                shutil.copymode(self._folder / file, aside)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        return aside

    def _note(self, told: dict[str, Any]) -> None:
        """Add a line to the journal and put it on disk."""
        line = record(told)
        with self._path.open("ab+") as stream:
            if stream.tell():
                stream.seek(-1, os.SEEK_END)
                if stream.read(1) != b"\n":  # the last line was cut short
                    line = "\n" + line
            stream.write(line.encode())
            stream.flush()
            os.fsync(stream.fileno())

    def _settle(self) -> str:
        """Finish the journal of a change that was cut short; return what became of it."""
        cut_short = self._unsettled()
        if cut_short is None:
            return ""
        for file in SHEETS:
            _aside(self._folder / file).unlink(missing_ok=True)
        version = self.version()
        saved = version == cut_short.new
        self._note({"done" if saved else "dropped": cut_short.id})
        if saved:
            return f"A save was cut short but is complete: {cut_short.words}."
        if version == cut_short.old:
            return f"A save was cut short and nothing of it was kept: {cut_short.words}."
        return f"A save was cut short and the files were changed since; check: {cut_short.words}."

    def _unsettled(self) -> Change | None:
        records = list(records_in(self._path))
        settled = {record.get("done") or record.get("dropped") for record in records}
        last = next((record for record in reversed(records) if "id" in record), None)
        return Change(**last) if last and last["id"] not in settled else None

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


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _sync_folder(folder: Path) -> None:
    """Put the folder's entries on disk, where the system lets a folder be opened."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
