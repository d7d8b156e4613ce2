"""Takes one change of a table back, however old, and leaves what was changed since as it is."""

from dataclasses import replace

from sqlalchemy import Connection, or_, select

from regional_news.store.change import Cells, Change
from regional_news.store.postgres.edit import Edit, RowEdit, cells_of
from regional_news.store.postgres.schema import SHEETS
from regional_news.store.sheets import COLUMNS
from regional_news.store.standing import changed_by_hand


def undoing(connection: Connection, change: Change, *, keeps_places: bool) -> Edit:
    """Return the edit that takes a change back.

    A row that comes back gets its old place, or the last one where places may mean others now.
    Raises StaleVersion where the rows do not stand there as the change left them.
    """
    rows = [_standing(connection, change, each.reversed()) for each in _edits(change)]
    if not rows:
        raise changed_by_hand(change)
    back = [row if row.before or keeps_places else replace(row, place=None) for row in rows]
    return Edit(change.taken_back, back)


def _edits(change: Change) -> list[RowEdit]:
    """Return the edits of a change; those that were made in files know of no places."""
    if "rows" in change.edit:
        return [RowEdit(**each) for each in change.edit["rows"]]
    columns = COLUMNS[change.file]

    def cells(side: Cells | None) -> Cells | None:
        return None if side is None else {name: side.get(name, "") for name in columns}

    return [RowEdit(None, cells(row.before), cells(row.after)) for row in change.rows]


def _standing(connection: Connection, change: Change, row: RowEdit) -> RowEdit:
    """Return the edit with the place where its row stands, as it must say it; or raise."""
    table = SHEETS[change.file]
    first = table.c[COLUMNS[change.file][0]]
    name = (row.before or row.after or {}).get(first.name, "")
    is_named = (first == name) & (name != "")
    asked = select(table).where(or_(table.c.place == row.place, is_named))
    by_place = asked.order_by(table.c.place != row.place, table.c.place)
    there = [dict(each) for each in connection.execute(by_place).mappings()]
    if row.before is None:
        if any(each[first.name] == name != "" for each in there):
            raise changed_by_hand(change)
        return row
    before = row.before.items()
    place = next((each["place"] for each in there if before <= cells_of(each).items()), None)
    if place is None:
        raise changed_by_hand(change)
    return replace(row, place=place)
