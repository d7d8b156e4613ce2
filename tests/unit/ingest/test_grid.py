"""Cells are read from whatever a spreadsheet program saves or copies."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from regional_news.errors import UnreadablePage
from regional_news.ingest.columns import LABELS, TEMPLATE, columns_of
from regional_news.ingest.grid import header_row, pasted_grid, read_grid

ROWS = (("Headline", "Text"), ("Ambridge buys bins", "It’s “£9,000”; that is, cheap – or not"))


def as_csv(separator: str, newline: str = "\r\n") -> str:
    """Return the rows as CSV, every cell in quotation marks."""
    doubled = ([f'"{cell}"' for cell in row] for row in ROWS)
    return newline.join(separator.join(row) for row in doubled) + newline


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_encoding(separator: str, encoding: str) -> None:
    """The cells are the same."""
    assert read_grid(as_csv(separator).encode(encoding)) == ROWS


def test_what_was_read_in_the_wrong_encoding_is_put_right() -> None:
    """A file that was opened by a double click has â€™ where an apostrophe was."""
    broken = as_csv(",").replace("”", "").encode().decode("cp1252").encode()
    assert read_grid(broken)[1] == (ROWS[1][0], ROWS[1][1].replace("”", ""))


def test_a_workbook_of_any_kind() -> None:
    """The first sheet that holds anything; numbers and days as people see them."""
    book = Workbook()
    book.create_sheet("Briefs").append(["Id", "Published", "Number"])
    book["Briefs"].append(["aaaa", date(2024, 4, 25), 12])
    file = io.BytesIO()
    book.save(file)
    assert read_grid(file.getvalue()) == (
        ("Id", "Published", "Number"),
        ("aaaa", "2024-04-25", "12"),
    )


def test_pasted_cells_are_told_from_pasted_text() -> None:
    """Cells come with tabs on every line."""
    assert pasted_grid("Headline\tText\nAmbridge buys bins\tIt did.\n") == (
        ("Headline", "Text"),
        ("Ambridge buys bins", "It did."),
    )
    assert pasted_grid("Wales\n\nA council did\tthis.\n") == ()


@pytest.mark.parametrize("data", [b"", b"headline,summary\n", b"PK\x03\x04 no workbook"])
def test_what_has_no_rows_says_so(data: bytes) -> None:
    """One sentence, and nothing is lost."""
    with pytest.raises(UnreadablePage, match="spreadsheet"):
        read_grid(data)


@given(st.binary(max_size=300))
def test_whatever_comes_is_read_or_refused_in_a_sentence(data: bytes) -> None:
    """No bytes are too odd."""
    try:
        rows = read_grid(data)
    except UnreadablePage:
        return
    assert len({len(row) for row in rows}) == 1


TITLED = (
    ("Old briefs, kept by hand",),
    (),
    ("Title", "Council", "Text"),
    ("Bins", "Ambridge", "It did."),
)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_header_is_found_below_a_title_and_blank_rows(separator: str) -> None:
    """Rows keep the numbers that they have in the spreadsheet."""
    told = "\n".join(separator.join(row) for row in TITLED)
    grid = read_grid(told.encode())
    assert header_row(grid) == 2
    assert grid[2:] == TITLED[2:]
    assert pasted_grid(told) == (grid if separator == "\t" else ())


def test_the_header_of_a_workbook_is_found_on_the_sheet_that_has_one() -> None:
    """Below a title, in whatever column it begins, behind a sheet of notes."""
    book = Workbook()
    book.active.append(["Read this first"])
    book.active.append(["It says nothing", "of briefs"])
    sheet = book.create_sheet("Briefs")
    for number, row in enumerate(TITLED, start=3):
        for column, cell in enumerate(row, start=2):
            sheet.cell(number, column, cell)
    file = io.BytesIO()
    book.save(file)
    grid = read_grid(file.getvalue())
    assert header_row(grid) == 4
    assert grid[4:] == TITLED[2:]


def test_cells_without_a_header_have_none() -> None:
    """The first row is a brief where it holds prose and nothing that names a column."""
    prose = "Ambridge Borough Council has bought bins for its green, " * 3
    grid = pasted_grid(f"Ambridge\t{prose}\nFelpersham\t{prose}")
    assert header_row(grid) is None


def test_odd_names_of_columns_are_a_header_nevertheless() -> None:
    """It is the first row that fills the columns."""
    grid = read_grid(b"Our list,,\nWer,Was,Wann\nAmbridge,It did.,2024\n")
    assert header_row(grid) == 1


def test_columns_are_known_by_many_names_in_any_case_and_order() -> None:
    """Each thing is held by one column; what is not known holds nothing."""
    assert columns_of(["DATE", "Local authority", "Title", "Colour", "Body", "title"]) == (
        "published",
        "councils",
        "headline",
        "",
        "summary",
        "",
    )


PROSE = "Ambridge Borough Council has bought bins that tell how full they are, and saves a third."


@pytest.mark.parametrize(
    "title", ["What happened", "News", "Story", "Details", "Item", "The text:"]
)
def test_the_text_has_many_names(title: str) -> None:
    """Capitals, marks and filling words aside."""
    assert columns_of(["Council name", title.upper(), "Date(s)"]) == (
        "councils",
        "summary",
        "published",
    )


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("Title of piece", "headline"),
        ("Heading line", "headline"),
        ("Text of the story", "summary"),
        ("Who (authority)", "councils"),
        ("LA", "councils"),
        ("Dated", "published"),
        ("Date of issue", "published"),
        ("Mag. no", "issue"),
        ("Issue No.", "issue"),
        ("Colour (authority)", ""),
    ],
)
def test_names_of_columns_are_read_in_full(title: str, column: str) -> None:
    """Without brackets and what every row is, and with short words written out."""
    assert columns_of([title]) == (column,)


@pytest.mark.parametrize("titles", [("", "", ""), ("Was", "Wer", "Wo"), ("Title", "Wer", "Wo")])
def test_the_longest_prose_is_the_text_where_no_name_tells(titles: tuple[str, ...]) -> None:
    """Even below a name that headlines have, where no headline is so long."""
    rows = [(PROSE, "Ambridge", "London"), (PROSE, "", "Wales")]
    assert columns_of(titles, rows) == ("summary", "", "")


def test_of_two_columns_of_text_the_longer_prose_counts() -> None:
    """Notes beside it are no text; no short cells are, either."""
    rows = [("see below", PROSE), ("done", PROSE)]
    assert columns_of(["Notes", "Story"], rows) == ("", "summary")
    assert columns_of(["Title", "Wer"], [("Ambridge buys bins", "Ambridge")]) == ("headline", "")


def test_the_template_is_understood() -> None:
    """What is given out comes back."""
    assert columns_of([LABELS[column] for column in TEMPLATE]) == TEMPLATE


@pytest.mark.parametrize(
    "title", ["Printed in", "Published in", "Edition", "Magazine", "Volume", "No.", "Issue no."]
)
def test_the_column_with_the_issue_has_many_names(title: str) -> None:
    """It tells where a brief was printed."""
    rows = [["Bins were counted.", "Echo 7"], ["Bats were counted.", "Echo 7"]]
    assert columns_of(["Text", title], rows) == ("summary", "issue")


def test_a_number_for_each_row_is_no_issue() -> None:
    """“No.” often counts the rows."""
    rows = [["1", "Bins were counted."], ["2", "Bats were counted."]]
    assert columns_of(["No.", "Text"], rows) == ("", "summary")


TEXT = "Ambridge Borough Council is to give laptops"


def test_a_cell_of_several_lines_breaks_no_row() -> None:
    """As a table comes that is copied from a text program, wherever its text stands."""
    told = f"{TEXT}\nto 300 pupils.\nThey have none at home, it was said."
    whole = told.replace("\n", " ")
    assert pasted_grid(f"Region\tText\nLondon\t{told}\nWales\tIt rains.") == (
        ("Region", "Text"),
        ("London", whole),
        ("Wales", "It rains."),
    )
    assert pasted_grid(f"Region\tText\tBy\nLondon\t{told}\tAnn\nWales\tIt rains.\tBob")[1:] == (
        ("London", whole, "Ann"),
        ("Wales", "It rains.", "Bob"),
    )


def test_rows_that_lack_cells_at_their_end_stay_apart() -> None:
    """Neither a region nor a long headline is text that goes on; lines of prose make no table."""
    grid = pasted_grid(f"Region\tText\tBy\nLondon\t{TEXT}.\nWales\t{TEXT}.\nLondon\tIt.\tAnn")
    assert [row[0] for row in grid] == ["Region", "London", "Wales", "London"]
    row = f"{TEXT} soon\t{TEXT} to 300 pupils who have had none at home until now"
    _, *rows = pasted_grid(f"Headline\tText\tBy\n{row}\n{row}\n{row}\tAnn")
    assert [each[2] for each in rows] == ["", "", "Ann"]
    assert pasted_grid(f"Wales\n\n1.\t{TEXT}\n{TEXT}\n{TEXT}.\n2.\t{TEXT}\n{TEXT}.\n") == ()
