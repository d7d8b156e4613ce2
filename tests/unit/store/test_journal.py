"""The files are the old ones or the new ones, and every change can be told and taken back."""

import errno
import json
import os
from pathlib import Path

import pytest

from regional_news.errors import StaleVersion, StoreError
from regional_news.store import Change, exported
from regional_news.store.exported import strange_lines
from regional_news.store.files import log
from regional_news.store.files.edit import Edit
from regional_news.store.files.journal import Journal
from regional_news.store.files.log import Log

BRIEFS = "regional_news.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with a file that ends without a line ending."""
    (tmp_path / BRIEFS).write_bytes("\ufeffid,summary\r\n1,café".encode())
    return tmp_path


def add(journal: Journal, text: str, *, who: str = "Ann", version: str = "") -> Change:
    """Add text at the end of the briefs."""
    change = journal.make(
        BRIEFS,
        lambda old: Edit(len(old), "", text, "added a brief"),
        who=who,
        version=version or journal.version(),
    )
    assert change
    return change


def test_an_edit_is_saved_and_told(folder: Path) -> None:
    """The journal says who changed what, and the text before and after."""
    change = add(Journal(folder), "\r\n2,bar")
    assert (folder / BRIEFS).read_bytes() == "\ufeffid,summary\r\n1,café\r\n2,bar".encode()
    assert Journal(folder).changes() == (change,)
    record = json.loads((folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert record["who"] == "Ann"
    assert record["edit"]["before"] == ""
    assert record["edit"]["after"] == "\r\n2,bar"


def test_an_edit_of_nothing_is_no_change(folder: Path) -> None:
    """Neither file nor journal is touched."""
    journal = Journal(folder)
    assert journal.make(BRIEFS, lambda _: None, who="Ann", version=journal.version()) is None
    same = Edit(0, "id", "id", "nothing")
    assert journal.make(BRIEFS, lambda _: same, who="Ann", version=journal.version()) is None
    assert journal.changes() == ()


def test_an_old_version_is_refused_with_what_changed(folder: Path) -> None:
    """The message names who saved what since."""
    journal = Journal(folder)
    old = journal.version()
    add(journal, "\r\n2,bar")
    with pytest.raises(StaleVersion, match="Ann added a brief on "):
        add(journal, "\r\n3,baz", who="Bob", version=old)
    assert len(journal.changes()) == 1


def test_a_change_by_hand_is_noticed(folder: Path) -> None:
    """A file that was mended in a spreadsheet is not the version that was loaded."""
    journal = Journal(folder)
    old = journal.version()
    (folder / BRIEFS).write_text("id,summary\n", encoding="utf-8")
    with pytest.raises(StaleVersion, match="changed by hand"):
        add(journal, "2,bar", version=old)


def test_undo_restores_every_byte_one_change_after_the_other(folder: Path) -> None:
    """Two changes are taken back, the newest first; then there is nothing to take back."""
    journal = Journal(folder)
    states = [(folder / BRIEFS).read_bytes()]
    for text in ("\r\n2,bar", "\r\n3,baz"):
        add(journal, text)
        states.append((folder / BRIEFS).read_bytes())
    for before in reversed(states[:-1]):
        assert journal.undo(who="Bob")
        assert (folder / BRIEFS).read_bytes() == before
    assert journal.undo(who="Bob") is None
    assert [change.who for change in journal.changes()] == ["Ann", "Ann", "Bob", "Bob"]


def test_saving_to_a_full_disk_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader is told why; the file, the journal and the folder are as before."""
    journal = Journal(folder)
    journal.recover()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="Nothing was saved: No space left on device"):
        add(journal, "\r\n2,bar")
    monkeypatch.undo()
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".lock"}
    assert after == before


def test_a_folder_that_cannot_be_written_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only folder gives a sentence, not a traceback."""

    def denied(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    journal = Journal(folder)
    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(StoreError, match="Nothing was saved: Permission denied"):
        add(journal, "\r\n2,bar")
    monkeypatch.undo()
    assert (folder / BRIEFS).read_bytes().endswith("café".encode())
    assert not list(folder.glob(".*.new"))
    assert journal.recover() == ""


@pytest.mark.parametrize(
    ("cut_at", "told", "kept"),
    [
        ("replace", "nothing of it was kept", 0),
        ("note", "is complete", 1),
    ],
)
def test_a_save_that_was_cut_short_is_told_at_the_next_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch, cut_at: str, told: str, kept: int
) -> None:
    """Between intent and file the old one stands, between file and journal the new one."""

    class Killed(BaseException):
        """Stands for a signal that nothing catches."""

    notes: list[object] = []
    note = Log.note

    def killed(*_: object) -> None:
        raise Killed

    def killed_at_the_second(self: Log, record: dict[str, object]) -> None:
        notes.append(record)
        if len(notes) == 2:
            raise Killed
        note(self, record)

    if cut_at == "replace":
        monkeypatch.setattr(Path, "replace", killed)
    else:
        monkeypatch.setattr(Log, "note", killed_at_the_second)
    with pytest.raises(Killed):
        add(Journal(folder), "\r\n2,bar")
    monkeypatch.undo()

    journal = Journal(folder)
    assert told in journal.recover()
    assert journal.recover() == ""
    assert len(journal.changes()) == kept
    assert (folder / BRIEFS).read_bytes().endswith(b"2,bar") == bool(kept)
    assert not list(folder.glob(".*.new"))


def test_a_torn_last_line_of_the_journal_says_nothing(folder: Path) -> None:
    """The next record begins on a line of its own."""
    journal = Journal(folder)
    add(journal, "\r\n2,bar")
    with (folder / "journal.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "abc", "who')
    assert journal.recover() == ""
    add(journal, "\r\n3,baz")
    assert len(journal.changes()) == 2


@pytest.mark.parametrize(
    "line",
    [
        *("17", "[]", '"done"', "{}", '{"id": "abc"}', '{"note": "by hand"}', "null", "{", "\x00"),
        pytest.param("[" * 100_000, id="lists in lists"),
    ],
)
def test_a_line_that_tells_no_change_is_passed_over_and_named(folder: Path, line: str) -> None:
    """Whatever somebody wrote into the journal: the changes before and after it are told."""
    journal, path = Journal(folder), folder / "journal.jsonl"
    first = add(journal, "\r\n2,bar")
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert journal.recover() == ""
    second = add(journal, "\r\n3,baz")
    assert journal.changes() == (first, second)
    assert strange_lines(folder) == (("journal.jsonl", 3),)
    assert journal.undo(who="Bob", change_id=second.id)


def test_a_save_reads_the_end_of_the_journal_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many saves there were: as much is read before the next one as before the first."""
    journal, path = Journal(folder), folder / "journal.jsonl"
    add(journal, "\r\n2,bar")
    told = path.read_text(encoding="utf-8")
    path.write_text(told * 2_000, encoding="utf-8")
    monkeypatch.setattr(exported, "lines_of", None)
    monkeypatch.setattr(log, "_CHUNK", 64)
    add(journal, "\r\n3,baz")
    assert journal.recover() == ""
    monkeypatch.undo()
    assert len(journal.changes()) == 2_001
