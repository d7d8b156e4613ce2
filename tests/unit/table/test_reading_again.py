"""What is read again is what would be read anew, whatever happened to the file in between."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.snapshot_builder import THEMES
from tests.unit.table.test_reader import GAZETTEER, PLAIN, READER, file_of

from regional_news.query import BriefFilter, BriefIndex
from regional_news.query import fulltext as search
from regional_news.reference import Reference
from regional_news.table import builder as making
from regional_news.table.reader import TableReader
from regional_news.table.schema import FILE_COLUMNS, BriefTable

HEADER = ",".join(FILE_COLUMNS) + "\n"

CELLS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["", "b1", "b2"]),
        "published": st.sampled_from(["2023", "2023-04-25", "last spring"]),
        "region": st.sampled_from(["Loamshire", "Y Wlad", "Narnia"]),
        "headline": st.sampled_from(["Sensors", "Ŵyn", "Two\nlines", "Of\rold", ""]),
        "summary": st.text(alphabet='ab",;\n', max_size=6),
        "councils": st.sampled_from(["Borsetshire", "Am", "Brigadoon", "Borsetshire; east-am"]),
    }
)


def line_of(cells: dict[str, str]) -> str:
    """Return a row of the file."""
    written = io.StringIO()
    csv.DictWriter(written, FILE_COLUMNS, restval="", lineterminator="\n").writerow(PLAIN | cells)
    return written.getvalue()


PIECES = st.one_of(
    CELLS.map(line_of),
    CELLS.map(line_of),
    CELLS.map(lambda cells: line_of(cells).rstrip("\n") + "\r\n"),
    st.sampled_from(["\n", '"', "x", "a,b\n", "a\rb\n", '"never closed\n', ",,\n"]),
)

EDITS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 3), st.lists(PIECES, max_size=3)),
    min_size=1,
    max_size=6,
)
"""Each takes some pieces away from a place and puts others there."""


@pytest.fixture(autouse=True)
def _short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a stretch be two rows, so that a small file has many."""
    monkeypatch.setattr(making, "LONG", 2)
    monkeypatch.setattr(making, "SHORT", 1)
    monkeypatch.setattr(search, "_FEW", 2)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., BriefTable]:
    """Return a function that reads a text as a file, with what was read before or anew."""
    path = tmp_path_factory.mktemp("again") / "regional_news.csv"

    def reading(text: str, last: BriefTable | None = None) -> BriefTable:
        path.write_bytes(text.encode())
        return READER.read(path, last)

    return reading


def index_of(table: BriefTable, last: BriefIndex | None = None) -> BriefIndex:
    """Return the index of a table with its words."""
    index = BriefIndex(table, Reference.of(GAZETTEER, THEMES), last=last)
    assert index.search
    return index


@settings(max_examples=40)
@given(first=st.lists(PIECES, max_size=12), edits=EDITS)
def test_what_is_read_again_is_what_would_be_read_anew(
    read: Callable[..., BriefTable], first: list[str], edits: list[tuple[int, int, list[str]]]
) -> None:
    """Rows, problems with their lines, order and words: after any edits, one after the other."""
    pieces = list(first)
    index = index_of(read(HEADER + "".join(pieces)))
    for at, gone, new in edits:
        pieces[at : at + gone] = new
        text = HEADER + "".join(pieces)
        again, anew = read(text, index.table), read(text)
        assert again.frame.equals(anew.frame)
        assert again.problems == anew.problems
        index, fresh = index_of(again, index), index_of(anew)
        assert index.frame.equals(fresh.frame)
        assert index.table.frame.equals(anew.frame)
        for word in ("sensors", "a", "ab", "borsetshire", "wyn"):
            wanted = BriefFilter(q=word)
            assert index.view(wanted).rows.tolist() == fresh.view(wanted).rows.tolist()


class Counting(TableReader):
    """A reader that counts the rows that it settles."""

    settled = 0

    def _settle(self, *args: object) -> list[str]:
        self.settled += 1
        return super()._settle(*args)  # type: ignore[arg-type]


def counting() -> Counting:
    """Return a reader that has settled no row yet."""
    return Counting(Reference.of(GAZETTEER, THEMES))


def rows(amount: int, first: int = 0) -> list[dict[str, str]]:
    """Return so many rows of their own."""
    return [PLAIN | {"id": f"b{number}"} for number in range(first, first + amount)]


def test_only_what_changed_is_settled_again(tmp_path: Path) -> None:
    """A row that is appended, one that is changed: their stretch is read, and no other."""
    path, reader = tmp_path / "briefs.csv", counting()
    path.write_text(file_of(*rows(10)))
    table = reader.read(path)
    assert reader.settled == 10
    path.write_text(file_of(*rows(11)))
    table = reader.read(path, table)
    assert reader.settled == 11
    path.write_text(file_of(*rows(3), {**PLAIN, "id": "other"}, *rows(7, 4)))
    reader.read(path, table)
    assert reader.settled == 13


def test_another_reader_takes_nothing_over(tmp_path: Path) -> None:
    """Another gazetteer may mean other councils by the same names."""
    path, first, second = tmp_path / "briefs.csv", counting(), counting()
    path.write_text(file_of(*rows(4)))
    table = first.read(path)
    second.read(path, table)
    assert second.settled == 4


def test_nothing_is_taken_over_under_another_header(tmp_path: Path) -> None:
    """The same line says something else where the columns stand in another order."""
    path = tmp_path / "briefs.csv"
    path.write_text(file_of(PLAIN, PLAIN))
    table = READER.read(path)
    turned = path.read_text().replace("headline,summary", "summary,headline", 1)
    path.write_text(turned)
    assert list(READER.read(path, table).frame["headline"]) == ["Sensors went live."] * 2


def test_a_row_that_goes_on_where_the_file_ended_is_read_anew(tmp_path: Path) -> None:
    """A last line without an ending may be the beginning of a longer one."""
    path = tmp_path / "briefs.csv"
    path.write_text(file_of(*rows(3)).rstrip("\n"))
    table = READER.read(path)
    path.write_text(path.read_text() + "https://echo.example\n")
    assert READER.read(path, table).frame["source_url"][2] == "https://echo.example"
