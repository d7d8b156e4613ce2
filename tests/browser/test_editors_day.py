"""An editor's whole day in a real browser: add, settle, mend, move, delete, take back."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from data_folders import FROZEN
from docx import Document
from playwright.sync_api import Locator, Page, expect
from running_app import settle
from tests.browser.sight import focus_is_marked, headlines, tab_to

BRIEFS = {
    "Wales": "Cardiff Council has fitted 400 bins with sensors that tell how full they are.",
    "Republic of Ireland": "Galway council has been given £2 million for laptops in its libraries.",
    "Scotland": "Dundee City Council has moved its telephones to the cloud, and saved a third.",
    "North-west England": "A council has painted its doors green, as it says in a report.",
    "East Midlands": "Leeds City Council has shown everybody where its trees stand, as open data.",
    "London": "Lewisham Council is to move 30 services to the cloud.",
}
SHEET = (
    "Title;Council;Date;Text\nOxford counts bats;Oxford City Council;04/2024;Oxford City Council\
 has counted bats with sensors in its parks.\n"
)

MOST_TABS = 300

MOST_STOPS = 15
"""Stops of the tab key between what has the focus and a link past the rest: those of one card."""

Hand = Callable[..., None]


@pytest.fixture
def day(own_server: str, page: Page) -> Page:
    """Give a page of an app whose data this test may change, at Add an issue."""
    page.goto(f"{own_server}/add_issue")
    settle(page)
    return page


@pytest.fixture
def briefs(own_data: Path) -> Callable[[], str]:
    """Give a function that returns what stands in the file of briefs."""
    return lambda: (own_data / "regional_news.csv").read_text("utf-8")


def by_mouse(target: Locator, words: str = "") -> None:
    """Click, or fill a field."""
    if words:
        target.fill(words)
        target.press("Tab")
    else:
        target.click()
    settle(target.page)


def reach(target: Locator) -> None:
    """Press the tab key until something has the focus."""
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === element.getRootNode().activeElement"):
            break
        target.page.keyboard.press("Tab")
    expect(target).to_be_focused()


def by_keyboard(target: Locator, words: str = "") -> None:
    """Go there by the tab key, then press Enter, or type in place of what stands there."""
    keyboard = target.page.keyboard
    reach(target)
    if words:
        keyboard.press("Control+A")
        keyboard.insert_text(words)
        keyboard.press("Tab")
    else:
        keyboard.press("Enter")
    settle(target.page)


@pytest.fixture(params=[by_mouse, by_keyboard])
def hand(request: pytest.FixtureRequest) -> Hand:
    """Give how the editor works: ``hand(button)`` presses, ``hand(field, words)`` fills."""
    chosen: Hand = request.param
    return chosen


def word_file() -> bytes:
    """Return the page of an issue as a Word file."""
    document, file = Document(), io.BytesIO()
    document.add_heading("Nations and regions news", 1)
    for region, text in BRIEFS.items():
        document.add_heading(region, 2)
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def stored_issue() -> str:
    """Return the text of a page with the briefs of an issue that is stored."""
    with (FROZEN / "regional_news.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["issue"] == "In Our View 37 (Focus)"]
    return "\n\n".join(f"{row['region']}\n\n{row['summary']}" for row in rows)


def give(page: Page, hand: Hand, name: str, data: bytes) -> None:
    """Give a file on Add an issue."""
    upload: Any = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    with page.expect_file_chooser() as chooser:
        hand(page.get_by_test_id("stFileUploaderDropzone").locator("button"))
    chooser.value.set_files(files=[upload])
    expect(page.get_by_text(name)).to_be_visible()
    settle(page)


def name_issue(page: Page, hand: Hand, name: str) -> None:
    """Say what the issue is called and when it came out."""
    hand(page.get_by_label("Name of the issue"), name)
    hand(page.get_by_label("Published", exact=True), "04/2024")


def picker(page: Page | Locator, label: str = "About") -> Locator:
    """Return the first field in which councils are chosen."""
    return page.get_by_role("combobox", name=label).first


def change_headline(page: Page, hand: Hand, words: str) -> None:
    """Give the first brief of the list another headline."""
    hand(page.get_by_role("button", name="Mend or delete").nth(0))
    form = page.get_by_role("dialog")
    hand(form.get_by_label("Headline"), words)
    hand(form.get_by_role("button", name="Save"))
    expect(form).to_have_count(0)


@pytest.mark.timeout(400)
def test_add_settle_mend_move_delete_and_take_back(
    day: Page, hand: Hand, briefs: Callable[[], str]
) -> None:
    """From a page that is stored already and a Word file to the map, and every step back again."""
    before = briefs()
    hand(day.get_by_label("Or its text, pasted"), stored_issue())
    name_issue(day, hand, "A newsletter")
    expect(day.get_by_text("This looks like In Our View 37 (Focus)")).to_be_visible()
    hand(day.get_by_role("button", name="Choose another page"))
    hand(day.get_by_role("button", name="Drop it and choose another page"))

    give(day, hand, "issue.docx", word_file())
    name_issue(day, hand, "Echo 9")
    expect(day.get_by_text("6 briefs · 3 need you")).to_be_visible()
    for answer in ("It is Galway City Council", "That is right", "It is about no council"):
        hand(day.get_by_role("button", name=answer))
    hand(day.get_by_role("button", name="Save 6 briefs"))
    expect(day.get_by_text("added 6 briefs")).to_be_visible()
    assert briefs().startswith(before)

    hand(day.get_by_role("button", name="See the issue"))
    expect(headlines(day)).to_have_count(6)
    change_headline(day, hand, "Dundee telephones through the cloud")
    expect(headlines(day).first).to_have_text("Dundee telephones through the cloud")

    mend, form = day.get_by_role("button", name="Mend or delete"), day.get_by_role("dialog")
    hand(mend.nth(0))
    hand(form.get_by_role("button", name="Remove Dundee City Council"))
    expect(picker(form)).to_be_focused()
    day.keyboard.insert_text("Fife")
    day.keyboard.press("Enter")
    settle(day)
    hand(form.get_by_role("button", name="Save"))
    expect(form).to_have_count(0)
    assert ",Fife Council," in briefs()

    hand(mend.nth(1))
    hand(form.get_by_role("button", name="Delete this brief"))
    expect(headlines(day)).to_have_count(5)
    for number in range(10):
        change_headline(day, hand, f"Dundee telephones, number {number}")
    hand(day.get_by_role("navigation", name="Pages").get_by_role("link", name="Changes"))
    deleted = day.locator("[class*='st-key-change']").filter(has_text="deleted").last
    hand(deleted.get_by_role("button", name="Undo"))
    expect(day.get_by_text("took back ‘deleted").first).to_be_visible()
    assert "400 bins" in briefs()
    assert "number 9" in briefs()


def test_a_spreadsheet_goes_in_as_a_page_does(
    day: Page, hand: Hand, briefs: Callable[[], str]
) -> None:
    """Its columns are shown, and the row is ready."""
    give(day, hand, "old.csv", SHEET.encode("cp1252"))
    hand(day.get_by_label("Name of the issue"), "Old briefs")
    expect(day.get_by_text("4 of 4 columns recognised.")).to_be_visible()
    hand(day.get_by_role("button", name="Save 1 brief"))
    expect(day.get_by_text("added 1 brief")).to_be_visible()
    assert ",Oxford counts bats," in briefs()
    assert ",2024-04," in briefs()


def test_doubts_and_save_are_a_few_presses_away(day: Page) -> None:
    """From the top of the page, from one card to the next, and from the last; and in the form."""
    give(day, by_mouse, "issue.docx", word_file())
    name_issue(day, by_mouse, "Echo 9")
    expect(day.get_by_text("6 briefs · 3 need you")).to_be_visible()
    day.reload()
    expect(day.get_by_text("6 briefs · 3 need you")).to_be_visible()
    settle(day)
    for way, place in (
        ("Skip to what needs you", day.get_by_role("button", name="It is Galway City Council")),
        ("Skip to the next that needs you", day.get_by_role("button", name="That is right")),
        ("Skip to Save", day.get_by_label("Your name")),
    ):
        tab_to(day, way, most=MOST_STOPS)
        assert focus_is_marked(day)
        day.keyboard.press("Enter")
        expect(place).to_be_focused()
    day.keyboard.press("Tab")
    expect(day.get_by_role("button", name="Save the 3 ready")).to_be_focused()

    day.goto(day.url.removesuffix("add_issue"))
    settle(day)
    day.get_by_role("button", name="Mend or delete").first.press("Enter")
    expect(day.get_by_role("dialog").get_by_role("button", name="Save")).to_be_visible()
    tab_to(day, "Skip to Save", most=2)


def test_the_picker_by_keyboard(day: Page, briefs: Callable[[], str]) -> None:
    """Enter takes the best answer alone, another region is a question, Escape closes."""
    assert briefs()
    day.get_by_label("Or its text, pasted").fill(
        "North-west England\n\n"
        + BRIEFS["North-west England"]
        + "\n\nLondon\n\n"
        + BRIEFS["London"]
    )
    day.keyboard.press("Control+Enter")
    settle(day)
    name_issue(day, by_keyboard, "Echo 9")
    expect(day.get_by_text("2 briefs · 1 needs you")).to_be_visible()
    settle(day)
    reach(picker(day))
    chips = day.locator(".picker .chips").first.get_by_role("listitem")
    best = "Greater Manchester Combined Authority"
    day.keyboard.type("GMCA")
    expect(day.get_by_role("option", selected=True)).to_contain_text(best)
    day.keyboard.press("Enter")
    day.keyboard.type("Leeds")  # at once: nothing that comes or goes draws the field anew
    expect(chips).to_have_text([best + "✕"])
    expect(day.get_by_text("2 briefs · all ready")).to_be_visible()
    settle(day)
    expect(picker(day)).to_be_focused()
    expect(day.get_by_role("option", selected=True)).to_contain_text("Leeds City Council")
    day.keyboard.press("Enter")
    expect(day.get_by_role("group", name="Leeds City Council is in Yorkshire")).to_be_visible()
    day.keyboard.press("Tab")
    day.keyboard.press("Enter")
    expect(chips).to_have_count(1)
    day.keyboard.type("Bolt")
    day.keyboard.press("ArrowDown")
    day.keyboard.press("Escape")
    expect(day.get_by_role("option")).to_have_count(0)


def test_what_was_typed_is_there_after_a_reload(day: Page) -> None:
    """The browser kept the page, the issue and the answers."""
    give(day, by_mouse, "issue.docx", word_file())
    name_issue(day, by_mouse, "Echo 9")
    day.get_by_role("button", name="It is Galway City Council").click()
    settle(day)
    expect(day.get_by_text("6 briefs · 2 need you")).to_be_visible()
    day.reload()
    settle(day)
    expect(day.get_by_text("6 briefs · 2 need you")).to_be_visible()
    expect(day.get_by_label("Name of the issue")).to_have_value("Echo 9")


def test_two_tabs_keep_what_was_begun_in_each(day: Page) -> None:
    """A new one begins empty, but for the name; what a closed one left is taken up by the next."""
    day.get_by_label("Or its text, pasted").fill("Wales\n\nCardiff Council has new bins.")
    day.keyboard.press("Control+Enter")
    day.get_by_label("Name of the issue").fill("Echo 9")
    day.get_by_label("Your name").fill("Ann")
    day.keyboard.press("Tab")
    settle(day)
    other = day.context.new_page()
    other.goto(day.url)
    pasted = other.get_by_label("Or its text, pasted")
    expect(pasted).to_be_visible()
    other.wait_for_timeout(1500)  # in which it might be given what the first has
    pasted.fill("Scotland\n\nFife Council has old bins.")
    other.keyboard.press("Control+Enter")
    expect(other.get_by_label("Name of the issue")).to_be_visible()
    expect(other.get_by_label("Your name")).to_have_count(0)  # it is known
    other.get_by_label("Name of the issue").fill("Echo 10")
    other.keyboard.press("Tab")
    settle(other)
    for tab, name in ((day, "Echo 9"), (other, "Echo 10"), (day, "Echo 9")):
        tab.reload()
        expect(tab.get_by_label("Name of the issue")).to_have_value(name)
        settle(tab)
    other.close()
    third = day.context.new_page()
    third.goto(day.url)
    expect(third.get_by_label("Name of the issue")).to_have_value("Echo 10")
    day.reload()
    expect(day.get_by_label("Name of the issue")).to_have_value("Echo 9")
