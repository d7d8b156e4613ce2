"""Whole tables out to CSV files and in from them, as fast as the server can."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from regional_news.errors import StoreError
from regional_news.store.exported import Exported
from regional_news.store.postgres.records import record_of
from regional_news.store.postgres.schema import JOURNAL, SHEETS
from regional_news.store.sheets import COLUMNS

_FORMAT = "(format csv, header, null '\\N')"
"""Cells are quoted only where they must be, empty ones too; no cell is null."""


def pieces_of(connection: Connection, sheet: str) -> Iterator[bytes | memoryview]:
    """Yield a sheet's rows in their order as a CSV file with a header."""
    table = SHEETS[sheet]
    cells = (table.c[column] for column in COLUMNS[sheet])
    asked = select(*cells).order_by(table.c.place).compile(connection)
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"copy ({asked}) to stdout {_FORMAT}") as copied:
        yield from copied


def fill_tables(connection: Connection, exported: Exported) -> None:
    """Fill empty tables; raises StoreError where they are not empty."""
    for table in (*SHEETS.values(), JOURNAL):
        if connection.execute(select(table.c.place).limit(1)).first() is not None:
            raise StoreError("The database to copy to is not empty; name another one.")
    driver: Any = connection.connection.driver_connection
    for sheet, table in SHEETS.items():
        cells = ", ".join(f'"{column}"' for column in COLUMNS[sheet])
        with (
            driver.cursor() as cursor,
            cursor.copy(f"copy {table.name} ({cells}) from stdin") as to,
        ):
            for row in exported.rows(sheet):
                to.write_row(row)
    if changes := exported.changes():
        connection.execute(insert(JOURNAL), [record_of(change) for change in changes])
