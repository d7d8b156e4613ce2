"""CSV text changes only where it is meant to change."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional_news.errors import StoreError
from regional_news.store.files.sheet import Sheet

COLUMNS = ("id", "summary")
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")).map(
    lambda cell: " ".join(cell.split())
)
ROWS = st.lists(st.tuples(CELLS.filter(bool), CELLS), max_size=4)
NEWLINES = st.sampled_from(["\n", "\r\n"])


def written(rows: list[tuple[str, str]], newline: str) -> str:
    """Return a file with these rows as a spreadsheet saves it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=newline).writerows([COLUMNS, *rows])
    return text.getvalue()


def cells(text: str) -> list[tuple[str, ...]]:
    """Return the cells of every row below the header."""
    return [row.cells for row in Sheet(text, COLUMNS).rows]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(old=ROWS, new=ROWS.filter(bool), newline=NEWLINES, bom=st.booleans(), cut=st.booleans())
def test_added_rows_read_back_after_the_old_text(
    *, old: list[tuple[str, str]], new: list[tuple[str, str]], newline: str, bom: bool, cut: bool
) -> None:
    """The old text stands byte for byte, whatever its line endings, and the new rows follow."""
    text = "\ufeff" * bom + written(old, newline)
    text = text.removesuffix(newline) if cut else text
    values = [dict(zip(COLUMNS, row, strict=True)) for row in new]
    edited = Sheet(text, COLUMNS).added(values, "added").applied(text)
    assert edited.startswith(text)
    assert cells(edited) == [*old, *new]
    if newline in text:
        assert edited.count(newline) == len(old) + len(new) + 1


@settings(max_examples=60, derandomize=True, deadline=None)
@given(rows=ROWS.filter(bool), place=st.integers(0, 3), value=CELLS, newline=NEWLINES)
def test_a_rewritten_row_leaves_the_rest_alone(
    rows: list[tuple[str, str]], place: int, value: str, newline: str
) -> None:
    """What stands before and after the row keeps every character."""
    text = written(rows, newline)
    sheet = Sheet(text, COLUMNS)
    row = sheet.rows[place % len(rows)]
    edit = sheet.rewritten(row, {"summary": value}, "changed")
    edited = edit.applied(text)
    assert edited[: row.start] == text[: row.start]
    assert edited.endswith(text[row.end :])
    assert Sheet(edited, COLUMNS).rows[place % len(rows)].cells == (row.cells[0], value)
    assert edit.reversed("changed back").applied(edited) == text


def test_quoting_by_hand_stays_as_it_is() -> None:
    """A neighbour that is quoted without need, over two lines, is not written anew."""
    text = 'id,summary\n"1","two\nlines"\n\n2,plain\n'
    sheet = Sheet(text, COLUMNS)
    edited = sheet.rewritten(sheet.rows[1], {"summary": "a, b"}, "changed").applied(text)
    assert edited == 'id,summary\n"1","two\nlines"\n\n2,"a, b"\n'


def test_columns_of_ones_own_are_kept() -> None:
    """A column that the app does not know keeps its cells, and is empty in new rows."""
    text = "note,summary,id\nmine,old,1\n"
    sheet = Sheet(text, COLUMNS)
    assert sheet.rewritten(sheet.rows[0], {"summary": "new"}, "").after == "mine,new,1"
    assert sheet.added([{"id": "2", "summary": "more"}], "").after == ",more,2\n"


def test_an_empty_file_begins_with_its_header() -> None:
    """Adding to nothing writes the columns first."""
    assert Sheet("", COLUMNS).added([{"id": "1"}], "").after == "id,summary\n1,\n"


def test_a_row_is_not_added_into_an_open_quotation() -> None:
    """A file that ends inside a quoted cell is refused rather than made worse."""
    text = 'id,summary\n1,"never closed\n'
    with pytest.raises(StoreError, match="open quotation mark"):
        Sheet(text, COLUMNS).added([{"id": "2", "summary": 'say "so", twice'}], "")


def test_a_file_that_lacks_a_column_is_refused() -> None:
    """Nothing is saved where part of it would be lost."""
    with pytest.raises(StoreError, match="lacks the column summary"):
        Sheet("id,headline\n", COLUMNS)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(rows=ROWS, wanted=st.sets(CELLS), newline=NEWLINES)
def test_rows_are_found_by_what_stands_in_a_column(
    rows: list[tuple[str, str]], wanted: set[str], newline: str
) -> None:
    """Those with one of the values, the header never; adding goes on as if nobody had looked."""
    wanted |= {row[0] for row in rows[::2]} | {"id"}
    text = written(rows, newline)
    sheet = Sheet(text, COLUMNS)
    found = sheet.rows_with("id", wanted)
    assert found == [row for row in sheet.rows if row.cells[0] in wanted]
    new = [{"id": "new", "summary": "more"}]
    assert sheet.added(new, "added") == Sheet(text, COLUMNS).added(new, "added")


def test_an_open_quotation_is_noticed_after_a_look_too() -> None:
    """The last row is read back with what was added, as it may swallow that."""
    sheet = Sheet('id,summary\n1,"never closed\n', COLUMNS)
    assert len(sheet.rows_with("id", {"1"})) == 1
    with pytest.raises(StoreError, match="open quotation mark"):
        sheet.added([{"id": "2", "summary": 'say "so", twice'}], "")
