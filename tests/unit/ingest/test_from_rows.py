"""Rows of a spreadsheet become entries in the same report as a page's briefs."""

from pathlib import Path

import pandas as pd
import pytest
from data_folders import FROZEN

from regional_news.exports import download
from regional_news.ingest import Source, stored_in
from regional_news.ingest.columns import columns_of
from regional_news.ingest.from_rows import Sheet, prepare_rows
from regional_news.ingest.grid import read_grid
from regional_news.model import PartialDate
from regional_news.query import BriefFilter
from regional_news.recognition.annotator import Annotator, open_annotator
from regional_news.snapshot.snapshot import Snapshot, open_snapshot
from regional_news.table.schema import SCHEMA

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
    return Sheet(rows, columns_of(rows[0]))


@pytest.mark.parametrize("format_name", ["csv", "xlsx"])
def test_the_apps_own_download_comes_back_without_loss(
    snapshot: Snapshot, format_name: str
) -> None:
    """Every brief is known again, as it is stored: nothing is new, nothing has changed."""
    data = download(snapshot.view(BriefFilter()), format_name).read()
    grid = read_grid(data)
    report = prepare_rows(
        Sheet(grid, columns_of(grid[0])),
        SOURCE,
        annotator=Annotator(snapshot.reference),
        stored=stored_in(snapshot.index.frame),
    )
    assert not report.added
    assert not report.rejected
    assert [twin.entry.brief for twin in report.twins if twin.likeness == 100] == []
    assert len(report.known) == len(snapshot.index)


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
