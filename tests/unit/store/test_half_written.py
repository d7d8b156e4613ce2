"""A file that somebody is still writing waits until it is whole, or nobody writes any more."""

import os
import time
from pathlib import Path

import pytest

from regional_news.store import FileStore
from regional_news.store.sheets import BRIEFS


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return a store whose file has been seen."""
    (tmp_path / BRIEFS).write_text("id,issue\na,Echo 1\nb,Echo 1\n")
    store = FileStore(tmp_path)
    store.stamps()
    return store


def write_in_place(path: Path, text: str, ago: float = 0.0) -> None:
    """Write a file as a program does that copies it bit by bit, so many seconds ago."""
    path.write_text(text)
    moment = time.time() - ago
    os.utime(path, (moment, moment))


@pytest.mark.parametrize("half", ["", "id,issue\na,Ec"])
def test_half_a_file_waits(store: FileStore, tmp_path: Path, half: str) -> None:
    """The version before is shown until the file ends as lines do."""
    before = store.stamps()
    write_in_place(tmp_path / BRIEFS, half)
    assert store.stamps() == before
    write_in_place(tmp_path / BRIEFS, "id,issue\na,Echo 1\nb,Echo 2\n")
    assert store.stamps() != before


def test_what_nobody_writes_any_more_is_taken_as_it_is(store: FileStore, tmp_path: Path) -> None:
    """An editor may leave out the last line's end."""
    before = store.stamps()
    write_in_place(tmp_path / BRIEFS, "id,issue\na,Echo 1", ago=5)
    assert store.stamps() != before


def test_a_file_that_is_put_in_place_as_a_whole_is_taken_at_once(
    store: FileStore, tmp_path: Path
) -> None:
    """As the app saves, whatever the file ends with."""
    before = store.stamps()
    (tmp_path / "new").write_text("id,issue\na,Echo 1")
    (tmp_path / "new").replace(tmp_path / BRIEFS)
    assert store.stamps() != before
