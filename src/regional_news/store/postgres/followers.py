"""Who follows feeds, in a table of its own."""

from sqlalchemy import Connection, delete, insert, select

from regional_news.store.postgres.schema import SHEETS
from regional_news.store.sheets import FOLLOWERS

_TABLE = SHEETS[FOLLOWERS]


def read_followers(connection: Connection) -> dict[str, str]:
    """Return the mark of each person by e-mail address."""
    asked = select(_TABLE.c.email, _TABLE.c.mark)
    return {row.email: row.mark for row in connection.execute(asked)}


def write_follower(connection: Connection, email: str, mark: str) -> None:
    """Give a person a new mark, or none where it is empty; the caller is alone, and commits."""
    connection.execute(delete(_TABLE).where(_TABLE.c.email == email))
    if mark:
        connection.execute(insert(_TABLE).values(email=email, mark=mark))
