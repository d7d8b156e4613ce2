"""The cache of snapshots: a process keeps one, the newest that can be read.

When the store or a file under data/ changes, the next reader starts a thread that makes a new
snapshot; until it is there, all have the one before. When what changed cannot be read, the last
good snapshot stays and says what is wrong.
"""

import logging
import threading
from dataclasses import replace
from functools import lru_cache
from itertools import count
from pathlib import Path

from regional_news.errors import DataError
from regional_news.settings import settings
from regional_news.snapshot.snapshot import Snapshot, Version, open_snapshot, version_of
from regional_news.snapshot.tuning import freeze_garbage
from regional_news.store import FileStore, Store, open_store

LOG = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that the reader who comes first after a change waits for the new snapshot."""

MAKER = "snapshot"
"""The name of the thread that makes a new snapshot."""

WORDS = "index of words"
"""The name of the thread that makes the words ready to be searched."""


class SnapshotCache:
    """Keeps the newest readable snapshot of a folder and a store."""

    def __init__(self, folder: Path, store: Store | None = None) -> None:
        self._folder = folder
        self._store = store or FileStore(folder)
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._good: Snapshot | None = None
        self._maker: threading.Thread | None = None
        self._asked = count()
        self._logged = ""

    def version(self) -> Version:
        """Return the version of the snapshot, or of what one would be made of.

        While a new one is being made nobody can tell which an answer will be made of: the version
        is one that never comes again.
        """
        version = version_of(self._folder, self._store)
        if self._snapshot is None or self._snapshot.version == version:
            return version
        return (*version, (0, next(self._asked), 0))

    def newest(self) -> Snapshot:
        """Return the snapshot of files and store as they are now.

        Where it has to be made anew, whoever comes first waits for it, but not for long; the
        others, and who has waited, have the one before. Where files or store cannot be read,
        returns the last good one with its ``trouble`` set; raises DataError where there never was
        one.
        """
        snapshot = self._snapshot or self._first()
        if snapshot.version == version_of(self._folder, self._store):
            return snapshot
        maker, is_first = self._making()
        if is_first:
            maker.join(PATIENCE)
        return self._snapshot or snapshot

    def loaded(self) -> Snapshot | None:
        """Return the newest snapshot without waiting, None while it is not loaded."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.version != version_of(self._folder, self._store):
            return None
        return snapshot

    def settled(self) -> Snapshot:
        """Return the snapshot of files and store as they are now, however long that takes."""
        for _ in range(2):  # the one that is being made may lack the last change
            if self._first().version != version_of(self._folder, self._store):
                self._making()[0].join()
        return self._first()

    def _making(self) -> tuple[threading.Thread, bool]:
        """Return the thread that makes a new snapshot, and whether it was started only now."""
        with self._lock:
            if maker := self._maker:
                return maker, False
            maker = self._maker = threading.Thread(target=self._make, name=MAKER, daemon=True)
            maker.start()
            return maker, True

    def _first(self) -> Snapshot:
        with self._lock:
            if self._snapshot is None:
                self._snapshot = self._open(version_of(self._folder, self._store))
            return self._snapshot

    def _make(self) -> None:
        try:
            self._snapshot = self._open(version_of(self._folder, self._store))
        finally:
            self._maker = None

    def _open(self, version: Version) -> Snapshot:
        if self._good is not None and self._good.version == version:
            return self._good  # what could not be read is back as it was
        try:
            snapshot = self._good = open_snapshot(self._folder, self._store, self._good)
        except DataError as error:
            self._log(str(error))
            if self._good is None:
                raise
            return replace(self._good, version=version, trouble=str(error))
        self._logged = ""
        # The first page needs no words: they are indexed while it is drawn.
        threading.Thread(target=_finish, args=(snapshot,), name=WORDS, daemon=True).start()
        return snapshot

    def _log(self, trouble: str) -> None:
        """Write into the log, once, why the briefs cannot be read."""
        if trouble != self._logged:
            LOG.warning("The briefs cannot be read: %s", trouble)
        self._logged = trouble


def _finish(snapshot: Snapshot) -> None:
    """Make the words ready to be searched, and spare what now lives from being looked through."""
    snapshot.index.search  # noqa: B018  made when it is first asked for
    freeze_garbage()


@lru_cache(maxsize=4)
def snapshot_cache(folder: Path, address: str = "") -> SnapshotCache:
    """Return the process's one cache for a data folder and the store at an address."""
    return SnapshotCache(folder, open_store(address, folder))


def current_snapshot() -> Snapshot:
    """Return the newest readable snapshot of the configured data folder and store."""
    return _configured_cache().newest()


def loaded_snapshot() -> Snapshot | None:
    """Return the same without waiting, None while it is not loaded."""
    return _configured_cache().loaded()


def settled_snapshot() -> Snapshot:
    """Return the same once it has what was just saved here."""
    return _configured_cache().settled()


def current_version() -> Version:
    """Return the version of the data as it is now, without reading it."""
    return _configured_cache().version()


def _configured_cache() -> SnapshotCache:
    chosen = settings()
    return snapshot_cache(chosen.data, chosen.store.get_secret_value())
