"""Knows the newest version of the database without asking it at every request.

One thread of each process listens for changes. It also looks once a second, so that a change is
seen where notifications do not get through, as behind some connection pools, and so that a
connection that broke is noticed.
"""

import contextlib
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text

from regional_news.errors import RegionalNewsError
from regional_news.store.base import Stamp
from regional_news.store.postgres.database import Database, Failure
from regional_news.store.postgres.schema import CHANNEL, DEPARTED, STATE

INTERVAL = 1.0
"""Seconds between two looks, and between two attempts to connect again."""

FIRST_ANSWER = 10.0
"""Seconds to wait for the first look."""

UNREACHABLE: Stamp = (0, 0, 0)
"""The stamp while the database cannot be reached: what was loaded before is overtaken."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def token_now(connection: Connection, *, alone: bool = False) -> tuple[str, Stamp]:
    """Return the version token and its stamp; ``alone`` keeps others from writing until the end."""
    asked = select(STATE.c.token, STATE.c.changed)
    token, changed = connection.execute(asked.with_for_update() if alone else asked).one()
    return token.hex, _stamp(token, changed)


class Watch:
    """Keeps the stamp of a database's newest version."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stamp = UNREACHABLE
        self._departed: frozenset[str] = frozenset()
        self._departed_until = 0
        self._has_looked = threading.Event()
        self._is_closed = threading.Event()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def stamp(self) -> Stamp:
        """The newest stamp that is known; the first to ask waits until there is an answer."""
        if not self._has_looked.is_set():
            with self._starting:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name=CHANNEL, daemon=True)
                    self._thread.start()
            self._has_looked.wait(FIRST_ANSWER)
        return self._stamp

    @property
    def departed(self) -> frozenset[str]:
        """The marks of who signed out, as of the last look."""
        return self._departed if self.stamp else frozenset()  # the first to ask waits

    def saw_departed(self, marks: Iterable[str]) -> None:
        """Take note of who signed out here before the notification comes."""
        self._departed |= {*marks}

    def saw(self, stamp: Stamp) -> None:
        """Take note of a version; whoever saves knows it before the notification comes."""
        self._stamp = stamp

    def close(self) -> None:
        """Stop looking; a notification wakes the thread that listens."""
        self._is_closed.set()
        if self._thread is not None:
            with contextlib.suppress(*Failure), self._database.engine.begin() as connection:
                connection.execute(text(f"notify {CHANNEL}"))
            self._thread.join()

    def _run(self) -> None:
        while not self._is_closed.is_set():
            try:
                self._listen()
            except (*Failure, RegionalNewsError) as error:
                is_news = self._stamp != UNREACHABLE or not self._has_looked.is_set()
                if is_news and not self._is_closed.is_set():
                    self._database.log(error)
                self._look(UNREACHABLE)
            self._is_closed.wait(INTERVAL)

    def _listen(self) -> None:
        """Take note of the version after each notification and each interval, until it fails."""
        with self._database.connected() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            driver: Any = alone.connection.driver_connection
            driver.execute(f"LISTEN {CHANNEL}")
            while not self._is_closed.is_set():
                self._look_for_departed(alone)
                self._look(token_now(alone)[1])
                for _ in driver.notifies(timeout=INTERVAL, stop_after=1):
                    pass
            alone.invalidate()  # nobody else is to get a connection that listens

    def _look_for_departed(self, connection: Connection) -> None:
        asked = select(DEPARTED).where(DEPARTED.c.place > self._departed_until)
        if new := connection.execute(asked.order_by(DEPARTED.c.place)).all():
            self._departed |= {row.mark for row in new}
            self._departed_until = new[-1].place

    def _look(self, stamp: Stamp) -> None:
        self._stamp = stamp
        self._has_looked.set()


def _stamp(token: UUID, changed: datetime) -> Stamp:
    since = changed - _EPOCH
    microseconds = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    return (microseconds * 1_000, token.int, 1)
