"""An editor's whole day in a real browser: add, settle, mend, move, delete, take back."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect
from running_app import running_app, settle
from tests.browser.sight import headlines, tab_to

BRIEFS = {
    "Wales": "Cardiff Council has fitted 400 bins with sensors that tell how full they are.",
    "Republic of Ireland": "Galway council has been given £2 million for laptops in its libraries.",
    "Scotland": "Dundee City Council has moved its telephones to the cloud, and saved a third.",
    "North-west England": "A council has painted its doors green, as it says in a report.",
    "London": "Lewisham Council is to move 30 services to the cloud.",
}
SHEET = (
    "Title;Council;Date;Text\nOxford counts bats;Oxford City Council;04/2024;Oxford City Council\
 has counted bats with sensors in its parks.\n"
)


@pytest.fixture
def day(tmp_path: Path, page: Page) -> Iterator[Page]:
    """Give a page of an app whose data this test may change, at Add an issue."""
    with running_app(tmp_path) as address:
        page.goto(f"{address}/add_issue")
        settle(page)
        yield page


@pytest.fixture
def briefs(day: Page, tmp_path: Path) -> Callable[[], str]:
    """Give a function that returns what stands in the file of briefs."""
    assert day
    return lambda: (tmp_path / "data" / "regional_news.csv").read_text("utf-8")


def word_file() -> bytes:
    """Return the page of an issue as a Word file."""
    document, file = Document(), io.BytesIO()
    document.add_heading("Nations and regions news", 1)
    for region, text in BRIEFS.items():
        document.add_heading(region, 2)
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def give(page: Page, name: str, data: bytes) -> None:
    """Give a file on Add an issue."""
    upload: Any = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.locator("input[type=file]").set_input_files(files=[upload])
    settle(page)


def name_issue(page: Page, name: str) -> None:
    """Say what the issue is called and when it came out."""
    page.get_by_label("Name of the issue").fill(name)
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_label("Published", exact=True).fill("04/2024")
    page.keyboard.press("Tab")
    settle(page)


def picker(page: Page | Locator, label: str = "About") -> Locator:
    """Return the first field in which councils are chosen."""
    return page.get_by_role("combobox", name=label).first


def go(page: Page, name: str) -> None:
    """Follow the menu."""
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=name).click()
    settle(page)


def change_headline(page: Page, words: str) -> None:
    """Give the first brief of the list another headline."""
    page.get_by_role("button", name="Mend or delete").nth(0).click()
    settle(page)
    form = page.get_by_role("dialog")
    form.get_by_label("Headline").fill(words)
    form.get_by_label("Headline").press("Tab")
    settle(page)
    form.get_by_role("button", name="Save").click()
    settle(page)


def test_add_settle_mend_move_delete_and_take_back(day: Page, briefs: Callable[[], str]) -> None:
    """From a Word file to the map, and every step back again."""
    before = briefs()
    give(day, "issue.docx", word_file())
    name_issue(day, "Echo 9")
    expect(day.get_by_text("5 briefs · 2 need you")).to_be_visible()
    for answer in ("It is Galway City Council", "It is about no council", "Save 5 briefs"):
        day.get_by_role("button", name=answer).click()
        settle(day)
    expect(day.get_by_text("added 5 briefs")).to_be_visible()
    assert briefs().startswith(before)

    day.get_by_role("button", name="See the issue").click()
    settle(day)
    expect(headlines(day)).to_have_count(5)
    change_headline(day, "Dundee telephones through the cloud")
    expect(headlines(day).first).to_have_text("Dundee telephones through the cloud")

    mend, form = day.get_by_role("button", name="Mend or delete"), day.get_by_role("dialog")
    mend.nth(0).click()
    settle(day)
    form.get_by_role("button", name="Remove Dundee City Council").click()
    settle(day)
    picker(form).fill("Fife")
    picker(form).press("Enter")
    settle(day)
    form.get_by_role("button", name="Save").click()
    settle(day)
    assert ",Fife Council," in briefs()

    mend.nth(1).click()
    settle(day)
    form.get_by_role("button", name="Delete this brief").click()
    settle(day)
    expect(headlines(day)).to_have_count(4)
    for number in range(10):
        change_headline(day, f"Dundee telephones, number {number}")
    go(day, "Changes")
    deleted = day.locator("[class*='st-key-change']").filter(has_text="deleted").last
    deleted.get_by_role("button", name="Undo").click()
    settle(day)
    expect(day.get_by_text("took back what").first).to_be_visible()
    assert "400 bins" in briefs()
    assert "number 9" in briefs()


def test_a_spreadsheet_goes_in_as_a_page_does(day: Page, briefs: Callable[[], str]) -> None:
    """Its columns are shown, and the row is ready."""
    give(day, "old.csv", SHEET.encode("cp1252"))
    name_issue(day, "Old briefs")
    expect(day.get_by_text("4 of 4 columns recognised.")).to_be_visible()
    day.get_by_role("button", name="Save 1 brief").click()
    settle(day)
    assert ",Oxford counts bats," in briefs()
    assert ",2024-04," in briefs()


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
    name_issue(day, "Echo 9")
    tab_to(day, "About")
    chips = day.locator(".picker .chips").first.get_by_role("listitem")
    best = "Greater Manchester Combined Authority"
    day.keyboard.type("GMCA")
    expect(day.get_by_role("option", selected=True)).to_contain_text(best)
    day.keyboard.press("Enter")
    settle(day)
    expect(chips).to_have_text([best + "✕"])
    day.keyboard.type("Leeds")
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
    give(day, "issue.docx", word_file())
    name_issue(day, "Echo 9")
    day.get_by_role("button", name="It is Galway City Council").click()
    settle(day)
    expect(day.get_by_text("5 briefs · 1 needs you")).to_be_visible()
    day.reload()
    settle(day)
    expect(day.get_by_text("5 briefs · 1 needs you")).to_be_visible()
    expect(day.get_by_label("Name of the issue")).to_have_value("Echo 9")
