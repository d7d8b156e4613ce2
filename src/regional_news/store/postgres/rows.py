"""The rows of a table as the store changes them; see ``base.Sheet``."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, Connection, Select, Text, any_, func, literal, select

from regional_news.store.postgres.edit import Edit, RowEdit, cells_of
from regional_news.store.postgres.schema import SHEETS

Row = Mapping[str, Any]
"""The cells of a row by column, and its place."""


class Sheet:
    """The rows of one sheet's table, on a connection that is alone in changing it."""

    def __init__(self, connection: Connection, sheet: str) -> None:
        self.connection = connection
        self._table = SHEETS[sheet]

    @property
    def rows(self) -> list[Row]:
        """All rows that are not blank."""
        return self._asked(select(self._table))

    def rows_with(self, column: str, wanted: Collection[str]) -> list[Row]:
        """Return the rows that have one of the wanted values in a column."""
        cell = func.btrim(self._table.c[column])
        return self._asked(select(self._table).where(cell == any_(literal([*wanted], ARRAY(Text)))))

    def values(self, row: Row) -> dict[str, str]:
        """Return a row's cells by column."""
        return cells_of(row)

    def added(self, rows: Sequence[Mapping[str, str]], what: str) -> Edit:
        """Return the edit that adds rows at the end; ``what`` says it."""
        return Edit(what, [RowEdit(None, None, row) for row in rows])

    def rewritten(self, row: Row, values: Mapping[str, str], what: str) -> Edit:
        """Return the edit that gives some of a row's cells other values."""
        before = cells_of(row)
        return Edit(what, [RowEdit(row["place"], before, {**before, **values})])

    def removed(self, row: Row, what: str) -> Edit:
        """Return the edit that takes a row out."""
        return Edit(what, [RowEdit(row["place"], cells_of(row), None)])

    def _asked(self, asked: Select[Any]) -> list[Row]:
        found = self.connection.execute(asked.order_by(self._table.c.place)).mappings()
        rows = [dict(row) for row in found]
        return [row for row in rows if any(map(str.strip, cells_of(row).values()))]
