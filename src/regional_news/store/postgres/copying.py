"""Whole tables out to CSV files and in from them, as fast as the server can."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from regional_news.store.base import COLUMNS
from regional_news.store.postgres.schema import SHEETS

_FORMAT = "(format csv, header, null '\\N')"
"""Cells are quoted only where they must be, empty ones too; no cell is null."""


def write_sheet(connection: Connection, sheet: str, path: Path) -> None:
    """Write a sheet's rows in their order into a CSV file with a header."""
    table = SHEETS[sheet]
    cells = (table.c[column] for column in COLUMNS[sheet])
    asked = select(*cells).order_by(table.c.place).compile(connection)
    driver: Any = connection.connection.driver_connection
    with path.open("wb") as file, driver.cursor() as cursor:  # noqa: SIM117
        with cursor.copy(f"copy ({asked}) to stdout {_FORMAT}") as copied:
            file.writelines(copied)
