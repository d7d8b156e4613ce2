"""What one store holds comes whole into another, and back."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from data_folders import copy_frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.store.places import Editor, InPostgres, brief, opened

from regional_news.errors import StoreError
from regional_news.store import FileStore, Store, copy_store
from regional_news.store.exported import Exported
from regional_news.table.schema import FILE_COLUMNS

SHEETS = ("regional_news.csv", "aliases.csv", "followers.csv")
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
ROWS = st.lists(st.lists(CELLS, min_size=11, max_size=11), max_size=5)


def write(path: Path, rows: list[list[str]]) -> None:
    """Write rows as a file of briefs."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([FILE_COLUMNS, *rows])


def test_everything_comes_back_byte_for_byte(in_postgres: InPostgres, tmp_path: Path) -> None:
    """Briefs, learnt names and journal: the project's own, changed, into a database and back."""
    source, back = tmp_path / "source", tmp_path / "back"
    copy_frozen(source)
    editor = opened(FileStore(source), source)
    editor.add(brief("Bins.", councils=("exeter",), region="south-west-england"))
    editor.learn("The Am", "exeter")
    editor.store.undo(who="Bob")
    editor.store.keep_follower("ann@felpersham.example", "a mark")
    editor.store.keep_departed("signed out")
    copy_store(editor.store, in_postgres.store)
    proofs = copy_store(in_postgres.store, FileStore(back))
    assert [proof.amount for proof in proofs.values()] == [26, 0, 1, 3]
    for name in SHEETS:
        assert (back / name).read_bytes() == (source / name).read_bytes()
    assert FileStore(back).departed() == {"signed out"}, "nobody's cookie lives again"
    changes = editor.store.changes()
    assert in_postgres.store.changes() == FileStore(back).changes() == changes


def test_any_rows_come_back(in_postgres: InPostgres, tmp_path: Path) -> None:
    """Whatever a spreadsheet can hold, quotes, line ends and odd spaces, with the same proof."""
    source = tmp_path / "source"
    source.mkdir()

    @settings(max_examples=40)
    @given(rows=ROWS)
    def come_back(rows: list[list[str]]) -> None:
        write(source / SHEETS[0], rows)
        with psycopg.connect(in_postgres.address) as connection:
            connection.execute("truncate briefs, aliases, journal cascade")
        copy_store(FileStore(source), in_postgres.store)
        kept = [row for row in rows if any(map(str.strip, row))]
        assert [list(row) for row in in_postgres.rows(SHEETS[0])] == kept

    come_back()


def test_problems_are_the_same_in_the_copy(in_postgres: InPostgres, tmp_path: Path) -> None:
    """Unknown regions, doubtful councils, bad dates and missing text survive, line by line."""
    source = tmp_path / "source"
    shutil.copytree(in_postgres.folder, source, ignore=shutil.ignore_patterns("source"))
    write(
        source / SHEETS[0],
        [
            ["", "Echo", "2023", "Atlantis", "H", "S.", "Darrington; Brigadoon", "", "gossip"],
            ["x", "Echo", "someday", "London", "", "", "Ambridge", "", "", "", ""],
            ["y", "Echo", "2023", "London", "Two\nlines", "S.", "Ambridge", "", "", "", ""],
        ],
    )
    copy_store(FileStore(source), in_postgres.store)
    codec = in_postgres.open().codec
    told = FileStore(source).load(codec)
    found = in_postgres.store.load(codec)
    assert found.frame.equals(told.frame)
    assert found.problems == told.problems


@pytest.mark.parametrize(
    ("mistreat", "told"),
    [
        (lambda text: text.replace("id,", "id,notes,", 1), "mend notes"),
        (lambda text: text + "x,Echo,2023,London,H,S.,,,,,,too much\n", "line 2 has more cells"),
        (lambda text: text + 'x,Echo,2023,London,H,"S.\n', "cannot be read"),
    ],
)
def test_what_has_no_place_is_refused_and_nothing_is_copied(
    in_postgres: InPostgres, tmp_path: Path, mistreat: Callable[[str], str], told: str
) -> None:
    """Nothing is lost without a word."""
    source = tmp_path / "source"
    source.mkdir()
    text = (in_postgres.folder / SHEETS[0]).read_text(encoding="utf-8")
    (source / SHEETS[0]).write_text(mistreat(text), encoding="utf-8")
    with pytest.raises(StoreError, match=told):
        copy_store(FileStore(source), in_postgres.store)
    assert in_postgres.rows(SHEETS[0]) == []


@pytest.mark.parametrize("kind", ["files", "in_postgres"])
def test_a_store_with_something_in_it_is_not_copied_to(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Nobody's briefs are overwritten, nor the journal of briefs that were taken back."""
    place = request.getfixturevalue(kind)
    editor = place.open()
    editor.add(brief())
    editor.store.undo(who="Ann")
    source = tmp_path / "source"
    source.mkdir()
    write(source / SHEETS[0], [])
    with pytest.raises(StoreError, match="to copy to is not empty; name another one"):
        copy_store(FileStore(source), editor.store)
    assert len(editor.store.changes()) == 2


def test_undo_reaches_back_beyond_the_copy(in_postgres: InPostgres, tmp_path: Path) -> None:
    """What was saved after it can be taken back, and what was saved before it, too."""
    back = tmp_path / "back"
    editor = in_postgres.open()
    editor.add(brief("One."))
    copy_store(editor.store, FileStore(back))
    copied = opened_beside(FileStore(back), in_postgres.folder, back)
    copied.add(brief("Two."))
    assert copied.store.undo(who="Ann")
    assert [each.summary for each in copied.briefs] == ["One."]
    assert copied.store.undo(who="Ann")
    assert not copied.briefs


def opened_beside(store: Store, councils: Path, folder: Path) -> Editor:
    """Return an editor of a store in a folder that lacks the councils of another."""
    for name in ("councils.csv", "regions.toml", "themes.toml"):
        shutil.copy(councils / name, folder)
    return opened(store, folder)


def test_a_copy_that_differs_is_told(
    in_postgres: InPostgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof is made from what the copy gives back, not from what it was given."""
    source = tmp_path / "source"
    source.mkdir()
    write(source / SHEETS[0], [["x"] * 11, ["y"] * 11])
    rows = Exported.rows

    def lossy(self: Exported, sheet: str) -> list[list[str]]:
        return list(rows(self, sheet))[:1]

    monkeypatch.setattr("regional_news.store.postgres.fill_tables", fill_without(lossy))
    with pytest.raises(StoreError, match=r"^The copy differs in regional_news.csv; do not use it"):
        copy_store(FileStore(source), in_postgres.store)


def fill_without(lossy: Callable[[Exported, str], list[list[str]]]) -> Callable[..., None]:
    """Return what fills tables with fewer rows than there are."""
    from regional_news.store.postgres.copying import fill_tables  # noqa: PLC0415  not yet replaced

    class Lossy(Exported):
        rows = lossy

    def fill(connection: object, exported: Exported) -> None:
        fill_tables(connection, Lossy(exported._folder))

    return fill
