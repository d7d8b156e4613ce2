"""A large file is made in another process, and is the same as one made here."""

import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from data_folders import copy_frozen

from regional_news.errors import UnreadablePage
from regional_news.exports import FORMATS, beside
from regional_news.exports.beside import download_beside
from regional_news.query import BriefFilter, View
from regional_news.settings import settings
from regional_news.snapshot.snapshot import open_snapshot


@pytest.fixture
def view(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[View]:
    """Return the view of all briefs in a copy of the frozen data, of which few are many."""
    folder = copy_frozen(tmp_path / "data")
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(folder))
    monkeypatch.setattr(beside, "FEW", 0)
    settings.cache_clear()
    yield open_snapshot(folder).view(BriefFilter(regions=("wales", "scotland")))
    settings.cache_clear()


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if each.as_file])
def test_it_is_the_same_file(view: View, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, but for the moment at which an Excel file was made."""
    made = download_beside(view, name)
    there = made.read()
    monkeypatch.setattr(beside, "FEW", len(view))
    here = download_beside(view, name).read()
    assert there == here or (name == "xlsx" and abs(len(there) - len(here)) < 20)


def test_a_file_is_made_of_what_is_there_now(view: View) -> None:
    """As another process that starts now would read it."""
    path = settings().data / "regional_news.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert json.loads(download_beside(view, "json").read()) == []


def test_data_that_cannot_be_read_leave_the_last_ones(view: View) -> None:
    """The file is of what the page shows."""
    whole = download_beside(view, "csv").read()
    (settings().data / "regional_news.csv").write_text("nothing of a brief\n", encoding="utf-8")
    assert download_beside(view, "csv").read() == whole


def test_a_file_that_takes_too_long_is_none(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not made here instead, where everybody would wait for it."""
    monkeypatch.setattr(beside, "_write", _fail)
    with pytest.raises(UnreadablePage):
        download_beside(view, "csv").read()


def test_files_are_made_one_after_the_other(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many readers ask at once, somebody's page can be read meanwhile."""
    made, together = threading.BoundedSemaphore(1), threading.Barrier(3)

    def make(*_: object, **__: object) -> None:
        assert made.acquire(blocking=False)
        time.sleep(0.05)
        made.release()

    def ask(_: int) -> bytes:
        together.wait()
        return download_beside(view, "csv").read()

    monkeypatch.setattr(beside, "in_worker", make)
    with ThreadPoolExecutor(3) as readers:
        assert [*readers.map(ask, range(3))] == [b"", b"", b""]


def _fail(*_: object, **__: object) -> None:
    raise MemoryError
