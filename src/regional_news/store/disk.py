"""What is put on disk beside the sheets: lines added to a file, and folders for a moment.

Disks are full some day. A file holds then what it held before, and somebody is told.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from regional_news.errors import DataError, RegionalNewsError


def add_line(path: Path, line: str) -> None:
    """Add a line, its line break included, to a file and put it on disk.

    What stood at the end without a line break gets one. Raises OSError where the line cannot be
    written whole, and leaves the file as it was.
    """
    with path.open("ab+", buffering=0) as stream:
        end = stream.seek(0, os.SEEK_END)
        if end:
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":
                line = "\n" + line
        left = memoryview(line.encode())
        try:
            while left:  # a disk takes what it has room for, and refuses only the rest
                left = left[stream.write(left) or 0 :]
            os.fsync(stream.fileno())
        except OSError:
            with suppress(OSError):
                stream.truncate(end)
            raise


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Yield an empty folder that is gone afterwards; raises DataError where there is no room."""
    try:
        with tempfile.TemporaryDirectory(prefix="regional-news-") as folder:
            yield Path(folder)
    except RegionalNewsError:
        raise
    except OSError as error:
        raise DataError(
            f"A file for a moment cannot be written ({error.strerror}); make room where the server "
            "keeps temporary files, then try again."
        ) from error
