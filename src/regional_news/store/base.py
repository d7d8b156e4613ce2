"""What a store is: two sheets of rows as people wrote them, and the journal of their changes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from regional_news.errors import StoreError
from regional_news.model import LONGEST, Brief
from regional_news.store.change import Change
from regional_news.store.sheets import ALIASES, BRIEFS
from regional_news.table.row_codec import RowCodec
from regional_news.table.schema import BriefTable
from regional_news.text import fold

Stamp = tuple[int, int, int]
"""When something changed, in nanoseconds since 1970, and two numbers that tell it from others."""

Dates = Mapping[str, str]
"""A date as a spreadsheet wrote it, and the one that it means: ``{"12/06/2025": "2025-06-12"}``."""

NO_DATES: Dates = MappingProxyType({})


DEPARTED = 10_000
"""How many marks of people who signed out are kept."""


class Sheet(Protocol):
    """The rows of a sheet while it is changed; what is an edit of them, its store knows."""

    @property
    def rows(self) -> Sequence[Any]:
        """All rows that are not blank."""

    def rows_with(self, column: str, wanted: Collection[str]) -> Sequence[Any]:
        """Return the rows that have one of the wanted values in a column."""

    def values(self, row: Any) -> Mapping[str, str]:
        """Return a row's cells by column."""

    def added(self, rows: Sequence[Mapping[str, str]], what: str) -> Any:
        """Return the edit that adds rows at the end; ``what`` says it."""

    def rewritten(self, row: Any, values: Mapping[str, str], what: str) -> Any:
        """Return the edit that gives some of a row's cells other values."""

    def removed(self, row: Any, what: str) -> Any:
        """Return the edit that takes a row out."""


class Store(Protocol):
    """Briefs and aliases at rest. What rows mean is told by a RowCodec.

    Every change tells who makes it and the version token that it is based on. It returns the
    change, or None where there was nothing to change; it raises StaleVersion where somebody else
    saved since, and StoreError where saving fails: nothing is saved then.
    """

    def stamps(self) -> tuple[Stamp, ...]:
        """Return what changes within two seconds of any change; asked at every request."""

    def version(self) -> str:
        """Return the version token that a change made now is based on."""

    def version_at(self, stamps: tuple[Stamp, ...]) -> str:
        """Return the version token of what was loaded at ``stamps``; empty if it is overtaken."""

    def learnt(self) -> tuple[tuple[str, str], ...]:
        """Return each name that was learnt in review with its council's id; or raise DataError."""

    def load(self, codec: RowCodec) -> BriefTable:
        """Return the briefs with ids for names, and what is wrong with some; or raise DataError."""

    def append(
        self, briefs: Iterable[Brief], codec: RowCodec, *, who: str, version: str
    ) -> Change | None:
        """Add the briefs whose ids are not there yet, in their order."""
        wanted = {brief.id: brief for brief in briefs}

        def edit(sheet: Sheet) -> Any:
            known = {row_id for _, row_id, _ in _rows_of(sheet, wanted, codec)}
            rows = [codec.row(brief) for brief in wanted.values() if brief.id not in known]
            check_lengths(rows)
            return sheet.added(rows, codec.adding(rows)) if rows else None

        return self.make(BRIEFS, edit, who=who, version=version)

    def replace(self, brief: Brief, codec: RowCodec, *, who: str, version: str) -> Change | None:
        """Give the brief with this id its new values; cells that mean the same stay as written."""

        def edit(sheet: Sheet) -> Any:
            row, meant = _row_of(sheet, brief.id, codec)
            values = codec.changed(meant, brief)
            check_lengths([values])
            return sheet.rewritten(row, values, codec.changing(values, brief)) if values else None

        return self.make(BRIEFS, edit, who=who, version=version)

    def delete(self, brief_id: str, codec: RowCodec, *, who: str, version: str) -> Change | None:
        """Remove the brief with this id; undo puts it back to its place."""

        def edit(sheet: Sheet) -> Any:
            row, meant = _row_of(sheet, brief_id, codec)
            return sheet.removed(row, codec.deleting(meant))

        return self.make(BRIEFS, edit, who=who, version=version)

    def learn_alias(
        self, alias: str, council: str, codec: RowCodec, *, who: str, version: str
    ) -> Change | None:
        """Let a name that is in doubt mean the council with this id, from now on and everywhere."""
        new, what = codec.alias_row(alias, council, who), codec.learning(alias, council)
        check_lengths([new])

        def edit(sheet: Sheet) -> Any:
            for row in sheet.rows:
                values = sheet.values(row)
                if fold(values["alias"]) == fold(alias):
                    same = values["council"] == council
                    return None if same else sheet.rewritten(row, new, what)
            return sheet.added([new], what)

        return self.make(ALIASES, edit, who=who, version=version)

    def make(
        self, sheet: str, edit_of: Callable[[Sheet], Any], *, who: str, version: str
    ) -> Change | None:
        """Make the edit of a sheet that ``edit_of`` returns, None where it returns none."""

    def tidy(
        self, codec: RowCodec, what: str, *, who: str, version: str, dates: Dates = NO_DATES
    ) -> Change | None:
        """Mend all that a spreadsheet spoilt in the briefs (``spoilt``); ``what`` says it.

        ``dates`` says which of its readings a date has, by how it is written.
        """

    def undo(self, *, who: str, change_id: str = "") -> Change | None:
        """Take back a change, by its id or the newest that stands; None where there is none.

        It may be old, and may be itself the taking back of another. Rows that say what the change
        left may be taken back, however the file was mended since. Raises StaleVersion where later
        changes stand on its rows, with a sentence that names the newest of them, or where the rows
        were changed by hand.
        """

    def recover(self) -> str:
        """Return what became of a save that was cut short, empty where none was."""

    def changes(self) -> tuple[Change, ...]:
        """Return every change that was made, the oldest first."""

    def followers(self) -> Mapping[str, str]:
        """Return each follower’s mark by their e-mail address; or raise DataError.

        ``auth.feed_key`` makes the key of a feed's address from a mark and the server's secret.
        """

    def keep_follower(self, email: str, mark: str) -> None:
        """Give a person a new mark, or none where it is empty; or raise StoreError."""

    def departed(self) -> frozenset[str]:
        """Return the marks of who signed out, the newest at most two seconds old; never waits."""

    def keep_departed(self, *marks: str) -> None:
        """Note that people signed out, with marks of theirs (``departures``); or StoreError."""

    def written(self) -> bytes:
        """Return the briefs as a CSV file, as they are written; or raise DataError."""

    def export(self, folder: Path) -> None:
        """Write sheets and journal into an empty folder, as ``exported``; or raise DataError."""

    def fill(self, folder: Path) -> None:
        """Take what was exported into a folder; raises StoreError where the store is not empty."""


def stamp_of(path: Path) -> Stamp:
    """Return a file's time, size and inode; zeros where there is no file."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def _rows_of(sheet: Sheet, ids: Iterable[str], codec: RowCodec) -> Iterator[tuple[Any, str, Any]]:
    """Yield each row that may have one of the ids, with the id that it has and what it means.

    A row added by hand may have none written, and is given its own when it is read.
    """
    if rows := sheet.rows_with("id", {*ids, ""}):
        frame = codec.reader.meant(map(sheet.values, rows))
        for number, row in enumerate(rows):
            yield row, frame["id"].iloc[number], frame.iloc[number]


def _row_of(sheet: Sheet, brief_id: str, codec: RowCodec) -> tuple[Any, Any]:
    """Return the row of a brief and what it means; or raise StoreError."""
    for row, row_id, meant in _rows_of(sheet, [brief_id], codec):
        if row_id == brief_id:
            return row, meant
    raise StoreError(f"There is no brief {brief_id}; load the briefs again.")


def check_lengths(rows: Iterable[Mapping[str, str]]) -> None:
    """Raise StoreError where a cell of a row is longer than ``model.LONGEST`` says."""
    for row in rows:
        for column, cell in row.items():
            most = LONGEST.get(column, len(cell))
            if len(cell) > most:
                name = row.get("headline") or row.get("alias", "")
                raise StoreError(
                    f"Nothing was saved: {column.replace('_', ' ')} of “{name[:60]}” has "
                    f"{len(cell):,} characters, and {most:,} are the most; shorten it."
                )
