"""Rows of a spreadsheet become entries in the same report as a page's briefs."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from data_folders import FROZEN
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.snapshot_builder import brief, build_snapshot, snapshot_of

from regional_news.exports import download
from regional_news.exports.excel import ORDER, TITLES
from regional_news.ingest import IngestReport, Source, Stored, stored_in
from regional_news.ingest.columns import columns_of
from regional_news.ingest.from_rows import Sheet, prepare_rows
from regional_news.ingest.grid import read_grid
from regional_news.model import PartialDate
from regional_news.query import BriefFilter
from regional_news.recognition.annotator import Annotator, open_annotator
from regional_news.snapshot.snapshot import Snapshot, open_snapshot
from regional_news.table.schema import FILE_COLUMNS, SCHEMA

NOTHING = stored_in(pd.DataFrame({column: pd.Series([], dtype="str") for column in SCHEMA}))
SOURCE = Source("Echo 7", PartialDate(2023, 4), "The Echo", "https://echo.example/7")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Return the frozen data."""
    return open_snapshot(FROZEN)


@pytest.fixture
def annotator(borsetshire: Path) -> Annotator:
    """Return an annotator that knows the councils of Borsetshire."""
    return open_annotator(borsetshire)


def sheet_of(*rows: tuple[str, ...]) -> Sheet:
    """Return a spreadsheet with these rows, the header first."""
    return Sheet.of(rows, ANNOTATOR.reference)


@pytest.mark.parametrize("format_name", ["csv", "xlsx"])
def test_the_apps_own_download_comes_back_without_loss(
    snapshot: Snapshot, format_name: str
) -> None:
    """Every brief is known again, as it is stored: nothing is new, nothing has changed."""
    data = download(snapshot.view(BriefFilter()), format_name).read()
    grid = read_grid(data)
    report = prepare_rows(
        Sheet.of(grid, snapshot.reference),
        SOURCE,
        annotator=Annotator(snapshot.reference),
        stored=stored_in(snapshot.index.frame),
    )
    assert not report.added
    assert not report.rejected
    assert [twin.entry.brief for twin in report.twins if twin.likeness == 100] == []
    assert len(report.known) == len(snapshot.index)


def test_the_words_over_an_excel_file_mean_what_the_columns_ids_meant() -> None:
    """A file that was taken when ids stood there comes back, too."""
    assert columns_of(tuple(TITLES.values())) == columns_of(ORDER)
    assert set(columns_of(ORDER)) == {*FILE_COLUMNS, "council_ids", "theme_ids", ""}


@pytest.mark.parametrize(
    ("header", "rows", "columns"),
    [
        (("Text", "Where?"), [("a", "North East"), ("b", "Wales")], ("summary", "region")),
        (("Text", "Who (Where)"), [("a", "Cardiff"), ("b", "London")], ("summary", "councils")),
        (("Text", "Where"), [("a", "Cardiff"), ("b", "the seaside")], ("summary", "councils")),
        (
            ("Where", "Text", "Council(s)"),
            [("Wales", "a", "Cardiff Council"), ("Scotland", "b", "Fife Council; Dundee")],
            ("region", "summary", "councils"),
        ),
        (
            ("Where", "Councils", "Text"),
            [("Cardiff", "Cardiff Council", "a"), ("Fife", "Fife Council", "b")],
            ("", "councils", "summary"),
        ),
        (
            ("Area", "Text", "Region"),
            [("Cardiff", "a", "Wales"), ("Fife", "b", "Scotland")],
            ("councils", "summary", "region"),
        ),
        (("Where", "Region", "Text"), [("Wales", "Wales", "a")], ("", "region", "summary")),
    ],
)
def test_a_vague_name_over_a_column_means_what_its_cells_name(
    snapshot: Snapshot,
    header: tuple[str, ...],
    rows: list[tuple[str, ...]],
    columns: tuple[str, ...],
) -> None:
    """Most of them; what a clear name says of another column is that column's."""
    assert Sheet.of((header, *rows), snapshot.reference).columns == columns


def test_councils_are_found_in_the_text_beside_a_column_of_regions(snapshot: Snapshot) -> None:
    """“North East” under “Where” is a region, and no combined authority."""
    text = "Durham County Council has bought sensors that tell how full its bins are."
    sheet = Sheet.of((("Text", "Where"), (text, "North East")), snapshot.reference)
    report = prepare_rows(sheet, SOURCE, annotator=Annotator(snapshot.reference), stored=NOTHING)
    (entry,) = report.added
    made = entry.brief
    assert made.region == "north-east-england"
    assert [snapshot.reference.gazetteer[each].name for each in made.councils] == [
        "Durham County Council"
    ]


ANNOTATOR = Annotator(build_snapshot().reference)
WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
TEXT = st.lists(WORDS | st.sampled_from(["=1+1", "'-a", '"', ";", ",", "“it’s”"]), min_size=1).map(
    " ".join
)
ROWS = st.builds(
    brief,
    headline=TEXT,
    summary=TEXT,
    issue=TEXT,
    published=st.sampled_from(["2021", "2022-03", "2022-11-05"]),
    region=st.sampled_from(["loamshire", "gwlad", ""]),
    councils=st.sampled_from(["", "felpersham", "borsetshire llareggub"]),
    also_mentions=st.sampled_from(["", "ballydún felpersham"]),
    themes=st.sampled_from(["", "sensors", "ai money"]),
    source_title=TEXT | st.just(""),
)


@pytest.mark.parametrize("format_name", ["csv", "xlsx"])
@given(rows=st.lists(ROWS, min_size=1, max_size=4, unique_by=lambda row: row["id"]))
@settings(max_examples=25, deadline=None)
def test_whatever_is_downloaded_comes_back(format_name: str, rows: list[dict[str, str]]) -> None:
    """Every text, with marks that spreadsheets run or part cells by, is known as it is stored."""
    snapshot = snapshot_of(rows)
    report = prepare_rows(
        Sheet.of(
            read_grid(download(snapshot.view(BriefFilter()), format_name).read()),
            snapshot.reference,
        ),
        SOURCE,
        annotator=ANNOTATOR,
        stored=stored_in(snapshot.index.frame),
    )
    assert {each.id for each in report.known} == {row["id"] for row in rows}
    assert report.all_briefs == report.known
    assert report.rejected == ()


def test_a_row_of_a_stored_brief_keeps_what_the_sheet_has_no_column_for() -> None:
    """Somebody kept id and headline, and mended one headline: themes and councils stay."""
    snapshot = snapshot_of([brief(id="aaaa"), brief(id="bbbb", summary="Another one.")])
    report = prepare_rows(
        sheet_of(("Id", "Headline", "Text"), ("aaaa", "Mended", ""), ("bbbb", "", "Another  one.")),
        SOURCE,
        annotator=Annotator(snapshot.reference),
        stored=stored_in(snapshot.index.frame),
    )
    (twin,) = report.twins
    assert twin.entry.brief == replace(twin.other, headline="Mended")
    assert [each.id for each in report.known] == ["bbbb"]


ROOMS = "has opened a server room below its town hall that it shares with the fire service."


@pytest.mark.parametrize(
    ("dates", "told", "read"),
    [
        (("06/07/2019", "25/07/2019"), "", "2019-07-06"),
        (("06/07/2019", "07/25/2019"), "", "2019-06-07"),
        (("06/07/2019", "03/04/2019"), "", ""),
        (("06/07/2019", "03/04/2019"), "day", "2019-07-06"),
        (("06/07/2019", "03/04/2019"), "month", "2019-06-07"),
        (("06/07/2019", "2019-03-04"), "", ""),
    ],
)
def test_a_date_is_read_as_its_column_or_a_person_tells(
    annotator: Annotator, dates: tuple[str, str], told: str, read: str
) -> None:
    """Where nothing tells whether 06/07 is in June or in July, nothing is guessed."""
    texts = [f"{council} {ROOMS}" for council in ("Felpersham City Council", "Ambridge council")]
    sheet = sheet_of(("Text", "Date"), *zip(texts, dates, strict=True))
    assert bool(sheet.unclear_date) == (dates[1] == "03/04/2019")
    sheet = replace(sheet, told_order=told)
    report = prepare_rows(sheet, SOURCE, annotator=annotator, stored=NOTHING)
    entries = sorted(
        (*report.added, *(each.entry for each in report.rejected)), key=lambda each: each.number
    )
    assert (str(entries[0].brief.published) if read else entries[0].date) == (read or dates[0])


@pytest.mark.parametrize(
    ("who", "text", "about", "besides"),
    [
        ("Felpersham", f"Felpersham City Council {ROOMS}", "felpersham", ()),
        (
            "Felpersham",
            "Felpersham City Council shares its drones with Ambridge Borough Council this year.",
            "felpersham",
            ("ambridge",),
        ),
        ("FCC", f"Felpersham City Council {ROOMS}", "felpersham", ()),
        (
            "Darrington",
            f"Darrington-under-Lakey District Council {ROOMS}",
            "darrington-under-lakey",
            (),
        ),
    ],
)
def test_a_row_tells_whom_it_is_about_and_its_text_who_else(
    annotator: Annotator, who: str, text: str, about: str, besides: tuple[str, ...]
) -> None:
    """A name in doubt means the one council of the text that it may mean, or is short for."""
    sheet = Sheet((("Who", "Text"), (who, text)), ("councils", "summary"))
    (entry,) = prepare_rows(sheet, SOURCE, annotator=annotator, stored=NOTHING).added
    assert entry.brief.councils == (about,)
    assert entry.brief.also_mentions == besides
    assert not entry.doubts


@pytest.mark.parametrize("who", ["Jo Smith", "Age"])
def test_the_text_offers_a_council_for_a_name_that_is_none(annotator: Annotator, who: str) -> None:
    """The name stays until somebody says whom the brief is about.

    A, G and E come in Ambridge, and in the names of dozens of others: they are no short form.
    """
    rows = (("Region", "Who", "Text"), ("London", who, f"Ambridge Borough Council {ROOMS}"))
    sheet = Sheet(rows, ("region", "councils", "summary"))
    (entry,) = prepare_rows(sheet, SOURCE, annotator=annotator, stored=NOTHING).added
    assert entry.brief.councils == (who,)
    assert [each.council.id for each in entry.findings.suggested] == ["ambridge"]


def test_a_drafted_headline_has_the_right_name_of_a_misspelt_council(annotator: Annotator) -> None:
    """The text stays as it was printed."""
    text = "Ambrigde Borough Council has mapped all of its footpaths with a drone."
    (entry,) = prepare_rows(
        sheet_of(("Text",), (text,)), SOURCE, annotator=annotator, stored=NOTHING
    ).added
    assert entry.brief.headline == "Ambridge has mapped all of its footpaths with a drone"
    assert entry.brief.summary == text


BATS = "Felpersham City Council has counted bats with sensors in all of its parks this year."


def test_a_copied_row_is_the_same_as_the_first(annotator: Annotator) -> None:
    """With its id or without, it is told by the number of the row; it has an id of its own."""
    rows = (("Id", "Text"), ("aaaa", BATS), ("aaaa", BATS), ("", BATS), ("1.2E+11", f"{BATS} So."))
    report = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    assert [each.number for each in report.added] == [2]
    assert [(each.number, each.is_copy) for each in report.twins] == [
        (2, True),
        (2, True),
        (2, False),
    ]
    ids = {twin.entry.brief.id for twin in report.twins} | {report.added[0].brief.id}
    assert len(ids) == 4


def test_a_copied_row_that_was_written_over_is_another_brief(annotator: Annotator) -> None:
    """It had the id of the row above it; neither is lost."""
    other = "Darrington-under-Lakey District Council has moved 30 services to the cloud."
    rows = (("Id", "Text"), ("aaaa", BATS), ("aaaa", other))
    report = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    assert [each.brief.summary for each in report.added] == [BATS, other]
    again = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=stored_as(report))
    assert again.words == "0 to add, 2 already there"


def test_a_sentence_that_names_nobody_is_news_of_each_council_in_its_cell(
    annotator: Annotator,
) -> None:
    """Also where another issue has it of another council."""
    said = "Bins that tell how full they are have come to every street of the old town this year."
    rows = (("Text", "Who"), (said, "Felpersham City Council"))
    (entry,) = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING).added
    other = replace(entry.brief, id="aaaa", issue="Echo 6", councils=("ambridge",))
    stored = Stored(["aaaa"], [said], (other,).__getitem__)
    assert prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=stored).added


def stored_as(report: IngestReport) -> Stored:
    """Return the briefs of a report as they are once they are saved."""
    briefs = report.briefs
    texts = [each.summary for each in briefs]
    return Stored([each.id for each in briefs], texts, briefs.__getitem__)


def test_a_name_that_councils_of_one_region_share_tells_the_region(annotator: Annotator) -> None:
    """Which of them is asked; where both lie, is not."""
    rows = (("Text", "Council"), ("Two towns share a name.", "Darrington"))
    shared = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    assert [each.entry.brief.region for each in shared.rejected] == [""]
    galway = open_annotator(FROZEN)
    for row in (("It was given £2 million.", "Galway"), ("Galway council got £2 million.", "")):
        sheet = sheet_of(("Text", "Council"), row)
        (entry,) = prepare_rows(sheet, SOURCE, annotator=galway, stored=NOTHING).added
        assert entry.brief.region == "republic-of-ireland"
        assert "could be Galway City Council or Galway County" in str(entry.doubts[0])


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Feb-25", "2025-02"), ("14-Feb-25", "2025-02-14"), ("25/6/25", "2025-06-25")],
)
def test_a_date_is_read_as_a_spreadsheet_rewrites_it(
    annotator: Annotator, written: str, meant: str
) -> None:
    """As where the stored briefs are mended after one, if it can mean one thing only."""
    rows = (("Text", "Date", "Region"), ("Felpersham City Council did this.", written, "London"))
    report = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    (brief,) = report.briefs
    assert str(brief.published) == meant


@pytest.mark.parametrize("written", ["Spring 2024", "soon", "12/06/25"])
def test_a_date_that_may_be_several_is_asked_for(annotator: Annotator, written: str) -> None:
    """It is never another date in silence."""
    rows = (("Text", "Date", "Region"), ("Felpersham City Council did this.", written, "London"))
    report = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    assert "its date" in report.rejected[0].reason


def test_a_row_says_what_it_says_and_the_rest_is_found(annotator: Annotator) -> None:
    """Region, council and themes follow from the text, issue and date from what is in common."""
    text = "Felpersham City Council has fitted 400 bins with sensors that tell how full they are."
    report = prepare_rows(
        sheet_of(("Text", "When"), (text, "")), SOURCE, annotator=annotator, stored=NOTHING
    )
    (brief,) = report.briefs
    assert (brief.issue, brief.published) == (SOURCE.issue, SOURCE.published)
    assert (brief.region, brief.councils) == ("west-midlands", ("felpersham",))
    assert "iot_sensors" in brief.themes
    assert brief.headline


@pytest.mark.parametrize(
    "cell",
    [
        "Felpersham City Council; Ambridge Borough Council",
        "Felpersham City Council, Ambridge Borough Council",
        "Felpersham City Council and Ambridge Borough Council",
        "Felpersham City Council / Ambridge Borough Council",
    ],
)
def test_several_councils_in_a_cell(annotator: Annotator, cell: str) -> None:
    """Whatever parts them, both are meant."""
    rows = (("Text", "Council", "Region"), ("Two councils did this.", cell, "West Midlands"))
    report = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    assert report.added[0].brief.councils == ("felpersham", "ambridge")


def test_a_name_that_no_council_has_is_a_doubt(annotator: Annotator) -> None:
    """It stays as it is written."""
    rows = (("Text", "Council", "Region"), ("Somebody did this.", "Penny Hassett", "London"))
    report = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    (entry,) = report.added
    assert entry.brief.councils == ("Penny Hassett",)
    assert "is not placed" in str(entry.doubts[0])


def test_an_id_that_a_spreadsheet_made_a_number_is_none(annotator: Annotator) -> None:
    """The brief gets an id of its own."""
    rows = (("Id", "Text", "Region"), ("1.23457E+11", "Somebody did this.", "London"))
    report = prepare_rows(sheet_of(*rows), SOURCE, annotator=annotator, stored=NOTHING)
    assert len(report.added[0].brief.id) == 12
