"""Review: what is in doubt is settled by a choice that is learnt."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.app.conftest import Opened
from tests.geocoding_service import Service
from tests.unit.snapshot_builder import brief, snapshot_of

from regional_news.settings import settings
from regional_news.store import FileStore, configured_store
from regional_news.store.files.journal import Journal
from regional_news.table.schema import RowProblem
from regional_news.ui.editing.briefs_to_place import misplaced
from regional_news.ui.editing.copied_briefs import copies

Open = Callable[..., Opened]

pytestmark = pytest.mark.usefixtures("own_machine")


def test_one_press_settles_a_name_and_undo_takes_it_back(
    open_page: Open, own_machine: Path
) -> None:
    """The choice is in aliases.csv with date and person; afterwards the name is not in doubt."""
    aliases = own_machine / "aliases.csv"
    before = aliases.read_bytes()
    page = open_page("review")
    assert "Galway" in page.test.subheader[0].value
    page.test.text_input(key="editor review").set_value("Ann").run()
    page.press("Galway County Council")
    assert "said that “Galway” is Galway County Council" in page.words
    assert "Nothing is in doubt" in page.words
    alias, council, since, who = aliases.read_text(encoding="utf-8").splitlines()[-1].split(",")
    assert (alias, council, who) == ("Galway", "galway-county", "Ann")
    assert len(since) == len("2023-04-25")
    page.press("Undo")
    assert aliases.read_bytes() == before
    assert "Galway" in page.test.subheader[0].value


def test_what_was_chosen_is_not_asked_of_the_next_issue(open_page: Open) -> None:
    """A page that has the same words is ready; the council is in its form."""
    page = open_page("review")
    page.test.text_input(key="editor review").set_value("Ann").run()
    page.press("Galway County Council")
    page = open_page("add_issue")
    text = "Galway has opened a digital twin of its bus network to the public. It cost €2 million."
    page.test.text_area[0].set_value(f"Republic of Ireland\n\n{text}").run()
    assert "Galway City Council" not in page.words
    assert "1 brief · all ready" in page.words


def test_any_other_council_can_be_chosen(open_page: Open, own_machine: Path) -> None:
    """Open the list, choose, confirm: three interactions."""
    page = open_page("review")
    page.test.session_state["Galway is another"] = ["mayo"]
    page.test.run()
    page.press("It is this one")
    assert "Galway,mayo," in (own_machine / "aliases.csv").read_text(encoding="utf-8")


def test_a_brief_without_a_council_is_placed(open_page: Open, own_machine: Path) -> None:
    """Its form is here; saving changes its row and no other."""
    path = own_machine / "regional_news.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("x1,Other,2023,Wales,Bins,A council bought bins.,,,iot_sensors,,\n")
    before = path.read_text(encoding="utf-8").splitlines()
    page = open_page("review")
    assert "It is about no council." in page.words
    page.press("Mend")
    page.choose("stored x1 councils", "cardiff")
    page.press("Save")
    after = path.read_text(encoding="utf-8").splitlines()
    assert after[:-1] == before[:-1]
    assert (
        after[-1]
        == "x1,Other,2023,Wales,Bins,A council bought bins.,City of Cardiff Council,,iot_sensors,,"
    )
    assert "Briefs to place" not in page.words


def test_one_press_says_that_a_brief_is_about_no_council(
    open_page: Open, own_machine: Path
) -> None:
    """It is never asked for again, and Undo takes the word back."""
    path = own_machine / "regional_news.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("x1,Other,2023,Wales,Bins,A college bought bins.,,,iot_sensors,,\n")
    before = path.read_bytes()
    page = open_page("review")
    page.press("That is right")
    assert "Briefs to place" not in page.words
    page.press("Undo")
    assert path.read_bytes() == before
    assert "It is about no council." in page.words


def test_a_council_that_a_stored_text_may_name_is_one_press(
    open_page: Open, own_machine: Path
) -> None:
    """As in the preview of a page; what is refused is offered no more."""
    briefs = own_machine / "regional_news.csv"
    with briefs.open("a", encoding="utf-8") as file:
        for row, town in (("x", "Cardiff"), ("y", "Swansea"), ("z", "Newport City Council")):
            told = f"The {town} bins tell a firm how full they are."
            file.write(f"{row},Echo 7,2023,Wales,Bins,{told},,,iot_sensors,,\n")
    page = open_page("review")
    assert "is about a council: that is right" not in page.words
    page.press("About it")
    assert "Saved: " in page.words
    assert "are.,City of Cardiff Council,," in briefs.read_text("utf-8")
    assert "City of Cardiff Council?" not in page.words
    page.press("No")
    assert "Swansea Council?" not in page.words
    assert "The Swansea bins" in page.words
    assert "Newport City Council?" in page.words, "what it names for sure is offered, too"


def test_a_refused_offer_is_told_and_can_be_taken_back(open_page: Open, own_machine: Path) -> None:
    """No Undo of an earlier change stands beside it; once taken back the same is asked again."""
    told = "town hall has moved to cloud telephones. Neighbouring Bury kept two fax machines."
    council = "Bury Metropolitan Borough Council"
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        for row, towns in (("x", "Bolton's"), ("y", "Oldham's market hall and Rochdale's")):
            file.write(
                f"{row},Echo 7,2023,North-west England,Hall {row},{towns} {told},{council},,,,\n"
            )
    page = open_page("review")
    page.press("About it")
    assert "Undo" in [each.label for each in page.test.button]
    for left in (2, 1):  # the first answer on the brief, and one once it is begun
        asked = page.words.count("The text says")
        assert asked == left
        page.press("No")
        assert "Council is not meant in “Hall y”." in page.words
        assert "Undo" not in [each.label for each in page.test.button]
        page.press("Take the answer back")
        assert page.words.count("The text says") == asked
        assert "is not meant" not in page.words
        page.press("No")
    page.press("Close")
    assert "is not meant" not in page.words
    assert "The text says" not in page.words


def test_whom_a_stored_text_names_before_its_council_is_asked_about(
    open_page: Open, own_machine: Path
) -> None:
    """Until somebody answers; what its headline is about, or it tells later, is no question."""
    briefs = own_machine / "regional_news.csv"
    told = "town hall has moved to cloud telephones. Neighbouring Bury kept two fax machines."
    council = "Bury Metropolitan Borough Council"
    with briefs.open("a", encoding="utf-8") as file:
        file.write(f"x,Echo 7,2023,North-west England,Phones,Bolton's {told},{council},,,,\n")
        file.write(f"y,Echo 7,2023,North-west England,Bury Council,Oldham's {told},{council},,,,\n")
    page = open_page("review")
    assert "not among those that it is about." in page.words
    assert "Oldham" not in page.words
    page.press("Only mentioned")
    assert f"{council},Bolton Metropolitan Borough Council," in briefs.read_text("utf-8")
    page.press("Undo")
    assert "not among those that it is" not in page.words, "it was answered"


def test_whom_a_stored_text_names_first_comes_first(open_page: Open, own_machine: Path) -> None:
    """Once somebody says that the brief is about it."""
    briefs = own_machine / "regional_news.csv"
    told = "Bolton's town hall has moved to cloud telephones. Neighbouring Bury kept two faxes."
    with briefs.open("a", encoding="utf-8") as file:
        council = "Bury Metropolitan Borough Council"
        file.write(f"x,Echo 7,2023,North-west England,Phones,{told},{council},,,,\n")
    open_page("review").press("About it")
    saved = briefs.read_text("utf-8").splitlines()[-1]
    assert 0 < saved.index("Bolton Metropolitan Borough Council") < saved.index(council)


@pytest.mark.parametrize("council", ["Bury Metropolitan Borough Council", ""])
@pytest.mark.parametrize("answer", ["About it", "Only mentioned", "No"])
def test_all_whom_a_stored_text_may_name_stay_until_they_are_answered(
    open_page: Open, own_machine: Path, council: str, answer: str
) -> None:
    """Though the first answer may say whom the brief is about; each is asked once."""
    towns = "Bolton's town hall and Oldham's market hall have moved to cloud telephones."
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        told = f"{towns} Neighbouring Bury kept two faxes."
        file.write(f"x,Echo 7,2023,North-west England,Phones,{told},{council},,,,\n")
    page = open_page("review")
    for left in range(2 if council else 3, 0, -1):
        assert page.words.count("The text says") == left
        page.press(answer)
    assert "The text says" not in page.words


def test_a_brief_that_is_begun_keeps_its_place(open_page: Open, own_machine: Path) -> None:
    """What is asked next of it stands where somebody looks."""
    told = "Bolton's town hall and Oldham's town hall have moved. Neighbouring Bury kept two faxes."
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        for name in ("Phones", "Faxes"):
            council = "Bury Metropolitan Borough Council"
            file.write(f"{name},Echo 7,2023,North-west England,{name},{told},{council},,,,\n")
    page = open_page("review")
    page.press("About it")
    assert "Its text may name another council, too." in page.words
    assert page.words.index("**Phones**") < page.words.index("**Faxes**")


MISSPELT = "Ferrmanagh and Omagh has bought 40 drones. Neighbouring Cavan has seen them fly."


def test_a_misspelt_council_that_a_stored_text_may_name_is_put_right(
    open_page: Open, own_machine: Path
) -> None:
    """It stays to be answered; what was answered on the text holds for the corrected one."""
    briefs = own_machine / "regional_news.csv"
    with briefs.open("a", encoding="utf-8") as file:
        file.write(f"x,Echo 7,2023,Northern Ireland,Ferrmanagh,{MISSPELT},,,iot_sensors,,\n")
    before = briefs.read_bytes()
    page = open_page("review")
    assert "Cavan County Council?" in page.words
    page.press("No")
    page.press("Correct the spelling")
    assert f"Fermanagh,{MISSPELT.replace('Ferrm', 'Ferm')},,," in briefs.read_text("utf-8")
    assert "Cavan County Council?" not in page.words
    assert "Fermanagh and Omagh District Council?" in page.words
    page.press("Undo")
    assert briefs.read_bytes() == before
    page.press("About it")
    assert "A council's name is misspelt in it." in page.words
    page.press("Leave it as it is")
    assert "Briefs to place" not in page.words


def test_a_council_that_a_begun_brief_got_meanwhile_is_offered_no_more(
    open_page: Open, own_machine: Path
) -> None:
    """In its form, or by somebody else: it would have that twice."""
    briefs = own_machine / "regional_news.csv"
    with briefs.open("a", encoding="utf-8") as file:
        file.write(f"x,Echo 7,2023,Northern Ireland,Drones,{MISSPELT},,,iot_sensors,,\n")
    page = open_page("review")
    page.press("No")
    assert "Fermanagh and Omagh District Council?" in page.words
    stored = briefs.read_text("utf-8")
    named = f"{MISSPELT},fermanagh-and-omagh,"
    briefs.write_text(stored.replace(f"{MISSPELT},,", named), "utf-8")
    page.test.run()
    assert "Fermanagh and Omagh District Council?" not in page.words


def test_a_misspelt_council_is_put_right_in_the_form_of_its_brief(
    open_page: Open, own_machine: Path
) -> None:
    """Save keeps it, as all that is changed there."""
    briefs = own_machine / "regional_news.csv"
    council = "Fermanagh and Omagh District Council"
    with briefs.open("a", encoding="utf-8") as file:
        file.write(f"x,Echo 7,2023,Northern Ireland,Drones,{MISSPELT},{council},,iot_sensors,,\n")
    page = open_page("review")
    page.open_form("x")
    page.press("Correct the spelling")
    page.press("Save")
    assert briefs.read_text("utf-8").count(MISSPELT.replace("Ferrm", "Ferm")) == 1


def test_one_press_settles_all_of_a_kind_and_undo_takes_all_back(
    open_page: Open, own_machine: Path
) -> None:
    """Copies, and briefs about no council; each is a change by itself."""
    path = own_machine / "regional_news.csv"
    rows = [f",Other,2023,Wales,Bins {n},College {n} bought.,,,iot_sensors,,\n" for n in range(3)]
    copied = [f"{which}{n}{row}" for n, row in enumerate(rows) for which in "xy"]
    told = path.read_text("utf-8")
    path.write_text(told + "".join(copied), "utf-8")
    page = open_page("review")
    page.press("Remove these 3 copies")
    assert "and 2 more changes" in page.words
    assert path.read_text("utf-8") == told + "".join(copied[::2])
    page.press("Undo")
    assert path.read_text("utf-8") == told + "".join(copied)
    page.press("None of these 6 is about a council: that is right")
    assert "Briefs to place" not in page.words
    assert len(configured_store().changes()) == 3 + 3 + 6
    page.press("Undo")
    assert path.read_text("utf-8") == told + "".join(copied)


def test_a_brief_of_which_something_cannot_be_read_is_mended_in_its_form(
    open_page: Open, own_machine: Path
) -> None:
    """It is told by its headline, not by a file or a line, and the form has what is wrong."""
    path = own_machine / "regional_news.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("x1,Other,someday,Wales,Bins,Said.,Cardiff Council,,iot_sensors,,\n")
    page = open_page("review")
    assert "Briefs to mend: 1" in [each.value for each in page.test.header]
    assert "“someday” is not a date" in page.words
    assert ".csv" not in page.words
    page.press("Mend")
    assert "It needs a date before it can be saved." in page.words
    page.test.text_input(key="stored x1 published").set_value("April 2024").run()
    page.press("Save")
    assert path.read_text(encoding="utf-8").splitlines()[-1].startswith("x1,Other,2024-04,Wales")


def test_what_cannot_be_read_comes_before_what_may_well_be_right(
    open_page: Open, own_machine: Path
) -> None:
    """Nobody scrolls past many briefs about no council to the one that is at fault."""
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write("x1,Other,2023,Wales,Ink,A college bought ink.,,,iot_sensors,,\n")
        file.write("x2,Other,2023,Wales,Bins,Said.,Dundee City Council,,iot_sensors,,\n")
        file.write("x3,Other,2023,Londn,Pens,Said so.,Cardiff Council,,iot_sensors,,\n")
    page = open_page("review")
    sections = [each.value.split(":")[0] for each in page.test.header]
    assert sections[0] == "Briefs to mend"
    assert sections[-1] == "Briefs to place"
    assert page.words.index("lie in other regions") < page.words.index("It is about no council.")


def test_a_file_that_a_spreadsheet_saved_is_mended_by_one_press(
    open_page: Open, own_machine: Path
) -> None:
    """Encoding and dates at once, one with two readings by its answer; Undo brings all back."""
    path = own_machine / "regional_news.csv"
    header, first, *others = path.read_text("utf-8").splitlines(keepends=True)
    rows = [first.replace(",2023,", ",05/06/2023,", 1), *others]
    rows[1] = rows[1].replace(",2023,", ",Feb-23,", 1)
    path.write_bytes(before := "".join([header, *rows]).encode("cp1252"))
    page = open_page("review")
    assert "It is written in Windows-1252, not UTF-8; read so, it says “" in page.words
    assert "has “Feb-23” as its date, which is February 2023." in page.words
    assert "Briefs to mend" not in str(page.test.header)
    (question,) = page.test.segmented_control
    assert "Which date is “05/06/2023”" in question.label.replace("\\", "")
    assert question.options == ["5 June 2023", "6 May 2023"]
    question.set_value(question.options[1]).run()
    page.press("Mend all of this")
    dates = [line.split(",")[2] for line in path.read_text("utf-8").splitlines()[1:3]]
    assert dates == ["2023-05-06", "2023-02"]
    assert "Spoilt by a spreadsheet" not in [each.value for each in page.test.header]
    page.press("Undo")
    assert path.read_bytes() == before


@pytest.mark.parametrize("new_id", ["", "abcdefabcdef"])
def test_a_row_copied_word_for_word_is_removed_by_one_press(
    open_page: Open, own_machine: Path, new_id: str
) -> None:
    """One with the id of the first gets its own before; Undo brings it back, and it stays then."""
    path = own_machine / "regional_news.csv"
    before = path.read_text("utf-8")
    _, first, *_ = before.splitlines(keepends=True)
    own, said = first.split(",", 1)
    path.write_text(before + (new_id or own) + "," + said, "utf-8")
    page = open_page("review")
    if not new_id:
        assert "it can then be removed as a copy" in page.words
        page.press("Mend all of this")
    assert "It stands twice in" in page.words
    page.press("Remove the copy")
    assert path.read_text("utf-8") == before
    assert "It stands twice in" not in page.words
    page.press("Undo")
    assert path.read_text("utf-8").count(said) == 2
    assert "It stands twice in" not in page.words


def test_a_text_that_another_issue_has_is_a_copy_whatever_was_corrected() -> None:
    """The older one is kept; of a sentence told in one issue of two councils, both are."""
    said = {"summary": "Drones count the sheep.", "region": "wales"}
    old = brief(**said, issue="Echo 7", published="2023-04", councils="cardiff", headline="Old")
    new = brief(**said, issue="Echo 8", published="2023-06", councils="swansea")
    both = [
        brief(summary="Bins.", issue="Echo 8", councils=each, id=each)
        for each in ("cardiff", "fife")
    ]
    (copy,) = copies(snapshot_of([new, old, *both]).index.frame).to_dict("records")
    assert (copy["id"], copy["first_in"]) == (new["id"], "Echo 7")


@pytest.mark.parametrize(
    ("first", "again", "told"),
    [
        ("Echo 7", "", "It stands in Echo 7 and again in no issue."),
        ("", "Echo 7", "It stands in no issue and again in Echo 7."),
        ("", "", "It stands twice."),
    ],
)
def test_a_copy_without_an_issue_is_told_in_a_sentence(
    open_page: Open, own_machine: Path, first: str, again: str, told: str
) -> None:
    """Whichever of the two has none."""
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        for row, issue, month in (("x", first, "01"), ("y", again, "06")):
            said = "Drones,Cardiff has drones.,City of Cardiff Council,,iot_sensors,,"
            file.write(f"{row},{issue},2023-{month},Wales,{said}\n")
    assert told in open_page("review").words


def test_a_date_far_ahead_in_the_file_is_asked_about(open_page: Open, own_machine: Path) -> None:
    """Until it is mended, or saved as it is by somebody who saw it."""
    path = own_machine / "regional_news.csv"
    path.write_text(path.read_text("utf-8").replace(",2023,", ",2095-05,", 1), "utf-8")
    told = "Its date, May 2095, lies more than a year ahead."
    page = open_page("review")
    assert told in page.words
    page.press("Mend")
    assert "May 2095 lies more than a year ahead: is it right?" in page.words
    (field,) = [each for each in page.test.text_input if each.label == "Published"]
    field.set_value("May 2023").run()
    page.press("Save")
    assert told not in page.words
    page.press("Undo")
    assert told in page.words


SPOILT = "Somebody saved the briefs in a spreadsheet program, which spoilt some of them."


def test_spoilt_briefs_are_announced_to_staff_alone(
    open_page: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever an editor lands, with the way to Review; members see nothing of it."""
    assert SPOILT not in open_page().words
    path = own_machine / "regional_news.csv"
    path.write_text(path.read_text("utf-8").replace(",2023,", ",Feb-23,", 1), "utf-8")
    page = open_page()
    assert SPOILT in page.words
    page.press("Mend them in Review")
    assert page.drawn("frame")["go"] == "review"
    for name in ("table", "changes"):
        assert SPOILT in open_page(name).words
    review = open_page("review")
    assert SPOILT not in review.words
    review.press("Mend all of this")
    assert SPOILT not in open_page().words
    review.press("Undo")
    monkeypatch.setenv("REGIONAL_NEWS_EDITING", "off")
    settings.cache_clear()
    assert SPOILT not in open_page().words


def test_an_id_that_only_looks_like_a_number_is_no_alarm(
    open_page: Open, own_machine: Path
) -> None:
    """The app itself gave such ids, and they stand as they were given."""
    path = own_machine / "regional_news.csv"
    text = path.read_text("utf-8")
    given = text.splitlines()[1].split(",")[0]
    path.write_text(text.replace(given, "2349e0797487"), "utf-8")
    assert SPOILT not in open_page().words
    assert "Spoilt by a spreadsheet" not in open_page("review").words


def test_a_press_that_mends_nothing_says_so(
    open_page: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what to do instead."""
    path = own_machine / "regional_news.csv"
    path.write_text(path.read_text("utf-8").replace(",2023,", ",Feb-23,", 1), "utf-8")
    monkeypatch.setattr(FileStore, "tidy", lambda *_, **__: None)
    page = open_page("review")
    page.press("Mend all of this")
    assert "Nothing was changed: the app cannot mend this." in page.words


def test_names_that_mending_parts_are_no_question(open_page: Open, own_machine: Path) -> None:
    """One that commas part into names is mended with the rest; another is asked for."""
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        for number, names in enumerate(("Cardiff Council, Fife Council", "Ambridge, Felpersham")):
            file.write(f'x{number},Other,2023,Wales,Bins,Said {number}.,"{names}",,,,\n')
    page = open_page("review")
    asked = [each.value.replace("\\", "") for each in page.test.subheader]
    assert "“Ambridge, Felpersham”" in asked
    assert "“Cardiff Council, Fife Council”" not in asked
    page.press("Mend all of this")
    assert "Cardiff Council; Fife Council" in (own_machine / "regional_news.csv").read_text("utf-8")


def test_readers_are_told_of_many_doubts_by_the_first(open_page: Open, own_machine: Path) -> None:
    """Twenty are listed, in one element, by their headlines; the rest is counted."""
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        for number in range(30):
            file.write(f"x{number},Other,someday,Wales,Bins,Said {number}.,Cardiff Council,,,,\n")
    page = open_page()
    (listed,) = page.test.text
    assert len(listed.value.splitlines()) == 20
    assert "Bins: “someday” is not a date" in listed.value
    assert ".csv" not in page.words


def test_a_brief_with_more_themes_than_are_found_is_shown(
    open_page: Open, own_machine: Path
) -> None:
    """Somebody gave a brief five themes in the file: the form has them all."""
    themes = "iot_sensors; ai_automation; connectivity; cyber_security; data_analytics"
    with (own_machine / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write(f"x1,Other,2023,Wales,Bins,A council bought bins.,,,{themes},,\n")
    page = open_page("review")
    page.press("Mend")
    chosen = next(each for each in page.test.multiselect if each.label.startswith("Themes"))
    assert len(chosen.value) == 5


class Counted:
    """Problems that count how often they are gone through."""

    def __init__(self, *problems: RowProblem) -> None:
        self._problems = problems
        self.times = 0

    def __iter__(self) -> Iterator[RowProblem]:
        self.times += 1
        return iter(self._problems)


def test_the_names_in_doubt_are_gone_through_once_for_all_briefs() -> None:
    """However many briefs there are, finding those to place takes no more of it."""
    briefs = [brief(summary=f"Said {number}.", councils="") for number in range(50)]
    problems = Counted(RowProblem(1, "is not placed", briefs[0]["id"], "Ambridge"))
    snapshot = replace(snapshot_of(briefs), problems=problems)
    assert len(misplaced(snapshot)) == 49
    assert problems.times == 1


def test_a_save_that_was_cut_short_is_told(open_page: Open, own_machine: Path) -> None:
    """Whoever opens the page next learns that nothing of it was kept."""
    edit = {"at": 0, "before": "", "after": "", "what": "added 13 briefs"}
    change = {"id": "abc", "when": "2023-04-25T14:02:00+00:00", "who": "Ann", "edit": edit}
    change |= {"file": "regional_news.csv", "new": "other", "undoes": ""}
    change["old"] = Journal(own_machine).version()
    (own_machine / "journal.jsonl").write_text(json.dumps(change) + "\n", encoding="utf-8")
    told = "A save was cut short and nothing of it was kept: Ann added 13 briefs"
    assert told in open_page("review").words
    assert told not in open_page("review").words


def with_unknown_name(folder: Path) -> None:
    """Add a brief about a name that no council has."""
    with (folder / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write("x1,Other,2023,West Midlands,Bins,Bins were bought.,Ambridge,,iot_sensors,,\n")


def test_a_service_suggests_councils_near_an_unknown_name(
    open_page: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked at the press of a button; what is chosen of its answer is learnt."""
    with_unknown_name(own_machine)
    service = Service()
    with service.running() as url:
        monkeypatch.setenv("REGIONAL_NEWS_NOMINATIM_URL", url)
        settings.cache_clear()
        page = open_page("review")
        assert not service.requests
        page.press("Ask the geocoding service")
        assert "The service suggests: Ambridge, Borsetshire" in page.words
        assert len(service.requests) == 1
        page.press("Wychavon District Council")
    assert "said that “Ambridge” is Wychavon District Council" in page.words
    assert "Ambridge,wychavon," in (own_machine / "aliases.csv").read_text(encoding="utf-8")


def test_a_service_that_fails_leaves_the_name_unplaced(
    open_page: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is one line, and the name and its brief are listed as before."""
    with_unknown_name(own_machine)
    service = Service()
    service.status = 403
    with service.running() as url:
        monkeypatch.setenv("REGIONAL_NEWS_NOMINATIM_URL", url)
        settings.cache_clear()
        page = open_page("review")
        page.press("Ask the geocoding service")
    assert "“Ambridge” stays unplaced: the geocoding service refuses" in page.words
    assert "“Ambridge”" in [each.value.replace("\\", "") for each in page.test.subheader]


def test_without_a_service_nobody_can_be_asked(open_page: Open, own_machine: Path) -> None:
    """There is no button that does nothing."""
    with_unknown_name(own_machine)
    labels = [button.label for button in open_page("review").test.button]
    assert "Ask the geocoding service" not in labels
