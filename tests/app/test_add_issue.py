"""Add an issue: paste, look over, save, take back."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit import config
from tests.app.conftest import Opened

from regional_news.model import brief_id
from regional_news.settings import PROJECT, settings
from regional_news.store import configured_store

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

BARE = f"""{PAGE}
Scotland

Dundee City Council has painted the doors of its old town hall in a merry shade this spring.

North-west England

A council has painted its doors green, as it says in a report.
"""


def pasted(open_page: Open, text: str = PAGE, published: str = "2023-04") -> Opened:
    """Open the page, paste a text and name its issue."""
    page = open_page("add_issue")
    page.test.text_area[0].set_value(text).run()
    page.test.text_input(key="issue issue").set_value("Echo 7").run()
    page.test.text_input(key="issue published").set_value(published).run()
    assert not page.test.exception
    return page


def opened(page: Opened, region: str, summary: str) -> str:
    """Open a brief that stands folded among those that are ready; return the key of its form."""
    key = brief_id("", region, summary)
    page.test.session_state[f"fold {key}"] = True
    page.test.run()
    return key


def test_a_pasted_page_is_saved_and_taken_back(open_page: Open, own_machine: Path) -> None:
    """Nothing is written before Save; Undo leaves the bytes of before."""
    briefs = own_machine / "regional_news.csv"
    before = briefs.read_bytes()
    page = pasted(open_page)
    assert "3 briefs · 1 needs you" in page.words
    assert briefs.read_bytes() == before
    page.press("It is Galway City Council")
    assert "3 briefs · all ready" in page.words
    page.press("Save 3 briefs")
    assert "added 3 briefs" in page.words
    assert briefs.read_bytes().startswith(before)
    assert "Echo 7" in briefs.read_text(encoding="utf-8")
    page.press("Undo")
    assert "took back ‘" in page.words
    assert briefs.read_bytes() == before


def test_what_is_mended_is_what_is_saved(open_page: Open, own_machine: Path) -> None:
    """A headline and a council that were changed in the form are in the file."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    key = opened(page, "london", "Lewisham Council is to move 30 services to the cloud.")
    headline = page.test.text_input(key=f"{key} headline")
    headline.set_value("Lewisham goes to the cloud").run()
    page.choose(f"{key} councils", "lewisham", "cardiff")
    page.press("Save 3 briefs")
    text = (own_machine / "regional_news.csv").read_text(encoding="utf-8")
    assert "Lewisham goes to the cloud" in text
    assert "London Borough of Lewisham; City of Cardiff Council" in text


def test_doubts_come_first_with_the_words_that_caused_them(open_page: Open) -> None:
    """The brief in doubt is opened above the others and says why."""
    page = pasted(open_page)
    sections = [each.value.split(":")[0] for each in page.test.header]
    assert sections[:2] == ["For you to settle", "Ready"]
    assert "“Galway council” could be Galway City Council or Galway County Council" in page.words


def test_one_press_settles_a_doubt(open_page: Open, own_machine: Path) -> None:
    """The council takes the place of the name, and the doubt is gone."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    assert "could be" not in page.words
    page.press("Save 3 briefs")
    last = (own_machine / "regional_news.csv").read_text(encoding="utf-8").splitlines()[-2]
    assert "Galway City Council" in last


def test_only_what_is_ready_is_saved_and_the_rest_stays(open_page: Open, own_machine: Path) -> None:
    """The brief in doubt waits on the page, with the others stored."""
    page = pasted(open_page)
    page.press("Save the 2 ready")
    text = (own_machine / "regional_news.csv").read_text(encoding="utf-8")
    assert "400 bins" in text
    assert "laptops in its libraries" not in text
    assert "1 brief · 1 needs you" in page.words
    assert "Stored already, word for word: 2" in [each.label for each in page.test.expander]


def test_a_brief_is_ready_with_a_theme_and_a_council(open_page: Open, own_machine: Path) -> None:
    """Else it says what it needs; that it is about no council takes a person's word."""
    page = pasted(open_page, BARE)
    assert "Needs a theme" in page.words
    assert "Needs a council, or your word that it is about none" in page.words
    assert "Save the 2 ready" in [each.label for each in page.test.button]
    page.press("It is about no council")
    page.press("Save the 3 ready")
    last = (own_machine / "regional_news.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert ",none,,climate_environment" in last
    assert "It is about no council." not in open_page("review").words


def test_a_brief_that_is_not_wanted_is_not_saved(open_page: Open, own_machine: Path) -> None:
    """A brief can be left out."""
    page = pasted(open_page)
    page.test.checkbox[0].uncheck().run()
    page.press("Save 2 briefs")
    assert "laptops in its libraries" not in (own_machine / "regional_news.csv").read_text("utf-8")


def test_the_same_page_again_has_nothing_to_save(open_page: Open) -> None:
    """What was saved is listed as stored already, and the issue is recognised."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    page.press("Save 3 briefs")
    again = pasted(open_page)
    (change,) = configured_store().changes()
    told = f"This looks like Echo 7, 3 briefs, stored on {change.day} by {change.who}."
    assert told in again.words
    assert "Nothing to save" in again.words
    assert next(b for b in again.test.button if b.label.startswith("Save")).disabled


@pytest.mark.parametrize("words", ["{summary}", "{councils} has told how its year went."])
def test_a_stored_issue_under_another_name_is_recognised(
    open_page: Open, own_machine: Path, words: str
) -> None:
    """Word for word each brief stands beside its own; in no word the same, its councils tell."""
    with (own_machine / "regional_news.csv").open(encoding="utf-8", newline="") as file:
        stored = [row for row in csv.DictReader(file) if row["issue"] == "In Our View 37 (Focus)"]
    told = (f"{row['region']}\n\n{words.format_map(row)}" for row in stored)
    page = pasted(open_page, "\n\n".join(["Nations and regions news", *told]))
    many = f"{len(stored)} briefs"
    assert f"This looks like In Our View 37 (Focus), {many}, stored already." in page.words
    compared = [each.value for each in page.test.header if "in other words" in each.value]
    assert compared == [f"Stored already, in other words: {len(stored)}"]
    assert "Nothing to save" in page.words


def test_a_save_over_somebody_elses_is_refused_and_nothing_is_lost(
    open_page: Open, own_machine: Path
) -> None:
    """What others saved in the meantime is compared with, and what was settled stays settled."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write("x,Other,2023,Wales,Head,Said,Cardiff Council,,,,\n")
    page.press("Save 3 briefs")
    page.test.run()
    if "Saved" not in page.words:
        page.press("Save 3 briefs")
    assert "added 3 briefs" in page.words


def test_another_page_is_taken_after_a_question_where_something_was_changed(
    open_page: Open,
) -> None:
    """What was typed is dropped only by a person's word."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    page.press("Give another page")
    assert "What you changed in 1 brief is not saved." in page.words
    page.press("Go on with this page")
    assert "3 briefs · all ready" in page.words
    page.press("Give another page")
    page.press("Drop it and give another page")
    assert page.test.text_area[0].label == "Or its text, pasted"


def test_what_was_begun_is_still_there_after_another_page(open_page: Open) -> None:
    """Whoever looks something up on Explore and comes back finds all as it was."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    page.test.switch_page(str(PROJECT / "pages" / "explore.py")).run()
    page.test.switch_page(str(PROJECT / "pages" / "add_issue.py")).run()
    assert "3 briefs · all ready" in page.words
    assert page.test.text_input(key="issue issue").value == "Echo 7"


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
    assert "“soon” is no date. Write it like April 2024" in pasted(open_page, PAGE, "soon").words


def test_a_season_is_a_question(open_page: Open) -> None:
    """Its months are offered; one press answers."""
    page = pasted(open_page, PAGE, "Spring 2024")
    assert "Which is “Spring 2024”?" in page.words
    page.press("April 2024")
    assert "3 briefs" in page.words
    assert page.test.text_input(key="issue published").value == "April 2024"


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
    page.press("It is Galway City Council")
    monkeypatch.setattr("regional_news.ui.session.editing.may_edit", lambda: False)
    page.press("Save 3 briefs")
    assert "nothing was saved" in page.words
    config.set_option("server.address", "10.0.0.1")
    page.test.run()
    assert "cannot be added or reviewed here" in page.words
    assert briefs.read_bytes() == before


def folded(page: Opened) -> list[str]:
    """Return what stands over the folded parts of the page."""
    return [each.label for each in page.test.expander]


def test_what_was_left_out_is_one_press_from_being_a_brief(open_page: Open) -> None:
    """It stands folded with the reason; it becomes a brief, or goes on with the one before."""
    caption = "Picture: the bins of Cardiff at dawn"
    page = pasted(open_page, PAGE.replace("Republic", f"{caption}\n\nRepublic"))
    assert "Left out: 1" in folded(page)
    assert caption not in page.words
    page.test.session_state["left out"] = True
    page.test.run()
    assert "An advert, a credit or the like" in page.words
    page.press("Join it to the brief before")
    assert "Left out" not in "".join(folded(page))
    wales = (
        f"Cardiff Council has fitted 400 bins with sensors that tell how full they are. {caption}"
    )
    opened(page, "wales", wales)
    assert wales in [area.value for area in page.test.text_area]


def test_what_is_made_a_brief_has_the_region_above_it(open_page: Open) -> None:
    """It stands among the briefs, and what it needs is told."""
    page = pasted(open_page, PAGE.replace("Republic", "Picture: bins at dawn\n\nRepublic"))
    page.test.session_state["left out"] = True
    page.test.run()
    page.press("Make it a brief")
    assert "4 briefs" in page.words


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.pdf", b"", "This file is empty; save or download the page again."),
        ("bins.png", b"\x89PNG\r\n\x1a\n0000", "This file is a picture; upload the page's text"),
        (
            "page.msg",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
            "old kind of office document",
        ),
    ],
)
def test_a_file_that_is_no_page_is_refused_in_a_sentence(
    open_page: Open, name: str, content: bytes, sentence: str
) -> None:
    """Whatever it is; the field takes any file, so that no kind is refused by its code name."""
    page = open_page("add_issue")
    page.test.file_uploader[0].set_value((name, content, "")).run()
    assert sentence in page.words


def test_many_briefs_are_drawn_part_by_part(open_page: Open) -> None:
    """All are there to be saved, and the next come when they are asked for."""
    letters = [chr(97 + n % 26) * 9 + chr(97 + n // 26) * 9 for n in range(50)]
    rows = [f"Cardiff Council has put {each} into its bins.\tEcho 7\t2023-04" for each in letters]
    page = open_page("add_issue")
    page.test.text_area[0].set_value("\n".join(["Text\tIssue\tPublished", *rows])).run()
    assert not page.test.exception
    assert "50 briefs" in page.words
    page.press("Show 10 more")
    assert not [each for each in page.test.button if each.label.startswith("Show ")]
