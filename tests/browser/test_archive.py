"""With an archive of 34 issues, every way to look at it tells of the same briefs."""

import csv
import html
import io
from collections import Counter
from urllib.request import urlopen

import pytest
from data_folders import ARCHIVE
from playwright.sync_api import Page, expect
from running_app import settle
from tests.browser.sight import drawn_map, headlines, totals

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    """Return the archive's briefs as its file has them."""
    with (ARCHIVE / "regional_news.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_pages_of_the_list_hold_every_brief_once(page: Page, archive: str, rows: Rows) -> None:
    """From the first page to the last by its links: nothing is missing, nothing comes twice."""
    wanted = [row["headline"] for row in rows if row["region"] == "Wales"]
    page.goto(f"{archive}/?region=wales")
    settle(page)
    shown = headlines(page).all_text_contents()
    while len(shown) < len(wanted):
        first = headlines(page).first
        turned_from = first.text_content()
        page.get_by_role("link", name="Next page").click()
        expect(first).not_to_have_text(turned_from or "")
        settle(page)
        shown += headlines(page).all_text_contents()
    assert Counter(shown) == Counter(wanted)
    expect(page.get_by_role("link", name="Next page")).to_have_count(0)


def test_the_map_counts_the_briefs_about_each_council(page: Page, archive: str, rows: Rows) -> None:
    """Every council of the file is on the map with its number, and no other."""
    page.goto(archive)
    settle(page)
    told = drawn_map(page).evaluate("map.bubbles.councils.map(({p}) => [p.name, p.about])")
    on_map = Counter[str]()
    for name, number in told:  # one after the other, two councils may have had the same name
        on_map[html.unescape(name)] += number
    about = Counter(name for row in rows for name in row["councils"].split("; ") if name)
    assert on_map == about


def test_coverage_counts_each_theme_and_a_number_leads_to_its_briefs(
    page: Page, archive: str, rows: Rows
) -> None:
    """The matrix adds up to the briefs with their themes; a cell holds what its link shows."""
    page.goto(f"{archive}/coverage")
    settle(page)
    cells = page.locator(".matrix td a")
    expect(cells.first).to_be_visible()
    counts = [int(text.replace(",", "")) for text in cells.all_inner_texts()]
    placed = (row["themes"].split("; ") for row in rows if row["region"] and row["themes"])
    assert sum(counts) == sum(map(len, placed))
    most = counts.index(max(counts))
    cells.nth(most).click()
    expect(totals(page)).to_contain_text(f"{counts[most]} briefs")


def test_a_search_leaves_what_says_the_word(page: Page, archive: str, rows: Rows) -> None:
    """The list shows what one finds who reads every brief."""
    said = [row["headline"] for row in rows if "otters" in " ".join(row.values()).lower()]
    assert said
    page.goto(f"{archive}/?q=otters")
    settle(page)
    assert sorted(headlines(page).all_text_contents()) == sorted(said)


def test_the_page_the_file_and_the_api_agree(page: Page, archive: str, rows: Rows) -> None:
    """What is downloaded holds each brief, and the API says that there are so many."""
    page.goto(f"{archive}/table")
    settle(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV", exact=True).click()
    text = taken.value.path().read_text(encoding="utf-8-sig")
    ids = [row["id"] for row in csv.DictReader(io.StringIO(text))]
    assert sorted(ids) == sorted(row["id"] for row in rows)
    with urlopen(f"{archive}/api/v1/briefs?limit=1") as answer:  # noqa: S310  our own address
        assert int(answer.headers["X-Total-Count"]) == len(rows)
