"""The newest snapshot in a process beside the server's, kept there until the data change."""

from pathlib import Path
from typing import NamedTuple

from regional_news.settings import settings
from regional_news.snapshot.snapshot import Snapshot, Version, open_snapshot, version_of
from regional_news.store import open_store


class Place(NamedTuple):
    """Where the data are: the data folder, and the address of the store, empty for the files there.

    It is told with each job: a worker may outlive what the settings name.
    """

    folder: Path
    address: str

    @classmethod
    def configured(cls) -> "Place":
        """Return the place that the settings name."""
        return cls(settings().data, settings().store.get_secret_value())


def snapshot_at(place: Place) -> Snapshot:
    """Return the snapshot of the data as they are now; raises DataError where there is none.

    Its words are made ready only when they are searched.
    """
    if (last := _kept.get(place)) is None or last.version != version_at(place):
        _kept.clear()
        store = open_store(place.address, place.folder)
        last = _kept[place] = open_snapshot(place.folder, store, last)
    return last


def version_at(place: Place) -> Version:
    """Return the version of the data as they are now."""
    return version_of(place.folder, open_store(place.address, place.folder))


_kept: dict[Place, Snapshot] = {}
"""The last one, which lends the next what it knows of names."""
