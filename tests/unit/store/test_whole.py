"""A save never takes more than it adds, whatever other programs and the disk do meanwhile."""

import csv
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table
from tests.unit.store.places import Files, InPostgres, Place, brief, opened

from regional_news.errors import StaleVersion, StoreError
from regional_news.model import LONGEST
from regional_news.store import FileStore, replacing
from regional_news.store.files import journal as journal_module
from regional_news.store.files import whole
from regional_news.store.files.edit import Edit
from regional_news.store.postgres.edit import Edit as TableEdit
from regional_news.store.replacing import put_in_place, write_aside

CSV = "regional_news.csv"


def many(count: int) -> list[Any]:
    """Return briefs."""
    return [brief(f"Number {number}.") for number in range(count)]


@pytest.mark.parametrize(
    ("mistreat", "told"),
    [
        (lambda _: None, "is missing"),
        (lambda _: "", "is empty"),
        (lambda _: "\ufeff\n", "is empty"),
        (lambda text: text[: len(text) // 2], "ends in the middle of a row"),
        (lambda text: text + "x,Echo", "ends in the middle of a row"),
        (lambda text: "\n".join(text.splitlines()[:4]) + "\n", "holds 7 fewer rows"),
        (lambda text: text.replace(",Number 9.", ',"Number 9.'), "quotation mark"),
    ],
)
def test_a_file_that_is_not_whole_is_not_saved_into(
    files: Files, mistreat: Callable[[str], str | None], told: str
) -> None:
    """Another program writes it just now: all briefs are there when it is done, ours too."""
    editor = files.open()
    editor.add(*many(10))
    path = files.folder / CSV
    before = path.read_text(encoding="utf-8")
    now = mistreat(before)
    if now is None:
        path.unlink()
    else:
        path.write_text(now, encoding="utf-8")
    with pytest.raises(StoreError, match=told):
        editor.add(brief("New."))
    assert not path.exists() if now is None else path.read_text(encoding="utf-8") == now
    path.write_text(before, encoding="utf-8")
    editor.add(brief("New."))
    assert len(editor.briefs) == 11


def test_rows_deleted_by_hand_are_believed_after_a_while(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to ask for leave to delete rows in a spreadsheet."""
    editor = files.open()
    editor.add(*many(3))
    path = files.folder / CSV
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:2]), "utf-8")
    monkeypatch.setattr(whole, "SETTLING", 0.0)
    editor.add(brief("New."))
    assert [each.summary for each in editor.briefs] == ["Number 0.", "New."]


def test_a_file_that_changes_during_the_save_is_left_alone(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program writes at the last instant is not overwritten."""
    editor = files.open()
    editor.add(brief("One."))
    path = files.folder / CSV

    def meanwhile(where: Path, data: bytes) -> Path:
        new = write_aside(where, data)
        path.write_text(path.read_text("utf-8").replace("One.", "Won."), "utf-8")
        return new

    monkeypatch.setattr(journal_module, "write_aside", meanwhile)
    with pytest.raises(StaleVersion, match="changed while this was saved"):
        editor.add(brief("Two."))
    monkeypatch.undo()
    assert [each.summary for each in editor.briefs] == ["Won."]
    assert not list(files.folder.glob(".*.new"))
    assert len(editor.store.changes()) == 1


def test_a_disk_that_gives_back_something_else_is_noticed(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is read again before it counts."""
    editor = files.open()
    editor.add(brief("One."))
    read = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: read(path)[:-3] if path.suffix == ".new" else read(path)
    )
    with pytest.raises(StoreError, match="the disk gives back something else"):
        editor.add(brief("Two."))
    monkeypatch.undo()
    assert [each.summary for each in editor.briefs] == ["One."]


def test_an_edit_that_takes_more_than_it_says_is_refused(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever mistake the program makes, the old rows and the change must come out."""
    editor = files.open()
    editor.add(*many(3))
    before = editor.briefs
    right = Edit.applied
    monkeypatch.setattr(Edit, "applied", lambda self, text: right(self, text[:-40]))
    with pytest.raises(StoreError, match="would not give back every brief"):
        editor.add(brief("New."))
    monkeypatch.undo()
    assert editor.briefs == before


def test_a_database_that_gives_back_something_else_is_noticed(
    in_postgres: InPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row too many, or too few, and nothing is committed."""
    editor = in_postgres.open()
    editor.add(*many(3))
    right = TableEdit.made

    def greedy(self: TableEdit, connection: Connection, table: Table) -> TableEdit:
        connection.execute(table.delete().where(table.c.summary == "Number 1."))
        return right(self, connection, table)

    monkeypatch.setattr(TableEdit, "made", greedy)
    with pytest.raises(StoreError, match="the database gives back something else"):
        editor.add(brief("New."))
    monkeypatch.undo()
    assert [each.summary for each in editor.briefs] == ["Number 0.", "Number 1.", "Number 2."]


@pytest.mark.parametrize("field", ["headline", "summary", "issue", "source_title", "source_url"])
def test_a_text_that_is_too_long_is_told_and_not_saved(place: Place, field: str) -> None:
    """One character more than the most; the most itself comes back."""
    editor = place.open()
    most = LONGEST[field]
    editor.add(replace(brief(), **{"id": "longest", field: "x" * most}))
    with pytest.raises(StoreError, match=f"has {most + 1:,} characters, and {most:,} are the most"):
        editor.add(replace(brief(), **{"id": "longer", field: "x" * (most + 1)}))
    with pytest.raises(StoreError, match="are the most; shorten it"):
        editor.change(replace(brief(), **{"id": "longest", field: "x" * (most + 1)}))
    (kept,) = editor.briefs
    assert getattr(kept, field) == "x" * most


def test_a_cell_of_any_length_is_read(files: Files) -> None:
    """What somebody wrote into the file by hand hides none of the briefs after it."""
    path = files.folder / CSV
    row = ["long", "Echo", "2023", "London", "H", "x" * 300_000, "Ambridge", "", "", "", ""]
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(row)
    editor = files.open()
    editor.add(brief("Two."))
    assert [len(each.summary) for each in editor.briefs] == [300_000, 4]
    assert editor.store.changes()


def test_a_link_stays_a_link(files: Files, tmp_path: Path) -> None:
    """A data folder may point to files that lie elsewhere; they are what is changed."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = files.folder / CSV
    path.rename(elsewhere / "briefs.csv")
    path.symlink_to(elsewhere / "briefs.csv")
    editor = opened(FileStore(files.folder), files.folder)
    editor.add(brief("One."))
    assert path.is_symlink()
    assert "One." in (elsewhere / "briefs.csv").read_text("utf-8")
    assert [each.name for each in elsewhere.iterdir()] == ["briefs.csv"]


def test_an_error_on_unlocking_does_not_unsay_the_save(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change is told, since it is saved."""

    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    editor = files.open()
    monkeypatch.setattr(replacing.FileLock, "release", broken)
    assert editor.add(brief("One."))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may chown")
def test_what_root_saves_belongs_to_the_folders_owner(files: Files) -> None:
    """The service can go on saving after a command that root ran in its folder."""
    for path in (files.folder, files.folder / CSV, files.folder / "aliases.csv"):
        os.chown(path, 4711, 4712)
    editor = files.open()
    editor.add(brief("One."))
    for name in (CSV, "journal.jsonl", ".lock"):
        status = (files.folder / name).stat()
        assert (status.st_uid, status.st_gid) == (4711, 4712), name


def test_a_file_is_replaced_with_its_rights(tmp_path: Path) -> None:
    """Nobody may read the new file who might not read the old."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    put_in_place(write_aside(path, b"new"), path)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
