"""Text is only ever text: hostile data in a real browser runs nothing and is shown as written."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect
from running_app import running_app, settle
from tests.browser.sight import (
    bubbles,
    card,
    drawn_map,
    expect_bubbles,
    headlines,
)
from tests.hostile import COUNCILS, PAYLOADS, THEME, write_hostile_data

from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot, open_snapshot
from regional_news.ui.widgets.brief_list import PAGE_SIZE

STREAMLIT = (
    "a -> b <- c -- d >= e <= f ~= g",
    ":red[red] :material/delete: :streamlit: :smile:",
    "$E=mc^2$ **bold** [go](https://evil.example) `code` # x",
    "https://evil.example/x www.evil.example a@evil.example",
)
"""What Streamlit's Markdown would make signs, colours, formulas, emphasis and links of."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with hostile data."""
    return write_hostile_data(tmp_path_factory.mktemp("hostile") / "hostile")


@pytest.fixture(scope="module")
def snapshot(folder: Path) -> Snapshot:
    """Return the snapshot of the hostile data."""
    return open_snapshot(folder)


@pytest.fixture(scope="module")
def hostile(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an app with the hostile data."""
    own = tmp_path_factory.mktemp("server")
    with running_app(own, REGIONAL_NEWS_DATA=str(folder)) as address:
        yield address


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """Give a page in which nothing may run: no dialog, no variable set, no other host asked."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield page
    assert not dialogs
    for frame in page.frames:
        assert frame.evaluate("() => window.hacked") is None


def said(text: str) -> str:
    """Return a text as a browser shows it in a line: runs of white space are one space."""
    return " ".join(text.replace("\u2060", "").split())


def show(page: Page, address: str) -> None:
    """Open an address and wait until it is drawn."""
    page.goto(address)
    settle(page)


def go_to(page: Page, query: str) -> None:
    """Go to another view as Back and Forward do."""
    page.evaluate(
        "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }",
        query,
    )


def expect_literally(page: Page, text: str) -> None:
    """Expect a text somewhere on the page, to the letter."""
    whole = said(page.locator("body").evaluate("body => body.innerText"))
    assert said(text) in whole, text


def test_cards_show_every_text_as_it_is_written(
    hostile: str, snapshot: Snapshot, watched: Page
) -> None:
    """Headline and summary of every brief stand in its card; links lead to web pages only."""
    show(watched, f"{hostile}/")
    view = snapshot.view(BriefFilter())
    for number in range(1, -(-len(PAYLOADS) // PAGE_SIZE) + 1):
        go_to(watched, f"/?page={number}")
        rows = view.page(number, PAGE_SIZE)
        expect(headlines(watched)).to_have_text([said(text) for text in rows["headline"]])
        cards = watched.locator(".st-key-briefs article")
        for told, summary in zip(cards.all_text_contents(), rows["summary"], strict=True):
            assert said(summary) in said(told)
    addresses = watched.locator(".st-key-briefs a").evaluate_all("all => all.map(a => a.protocol)")
    assert set(addresses) <= {"http:", "https:"}


def test_names_on_the_map_are_text(hostile: str, snapshot: Snapshot, watched: Page) -> None:
    """A bubble's card and its spoken name hold the council's name and no element of it."""
    show(watched, f"{hostile}/")
    frame = drawn_map(watched)
    names = {snapshot.gazetteer[council].name for council in COUNCILS}
    expect_bubbles(frame, len(COUNCILS))
    for council in bubbles(frame).values():
        shown = "id => map.card.show(map.bubbles.councils.find(each => each.p.id === id), false)"
        frame.evaluate(shown, council["id"])
        heading = card(watched).get_by_role("heading")
        expect(heading).to_be_visible()
        assert heading.text_content() in names
        assert heading.locator("*").count() == 0
    spoken = frame.locator(".handle").get_attribute("aria-label") or ""
    assert any(spoken.startswith(name) for name in names)


def test_the_page_of_a_council_is_text(hostile: str, snapshot: Snapshot, watched: Page) -> None:
    """Its names are shown as they are written; its website is no link unless it is one."""
    show(watched, f"{hostile}/councils?council={COUNCILS[0]}")
    name = snapshot.gazetteer[COUNCILS[0]].name
    expect(watched.get_by_role("heading", level=1)).to_have_text(said(name))
    expect_literally(watched, name)
    expect(watched.get_by_text("Council website")).to_have_count(0)


def test_coverage_and_its_filters_are_text(hostile: str, snapshot: Snapshot, watched: Page) -> None:
    """The label of a theme and the names of issues are shown as they are written."""
    show(watched, f"{hostile}/coverage?theme={THEME}")
    label = snapshot.themes[THEME].label
    expect_literally(watched, label)
    expect(watched.get_by_role("heading", level=1)).to_have_text("Coverage")


def test_the_table_draws(hostile: str, watched: Page) -> None:
    """The table draws its texts itself, and the notes below it are text."""
    show(watched, f"{hostile}/table")
    expect(watched.get_by_test_id("stDataFrame")).to_be_visible()
    watched.get_by_text("notes on the data").click()
    settle(watched)
    expect_literally(watched, "nowhere <script>")


def test_what_is_searched_for_is_text(hostile: str, watched: Page) -> None:
    """Words that are searched for stand in the title as they are, and run nothing."""
    show(watched, f"{hostile}/")
    for payload in (*STREAMLIT, *PAYLOADS[::40]):
        words = said(payload)[:80]
        visit = "to => window.dispatchEvent(new CustomEvent('visit', { detail: to }))"
        runs = watched.evaluate("() => newsFrame.ran")
        watched.evaluate(visit, f"?{urlencode({'q': words})}")
        watched.wait_for_function("before => newsFrame.ran > before", arg=runs)
        settle(watched)
        heading = watched.get_by_role("heading", level=1)
        expect(heading).to_contain_text("with “")
        assert words in said(heading.inner_text())


def test_review_shows_names_in_doubt_as_text(
    hostile: str, snapshot: Snapshot, watched: Page
) -> None:
    """Names that no council has stand in Review as they are written."""
    show(watched, f"{hostile}/review")
    names = watched.get_by_role("heading", level=3).all_text_contents()
    doubts = {said(f"“{problem.name}”") for problem in snapshot.problems if problem.name}
    assert len(names) == 20
    assert {said(name) for name in names} <= doubts


def test_a_hostile_page_can_be_looked_over(hostile: str, watched: Page) -> None:
    """A page that is pasted shows its texts in forms and headings as they are, and runs nothing."""
    show(watched, f"{hostile}/add_issue")
    texts = [said(text) for text in PAYLOADS[:120:8]]
    page = "\n\n".join(f"Wales\n\nCardiff Council says {text} to all." for text in texts)
    watched.get_by_label("Or its text, pasted").fill(page)
    watched.keyboard.press("Control+Enter")
    watched.get_by_label("Name of the issue").fill(PAYLOADS[0])
    watched.get_by_label("Published", exact=True).fill("2023")
    watched.keyboard.press("Tab")
    expect(watched.get_by_text("On the map")).to_be_visible()
    settle(watched)
    sections = re.compile("^(For you to settle|Settled|Ready from the start): ")
    expect(watched.get_by_role("heading", name=sections).first).to_be_visible()


@pytest.mark.parametrize("path", ["/briefing", "/api/v1/briefs", "/feed.atom"])
def test_what_is_served_beside_the_pages_runs_nothing(
    hostile: str, watched: Page, path: str
) -> None:
    """Opened in a browser, briefing, API and feed run nothing and ask nobody."""
    answer = watched.goto(hostile + path)
    assert answer
    assert answer.ok
    watched.wait_for_timeout(300)
