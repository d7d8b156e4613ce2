"""Takes one change of a table back, however old, and leaves what was changed since as it is."""

from dataclasses import replace

from sqlalchemy import Connection, select

from regional_news.store.change import Change
from regional_news.store.postgres.edit import Edit, RowEdit
from regional_news.store.postgres.schema import SHEETS
from regional_news.store.sheets import COLUMNS
from regional_news.store.standing import changed_by_hand


def undoing(connection: Connection, change: Change, *, keeps_places: bool) -> Edit:
    """Return the edit that takes a change back.

    A row that comes back gets its old place, or the last one where places may mean others now.
    Raises StaleVersion where the rows do not stand there as the change left them.
    """
    if "rows" not in change.edit:  # made in files, whose rows have no places
        raise changed_by_hand(change)
    edit = Edit.of(change.edit).reversed(change.taken_back)
    if not all(_stands(connection, change, row) for row in edit.rows):
        raise changed_by_hand(change)
    back = [row if row.before or keeps_places else replace(row, place=None) for row in edit.rows]
    return Edit(edit.what, back)


def _stands(connection: Connection, change: Change, row: RowEdit) -> bool:
    """Whether a row says what it must, or there is none with its name where it comes back."""
    table = SHEETS[change.file]
    if row.before is None:
        first = table.c[COLUMNS[change.file][0]]
        name = (row.after or {}).get(first.name, "")
        known = select(table.c.place).where(first == name).limit(1)
        return not name or connection.execute(known).first() is None
    found = connection.execute(select(table).where(table.c.place == row.place)).mappings().first()
    return found is not None and row.before.items() <= dict(found).items()
