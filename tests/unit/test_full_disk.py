"""On a full disk nothing is lost, somebody is told, and the next save works once there is room."""

import asyncio
import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartParser
from starlette.requests import Request
from starlette.types import Message
from tests.unit.snapshot_builder import build_snapshot
from tests.unit.store.test_journal import BRIEFS, add
from urllib3.filepost import encode_multipart_formdata

from regional_news.errors import DataError, StoreError
from regional_news.exports import download
from regional_news.query import BriefFilter
from regional_news.recognition.corrections import FILE_NAME, Correction, Corrections
from regional_news.store.disk import add_line, scratch_folder
from regional_news.store.files.journal import Journal
from regional_news.ui.start import hold_uploads

if sys.platform == "win32":
    pytest.skip("Windows has no such limit", allow_module_level=True)

from full_disk import full_disk

SHEET = "\ufeffid,summary\r\n1,café".encode()
NEW = "\r\n2," + "bar" * 200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder whose journal is longer than its sheet."""
    (tmp_path / BRIEFS).write_bytes(SHEET)
    for number in range(8):
        add(Journal(tmp_path), f"\r\n{number},{'foo' * 50}")
        Journal(tmp_path).undo(who="Ann")
    return tmp_path


def _files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name != ".lock"}


def _places(folder: Path) -> Iterator[int]:
    """Yield where a disk may be full: within the sheet, and within the journal's line."""
    yield len(SHEET) + 20
    journal = len(_files(folder)["journal.jsonl"])
    yield from (journal, journal + 1, journal + 300)


def test_a_save_is_whole_or_leaves_all_as_it_was(folder: Path) -> None:
    """Wherever the room ends; with room again it is saved."""
    before = _files(folder)
    for most in _places(folder):
        with full_disk(most), pytest.raises(StoreError, match="Nothing was saved: File too large"):
            add(Journal(folder), NEW)
        assert _files(folder) == before
    add(Journal(folder), NEW)
    assert (folder / BRIEFS).read_bytes() == SHEET + NEW.encode()
    assert len(Journal(folder).changes()) == 17


def test_a_save_counts_though_the_journal_cannot_say_that_it_is_done(folder: Path) -> None:
    """Whoever saves next says it."""
    journal = folder / "journal.jsonl"
    start = journal.stat().st_size
    add(Journal(folder), NEW)
    line = journal.read_bytes()[start:].splitlines(keepends=True)[0]
    Journal(folder).undo(who="Ann")
    with full_disk(journal.stat().st_size + len(line) + 5):
        add(Journal(folder), NEW)
    assert (folder / BRIEFS).read_bytes() == SHEET + NEW.encode()
    assert "is complete" in Journal(folder).recover()
    assert Journal(folder).undo(who="Bob")
    assert (folder / BRIEFS).read_bytes() == SHEET


def test_an_answer_that_cannot_be_kept_spoils_none_of_the_others(tmp_path: Path) -> None:
    """Those before it are read, those after it are kept."""
    path = tmp_path / FILE_NAME
    answers = Corrections(path)
    answers.add(Correction("One.", "One", "one", yes=True))
    before = path.read_bytes()
    with (
        full_disk(len(before) + 30),
        pytest.raises(StoreError, match="not kept for others: No space left"),
    ):
        answers.add(Correction("Two.", "Two", "two", yes=True))
    assert path.read_bytes() == before
    answers.add(Correction("Three.", "Three", "three", yes=True))
    assert [*answers.about("One."), *answers.about("Three.")] == ["one", "three"]


def test_a_line_is_added_after_one_that_was_cut_short(tmp_path: Path) -> None:
    """Somebody killed another program while it wrote."""
    path = tmp_path / "notes"
    path.write_bytes(b"whole\ncut sh")
    add_line(path, "new\n")
    assert path.read_bytes() == b"whole\ncut sh\nnew\n"


def test_a_page_is_taken_without_a_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The largest that may be uploaded."""
    monkeypatch.setattr(MultiPartParser, "spool_max_size", MultiPartParser.spool_max_size)
    hold_uploads()
    page = bytes(10 << 20)
    body, kind = encode_multipart_formdata({"file": ("page.pdf", page)})

    async def received() -> Message:
        return {"type": "http.request", "body": body}

    async def taken() -> object:
        scope = {"type": "http", "headers": [(b"content-type", kind.encode())]}
        async with Request(scope, received).form() as form:
            (uploaded,) = form.values()
            assert isinstance(uploaded, UploadFile)
            return await uploaded.read()

    with full_disk(100):
        assert asyncio.run(taken()) == page


@pytest.mark.filterwarnings(  # xlsxwriter leaves open what it could not write
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_a_file_to_take_away_says_what_there_is_no_room_for() -> None:
    """Excel's is written on disk first."""
    excel = download(build_snapshot().view(BriefFilter()), "xlsx")
    with full_disk(100), pytest.raises(DataError, match="temporary files"):
        excel.read()
    gc.collect()
    assert excel.read()


def test_a_folder_for_a_moment_is_gone_where_there_is_no_room() -> None:
    """What was written of it makes room again."""
    with full_disk(100), pytest.raises(DataError, match="make room"), scratch_folder() as folder:
        (folder / "large").write_bytes(bytes(200))
    assert not folder.exists()
