"""The briefs at rest: read whole, changed one edit at a time, never half.

Two stores do the same: plain files in the data folder, and a PostgreSQL database for several
servers that share their briefs.
"""

from functools import lru_cache
from pathlib import Path

from regional_news.errors import DataError
from regional_news.settings import settings
from regional_news.store.base import Stamp, Store, stamp_of
from regional_news.store.change import SOMEBODY, Change, RowChange, user
from regional_news.store.copying import copy_store
from regional_news.store.files import FileStore
from regional_news.store.standing import adding, deleting, in_words, made, resting_on, standing
from regional_news.table.row_codec import RowCodec, briefs_in

__all__ = [
    "SOMEBODY",
    "Change",
    "FileStore",
    "RowChange",
    "RowCodec",
    "Stamp",
    "Store",
    "adding",
    "briefs_in",
    "configured_store",
    "copy_store",
    "deleting",
    "in_words",
    "made",
    "open_store",
    "resting_on",
    "stamp_of",
    "standing",
    "store_at",
    "user",
]


def configured_store() -> Store:
    """Return the store that the settings name; or raise DataError where there is no such one."""
    chosen = settings()
    return open_store(chosen.store.get_secret_value(), chosen.data)


def store_at(place: str) -> Store:
    """Return the store at an address, or in a folder; or raise DataError."""
    return open_store(place, Path()) if "://" in place else FileStore(Path(place))


@lru_cache(maxsize=4)
def open_store(address: str, folder: Path) -> Store:
    """Return the process's one store at an address; without an address, the files in ``folder``.

    Raises DataError, which never repeats the address since it may hold a password.
    """
    if not address:
        return FileStore(folder)
    try:
        from regional_news.store.postgres import PostgresStore  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        raise DataError(
            f'PostgreSQL needs the package {error.name}: pip install "regional-news[postgres]"'
        ) from None
    return PostgresStore(address)
