"""Changes: what was saved is shown with before and after, and taken back."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.app.conftest import Opened

from regional_news.errors import StaleVersion
from regional_news.settings import PROJECT, settings
from regional_news.snapshot.cache import settled_snapshot
from regional_news.store import FileStore, configured_store

Open = Callable[..., Opened]

pytestmark = pytest.mark.usefixtures("own_machine")


def mended(page: Opened, brief_id: str, headline: str) -> None:
    """Give a stored brief another headline, in its form."""
    page.open_form(brief_id)
    page.test.text_input(key=f"stored {brief_id} headline").set_value(headline).run()
    page.press("Save")
    assert "Saved: " in page.words


def first_id(folder: Path) -> str:
    """Return the id of the first brief in the file."""
    return (folder / "regional_news.csv").read_text("utf-8").splitlines()[1].split(",")[0]


def changes(page: Opened) -> Opened:
    """Go to the page Changes."""
    page.test.switch_page(str(PROJECT / "pages" / "changes.py")).run()
    assert not page.test.exception
    return page


def test_without_a_change_the_page_says_so(open_page: Open) -> None:
    """There is nothing to take back."""
    assert "Nothing was changed yet." in open_page("changes").words


def test_a_mended_headline_is_shown_before_and_after_and_taken_back(
    open_page: Open, own_machine: Path
) -> None:
    """Undo puts back every byte; the change then stands as taken back."""
    briefs = own_machine / "regional_news.csv"
    before, brief_id = briefs.read_bytes(), first_id(own_machine)
    page = open_page()
    mended(page, brief_id, "A headline of another kind")
    assert "A headline of another kind" in briefs.read_text("utf-8")
    assert briefs.read_text("utf-8").splitlines()[1].startswith(brief_id)
    change = json.loads((own_machine / "journal.jsonl").read_text("utf-8").splitlines()[0])
    changes(page)
    page.test.session_state[f"rows {change['id']}"] = True
    page.test.run()
    assert "**Headline:** A headline of another kind" in page.words
    assert page.words.count("**Headline:**") == 2
    page.press("Undo")
    assert briefs.read_bytes() == before
    assert "Taken back" in page.words


def test_a_deletion_is_taken_back_after_other_changes(open_page: Open, own_machine: Path) -> None:
    """What was done to other briefs stays."""
    briefs = own_machine / "regional_news.csv"
    ids = [line.split(",")[0] for line in briefs.read_text("utf-8").splitlines()[1:4]]
    page = open_page()
    page.open_form(ids[0])
    page.press("Delete this brief")
    assert "deleted" in page.words
    assert ids[0] not in briefs.read_text("utf-8")
    for number in range(3):
        mended(page, ids[1], f"Another headline, number {number}")
    changes(page)
    undo = [each for each in page.test.button if each.label == "Undo"]
    undo[-1].click().run()
    text = briefs.read_text("utf-8")
    assert text.splitlines()[1].startswith(ids[0])
    assert "Another headline, number 2" in text


@pytest.mark.parametrize("press", ["Add it again as it is here", "Let it go"])
def test_a_brief_that_somebody_deleted_meanwhile_is_added_again_or_let_go(
    open_page: Open, own_machine: Path, press: str
) -> None:
    """Its form says who deleted it, and has what was typed until one of both is pressed."""
    briefs = own_machine / "regional_news.csv"
    brief_id, rows = first_id(own_machine), briefs.read_text("utf-8").splitlines()
    page = open_page()
    page.open_form(brief_id)
    page.test.text_input(key=f"stored {brief_id} headline").set_value("Mine").run()
    store, snapshot = configured_store(), settled_snapshot()
    store.delete(brief_id, snapshot.codec, who="Ann", version=store.version())
    settled_snapshot()
    page.press("Save")
    assert "It was deleted by Ann on " in page.words
    page.press(press)
    assert "It was deleted" not in page.words
    now = briefs.read_text("utf-8").splitlines()
    assert len(now) == len(rows) - (press == "Let it go")
    assert any(each.startswith(brief_id) and ",Mine," in each for each in now) == (
        press != "Let it go"
    )


def test_two_who_save_other_briefs_in_one_instant_both_save(
    open_page: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What overtakes a save is read, and the save made once more."""
    before, store = own_machine.joinpath("regional_news.csv").read_text("utf-8"), FileStore
    calls: list[str] = []

    def overtaken(self: FileStore, *given: Any, who: str, version: str) -> Any:
        calls.append(version)
        if len(calls) == 1:
            raise StaleVersion("The briefs changed since; load them again, then repeat.")
        return make(self, *given, who=who, version=version)

    make = store.make
    monkeypatch.setattr(store, "make", overtaken)
    mended(page := open_page(), first_id(own_machine), "A headline of mine")
    assert "load them again" not in page.words
    assert len(calls) == 2
    after = own_machine.joinpath("regional_news.csv").read_text("utf-8")
    assert len(after.splitlines()) == len(before.splitlines())
    assert "A headline of mine" in after


def test_what_a_later_change_stands_on_says_which(open_page: Open, own_machine: Path) -> None:
    """It has no Undo, but a sentence."""
    brief_id = first_id(own_machine)
    page = open_page()
    for headline in ("First headline of three", "Second of three", "Third headline of three"):
        mended(page, brief_id, headline)
    changes(page)
    told = [each for each in page.words.splitlines() if "first take back:" in each]
    assert len(told) == 2
    assert "“Third headline of three” on" in told[1]
    assert "“Second of three” on" in told[1]
    places = [each for each in page.test.button if (each.key or "").startswith("undo ")]
    assert len([each for each in places if each.key != "undo last"]) == 1


def test_changes_are_found_by_person_and_day(open_page: Open, own_machine: Path) -> None:
    """What a colleague changed, and what was changed last week, has an answer."""
    page = open_page()
    for who in ("Ann", "Bob"):
        sheet = page.test.session_state["worksheet"]
        sheet.who = who
        mended(page, first_id(own_machine), f"A headline of {who}")
    changes(page)
    assert "**2 changes**" in page.words
    page.test.selectbox(key="who").set_value("Ann").run()
    assert "**1 of 2 changes**" in page.words
    assert "**Bob**" not in page.words
    page.test.date_input(key="from").set_value(date(2023, 2, 6)).run()
    assert "**1 of 2 changes**" in page.words
    page.test.date_input(key="to").set_value(date(2023, 2, 12)).run()
    assert "**0 of 2 changes**" in page.words
    page.press("Show all")
    assert "**2 changes**" in page.words
    assert "Show all" not in [each.label for each in page.test.button]


def test_the_address_holds_who_and_when(open_page: Open, own_machine: Path) -> None:
    """A link, and a reload, show the same changes."""
    page = open_page()
    for who in ("Ann", "Bob"):
        page.test.session_state["worksheet"].who = who
        mended(page, first_id(own_machine), f"A headline of {who}")
    assert "**1 of 2 changes**" in open_page("changes", who="Ann").words
    assert "**0 of 2 changes**" in open_page("changes", to="2023-02-12").words


def test_a_name_that_a_browser_gives_back_is_shown_at_once(open_page: Open) -> None:
    """The field was drawn empty before the browser answered."""
    page = open_page("changes")
    assert page.test.text_input(key="editor changes").value == ""
    page.test.session_state["worksheet"].who = "Ann"
    page.test.run()
    assert page.test.text_input(key=page.key("editor changes")).value == "Ann"


def test_who_gave_no_name_is_told_so(open_page: Open, own_machine: Path) -> None:
    """In the list and in the choice of people; who gave one is asked no more."""
    page = open_page()
    mended(page, first_id(own_machine), "Mended by nobody")
    changes = open_page("changes")
    assert "**Somebody (no name given)** changed the headline" in changes.words
    assert "Somebody (no name given)" in changes.test.selectbox(key="who").options


def both_typed(open_page: Open, brief_id: str) -> Opened:
    """Return the form of a second editor who typed a headline that a first one changed meanwhile.

    The first one changed the text, too.
    """
    second, first = open_page(), open_page()
    second.open_form(brief_id)
    first.test.session_state["worksheet"].who = "Ann"
    first.open_form(brief_id)
    first.test.text_area(key=f"stored {brief_id} summary").set_value("A text of hers.").run()
    mended(first, brief_id, "A headline of hers")
    second.test.text_input(key=f"stored {brief_id} headline").set_value("Quite other words").run()
    return second


def test_a_field_that_two_changed_is_chosen_side_by_side(
    open_page: Open, own_machine: Path
) -> None:
    """Nothing is written over unseen: Save waits; what only one changed merges by itself."""
    briefs, brief_id = own_machine / "regional_news.csv", first_id(own_machine)
    page = both_typed(open_page, brief_id)
    assert "Ann changed" in page.words
    assert "A headline of hers" in page.words
    assert "Quite other words" in page.words
    assert page.test.button(key=f"stored {brief_id} save").disabled
    page.press("Keep mine")
    assert "which one is right?" not in page.words
    page.press("Save")
    row = briefs.read_text("utf-8").splitlines()[1]
    assert "Quite other words" in row
    assert "A text of hers." in row


def test_what_another_saved_can_be_kept(open_page: Open, own_machine: Path) -> None:
    """The field shows it, and nothing is left to save."""
    brief_id = first_id(own_machine)
    page = both_typed(open_page, brief_id)
    page.press("Keep theirs")
    shown = page.test.text_input(key=page.key(f"stored {brief_id} headline"))
    assert shown.value == "A headline of hers"
    assert "which one is right?" not in page.words
    stands = (own_machine / "regional_news.csv").read_bytes()
    page.press("Save")
    assert not page.test.session_state["worksheet"].mending
    assert (own_machine / "regional_news.csv").read_bytes() == stands


def test_readers_do_not_see_changes(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says that it is for staff."""
    monkeypatch.setenv("REGIONAL_NEWS_EDITING", "off")
    settings.cache_clear()
    assert "cannot be added or reviewed here" in open_page("changes").words
