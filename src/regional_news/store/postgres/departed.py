"""Marks of who signed out, in a table of their own."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select, text

from regional_news.store import base
from regional_news.store.postgres.schema import CHANNEL, DEPARTED


def write_departed(connection: Connection, marks: Sequence[str]) -> None:
    """Add marks, drop the oldest, and tell all servers; the caller is alone, and commits."""
    connection.execute(insert(DEPARTED), [{"mark": mark} for mark in marks])
    newest = select(func.max(DEPARTED.c.place)).scalar_subquery()
    connection.execute(delete(DEPARTED).where(DEPARTED.c.place <= newest - base.DEPARTED))
    connection.execute(text(f"notify {CHANNEL}"))
