"""A file is replaced as a whole: written aside, read back, and renamed over the old one.

A link stays a link, and the new file has the rights and the owner of the old.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from regional_news.errors import StoreError

PATIENCE = 30.0
"""Seconds to wait while somebody else saves."""


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep others from writing into a folder; raises StoreError where that or writing fails."""
    path = folder / ".lock"
    lock = FileLock(path, timeout=PATIENCE, poll_interval=0.01)
    try:
        lock.acquire()
        belong_as(path, folder)
        yield
    except Timeout:
        raise StoreError("Somebody else is saving; try again in a minute.") from None
    except StoreError:
        raise
    except OSError as error:
        raise StoreError(
            f"Nothing was saved: {error.strerror}; mend that and save again."
        ) from error
    finally:
        with contextlib.suppress(OSError):  # saved is saved, and the system unlocks at last
            lock.release()


def aside(path: Path) -> Path:
    """Return where the next version of a file is written: beside it, where it really lies."""
    real = path.resolve()
    return real.with_name(f".{real.name}.new")


def write_aside(path: Path, data: bytes) -> Path:
    """Return a file beside ``path`` that holds the data on disk; none is left where that fails.

    Raises OSError where it cannot be written and StoreError where it does not say the same.
    """
    new = aside(path)
    try:
        with new.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, new)
        belong_as(new, path if path.exists() else path.parent)
        reads_back = new.read_bytes() == data
    except OSError:
        new.unlink(missing_ok=True)
        raise
    if not reads_back:
        new.unlink()
        raise StoreError("Nothing was saved: the disk gives back something else; check it.")
    return new


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file in one step: afterwards it holds the data, or what it held before.

    Raises OSError or StoreError as ``write_aside`` does; nothing is left beside the file then.
    """
    new = write_aside(path, data)
    try:
        put_in_place(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def put_in_place(new: Path, path: Path) -> None:
    """Rename what was written aside over the file, and put the folder's entry on disk."""
    real = path.resolve()
    new.replace(real)
    with contextlib.suppress(OSError):  # it is saved: at worst a power failure brings the old back
        _sync(real.parent)


def belong_as(path: Path, like: Path) -> None:
    """Give a file the owner of another where that is not whoever runs this; only root may."""
    if os.name == "posix" and os.geteuid() == 0:
        owner = like.stat()
        os.chown(path, owner.st_uid, owner.st_gid)


def _sync(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
