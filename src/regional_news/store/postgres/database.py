"""Connections to the database, and what to tell a person when there is none.

Neither addresses nor passwords are told: readers see these sentences. The log has the reason.
"""

import contextlib
import logging
import threading
from collections.abc import Iterator

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from regional_news.errors import DataError, StoreError
from regional_news.store.postgres.migrate import migrate

LOG = logging.getLogger(__name__)

PATIENCE = 30
"""Seconds to wait while somebody else saves."""

_CONNECT = {
    "application_name": "regional-news",
    "client_encoding": "UTF8",
    "connect_timeout": 3,
    # A server that vanished without a word is noticed in seconds, not in hours.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    # No question takes longer than that, nor does anybody leave a change half made.
    "options": f"-c statement_timeout={PATIENCE * 2}s -c idle_in_transaction_session_timeout=60s",
}

_BUSY = ("55P03", "40P01")  # waited too long for a lock, or for each other
_SLOW = ("57014", "25P03")  # a question, or a change half made, took too long
_UNKEPT = ("22021", "22P05")  # a character that the database's encoding lacks
_DENIED = "42501"
_FULL = "53100"

Failure = (SQLAlchemyError, psycopg.Error)
"""What a broken connection or an unwilling database raises."""


class Database:
    """A PostgreSQL database, 13 or later, whose tables are made when they are first needed."""

    def __init__(self, address: str) -> None:
        self._url = _url(address)
        self.engine: Engine = create_engine(
            self._url, pool_pre_ping=True, pool_timeout=PATIENCE, connect_args=_CONNECT
        )
        self._migrating = threading.Lock()
        self._is_migrated = False
        self._logged = ""

    @contextlib.contextmanager
    def connected(self) -> Iterator[Connection]:
        """Yield a connection to tables that are up to date; it is rolled back afterwards."""
        with self._migrating:
            if not self._is_migrated:
                with self.engine.begin() as connection:
                    migrate(connection)
                self._is_migrated = True
        with self.engine.connect() as connection:
            self._logged = ""
            yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one moment; raises DataError where that fails."""
        try:
            with self.connected() as connection:
                yield connection.execution_options(isolation_level="REPEATABLE READ")
        except Failure as error:
            self.log(error)
            raise DataError(_sentence(error)) from None

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection whose work is committed; raises StoreError where that fails."""
        nothing = "Nothing was saved"
        try:
            with self.connected() as connection:
                connection.execute(text(f"set local lock_timeout = '{PATIENCE}s'"))
                yield connection
                nothing = "It is not known whether this was saved; look before you save it again"
                connection.commit()
        except (*Failure, UnicodeError) as error:
            self.log(error)
            raise StoreError(f"{nothing}. {_sentence(error)}") from None
        except DataError as error:
            raise StoreError(f"{nothing}. {error}") from None

    def log(self, error: BaseException) -> None:
        """Write down why the database failed, in a line without the password; not twice."""
        reason = str(getattr(error, "orig", None) or error).partition("\n")[0]
        if self._url.password:
            reason = reason.replace(self._url.password, "…")
        if reason != self._logged:
            LOG.warning("Database: %s", reason)
        self._logged = reason


def _url(address: str) -> URL:
    """Return the address for SQLAlchemy; or raise DataError, which does not repeat it."""
    kind, rest = address.partition("://")[::2]
    try:
        if kind in {"postgres", "postgresql", "postgresql+psycopg"}:
            psycopg.conninfo.conninfo_to_dict(f"postgresql://{rest}")  # knows every option
            return make_url(f"postgresql+psycopg://{rest}")
    except (SQLAlchemyError, psycopg.Error, ValueError):
        pass
    raise DataError(
        "The store’s address must look like postgresql://user:password@host/name; mend it."
    )


def _sentence(error: BaseException) -> str:
    """Return what is wrong and what to do."""
    cause = getattr(error, "orig", error)
    state = getattr(cause, "sqlstate", None)
    if state in _BUSY:
        return "Somebody else is saving; try again in a minute."
    if state in _SLOW:
        return "The database takes too long to answer; try again in a minute."
    if state in _UNKEPT or (state is None and isinstance(cause, (psycopg.DataError, UnicodeError))):
        return "The text holds a character that the database cannot keep; remove it."
    if state == _FULL:
        return "The database has no room left; ask whoever runs the server to make some."
    if state == _DENIED:
        return "The database’s user lacks a right to the tables; ask whoever runs the server."
    return "The database cannot be reached; it is tried again, so wait a minute."
