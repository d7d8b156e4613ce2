"""The pages with an archive of 34 issues: what must hold when there are years of briefs."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.app.conftest import Opened

Open = Callable[..., Opened]
Rows = list[dict[str, str]]


@pytest.fixture
def rows(archive: Path) -> Rows:
    """Return the rows of the archive, which the app shows in this test."""
    with (archive / "regional_news.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_brief_is_counted(open_page: Open, rows: Rows) -> None:
    """The page says how much there is, and the filters count each region."""
    page = open_page()
    assert page.drawn("briefs")["status"].startswith(f"{len(rows)} briefs · ")
    by_region = Counter(row["region"] for row in rows)
    assert page.options("region") == dict(by_region)


def test_the_pages_of_the_list_hold_every_brief_of_a_region_once(
    open_page: Open, rows: Rows
) -> None:
    """From the first page to the last nothing is missing, nothing comes twice, the newest first."""
    wanted = [row for row in rows if row["region"] == "Wales"]
    shown: list[str] = []
    while len(shown) < len(wanted):
        page = open_page(region="wales", page=str(len(shown) // 15 + 1))
        shown += page.headlines
    assert Counter(shown) == Counter(row["headline"] for row in wanted)
    dates = {row["headline"]: row["published"] for row in wanted}
    assert [dates[each] for each in shown] == sorted(dates.values(), reverse=True)


def test_issues_are_offered_the_newest_first(open_page: Open, rows: Rows) -> None:
    """An issue of this year is not looked for below those of ten years."""
    newest_first = dict.fromkeys(
        row["issue"] for row in sorted(rows, key=lambda row: row["published"], reverse=True)
    )
    assert list(open_page().options("issue")) == list(newest_first)


def test_a_search_finds_what_reading_finds(open_page: Open, rows: Rows) -> None:
    """Every brief that says the word, and no other."""
    found = {
        row["headline"] for row in rows if "otters" in f"{row['headline']} {row['summary']}".lower()
    }
    page = open_page(q="otters")
    assert found
    assert page.drawn("briefs")["status"].startswith(f"{len(found)} brief")
    assert set(page.headlines) <= found


def test_coverage_adds_up(open_page: Open, rows: Rows) -> None:
    """Each theme's row counts the briefs with that theme."""
    matrix = open_page("coverage").drawn("matrix")
    places = sum(len(row["themes"].split("; ")) for row in rows if row["themes"])
    assert sum(count for row in matrix["rows"] for count in row["counts"]) == places


def test_the_table_has_every_row(open_page: Open, rows: Rows) -> None:
    """It does not stop at a page of the list."""
    assert len(open_page("table").test.dataframe[0].value) == len(rows)
