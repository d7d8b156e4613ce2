"""Whether somebody is writing a file in place, as programs do that copy or save it bit by bit."""

import time
from pathlib import Path

from regional_news.store.base import Stamp

QUIET = 1.5
"""Seconds without a change after which a file is taken as it is, whatever it ends with."""


def is_half_written(file: Path, stamp: Stamp, seen: Stamp) -> bool:
    """Return whether a file that was ``seen`` before is being written: it ends inside a line.

    The app itself puts a whole new file in the place of the old one, which needs no waiting.
    """
    changed, size, inode = stamp
    if inode != seen[2] or time.time() - changed / 1e9 > QUIET:
        return False
    if not size:
        return True
    try:
        with file.open("rb") as stream:
            stream.seek(-1, 2)
            return stream.read(1) not in b"\r\n"
    except OSError:
        return False
