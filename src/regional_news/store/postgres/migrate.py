"""Brings the tables of a database up to date, once a process and by one process at a time."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from regional_news.errors import DataError

_ALONE = 0x6E657773
"""The number of the advisory lock that processes which start at once wait for."""


def configuration() -> Config:
    """Return Alembic's configuration, as the ``alembic`` command would read it from a file."""
    config = Config()
    config.set_main_option("script_location", "regional_news.store.postgres:migrations")
    return config


def migrate(connection: Connection) -> None:
    """Make the tables, or change those of an older version; the caller commits.

    Raises DataError where a newer version of the app made them.
    """
    connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _ALONE})
    config = configuration()
    newest = ScriptDirectory.from_config(config).get_current_head()
    if MigrationContext.configure(connection).get_current_revision() == newest:
        return
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise DataError(
            "The database belongs to a newer version of the app; install that version."
        ) from None
