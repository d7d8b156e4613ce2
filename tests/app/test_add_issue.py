"""Add an issue: paste, look over, save, take back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit import config
from tests.app.conftest import Opened

from regional_news.settings import settings

Open = Callable[..., Opened]

pytestmark = pytest.mark.usefixtures("own_machine")

PAGE = """\
Nations and regions news

Wales

Cardiff Council has fitted 400 bins with sensors that tell how full they are.

Republic of Ireland

Galway council has been given £2 million for laptops in its libraries.

London

Lewisham Council is to move 30 services to the cloud.
"""


def pasted(open_page: Open, text: str = PAGE) -> Opened:
    """Open the page, paste a text and name its issue."""
    page = open_page("add_issue")
    page.test.text_area[0].set_value(text).run()
    page.test.text_input(key=next_key(page, "issue")).set_value("Echo 7").run()
    page.test.text_input(key=next_key(page, "date")).set_value("2023-04").run()
    assert not page.test.exception
    return page


def next_key(page: Opened, ending: str) -> str:
    """Return the key of the field that ends so."""
    keys = (each.key or "" for each in page.test.text_input)
    return next(key for key in keys if key.endswith(f" {ending}"))


def test_a_pasted_page_is_saved_and_taken_back(open_page: Open, own_machine: Path) -> None:
    """Nothing is written before Save; Undo leaves the bytes of before."""
    briefs = own_machine / "regional_news.csv"
    before = briefs.read_bytes()
    page = pasted(open_page)
    assert "3 to add" in page.words
    assert briefs.read_bytes() == before
    page.press("Save 3 briefs")
    assert "added 3 briefs" in page.words
    assert briefs.read_bytes().startswith(before)
    assert "Echo 7" in briefs.read_text(encoding="utf-8")
    page.press("Undo")
    assert [each.value for each in page.test.success] == [
        "Taken back: the briefs are as they were before."
    ]
    assert briefs.read_bytes() == before
    assert "3 to add" in page.words


def test_what_is_mended_is_what_is_saved(open_page: Open, own_machine: Path) -> None:
    """A headline, a region and a council that were changed in the form are in the file."""
    page = pasted(open_page)
    headline = next(each for each in page.test.text_input if "Lewisham" in str(each.value))
    headline.set_value("Lewisham goes to the cloud").run()
    councils = next(each for each in page.test.multiselect if each.value == ["lewisham"])
    councils.set_value(["lewisham", "Caerdydd"]).run()
    page.press("Save 3 briefs")
    text = (own_machine / "regional_news.csv").read_text(encoding="utf-8")
    assert "Lewisham goes to the cloud" in text
    assert "London Borough of Lewisham; City of Cardiff Council" in text


def test_doubts_come_first_with_the_words_that_caused_them(open_page: Open) -> None:
    """The brief in doubt is opened above the others and says why."""
    page = pasted(open_page)
    assert [each.value.split(":")[0] for each in page.test.subheader][:2] == ["To look at", "Ready"]
    assert "“Galway council” could be Galway City Council or Galway County Council" in page.words


def test_one_press_settles_a_doubt(open_page: Open, own_machine: Path) -> None:
    """The council takes the place of the name, and the doubt is gone."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    assert "could be" not in page.words
    page.press("Save 3 briefs")
    last = (own_machine / "regional_news.csv").read_text(encoding="utf-8").splitlines()[-2]
    assert "Galway City Council" in last


def test_a_brief_that_is_not_wanted_is_not_saved(open_page: Open, own_machine: Path) -> None:
    """A brief can be left out."""
    page = pasted(open_page)
    page.test.checkbox[0].uncheck().run()
    page.press("Save 2 briefs")
    assert "laptops in its libraries" not in (own_machine / "regional_news.csv").read_text("utf-8")


def test_the_same_page_again_has_nothing_to_save(open_page: Open) -> None:
    """What was saved is listed as already there."""
    page = pasted(open_page)
    page.press("Save 3 briefs")
    page.press("Add another page")
    again = pasted(open_page)
    assert "0 to add, 3 already there" in again.words
    assert next(b for b in again.test.button if b.label.startswith("Save")).disabled


def test_a_save_over_somebody_elses_is_refused(open_page: Open, own_machine: Path) -> None:
    """The editor is told, can look again, and loses nothing that was typed."""
    page = pasted(open_page)
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write("x,Other,2023,Wales,Head,Said,Cardiff Council,,,,\n")
    page.press("Save 3 briefs")
    assert "changed by hand" in page.words
    page.press("Look again")
    page.press("Save 3 briefs")
    assert "added 3 briefs" in page.words


def test_the_map_of_what_is_added_shows_all_of_it(open_page: Open) -> None:
    """It moves to the councils of the page as soon as it is drawn."""
    view = pasted(open_page).drawn("news")["news"]["view"]
    assert view["at_start"]
    assert view["bounds"]


def test_a_page_without_briefs_says_so(open_page: Open) -> None:
    """A sentence, and no button that could save anything."""
    page = pasted(open_page, "Dear all,\n\nthe tea is at four.\n")
    assert "No brief was found" in page.words


def test_a_date_that_is_none_says_so(open_page: Open) -> None:
    """The field tells how dates are written."""
    page = pasted(open_page)
    page.test.text_input(key=next_key(page, "date")).set_value("soon").run()
    assert "“soon” is not a date like 2023" in page.words


@pytest.mark.parametrize(("editing", "address"), [("off", "localhost"), ("open", "0.0.0.0")])  # noqa: S104  what must not be served
def test_nobody_else_may_add(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, editing: str, address: str
) -> None:
    """Editing is off unless it is switched on and the server listens to this machine alone."""
    monkeypatch.setenv("REGIONAL_NEWS_EDITING", editing)
    settings.cache_clear()
    config.set_option("server.address", address)
    page = open_page("add_issue")
    assert "cannot be added or reviewed here" in page.words
    assert "with `make run`, or as the README says" in page.words
    assert not page.test.text_area


def test_whoever_may_no_longer_edit_saves_nothing(
    open_page: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right to edit is asked for again at the moment of saving, whatever the page shows."""
    briefs = own_machine / "regional_news.csv"
    before = briefs.read_bytes()
    page = pasted(open_page)
    monkeypatch.setattr("regional_news.ui.session.editing.may_edit", lambda: False)
    page.press("Save 3 briefs")
    assert "nothing was saved" in page.words
    config.set_option("server.address", "10.0.0.1")
    page.test.run()
    assert "cannot be added or reviewed here" in page.words
    assert briefs.read_bytes() == before
