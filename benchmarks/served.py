"""The app, serving so many synthetic briefs."""

import csv
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from synthetic import synthetic_briefs
from world import DATA, gazetteer, themes

from regional_news.table.schema import FILE_COLUMNS

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from running_app import running_app


@contextmanager
def served(folder: Path, size: int) -> Iterator[str]:
    """Serve the app with so many briefs and give its address; what it reads lies in ``folder``."""
    data = data_folder(folder, size)
    work = folder / f"app-{size}"
    work.mkdir()
    with running_app(work, REGIONAL_NEWS_DATA=str(data)) as address:
        yield address


def data_folder(folder: Path, size: int) -> Path:
    """Return a new data folder below ``folder`` with so many briefs."""
    data = shutil.copytree(DATA, folder / f"briefs-{size}")
    frame = synthetic_briefs(size, gazetteer(), themes())
    for column in ("councils", "also_mentions", "themes"):
        frame[column] = frame[column].str.replace(" ", "; ")
    path = data / "regional_news.csv"
    frame.to_csv(path, columns=list(FILE_COLUMNS), index=False, quoting=csv.QUOTE_ALL)
    return data


def process_at(address: str) -> Path:
    """Return the folder in /proc of the server at an address."""
    port = address.rpartition(":")[2].encode()
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        words = line.read_bytes().split(b"\0")
        if b"serve" in words and port in words:
            return line.parent
    raise RuntimeError(f"there is no process that serves {address}")
