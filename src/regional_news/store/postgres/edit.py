"""An edit of rows in a table, which can be made, told in JSON, and taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    Table,
    any_,
    delete,
    insert,
    literal,
    select,
    update,
)

from regional_news.store.change import Cells


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What a row says before and after; None where there is no row. A new row may lack a place."""

    place: int | None
    before: Cells | None
    after: Cells | None

    @property
    def values(self) -> dict[str, Any]:
        """What to insert where the row is new; one that comes back gets its old place."""
        return {**(self.after or {}), **({} if self.place is None else {"place": self.place})}

    def reversed(self) -> "RowEdit":
        """Return the edit that takes this one back."""
        return RowEdit(self.place, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """Edits of one table's rows, each of a row of its own, and in words what they do together."""

    what: str
    rows: Sequence[RowEdit]

    def made(self, connection: Connection, table: Table) -> "Edit":
        """Make the edit; return it with the places that new rows were given."""
        gone = [row.place for row in self.rows if row.after is None]
        if gone:
            places = literal(gone, ARRAY(BigInteger))
            connection.execute(delete(table).where(table.c.place == any_(places)))
        for row in self.rows:
            if row.before is not None and row.after is not None:
                changing = update(table).where(table.c.place == row.place).values(**row.after)
                connection.execute(changing)
        new = [row for row in self.rows if row.before is None]
        if new:
            returned = connection.execute(
                insert(table).returning(table.c.place, sort_by_parameter_order=True),
                [row.values for row in new],
            )
            given = zip(returned.scalars(), new, strict=True)
            new = [replace(row, place=place) for place, row in given]
        return Edit(self.what, [*(row for row in self.rows if row.before is not None), *new])

    @property
    def grown(self) -> int:
        """How many rows there are more afterwards."""
        return sum((row.after is not None) - (row.before is not None) for row in self.rows)

    def is_told_by(self, connection: Connection, table: Table) -> bool:
        """Whether each row that was made says in the table what it was meant to say."""
        places = literal([row.place for row in self.rows], ARRAY(BigInteger))
        asked = select(table).where(table.c.place == any_(places))
        there = (dict(row) for row in connection.execute(asked).mappings())
        told = {row["place"]: row for row in there}
        return all(_says(told.get(row.place), row.after) for row in self.rows)


def _says(row: Mapping[str, Any] | None, cells: Cells | None) -> bool:
    """Whether a row says what it is to say; None where there is none, or is to be none."""
    if row is None or cells is None:
        return row is cells
    return cells.items() <= row.items()


def cells_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what a row of a table says, without its place."""
    return {column: row[column] for column in row if column != "place"}
