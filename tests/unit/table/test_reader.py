"""The file of briefs becomes a table; nothing in it is lost, whatever people did to it."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.snapshot_builder import REGIONS, THEMES

from regional_news.errors import DataError
from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.regions import Regions
from regional_news.model import Council, brief_id
from regional_news.reference import Reference
from regional_news.table import cells as cells_module
from regional_news.table.reader import TableReader
from regional_news.table.schema import FILE_COLUMNS, SCHEMA, BriefTable

COUNCILS = (
    Council("borsetshire", "Borsetshire County Council", "Borsetshire", "county", "", "", 52, -2),
    Council("east-am", "Am Borough Council", "Am", "district", "", "loamshire", 52, -2),
    Council("west-am", "Am District Council", "Am", "district", "", "gwlad", 52, -2),
)
"""One council with a name of its own, two that share theirs."""

GAZETTEER = Gazetteer(COUNCILS, Regions(REGIONS))
READER = TableReader(Reference.of(GAZETTEER, THEMES))

PLAIN = {
    "id": "b1",
    "issue": "Echo 1",
    "published": "2023-04",
    "region": "Loamshire",
    "headline": "Sensors go live",
    "summary": "Sensors went live.",
    "councils": "Borsetshire County Council",
    "themes": "sensors; ai",
}


def file_of(*rows: dict[str, str], header: tuple[str, ...] = FILE_COLUMNS) -> str:
    """Return CSV text."""
    written = io.StringIO()
    writer = csv.DictWriter(written, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def parsed(text: str, file_name: str = "the file") -> BriefTable:
    """Return the table of a file's text."""
    return READER.parse(text.encode(), file_name)


def only_row(table: BriefTable) -> dict[str, str]:
    """Return the one row of a table."""
    (row,) = table.frame.to_dict("records")
    return {str(column): value for column, value in row.items()}


def told(table: BriefTable) -> list[tuple[int, str]]:
    """Return the line and the reason of each problem."""
    return [(problem.line, problem.reason) for problem in table.problems]


def test_names_become_ids() -> None:
    """A person reads names, the index ids; the themes keep their order, the primary one first."""
    table = parsed(file_of(PLAIN))
    row = only_row(table)
    assert row["region"] == "loamshire"
    assert row["councils"] == "borsetshire"
    assert row["themes"] == "sensors ai"
    assert row["published"] == "2023-04"
    assert row["doubts"] == ""
    assert not table.problems


def test_the_table_has_its_schema() -> None:
    """Also where the file has no rows, and whatever columns somebody added to it."""
    for text in (file_of(), file_of({**PLAIN, "note": "x"}, header=(*FILE_COLUMNS, "note"))):
        table = parsed(text)
        assert dict(table.frame.dtypes.astype("str")) == SCHEMA


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        (
            "published",
            "last spring",
            "“last spring” is not a date like 2023, 2023-04 or 2023-04-25",
        ),
        ("published", "2023-02-30", "“2023-02-30” is not a date like 2023, 2023-04 or 2023-04-25"),
        ("region", "Narnia", "“Narnia” is not a region of the magazine"),
        ("themes", "dragons", "“dragons” is not a theme in themes.toml"),
        ("headline", "", "has no headline"),
        ("summary", " ", "has no summary"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_and_its_row_stays(
    cell: str, value: str, reason: str
) -> None:
    """The table has no value for it, and the reader learns the line and what is wrong."""
    table = parsed(file_of(PLAIN, {**PLAIN, "id": "b2", cell: value}))
    assert told(table) == [(3, reason)]
    assert table.problems[0].brief_id == "b2"
    assert len(table) == 2
    assert table.frame[cell][1] == ""


def test_a_council_that_nobody_knows_stays_in_words() -> None:
    """The row keeps the councils that are known; the doubt is on the card and in the list."""
    cells = {"councils": "Borsetshire County Council; Brigadoon Council"}
    table = parsed(file_of(PLAIN | cells))
    row = only_row(table)
    assert row["councils"] == "borsetshire"
    assert row["doubts"].startswith("“Brigadoon Council” is not placed: ")
    assert told(table) == [(2, row["doubts"])]


def test_an_ambiguous_subject_is_a_doubt() -> None:
    """A brief is never put on a council that it may not be about."""
    row = only_row(parsed(file_of(PLAIN | {"councils": "Am", "region": "Ériu"})))
    assert row["councils"] == ""
    assert row["also_mentions"] == ""
    assert row["doubts"] == "“Am” could be Am Borough Council or Am District Council"


def test_an_ambiguous_mention_counts_for_each_that_it_may_mean() -> None:
    """Mentions are switched on by choice, and the card tells the doubt."""
    row = only_row(parsed(file_of(PLAIN | {"also_mentions": "Am", "region": "Ériu"})))
    assert row["also_mentions"] == "east-am west-am"
    assert row["doubts"] == "“Am” could be Am Borough Council or Am District Council"


def test_the_region_of_the_row_decides_between_councils_of_one_name() -> None:
    """Where the region settles it, there is no doubt."""
    table = parsed(file_of(PLAIN | {"councils": "Am", "region": "Y Wlad"}))
    assert only_row(table)["councils"] == "west-am"
    assert not table.problems


def test_ids_in_the_file_are_understood() -> None:
    """The store writes an id where a name would mean another council."""
    assert only_row(parsed(file_of(PLAIN | {"councils": "east-am"})))["councils"] == "east-am"


def test_a_row_without_an_id_gets_the_one_of_its_words() -> None:
    """Somebody who adds a row by hand need not know how ids are made."""
    row = only_row(parsed(file_of(PLAIN | {"id": ""})))
    assert row["id"] == brief_id("Echo 1", "loamshire", "Sensors went live.")


def test_a_row_that_is_too_wide_is_told() -> None:
    """It stays, as far as it goes."""
    table = parsed(file_of(PLAIN) + ",".join(["b2", *[""] * 12]) + "\n")
    assert (3, "has 13 cells where the header has 11") in told(table)
    assert list(table.frame["id"]) == ["b1", "b2"]


def test_empty_cells_at_the_end_may_be_left_out() -> None:
    """As spreadsheets do from the sixteenth row on."""
    table = parsed(file_of(PLAIN).rstrip("\n").rstrip(",") + "\n")
    assert told(table) == []
    assert list(table.frame["id"]) == ["b1"]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    """Blank lines and cells of several lines move what follows."""
    several = file_of(PLAIN | {"summary": "One.\nTwo.\nThree."})
    bad = file_of(PLAIN | {"id": "b2", "region": "Narnia"}).splitlines()[1]
    table = parsed(f"{several}\n,,,,,,,,,,\n{bad}\n")
    assert told(table) == [(7, "“Narnia” is not a region of the magazine")]
    assert table.frame["summary"][0] == "One.\nTwo.\nThree."
    assert len(table) == 2


@pytest.mark.parametrize("rest", ["", "\n", "\nand on,\n1,2,3"])
def test_a_quote_that_never_ends_loses_nothing(rest: str) -> None:
    """All that follows is one cell of a row that stays; the line is told, and what is wrong."""
    table = parsed(file_of(PLAIN) + f'b2,Echo 1,2023,Loamshire,"It breaks off{rest}')
    assert table.frame["headline"][1] == f"It breaks off{rest}".strip()
    assert told(table)[0] == (3, "has a quotation mark that is never closed")


def test_a_quote_that_never_ends_is_told_in_a_row_of_full_width() -> None:
    """It is the last cell that breaks off: the number of cells alone would not tell."""
    table = parsed(file_of(PLAIN).rstrip("\n") + '"https://echo.example')
    assert told(table) == [(2, "has a quotation mark that is never closed")]
    assert table.frame["source_url"][0] == "https://echo.example"


def test_a_cell_beyond_all_measure_is_read() -> None:
    """Nothing is lost because somebody pasted a whole book into a cell."""
    table = parsed(file_of(PLAIN | {"summary": "x" * 3_000_000}, PLAIN | {"id": "b2"}) + "b3\n")
    assert list(table.frame["id"]) == ["b1", "b2", "b3"]
    assert len(table.frame["summary"][0]) == 3_000_000


@pytest.mark.parametrize("column", ["issue", "published", "region", "summary", "councils"])
def test_a_file_without_a_column_is_refused(column: str) -> None:
    """The sentence names the file and the column."""
    header = tuple(each for each in FILE_COLUMNS if each != column)
    with pytest.raises(DataError, match=rf"^briefs\.csv lacks the column {column}; add it\.$"):
        parsed(file_of(header=header), "briefs.csv")


def test_an_empty_file_is_refused() -> None:
    """It has no header, so every column that is needed is missing."""
    with pytest.raises(DataError, match="lacks the column issue, published, region"):
        parsed("")


def test_columns_may_stand_in_any_order() -> None:
    """Spreadsheets move columns, and leave spaces around their names."""
    turned = file_of(PLAIN, header=FILE_COLUMNS[::-1]).replace("region", " region ", 1)
    assert only_row(parsed(turned)) == only_row(parsed(file_of(PLAIN)))


def test_a_byte_order_mark_does_not_count(tmp_path: Path) -> None:
    """Spreadsheets write one."""
    path = tmp_path / "briefs.csv"
    path.write_bytes(file_of(PLAIN).encode("utf-8-sig"))
    assert only_row(READER.read(path))["id"] == "b1"


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_do_not_count(tmp_path: Path, ending: str) -> None:
    """Files come from every system."""
    path = tmp_path / "briefs.csv"
    path.write_bytes(file_of(PLAIN, PLAIN).replace("\n", ending).encode())
    assert len(READER.read(path)) == 2


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """The sentence says what to do."""
    with pytest.raises(DataError, match=r"^briefs\.csv is missing; put it back"):
        READER.read(tmp_path / "briefs.csv")


def test_a_file_in_the_encoding_of_windows_is_read(tmp_path: Path) -> None:
    """Spreadsheets save so; Review says it and mends it."""
    path = tmp_path / "briefs.csv"
    path.write_bytes(file_of(PLAIN | {"headline": "Café"}).encode("cp1252"))
    assert READER.read(path).frame["headline"].tolist() == ["Café"]


def test_a_file_in_utf_16_is_told(tmp_path: Path) -> None:
    """No line of it can be told from the next as it is."""
    path = tmp_path / "briefs.csv"
    path.write_bytes(file_of(PLAIN).encode("utf-16"))
    with pytest.raises(DataError, match=r"^briefs\.csv is in UTF-16; save it as “CSV UTF-8”\.$"):
        READER.read(path)


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    """What the system says is passed on in brackets."""
    with pytest.raises(DataError, match=r"cannot be opened \("):
        READER.read(tmp_path)


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=12), max_size=6))
def test_every_row_that_says_something_is_in_the_table(rows: list[list[str]]) -> None:
    """No row is dropped, whatever its cells say; what is wrong with it is told."""
    written = io.StringIO()
    csv.writer(written).writerows([list(FILE_COLUMNS), *rows])
    table = parsed(written.getvalue())
    saying = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(table) == len(saying)
    wrong = {problem.line for problem in table.problems}
    assert len(wrong) == len(saying)  # such rows are never right: they have no date or region


PIECES = ("a", '"', '""', ",", "\n", "\r", "\r\n", " ", "é", "\x1c", "\x00", "\u2028", "b c")


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_a_file_read_by_columns_is_the_same_as_read_by_rows(pieces: list[str]) -> None:
    """Whatever signs it holds: Arrow gives the cells and lines of Python, or is not asked."""
    text = ("x,y,z\n" + "".join(pieces)).encode()
    table = cells_module._by_columns(text, 3)
    by_rows = cells_module._by_rows(text, ["x", "y", "z"])
    if table is not None:
        by_columns = cells_module._cells(["x", "y", "z"], table, text)
        assert dict(by_columns.columns) == dict(by_rows.columns)
        assert by_columns.lines.tolist() == by_rows.lines.tolist()
        assert not by_rows.faults


def test_a_file_in_shape_is_read_by_columns() -> None:
    """What a spreadsheet writes needs no reading by rows, quotes and long cells included."""
    text = file_of(PLAIN, PLAIN | {"summary": 'Two\nlines, and a "word".'}, {"id": "b3"})
    for ending in ("\n", "\r\n"):
        told = text.replace("\n", ending).encode()
        assert cells_module._by_columns(told, len(FILE_COLUMNS)) is not None


def test_of_two_columns_of_one_name_the_first_counts() -> None:
    """Whichever way the file is read."""
    header = (*FILE_COLUMNS, "headline")
    row = ",".join([*file_of(PLAIN).splitlines()[1].split(","), "Again"])
    for rest in ("", "b2\n"):
        table = parsed(",".join(header) + f"\n{row}\n" + rest)
        assert table.frame["headline"][0] == "Sensors go live"
