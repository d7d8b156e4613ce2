"""Changes as rows of the journal's table."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from regional_news.store.change import Change
from regional_news.store.postgres.schema import JOURNAL


def changes_in(connection: Connection, *, since: str = "") -> tuple[Change, ...]:
    """Return every change in the journal, the oldest first.

    With ``since``, those since the data were at that version; the newest alone where they never
    were.
    """
    place = JOURNAL.c.place
    columns = [column for column in JOURNAL.c if column is not place]
    asked = select(*columns).order_by(place)
    if since:
        first = select(func.max(place)).where(JOURNAL.c.old == since).scalar_subquery()
        newest = select(func.max(place)).scalar_subquery()
        asked = asked.where(place >= func.coalesce(first, newest))
    rows = connection.execute(asked).mappings()
    return tuple(Change(**{**row, "when": _written(row["when"])}) for row in rows)


def record_of(change: Change) -> dict[str, Any]:
    """Return the row of a change."""
    return {**asdict(change), "when": datetime.fromisoformat(change.when)}


def _written(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds")
