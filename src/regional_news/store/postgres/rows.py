"""Rows of the tables: those of briefs found by their ids, and any given other cells."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, Connection, Select, Text, any_, func, literal, select

from regional_news.store.postgres.edit import Edit, RowEdit, cells_of
from regional_news.store.postgres.schema import SHEETS
from regional_news.store.sheets import BRIEFS, COLUMNS
from regional_news.table.row_codec import RowCodec


def rows_of(
    connection: Connection, ids: Iterable[str], codec: RowCodec
) -> list[tuple[Mapping[str, Any], str, Any]]:
    """Return each row that may have one of the ids, with the id that it has and what it means.

    A row added by hand may have none written, and is given its own when it is read.
    """
    table = SHEETS[BRIEFS]
    asked = literal([*ids, ""], ARRAY(Text))
    found = select(table).where(func.btrim(table.c.id) == any_(asked)).order_by(table.c.place)
    rows = [row for row in rows_asked(connection, found) if any(map(str.strip, _cells(row)))]
    if not rows:
        return []
    frame = codec.meant(rows)
    meant = (frame.iloc[number] for number in range(len(frame)))
    return list(zip(rows, frame["id"], meant, strict=True))


def rows_asked(connection: Connection, asked: Select[Any]) -> list[dict[str, Any]]:
    """Return the rows that are asked for, with their places."""
    return [dict(row) for row in connection.execute(asked).mappings()]


def _cells(row: Mapping[str, Any]) -> Sequence[str]:
    return [row[column] for column in COLUMNS[BRIEFS]]


def rewriting(row: Mapping[str, Any], values: Mapping[str, str], what: str) -> Edit:
    """Return the edit that gives a row other values, an empty one where it has them already."""
    if not values:
        return Edit(what, [])
    before = cells_of(row)
    return Edit(what, [RowEdit(row["place"], before, {**before, **values})])
