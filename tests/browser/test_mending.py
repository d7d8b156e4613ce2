"""A stored brief in its form: by keyboard, over a lost connection, and deleted."""

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from data_folders import copy_frozen
from playwright.sync_api import Locator, Page, expect
from running_app import HOST, free_port, settle, start, stop, wait_until_it_answers

ACTIVE = "document.activeElement?.ariaLabel"


class Server:
    """An app that stops and starts again at the same address."""

    def __init__(self, folder: Path) -> None:
        data = copy_frozen(folder / "data")
        self._variables = os.environ | {"REGIONAL_NEWS_DATA": str(data)}
        self._variables |= {"REGIONAL_NEWS_EDITING": "open", "REGIONAL_NEWS_WORD": ""}
        self._port, self._printed = free_port(), folder / "output.txt"
        self.briefs = data / "regional_news.csv"
        self.address = f"http://{HOST}:{self._port}"
        self.start()

    def start(self) -> None:
        """Start, and wait until it answers."""
        self._process = start(self._port, self._variables, self._printed)
        health = f"{self.address}/_stcore/health"
        wait_until_it_answers(health, self._process, self._printed)

    def stop(self) -> None:
        """Stop."""
        stop(self._process)


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Server]:
    """Give an app that this test may stop."""
    made = Server(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def briefs(own_data: Path) -> Path:
    """Return the file with the briefs of the app whose data this test may change."""
    return own_data / "regional_news.csv"


@pytest.fixture
def form(page: Page, own_server: str) -> Callable[[int], Locator]:
    """Give what opens the form of a brief of the list, by its number."""
    page.goto(own_server)
    return partial(open_form, page)


def open_form(page: Page, number: int) -> Locator:
    """Return the form of a brief of the list, opened by keyboard once the list is drawn."""
    settle(page)
    mend = page.get_by_role("button", name="Mend or delete").nth(number)
    mend.scroll_into_view_if_needed()
    mend.focus()
    page.keyboard.press("Enter")
    return page.get_by_role("dialog")


def test_the_tab_key_passes_over_no_field_of_a_form_that_is_being_drawn(
    page: Page, form: Callable[[int], Locator]
) -> None:
    """Whatever is pressed before the fields are there, they come in their order."""
    form(0).wait_for()
    met: list[str] = []
    while "Headline" not in met and len(met) < 200:
        page.keyboard.press("Tab")
        met.append(page.evaluate(ACTIVE) or "")
    fields = [each for each in met if each in {"Text", "Issue", "Published", "Headline"}]
    assert list(dict.fromkeys(fields)) == ["Text", "Issue", "Published", "Headline"]
    assert not any(each.startswith("Remove") for each in met)


def test_what_is_typed_counts_whatever_is_pressed_next(
    page: Page, briefs: Path, form: Callable[[int], Locator]
) -> None:
    """One press of Save is enough; Escape keeps it; a deletion taken back has it again."""
    opened = form(0)
    headline = opened.get_by_label("Headline")
    headline.fill("Typed and saved at once")
    opened.get_by_role("button", name="Save").click()
    expect(opened).to_have_count(0)
    assert "Typed and saved at once" in briefs.read_text("utf-8")
    form(0)
    headline.fill("Typed before Escape")
    headline.press("Escape")
    expect(opened).to_have_count(0)
    form(0)
    expect(headline).to_have_value("Typed before Escape")
    opened.get_by_role("button", name="Delete this brief").click()
    expect(page.locator(".st-key-receipt")).to_contain_text("deleted")
    settle(page)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator(".st-key-receipt")).to_contain_text("took back")
    form(0)
    expect(headline).to_have_value("Typed before Escape")


def test_after_a_deletion_its_way_back_is_in_sight_and_has_the_focus(
    page: Page, briefs: Path, form: Callable[[int], Locator]
) -> None:
    """Far down the list, too; one tab and Enter bring the brief back."""
    before = briefs.read_bytes()
    form(8).get_by_role("button", name="Delete this brief").click()
    receipt = page.locator(".st-key-receipt")
    expect(receipt).to_be_focused()
    expect(receipt).to_be_in_viewport(ratio=1)
    expect(receipt).to_have_role("group")
    expect(receipt).to_have_accessible_name(re.compile("Saved: .* deleted"))
    assert briefs.read_bytes() != before
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(receipt).to_contain_text("took back")
    expect(receipt).to_be_focused()
    assert briefs.read_bytes() == before


def test_a_form_that_closes_gives_the_focus_back(
    page: Page, form: Callable[[int], Locator]
) -> None:
    """To what opened it; from what was saved, too, where the brief has another headline since."""
    mend = page.get_by_role("button", name="Mend or delete").nth(2)
    for close in ("Close", "Save"):
        form(2).get_by_role("button", name=close).press("Enter")
        expect(mend).to_be_focused()
    opened = form(2)
    opened.get_by_label("Headline").fill("Another headline")
    opened.get_by_role("button", name="Save").press("Enter")
    receipt = page.locator(".st-key-receipt")
    expect(receipt).to_be_focused()
    receipt.get_by_role("button", name="Close").press("Enter")
    expect(page.get_by_role("button", name="Mend or delete: Another headline")).to_be_focused()


def test_a_choice_between_two_headlines_leads_on_to_save(
    page: Page, own_server: str, briefs: Path, form: Callable[[int], Locator]
) -> None:
    """Not to Close, where the next Enter would end the work."""
    opened = form(2)
    headline = opened.get_by_label("Headline")
    expect(headline).not_to_have_value("")  # a field is drawn before what stands in it
    theirs = headline.input_value()
    headline.fill("Mine")
    page.keyboard.press("Tab")
    settle(page)
    written = briefs.read_text("utf-8")
    briefs.write_text(written.replace(theirs, f"Theirs: {theirs}"), "utf-8")
    while "Theirs: " not in page.request.get(f"{own_server}/feed.atom").text():
        page.wait_for_timeout(100)  # a busy machine takes a moment to read the file
    opened.get_by_role("button", name="Save").press("Enter")
    expect(opened.get_by_role("button", name="Keep theirs")).to_be_focused()
    opened.get_by_role("button", name="Keep mine").press("Enter")
    expect(opened.get_by_role("button", name="Save")).to_be_focused()


def test_a_settled_doubt_leads_on_to_the_next(page: Page, own_server: str, briefs: Path) -> None:
    """Past what tells that it was saved."""
    rows = briefs.read_text("utf-8").splitlines(keepends=True)
    briefs.write_text("".join(re.sub(r",[^,]* Council,", ",,", row) for row in rows), "utf-8")
    page.goto(f"{own_server}/review")
    settle(page)
    answers = page.get_by_role("button", name="That is right", exact=True)
    count = answers.count()
    assert count > 2
    answers.nth(1).press("Enter")
    receipt = page.locator(".st-key-receipt")
    expect(receipt).to_be_focused()
    receipt.get_by_role("button", name="Close").press("Enter")
    expect(answers).to_have_count(count - 1)
    expect(answers.nth(1)).to_be_focused()


def test_a_lost_connection_leaves_the_form_and_what_was_typed(page: Page, mortal: Server) -> None:
    """It is said in our own words; with the next server the editor goes on in the same field."""
    page.goto(mortal.address)
    opened = open_form(page, 1)
    opened.get_by_label("Issue").fill("Echo 9")
    opened.get_by_label("Issue").press("Tab")
    settle(page)
    opened.get_by_label("Headline").fill("Typed and not left")
    mortal.stop()
    expect(page.get_by_text("what you typed is kept")).to_be_visible()
    page.wait_for_timeout(4000)  # Streamlit's own dialog comes after its second attempt
    expect(page.get_by_text("Connection error")).to_have_count(0)
    expect(opened).to_have_count(1)
    mortal.start()
    page.wait_for_selector("[data-test-connection-state=CONNECTED]")
    settle(page)
    expect(opened.get_by_label("Headline")).to_have_value("Typed and not left")
    expect(opened.get_by_label("Headline")).to_be_focused()
    expect(opened.get_by_label("Issue")).to_have_value("Echo 9")
    page.keyboard.press("Tab")
    settle(page)
    opened.get_by_role("button", name="Save").click()
    expect(opened).to_have_count(0)
    assert "Typed and not left" in mortal.briefs.read_text("utf-8")
