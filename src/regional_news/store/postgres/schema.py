"""The tables: a column for each column of the files, and what tells that something changed.

Cells hold the text as it was written and ``place`` the order of the rows, so that nothing is lost
between a file and a table. ``migrations/`` makes the tables; what they need beside columns, such
as the triggers that bump the version token, stands only there.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Identity,
    MetaData,
    Table,
    Text,
    Uuid,
)

from regional_news.store.sheets import ALIASES, BRIEFS, COLUMNS, FOLLOWERS

METADATA = MetaData()


def _place() -> Column[int]:
    return Column("place", BigInteger, Identity(), primary_key=True)


def _sheet(name: str, sheet: str) -> Table:
    cells = (Column(column, Text, nullable=False) for column in COLUMNS[sheet])
    return Table(name, METADATA, _place(), *cells)


SHEETS = {
    BRIEFS: _sheet("briefs", BRIEFS),
    ALIASES: _sheet("aliases", ALIASES),
    FOLLOWERS: _sheet("followers", FOLLOWERS),
}
"""The table of each sheet."""

JOURNAL = Table(
    "journal",
    METADATA,
    _place(),
    Column("id", Text, unique=True, nullable=False),
    Column("when", DateTime(timezone=True), nullable=False),
    Column("who", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("edit", JSON, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("undoes", Text, nullable=False),
)
"""Every change, only ever added to; ``edit`` holds the rows before and after."""

DEPARTED = Table("departed", METADATA, _place(), Column("mark", Text, nullable=False))
"""The marks of who signed out."""

STATE = Table(
    "state",
    METADATA,
    Column("token", Uuid, nullable=False),
    Column("changed", DateTime(timezone=True), nullable=False),
)
"""One row: the version token and since when. Whoever locks it is alone in changing the sheets."""

CHANNEL = "regional_news"
"""Where a change is notified, in the transaction that makes it."""
