"""The briefs in plain files: regional_news.csv and aliases.csv, changed row by row, never half.

Rows that a change does not concern keep every byte: line endings, quoting and the byte order
mark stay as whoever mended the file by hand left them.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from regional_news.errors import DataError, StoreError
from regional_news.gazetteer.councils import read_aliases
from regional_news.model import Brief
from regional_news.store.base import NO_DATES, Dates, Stamp, stamp_of
from regional_news.store.bounds import check_lengths
from regional_news.store.change import Change
from regional_news.store.exported import Exported
from regional_news.store.files.departed import Departed
from regional_news.store.files.edit import Edit
from regional_news.store.files.followers import Followers
from regional_news.store.files.half_written import is_half_written
from regional_news.store.files.journal import Journal
from regional_news.store.files.sheet import Row, Sheet
from regional_news.store.files.tidying import sheet_of, tidying
from regional_news.store.sheets import ALIASES, BRIEFS, FOLLOWERS, SHEETS
from regional_news.store.spoilt import Spoils
from regional_news.table.row_codec import RowCodec
from regional_news.table.schema import BriefTable
from regional_news.text import fold


class FileStore:
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
        if seen and seen != stamp and is_half_written(file, stamp, seen):
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

    def append(
        self, briefs: Iterable[Brief], codec: RowCodec, *, who: str, version: str
    ) -> Change | None:
        """Add the briefs whose ids are not there yet, in their order."""
        wanted = {brief.id: brief for brief in briefs}

        def edit(text: str) -> Edit | None:
            sheet = sheet_of(BRIEFS, text)
            known = {row_id for _, row_id, _ in _rows_of(sheet, wanted, codec)}
            rows = [codec.row(brief) for brief in wanted.values() if brief.id not in known]
            check_lengths(rows)
            return sheet.added(rows, codec.adding(rows)) if rows else None

        return self._journal.make(BRIEFS, edit, who=who, version=version)

    def replace(self, brief: Brief, codec: RowCodec, *, who: str, version: str) -> Change | None:
        """Give the brief with this id its new values; cells that mean the same stay as written."""

        def edit(text: str) -> Edit | None:
            sheet = sheet_of(BRIEFS, text)
            for row, row_id, meant in _rows_of(sheet, [brief.id], codec):
                if row_id == brief.id:
                    values = codec.changed(meant, brief)
                    check_lengths([values])
                    what = codec.changing(values, brief)
                    return sheet.rewritten(row, values, what) if values else None
            raise StoreError(f"There is no brief {brief.id}; load the briefs again.")

        return self._journal.make(BRIEFS, edit, who=who, version=version)

    def delete(self, brief_id: str, codec: RowCodec, *, who: str, version: str) -> Change | None:
        """Remove the brief with this id; undo puts it back to its place."""

        def edit(text: str) -> Edit | None:
            sheet = sheet_of(BRIEFS, text)
            for row, row_id, meant in _rows_of(sheet, [brief_id], codec):
                if row_id == brief_id:
                    return sheet.removed(row, codec.deleting(meant))
            raise StoreError(f"There is no brief {brief_id}; load the briefs again.")

        return self._journal.make(BRIEFS, edit, who=who, version=version)

    def learn_alias(
        self, alias: str, council: str, codec: RowCodec, *, who: str, version: str
    ) -> Change | None:
        """Let a name that is in doubt mean the council with this id, from now on and everywhere."""
        row, what = codec.alias_row(alias, council, who), codec.learning(alias, council)
        check_lengths([row])

        def edit(text: str) -> Edit | None:
            sheet = sheet_of(ALIASES, text)
            for known in sheet.rows:
                values = sheet.values(known)
                if fold(values["alias"]) == fold(alias):
                    same = values["council"] == council
                    return None if same else sheet.rewritten(known, row, what)
            return sheet.added([row], what)

        return self._journal.make(ALIASES, edit, who=who, version=version)

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


def _rows_of(sheet: Sheet, ids: Iterable[str], codec: RowCodec) -> Iterator[tuple[Row, str, Any]]:
    """Yield each row that may have one of the ids, with the id that it has and what it means.

    A row added by hand may have none written, and is given its own when it is read.
    """
    if rows := sheet.rows_with("id", {*ids, ""}):
        frame = codec.meant(map(sheet.values, rows))
        for number, row in enumerate(rows):
            yield row, frame["id"].iloc[number], frame.iloc[number]
