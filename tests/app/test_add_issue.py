"""Add an issue: paste, look over, save, take back."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config
from tests.app.conftest import Opened

from regional_news.model import brief_id
from regional_news.settings import PROJECT, settings
from regional_news.snapshot.finding import Found, Handed
from regional_news.store import FileStore, configured_store
from regional_news.ui.editing import page_preview, page_report

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


def test_what_comes_and_goes_leaves_a_field_where_it_is(open_page: Open) -> None:
    """The browser draws anew what moves: who types there would lose the words and the focus."""
    page = open_page("add_issue")
    test = page.test
    test.text_area[0].set_value(PAGE).run()
    summary = "Galway council has been given £2 million for laptops in its libraries."
    field = f"{brief_id('', 'republic-of-ireland', summary)} headline"
    places = [page.place(field)]
    dates = ("Spring 2024", "soon", "18 May 2095", "2023-04")
    for name, words in (("issue", "Echo 7"), *(("published", each) for each in dates)):
        test.text_input(key=f"issue {name}").set_value(words).run()
        places.append(page.place(field))
    for label in ("Save the 2 ready", "Undo", "It is Galway City Council"):
        page.press(label)
        places.append(page.place(field))
    assert not test.exception
    assert places == [places[0]] * len(places)


def test_every_run_tells_a_field_what_it_shows(open_page: Open, own_machine: Path) -> None:
    """A run that begins before the one that sets a value is drawn takes its place: it is lost."""
    page = pasted(open_page, published="Spring 2024")
    assert own_machine.exists()
    assert not page.set_fields
    for label in ("April 2024", "It is Galway City Council", "Save 3 briefs"):
        page.press(label)
        assert not page.set_fields
    page = given(open_page, SHEET)
    for place, holds in ((0, "headline"), (1, "")):
        page.test.selectbox(key=page.key(f"column {place}")).set_value(holds).run()
        assert not page.set_fields
    page.open_form("b33abf7482d4")
    assert not page.set_fields
    for name in ("explore", "table", "changes"):
        assert not open_page(name, shade="true", form="hexagons").set_fields


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
    assert sections[:2] == ["For you to settle", "Ready from the start"]
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
    assert "2 briefs that are stored already" in folded(page)


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
    assert next(b for b in again.test.button if b.label == "Nothing to save").disabled
    assert folded(again) == ["3 briefs that are stored already"]
    unfold(again, "stored already")
    assert "400 bins" in again.words


@pytest.mark.parametrize("words", ["{summary}", "{councils} has told how its year went."])
def test_a_stored_issue_under_another_name_is_recognised(
    open_page: Open, own_machine: Path, words: str
) -> None:
    """Word for word its briefs are one line; in no word the same, councils tell which is which."""
    with (own_machine / "regional_news.csv").open(encoding="utf-8", newline="") as file:
        stored = [row for row in csv.DictReader(file) if row["issue"] == "In Our View 37 (Focus)"]
    told = (f"{row['region']}\n\n{words.format_map(row)}" for row in stored)
    page = pasted(open_page, "\n\n".join(["Nations and regions news", *told]))
    many = f"{len(stored)} briefs"
    assert f"This looks like In Our View 37 (Focus), {many}, stored already." in page.words
    assert "Nothing to save" in page.words
    compared = [each.value for each in page.test.header]
    if words != "{summary}":
        assert compared == [f"Stored already, in other words: {len(stored)}"]
        return
    assert compared == []
    assert folded(page) == [f"{many} that are stored already"]
    unfold(page, "stored already")
    as_copy = f"Word for word, stored as “{stored[0]['headline']}” in In Our View 37 (Focus)."
    assert as_copy in page.words
    page.test.radio[0].set_value("add").run()
    assert as_copy in page.words
    unfold(page, "stored already", is_open=False)
    assert f"{many} that are stored already · 1 added anyway" in folded(page)
    assert "1 brief · " in page.words


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


def test_who_is_overtaken_while_saving_presses_once(
    open_page: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else saved in that instant is compared with, and what is ready saved."""
    page, append = pasted(open_page), FileStore.append

    def overtaken(self: FileStore, *given: Any, who: str, version: str) -> Any:
        monkeypatch.setattr(FileStore, "append", append)
        with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
            file.write("x,Other,2023,Wales,Head,Said,Cardiff Council,,,,\n")
        return append(self, *given, who=who, version=version)

    monkeypatch.setattr(FileStore, "append", overtaken)
    page.press("Save the 2 ready")
    assert "added 2 briefs" in page.words
    assert not page.test.error


def test_a_save_that_is_refused_says_so_beside_save(open_page: Open, own_machine: Path) -> None:
    """Where it was pressed, and what is to be done first; what was given stays there."""
    path = own_machine / "regional_news.csv"
    path.write_text(path.read_text("utf-8").replace("id,issue,", "ID,Issue,", 1), "utf-8")
    page = pasted(open_page)
    page.press("Save the 2 ready")
    (refusal,) = page.test.error
    assert "Mend it on Review first" in refusal.value
    assert not page.test.main.error
    assert "Galway" in page.words


def test_what_was_stopped_stays_so_and_another_page_is_looked_through(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stop is said of one page, not of the next one."""

    def stopped(handed: Handed, _progress: object) -> Found:
        page_report._stop((handed.given, handed.source, dict(handed.choices)))
        st.rerun()

    with monkeypatch.context() as while_stopped:
        while_stopped.setattr(page_report, "look_through", stopped)
        page = pasted(open_page)
    page.test.run()
    assert "Stopped before all briefs were looked at." in page.words
    page.press("Choose another page")
    page.press("Drop it and choose another page")
    page.test.text_area[0].set_value(BARE).run()
    assert "Stopped" not in page.words
    assert "5 briefs" in page.words


def test_another_page_is_taken_after_a_question_where_something_was_changed(
    open_page: Open,
) -> None:
    """What was typed is dropped only by a person's word."""
    page = pasted(open_page)
    page.press("It is Galway City Council")
    page.press("Choose another page")
    assert "Not saved yet: what you typed or chose for the issue and 1 brief." in page.words
    page.press("Go on with this page")
    assert "3 briefs · all ready" in page.words
    page.press("Choose another page")
    page.press("Drop it and choose another page")
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
    news = pasted(open_page).drawn("news")["news"]
    assert news["fitted"]
    assert {*news["counts"]} == {"cardiff", "lewisham"}


def test_a_page_without_briefs_says_so(open_page: Open) -> None:
    """A sentence, and no button that could save anything."""
    page = pasted(open_page, "Dear all,\n\nthe tea is at four.\n")
    assert "No brief was found" in page.words


def test_the_name_of_an_issue_goes_on_in_a_style_in_use(open_page: Open) -> None:
    """The next number, and the date where the name has it; one press takes the offer."""
    page = open_page("add_issue")
    page.test.text_area[0].set_value(f"In Our View\n\nMay 2025\n\n{PAGE}").run()
    labels = [each.label for each in page.test.button]
    assert "In Our View 38" in labels
    page.press("Nations and regions news\\, May 2025")
    assert "Nations and regions news, May 2025" in [each.value for each in page.test.text_input]
    assert "In Our View 38" not in [each.label for each in page.test.button]


def test_a_date_that_is_none_says_so(open_page: Open) -> None:
    """The field tells how dates are written."""
    assert "“soon” is no date. Write it like April 2024" in pasted(open_page, PAGE, "soon").words


def test_a_season_is_a_question(open_page: Open) -> None:
    """Its months are offered; one press answers."""
    page = pasted(open_page, PAGE, "Spring 2024")
    assert "Which is “Spring 2024”?" in page.words
    page.press("April 2024")
    assert "3 briefs" in page.words
    assert page.test.text_input(key=page.key("issue published")).value == "April 2024"


SHEET = """\
Old briefs of the society\t\t\t
\t\t\t
What happened\tWhere\tEdition\tMonth
Cardiff Council has fitted 400 bins with sensors.\tCardiff\tEcho 7\t04/2023
Galway council has been given £2 million for laptops in its libraries.\tGalway\tEcho 7\t04/2023
Cardiff Council has fitted 400 bins with sensors.\tCardiff\tEcho 7\t04/2023
"""


def given(open_page: Open, text: str) -> Opened:
    """Open the page and paste a text."""
    page = open_page("add_issue")
    page.test.text_area[0].set_value(text).run()
    assert not page.test.exception
    return page


def test_a_spreadsheet_that_tells_all_is_asked_nothing(open_page: Open, own_machine: Path) -> None:
    """Its header is found below its title; a copied row is left out, which the receipt says."""
    page = given(open_page, SHEET)
    assert "4 of 4 columns recognised." in page.words
    assert "Name of the issue" not in [each.label for each in page.test.text_input]
    unfold(page, "on this page twice")
    assert "The same as row 4: “Cardiff Council has fitted 400 bins with sensors”." in page.words
    assert "2 briefs · 1 needs you" in page.words
    assert "Needs a region" not in page.words
    page.press("It is Galway City Council")
    page.press("Save 2 briefs")
    assert "1 brief that stood on the page twice was left out." in page.words
    saved = (own_machine / "regional_news.csv").read_text("utf-8")
    assert saved.count("400 bins with sensors.") == 1
    assert ",Echo 7,2023-04," in saved


def test_dates_that_can_be_read_in_two_ways_are_asked_about_once(open_page: Open) -> None:
    """For all of them before anything else; the line of a row shows its date."""
    sheet = SHEET.replace("04/2023", "06/07/2023", 1).replace("04/2023", "03/04/2023")
    page = given(open_page, sheet)
    assert "briefs" not in "".join(each.label for each in page.test.button)
    (asked,) = page.test.button_group
    assert "06/07/2023" in asked.label.replace("\\", "")
    assert asked.options == ["6 July 2023", "7 June 2023"]
    asked.set_value("day").run()
    assert not page.test.exception
    assert "Save the 1 ready" in [each.label for each in page.test.button]
    lines = [each.label for each in page.test.get("expander")]
    assert any("6 July 2023 · City of Cardiff Council" in line for line in lines), lines


def test_the_next_name_stands_beside_one_that_is_unlike_those_in_use(open_page: Open) -> None:
    """A letter calls it “issue 38”; the briefs of others have its whole name."""
    page = given(open_page, f"Here are the briefs for issue 38\n\n{PAGE}")
    assert page.test.text_input(key="issue issue").value == "Issue 38"
    page.press("In Our View 38")
    assert page.test.text_input(key=page.key("issue issue")).value == "In Our View 38"


def test_a_copied_row_is_added_by_a_persons_word(open_page: Open, own_machine: Path) -> None:
    """It gets an id of its own."""
    page = given(open_page, SHEET)
    unfold(page, "on this page twice")
    page.test.radio[0].set_value("add").run()
    page.press("It is Galway City Council")
    page.press("Save 3 briefs")
    saved = (own_machine / "regional_news.csv").read_text("utf-8")
    assert saved.count("400 bins with sensors.") == 2


@pytest.mark.parametrize(
    ("gone", "missing", "asked"),
    [
        ("Edition", "the name of the issue", {"Name of the issue"}),
        ("Month", "the date when it came out", {"Published"}),
    ],
)
def test_only_what_rows_do_not_tell_is_asked(
    open_page: Open, gone: str, missing: str, asked: set[str]
) -> None:
    """And which of the two is missing is said."""
    page = given(open_page, SHEET.replace(gone, "Colour"))
    fields = {each.label for each in page.test.text_input}
    assert fields & {"Name of the issue", "Published"} == asked
    assert f"Still missing: {missing}." in page.words
    assert "2 briefs" in page.words
    (save,) = [each for each in page.test.button if each.key == "save the page"]
    assert (save.label, save.disabled) == (f"To save, write {missing}", True)


def test_pasted_text_shows_its_briefs_at_once(open_page: Open) -> None:
    """What is missing is said beside the fields and at Save; no brief asks for the date."""
    page = given(open_page, PAGE)
    missing = "the name of the issue and the date when it came out"
    assert f"Still missing: {missing}." in page.words
    assert "3 briefs · 1 needs you" in page.words
    assert "Needs a date" not in page.words
    assert [each.label for each in page.test.text_input].count("Published") == 1
    (save,) = [each for each in page.test.button if each.key == "save the page"]
    assert (save.label, save.disabled) == (f"To save, write {missing}", True)
    page.press("It is Galway City Council")
    page.test.text_input(key="issue issue").set_value("Echo 7").run()
    page.test.text_input(key="issue published").set_value("2023-04").run()
    assert "3 briefs · all ready" in page.words


MAIL = """\
From: Eve Hart <eve@example.org>
Sent: 18 May 2024 09:12
Subject: Fwd: Echo 7 nations page

"""


def test_the_day_of_an_email_is_a_question(open_page: Open) -> None:
    """Its subject names the issue; one press makes its day the date."""
    page = given(open_page, MAIL + "".join(f"> {line}\n" for line in PAGE.splitlines()))
    assert page.test.text_input(key="issue issue").value == "Echo 7"
    assert page.test.text_input(key="issue published").value == ""
    assert "The e-mail is dated 18 May 2024. Did the issue come out then?" in page.words
    assert "3 briefs" in page.words
    page.press("May 2024")
    assert page.test.text_input(key=page.key("issue published")).value == "May 2024"
    assert "Still missing" not in page.words


def test_a_date_far_ahead_is_asked_about(open_page: Open) -> None:
    """Nothing is saved until somebody says that it is right."""
    page = pasted(open_page, PAGE, "18 May 2095")
    assert "18 May 2095 lies ahead: right?" in page.words
    assert "Still missing: the date when it came out." in page.words
    page.press("That is right")
    assert "lies ahead" not in page.words
    assert "Save the 2 ready" in [each.label for each in page.test.button]


WANTS_HEADLINE = (
    "Something for everybody in Cardiff Council, 400 new bins with sensors, at last: {}."
)


def test_who_wants_only_a_headline_has_a_line(open_page: Open) -> None:
    """Doubts come first; the whole form is a press away, and what is typed is kept."""
    rows = ["Text\tCouncil\tIssue\tPublished"]
    rows += [
        f"{WANTS_HEADLINE.format(word)}\tCardiff\tEcho 7\t2023" for word in ("a" * 40, "b" * 40)
    ]
    rows += ["Galway council has been given £2 million for laptops.\tGalway\tEcho 7\t2023"]
    page = given(open_page, "\n".join(rows))
    assert "For you to settle: 3" in [each.value for each in page.test.header]
    assert [each.label for each in page.test.text_area] == ["Text"]
    lines = [each for each in page.test.text_input if each.label == "Headline"]
    assert [each.value == "" for each in lines] == [False, True, True]
    lines[1].set_value("Cardiff has new bins").run()
    assert "3 briefs · 2 need you" in page.words
    page.press("Open the whole form")
    assert len(page.test.text_area) == 2
    kept = [each.value for each in page.test.text_input if each.label == "Headline"]
    assert "Cardiff has new bins" in kept


def test_a_copied_row_without_a_headline_is_told_by_its_text(open_page: Open) -> None:
    """No empty quotation marks."""
    row = f"{WANTS_HEADLINE.format('x')}\tCardiff\tEcho 7\t2023"
    page = given(open_page, f"Text\tCouncil\tIssue\tPublished\n{row}\n{row}")
    assert "1 brief that is on this page twice" in folded(page)
    unfold(page, "on this page twice")
    assert "The same as row 2: “Something for everybody in Cardiff Council" in page.words


def test_columns_stand_open_where_one_is_not_recognised(open_page: Open) -> None:
    """Where it has values: a blank one asks nothing of anybody."""
    page = given(open_page, SHEET.replace("Edition", "Printed in"))
    assert "4 of 4 columns recognised." in page.words
    assert not page.test.session_state["columns of the sheet"]
    page = given(open_page, SHEET.replace("Edition", "Colour"))
    assert page.test.session_state["columns of the sheet"]


def test_what_was_just_saved_is_no_warning(open_page: Open) -> None:
    """The receipt tells it; another session is told that the issue is there."""
    page = pasted(open_page)
    page.press("Save the 2 ready")
    assert "Saved: " in page.words
    assert "This looks like" not in page.words
    assert "This looks like Echo 7" in pasted(open_page).words


def test_briefs_of_several_issues_are_seen_together(open_page: Open) -> None:
    """The receipt leads to all that was saved."""
    page = given(open_page, SHEET.replace("Galway\tEcho 7", "Galway City\tEcho 8"))
    page.press("Save 2 briefs")
    labels = [each.label for each in page.test.button]
    assert "See the briefs" in labels
    assert "See the issue" not in labels


def test_a_row_whose_date_may_be_several_has_the_field_for_it(open_page: Open) -> None:
    """The others need nothing."""
    page = given(open_page, SHEET.replace("04/2023\nG", "Spring 2023\nG", 1))
    assert "Needs a date" in page.words
    (field,) = [each for each in page.test.text_input if each.label == "Published"]
    field.set_value("April 2023").run()
    assert "Needs a date" not in page.words


@pytest.mark.parametrize(
    ("written", "meant"), [("Spring 2023", "April 2023"), ("5.9.23", "5 September 2023")]
)
def test_what_a_row_says_of_its_date_is_asked_about(
    open_page: Open, written: str, meant: str
) -> None:
    """It stands in the box; one press answers."""
    page = given(open_page, SHEET.replace("04/2023\nG", f"{written}\nG", 1))
    (field,) = [each for each in page.test.text_input if each.label == "Published"]
    assert field.value == written
    assert f"Which is “{written}”?" in page.words
    page.press(meant)
    assert "Needs a date" not in page.words
    assert page.test.text_input(key=page.key(field.key)).value == meant


def test_what_holds_the_text_is_asked_and_the_choice_stays_open(open_page: Open) -> None:
    """No brief is shown before; the box with the columns does not fold at a choice."""
    page = given(open_page, "Wer\tWas\nCardiff\tIt did.\nNewport\tIt did not.\n")
    assert "Which column holds the text of the briefs?" in page.words
    assert not [each for each in page.test.text_input if each.label == "Published"]
    page.test.selectbox(key="column 1").set_value("summary").run()
    assert "Which column holds" not in page.words
    assert page.test.session_state["columns of the sheet"]
    page.press("Choose another page")
    assert "what you typed or chose for the columns" in page.words


def test_forms_follow_what_columns_hold_and_what_was_typed_stays(
    open_page: Open, own_machine: Path
) -> None:
    """An open form shows the cells of a column that was chosen since, and that is saved."""
    text = "Cardiff Council has painted the doors of its town hall in a merry shade."
    row = f"Cardiff buys paint\t{text}\tWales\tEcho 7\t2023-04"
    page = given(open_page, f"Aa\tText\tBb\tCc\tDate\n{row}\n")
    key = brief_id("", "", "row 2")
    assert page.test.text_input(key=f"{key} headline").value != "Cardiff buys paint"
    page.test.text_area(key=f"{key} summary").set_value("Cardiff Council has painted it.").run()
    for place, holds in ((0, "headline"), (2, "region"), (3, "issue")):
        page.test.selectbox(key=f"column {place}").set_value(holds).run()
    shown = page.test.text_input(key=page.key(f"{key} headline"))
    assert shown.value == "Cardiff buys paint"
    assert page.test.text_area(key=f"{key} summary").value == "Cardiff Council has painted it."
    page.test.multiselect(key=f"{key} themes").set_value(["data_analytics"]).run()
    page.press("Save 1 brief")
    saved = (own_machine / "regional_news.csv").read_text("utf-8")
    assert ",Echo 7,2023-04,Wales,Cardiff buys paint,Cardiff Council has painted it.," in saved


def test_a_column_is_read_out_without_marks(open_page: Open) -> None:
    """Its name is seen as it is written."""
    page = given(open_page, SHEET.replace("Where", "Where *(it was)*"))
    assert page.test.selectbox(key="column 1").label == "Where it was"
    assert "Where *(it was)*" in page.words


def test_a_receipt_goes_with_the_next_page(open_page: Open) -> None:
    """What was saved before is on Changes."""
    page = pasted(open_page)
    page.press("Save the 2 ready")
    assert "Saved: " in page.words
    page.press("Choose another page")
    page.press("Drop it and choose another page")
    assert "Saved: " not in page.words


def test_save_says_what_is_to_be_done_where_nothing_is_ready(open_page: Open) -> None:
    """Zero briefs are nothing to save."""
    page = pasted(
        open_page, "Republic of Ireland\n\nGalway council was given £2 million for laptops."
    )
    assert "Nothing to save yet: 1 brief needs you" in [each.label for each in page.test.button]


def test_nobodys_name_is_filled_in(open_page: Open) -> None:
    """Least of all that of the account which the server runs under; what was given stays."""
    page = pasted(open_page)
    (name,) = [each for each in page.test.text_input if each.label.startswith("Your name")]
    assert name.value == ""
    name.set_value("Ann").run()
    page.press("Save the 2 ready")
    assert configured_store().changes()[-1].who == "Ann"


def test_what_differs_from_a_stored_brief_is_marked(open_page: Open, own_machine: Path) -> None:
    """Numbers and words, in the stored text and in the new one."""
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write("x,Other,2023,Wales,Bins,Cardiff Council has fitted 300 bins with sensors that ")
        file.write("tell how full they are.,City of Cardiff Council,,iot_sensors,,\n")
    page = pasted(open_page)
    assert "Stored already, in other words: 1" in [each.value for each in page.test.header]
    assert ":orange-background[**300**]" in page.words
    assert ":blue-background[**400**]" in page.words


@pytest.mark.parametrize("typed", ["", "A headline of mine"])
def test_a_stored_headline_is_no_draft_of_the_page(
    open_page: Open, own_machine: Path, typed: str
) -> None:
    """A brief that the page mends keeps it, as the page has none; what somebody types counts."""
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write("x,Other,2023,Wales,Bins that tell,Cardiff Council has fitted 300 bins with ")
        file.write("sensors that tell how full they are.,City of Cardiff Council,,iot_sensors,,\n")
    page = pasted(open_page)
    assert ":gray[Headline]" not in page.words
    page.test.radio[0].set_value("mend").run()
    shown = next(each for each in page.test.text_input if each.value == "Bins that tell")
    if typed:
        shown.set_value(typed).run()
    page.press("Save the 2 ready")
    written = (own_machine / "regional_news.csv").read_text("utf-8")
    (row,) = (each for each in written.splitlines() if each.startswith("x,"))
    assert "400 bins" in row
    assert (typed or "Bins that tell") in row


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


def test_a_line_says_nothing_where_a_brief_has_no_council(open_page: Open) -> None:
    """No two marks stand side by side."""
    page = pasted(open_page)
    key = opened(page, "london", "Lewisham Council is to move 30 services to the cloud.")
    page.choose(f"{key} councils")
    unfold(page, f"fold {key}", is_open=False)
    (line,) = [each for each in folded(page) if "London" in each]
    assert " · " in line
    assert "·  ·" not in line


def unfold(page: Opened, key: str, *, is_open: bool = True) -> None:
    """Open a folded part of the page, or close it."""
    page.test.session_state[key] = is_open
    page.test.run()
    assert not page.test.exception


MISSPELT = "Ferrmanagh and Omagh has bought 40 drones, and Lisburn has seen them fly."


@pytest.mark.parametrize("body", ["", " District Council"])
def test_a_misspelt_council_is_put_right_by_one_press(open_page: Open, body: str) -> None:
    """In headline and text, once somebody says whom it means; and as it was by another press."""
    text = MISSPELT.replace(" has", f"{body} has", 1)
    page = pasted(open_page, f"Northern Ireland\n\n{text}")
    (headline,) = [each for each in page.test.text_input if each.label == "Headline"]
    headline.set_value("Ferrmanagh buys 40 drones").run()
    if not body:
        assert "Misspelt" not in page.words
        page.press("About it")
    assert "Misspelt: “Ferrmanagh” → “Fermanagh” in the headline and text." in page.words
    page.press("Correct the spelling")
    assert "is taken for" not in page.words
    page.press("As it was")
    assert text in [each.value for each in page.test.text_area]
    page.press("Correct the spelling")
    (headline,) = [each for each in page.test.text_input if each.label == "Headline"]
    assert headline.value == "Fermanagh buys 40 drones"
    assert text.replace("Ferrm", "Ferm") in [each.value for each in page.test.text_area]


def test_what_was_left_out_is_one_press_from_being_a_brief(open_page: Open) -> None:
    """It stands folded with the reason; it becomes a brief, or goes on with the one before."""
    caption = "Picture: the bins of Cardiff at dawn"
    page = pasted(open_page, PAGE.replace("Republic", f"{caption}\n\nRepublic"))
    assert "Left out: 1" in folded(page)
    assert caption not in page.words
    unfold(page, "left out")
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
    unfold(page, "left out")
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


def test_the_first_that_needs_somebody_is_drawn_however_many_before_it_are_settled(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bar leads to it."""
    monkeypatch.setattr(page_preview, "_CARDS", 1)
    rows = [
        f"Cardiff Council has put {letter * 20} into its bins.\tEcho 7\tsoon" for letter in "abcd"
    ]
    page = given(open_page, "\n".join(["Text\tIssue\tPublished", *rows]))
    sheet = page.test.session_state["worksheet"]
    assert len(page.test.text_area) == 1
    for row in (2, 3):
        sheet.edit(brief_id("", "", f"row {row}"), "published", "2023-04")
    page.test.run()
    assert not page.test.exception
    assert len(page.test.text_area) == 3


def test_one_press_says_that_all_are_about_no_council(open_page: Open) -> None:
    """Whatever else they lack; each can be given a council after all."""
    texts = {
        "Scotland": "A college has fitted 400 bins with sensors that tell how full they are.",
        "Wales": "Cardiff Council has fitted 300 lights with sensors that tell how dark it is.",
        "London": "Two hospitals share a digital twin of their boilers, which saves a third.",
    }
    page = pasted(open_page, "\n\n".join(f"{each}\n\n{texts[each]}" for each in texts))
    assert "3 briefs · 2 need you" in page.words
    page.press("None of the 2 without a council is about one: that is right")
    assert "3 briefs · 1 needs you" in page.words
    assert "Needs a headline" in page.words
    assert [*page.pickers("About").values()] == [["none"], ["none"]]


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        ("Cardiff Council has fitted 400 bins with sensors that tell how full they are", "ready"),
        ("Bins with sensors, and Cardiff Council with them: a merry tale of our time", "needs you"),
    ],
)
def test_an_offered_council_is_one_press_without_the_form(
    open_page: Open, begins: str, told: str
) -> None:
    """On the line of a brief that is ready, and of one that only wants a headline."""
    page = pasted(open_page, f"Wales\n\n{begins}. A firm from Newport made them.")
    assert told in page.words
    assert not page.pickers("About")
    page.press("About it")
    assert "2 councils that the briefs are about." in page.words
    assert "Newport City Council?" not in page.words


def test_an_offer_that_was_taken_is_asked_no_more(open_page: Open) -> None:
    """Of a brief about no council, too, whose only question it was."""
    page = pasted(open_page, "Wales\n\nThe Cardiff bins tell a firm how full they are.")
    page.press("About it")
    assert "may be" not in page.words
    assert "Needs a headline" in page.words


def test_the_focus_stays_at_the_brief_that_is_worked_on(open_page: Open) -> None:
    """An answer leads to the next question of its brief, a whole form to its headline.

    So it does before the issue has a name, which the page leads to at first and at last.
    """
    bins = "Cardiff Council has fitted 400 bins with sensors that tell how full they are. A firm "
    bins += "from Newport made them, and one from Swansea sold them."
    tales = [
        f"Bins with sensors, and {each} Council with them: a merry tale of our time."
        for each in ("Fife", "Moray")
    ]
    page = pasted(open_page, "\n\n".join(["Wales", bins, "Scotland", *tales]))
    first, second = (brief_id("", "scotland", each) for each in tales)
    assert page.leads_to == f"{first} headline"
    page.press("About it")
    assert page.leads_to == f"asks {brief_id('', 'wales', bins)}"
    page.press("No")
    assert page.leads_to == f"{first} headline"
    page.test.button(key=f"open {second}").click().run()
    assert page.leads_to == f"{second} headline"
    page.test.text_input(key="issue issue").set_value("").run()
    assert page.leads_to == "issue issue"
    page.test.button(key=f"open {first}").click().run()
    assert page.leads_to == f"{first} headline"


def test_a_council_that_is_taken_stands_where_the_text_names_it(open_page: Open) -> None:
    """Before the others where it comes first: a brief begins with whom it is about."""
    text = "Bolton's town hall has moved to cloud telephones. Neighbouring Bury kept two faxes."
    page = pasted(open_page, f"North-west England\n\n{text}")
    page.press("About it")
    assert [*page.pickers("About").values()] == [["bolton", "bury"]]


def test_whom_a_text_names_before_its_council_is_asked_about(
    open_page: Open, own_machine: Path
) -> None:
    """Nobody saves a brief about the wrong council as ready; one press puts each where it belongs.

    What is answered is asked no more, of the page read again neither.
    """
    text = "Bolton's town hall has moved to cloud telephones. Neighbouring Bury kept two faxes."
    page = pasted(open_page, f"North-west England\n\n{text}")
    assert "1 brief · 1 needs you" in page.words
    assert "Needs your word on a council that its text names first" in page.words
    page.press("Only mentioned")
    assert "1 brief · all ready" in page.words
    assert [*page.pickers("Only mentions").values()] == [["bolton"]]
    again = pasted(open_page, f"North-west England\n\n{text}")
    assert "1 brief · all ready" in again.words
    again.press("Save 1 brief")
    saved = (own_machine / "regional_news.csv").read_text("utf-8").splitlines()[-1]
    assert ",Bury Metropolitan Borough Council,Bolton Metropolitan Borough Council," in saved
