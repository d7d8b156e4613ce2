"""Changes as rows of the journal's table."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from regional_news.store.change import Change
from regional_news.store.postgres.schema import JOURNAL


def changes_in(connection: Connection) -> tuple[Change, ...]:
    """Return every change in the journal, the oldest first."""
    columns = [column for column in JOURNAL.c if column is not JOURNAL.c.place]
    rows = connection.execute(select(*columns).order_by(JOURNAL.c.place)).mappings()
    return tuple(Change(**{**row, "when": _written(row["when"])}) for row in rows)


def record_of(change: Change) -> dict[str, Any]:
    """Return the row of a change."""
    return {**asdict(change), "when": datetime.fromisoformat(change.when)}


def _written(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds")
