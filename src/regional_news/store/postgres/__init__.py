"""The briefs in a PostgreSQL database, for several servers that share them.

Who saves locks the one row that holds the version token, finds it as it was when the briefs were
loaded, and changes rows, token and journal in one transaction: whoever is killed at whatever
instant leaves all of it or nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from regional_news.errors import StoreError
from regional_news.store import base
from regional_news.store.base import NO_DATES, Dates, Stamp, Store
from regional_news.store.change import Change, check_version
from regional_news.store.exported import Exported
from regional_news.store.postgres.copying import fill_tables, pieces_of
from regional_news.store.postgres.database import Database
from regional_news.store.postgres.edit import Edit, RowEdit, cells_of
from regional_news.store.postgres.records import changes_in, record_of
from regional_news.store.postgres.rows import Sheet
from regional_news.store.postgres.schema import CHANNEL, DEPARTED, JOURNAL, SHEETS
from regional_news.store.postgres.undoing import undoing
from regional_news.store.postgres.watch import UNREACHABLE, Watch, token_now
from regional_news.store.sheets import ALIASES, BRIEFS, FOLLOWERS
from regional_news.store.spoilt import Spoils
from regional_news.store.standing import change_to_undo, is_unbroken_since
from regional_news.table.row_codec import RowCodec
from regional_news.table.schema import BriefTable

_FOLLOWERS = SHEETS[FOLLOWERS]


class PostgresStore(Store):
    """The store in a PostgreSQL database; see ``base.Store``."""

    def __init__(self, address: str) -> None:
        self._database = Database(address)
        self._watch = Watch(self._database)

    def stamps(self) -> tuple[Stamp, ...]:
        """Return the stamp of the newest version that was heard of."""
        return (self._watch.stamp,)

    def version(self) -> str:
        """Return the version token: another one after every change."""
        with self._database.reading() as connection:
            return token_now(connection)[0]

    def version_at(self, stamps: tuple[Stamp, ...]) -> str:
        """Return the version token of what was loaded at ``stamps``; saving finds it overtaken."""
        ((_, token, _),) = stamps
        return f"{token:032x}" if stamps != (UNREACHABLE,) else ""

    def learnt(self) -> tuple[tuple[str, str], ...]:
        """Return each name that was learnt in review with its council's id; or raise DataError."""
        aliases = SHEETS[ALIASES].c
        with self._database.reading() as connection:
            asked = select(aliases.alias, aliases.council).order_by(aliases.place)
            return tuple((alias, council) for alias, council in connection.execute(asked))

    def load(self, codec: RowCodec) -> BriefTable:
        """Return the briefs with ids for names, and what is wrong with some; or raise DataError.

        Problems are told with the line that a row has in the exported file.
        """
        return codec.reader.parse(self.written(), BRIEFS)

    def tidy(
        self, codec: RowCodec, what: str, *, who: str, version: str, dates: Dates = NO_DATES
    ) -> Change | None:
        """Mend all that a spreadsheet spoilt in the briefs; ``what`` says it."""

        def edit(sheet: Sheet) -> Edit:
            changes = partial(changes_in, sheet.connection)
            spoils = Spoils(codec.reference.resolver, changes, dates)
            rows = sheet.rows
            before = [cells_of(row) for row in rows]
            sides = zip(rows, before, spoils.mended(before), strict=True)
            mended = [RowEdit(row["place"], old, new) for row, old, new in sides if old != new]
            return Edit(what, mended)

        return self.make(BRIEFS, edit, who=who, version=version)

    def undo(self, *, who: str, change_id: str = "") -> Change | None:
        """Take back a change, by its id or the newest that stands; None where there is none."""
        with self._database.writing() as connection:
            now, _ = token_now(connection, alone=True)
            changes = changes_in(connection)
            change = change_to_undo(changes, change_id)
            if change is None:
                return None
            keeps_places = is_unbroken_since(change, changes, now)
            edit = undoing(connection, change, keeps_places=keeps_places)
            saved = _save(connection, change.file, edit, who, old=now, undoes=change.id)
        return self._told(*saved)

    def recover(self) -> str:
        """Return nothing: the database itself drops a save that was cut short."""
        return ""

    def changes(self) -> tuple[Change, ...]:
        """Return every change that was made, the oldest first."""
        with self._database.reading() as connection:
            return changes_in(connection)

    def followers(self) -> Mapping[str, str]:
        """Return each follower’s mark by their e-mail address; or raise DataError."""
        asked = select(_FOLLOWERS.c.email, _FOLLOWERS.c.mark)
        with self._database.reading() as connection:
            return {row.email: row.mark for row in connection.execute(asked)}

    def keep_follower(self, email: str, mark: str) -> None:
        """Give a person a new mark, or none where it is empty; or raise StoreError."""
        with self._database.writing() as connection:
            token_now(connection, alone=True)
            connection.execute(delete(_FOLLOWERS).where(_FOLLOWERS.c.email == email))
            if mark:
                connection.execute(insert(_FOLLOWERS).values(email=email, mark=mark))

    def departed(self) -> frozenset[str]:
        """Return the marks of who signed out, as of the last look."""
        return self._watch.departed

    def keep_departed(self, *marks: str) -> None:
        """Note that people signed out, with marks of theirs, and tell all servers."""
        with self._database.writing() as connection:
            token_now(connection, alone=True)  # marks are seen in the order of their places
            connection.execute(insert(DEPARTED), [{"mark": mark} for mark in marks])
            newest = select(func.max(DEPARTED.c.place)).scalar_subquery()
            oldest = newest - base.DEPARTED
            connection.execute(delete(DEPARTED).where(DEPARTED.c.place <= oldest))
            connection.execute(text(f"notify {CHANNEL}"))
        self._watch.saw_departed(marks)

    def written(self) -> bytes:
        """Return the briefs as a CSV file."""
        with self._database.reading() as connection:
            return b"".join(pieces_of(connection, BRIEFS))

    def export(self, folder: Path) -> None:
        """Write sheets and journal into an empty folder, all at one version."""
        with self._database.reading() as connection:
            for sheet in SHEETS:
                with (folder / sheet).open("wb") as file:
                    file.writelines(pieces_of(connection, sheet))
            Exported(folder).write_changes(changes_in(connection))

    def fill(self, folder: Path) -> None:
        """Take what was exported, in one transaction."""
        with self._database.writing() as connection:
            token_now(connection, alone=True)
            fill_tables(connection, Exported(folder))

    def close(self) -> None:
        """Let go of every connection."""
        self._watch.close()
        self._database.engine.dispose()

    def make(
        self, sheet: str, edit_of: Callable[[Sheet], Edit | None], *, who: str, version: str
    ) -> Change | None:
        """Make the edit that ``edit_of`` returns, None where it returns none or an empty one."""
        with self._database.writing() as connection:
            now, _ = token_now(connection, alone=True)
            check_version(version, now=now, changes=lambda: changes_in(connection, since=version))
            edit = edit_of(Sheet(connection, sheet))
            if edit is None or not edit.rows:
                return None
            saved = _save(connection, sheet, edit, who, old=now)
        return self._told(*saved)

    def _told(self, change: Change, stamp: Stamp) -> Change:
        """Return a change; this process need not wait for the notification of its own."""
        self._watch.saw(stamp)
        return change


def _save(
    connection: Connection, sheet: str, edit: Edit, who: str, **versions: str
) -> tuple[Change, Stamp]:
    """Make an edit and note it in the journal; return the change and the stamp that it leaves."""
    table = SHEETS[sheet]
    before = _count(connection, table)
    made = edit.made(connection, table)
    if not made.is_told_by(connection, table) or _count(connection, table) != before + made.grown:
        raise StoreError("Nothing was saved: the database gives back something else; check it.")
    new, stamp = token_now(connection)
    change = Change.now(who, sheet, asdict(made), new=new, **versions)
    connection.execute(insert(JOURNAL), record_of(change))
    return change, stamp


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
