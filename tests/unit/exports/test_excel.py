"""The briefs as an Excel file."""

import io
from datetime import UTC, datetime

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from openpyxl.workbook.workbook import Workbook
from tests.unit.snapshot_builder import brief, build_snapshot, snapshot_of

from regional_news.errors import FilterError
from regional_news.exports import excel
from regional_news.exports.columns import COLUMNS
from regional_news.exports.excel import ORDER, TITLES, write_excel
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot

AT = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
EVERYTHING = BriefFilter()


def _written(snapshot: Snapshot, wanted: BriefFilter = EVERYTHING) -> bytes:
    return b"".join(write_excel(snapshot.view(wanted), AT))


def _book(snapshot: Snapshot, wanted: BriefFilter = EVERYTHING) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(_written(snapshot, wanted)))


def _cell(text: str) -> openpyxl.cell.Cell:
    return _book(snapshot_of([brief(headline=text)]))["Briefs"].cell(2, ORDER.index("headline") + 1)


def test_the_first_sheet_has_the_briefs_ready_to_work_with() -> None:
    """A header that stays, a filter over every row, widths, and the briefs in their order."""
    snapshot = build_snapshot()
    sheet = _book(snapshot)["Briefs"]
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == tuple(TITLES.values())
    assert set(TITLES) == set(COLUMNS)
    assert {"Headline", "Text", "Published"} < set(header)
    assert [row[ORDER.index("id")] for row in rows] == list(snapshot.view(EVERYTHING).frame["id"])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:R49"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["C"].width


def test_what_people_read_comes_first_and_an_address_can_be_followed() -> None:
    """Ids stand at the end; a source is a link; councils without codes leave no joints behind."""
    snapshot = snapshot_of([brief(councils="borsetshire ambridge")])
    sheet = _book(snapshot)["Briefs"]
    cells = dict(zip(ORDER, next(sheet.iter_rows(min_row=2)), strict=True))
    assert ORDER[0] == "headline"
    assert ORDER[-1] == "id"
    assert cells["source_url"].hyperlink.target == cells["source_url"].value
    assert not [cell for cell in cells.values() if cell.value and not str(cell.value).strip("; ")]


def test_the_second_sheet_says_what_the_briefs_are() -> None:
    """Filter in words, time, version of the data, sources, licence and citation."""
    snapshot = snapshot_of([brief(published="2023-04-25")])
    rows = _book(snapshot, BriefFilter(regions=("loamshire",)))["About"].iter_rows(values_only=True)
    facts = {str(label): str(value) for label, value in rows}
    assert facts["Filter"] == "Briefs from Loamshire"
    assert facts["Left by it"] == "1 brief · 1 council · 1 region"
    assert facts["Taken"] == "22 November 2026, 19:30 UTC"
    assert facts["Data version"].startswith("1 briefs, the newest of 25 April 2023; fingerprint ")
    assert facts["Source"] == "The Borchester Echo https://echo.example/1"
    assert "own words" in facts["Licence"]
    assert facts["Citation"].endswith("Taken on 22 November 2026.")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_like_a_formula_is_a_text_that_excel_leaves_alone(first: str) -> None:
    """The text is stored unchanged, as text, and marked as if an apostrophe had been typed."""
    cell = _cell(f"{first}1+1")
    text = unescape(cell.value)  # Excel writes a carriage return as _x000D_ and reads it back
    assert (text, cell.data_type, cell.quotePrefix) == (f"{first}1+1", "s", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ŵyn a’r tŷ: seirbhísí",
        " spaces around ",
        "<r>no markup</r>",
        "<r>&amp;</r>",
        "https://echo.example/?a=b&c",
        "{=1+1}",
        "x" * 32_767,
    ],
)
def test_every_other_text_is_stored_as_it_is(text: str) -> None:
    """Nothing is taken for a link, a number, a formula or the writer's own markup."""
    cell = _cell(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["<r>x</r>", "=1+1", "\x00\x1f \ufffe", "_x0041_"])
def test_the_second_sheet_is_as_safe_as_the_first(text: str) -> None:
    """What a reader or a source put into the filter's words breaks no file and runs nothing."""
    snapshot = snapshot_of([brief(headline=text, source_title=text, source_url="")])
    about = _book(snapshot, BriefFilter(issues=("Echo 1", text)))["About"]
    facts = {row[0].value: row[1] for row in about.iter_rows()}
    assert unescape(facts["Source"].value) == text
    assert facts["Source"].data_type == "s"
    assert text in unescape(facts["Filter"].value)


def test_a_single_point_is_a_number() -> None:
    """A brief about one council can be drawn from the sheet."""
    sheet = _book(snapshot_of([brief()]))["Briefs"]
    places = [ORDER.index(name) for name in ("lat", "lon")]
    assert [sheet[2][place].value for place in places] == [52.25, -2.05]
    hidden = [each for each in sheet.column_dimensions.values() if each.hidden]
    out_of_sight = {n for each in hidden for n in range(each.min, each.max + 1)}
    assert out_of_sight == set(range(len(ORDER) - 5, len(ORDER) + 1))


def test_a_text_longer_than_a_cell_is_told() -> None:
    """Excel's cells end at 32,767 characters; the second sheet says where to get the rest."""
    book = _book(snapshot_of([brief(summary="x" * 40_000)]))
    facts = dict(book["About"].iter_rows(values_only=True))
    assert str(facts["Cut"]).startswith("1 texts are longer than a cell of Excel")


def test_more_briefs_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out without a word."""
    monkeypatch.setattr(excel, "MOST_BRIEFS", 2)
    with pytest.raises(FilterError, match="Excel holds 2 briefs at most"):
        _written(build_snapshot())


def test_no_brief_gives_a_header_alone() -> None:
    """A filter that leaves nothing gives a file that opens."""
    assert [row[0].value for row in _book(snapshot_of([]))["Briefs"].iter_rows()] == [
        TITLES[ORDER[0]]
    ]


def test_the_sheets_are_as_wide_as_paper() -> None:
    """On paper the columns stand beside each other, under their titles on each page."""
    book = _book(build_snapshot())
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert (
            sheet.sheet_properties.pageSetUpPr.fitToPage
        )  # one page wide, where no number says more
        assert sheet.page_setup.fitToHeight == 0
    assert book["Briefs"].print_title_rows == "$1:$1"
