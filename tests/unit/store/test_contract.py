"""Whichever store has them, briefs are saved whole or not at all, and come back as they were."""

import shutil
from dataclasses import replace
from itertools import pairwise

import pytest
from data_folders import FROZEN
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.store.places import Place, brief, in_year

from regional_news.errors import StaleVersion, StoreError
from regional_news.model import Brief, PartialDate, Resolved
from regional_news.recognition.annotator import open_annotator

BRIEFS_CSV, ALIASES_CSV = "regional_news.csv", "aliases.csv"
WORDS = st.text(
    st.characters(exclude_categories=["C"], exclude_characters=";"), min_size=1, max_size=30
).map(lambda text: " ".join(text.split()))
DATES = st.builds(PartialDate, st.integers(1000, 9999), st.integers(0, 12))
COUNCILS = st.lists(
    st.sampled_from(["borsetshire", "felpersham", "ambridge", "darrington-under-lakey"]),
    unique=True,
    max_size=3,
).map(tuple)


BRIEFS = st.builds(
    Brief,
    id=st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    issue=WORDS,
    published=DATES,
    region=st.sampled_from(["london", "wales", "west-midlands"]),
    headline=WORDS,
    summary=WORDS,
    councils=COUNCILS,
    also_mentions=COUNCILS,
    themes=st.lists(st.sampled_from(["connectivity", "iot_sensors"]), unique=True).map(tuple),
    source_title=WORDS,
    source_url=WORDS,
)


def test_a_saved_brief_comes_back(place: Place) -> None:
    """Every field is as it was, and the row holds names that a person can read."""
    editor = place.open()
    saved = brief(themes=("iot_sensors",), also_mentions=("felpersham",), source_url="https://a/b")
    editor.add(saved)
    assert editor.briefs == (saved,)
    (row,) = place.rows(BRIEFS_CSV)
    assert row[3] == "West Midlands"
    assert row[6:8] == ["Borsetshire County Council", "Felpersham City Council"]


def test_any_brief_comes_back(place: Place) -> None:
    """Quotes, commas, accents and odd spaces survive, and undo leaves nothing of them."""
    editor = place.open()

    @settings(max_examples=50)
    @given(saved=BRIEFS)
    def comes_back(saved: Brief) -> None:
        editor.add(saved)
        assert editor.briefs == (saved,)
        editor.store.undo(who="Ann")
        assert place.rows(BRIEFS_CSV) == []

    comes_back()


def test_briefs_stand_in_the_order_in_which_they_were_saved(place: Place) -> None:
    """The order of the page is the order of the rows."""
    editor = place.open()
    editor.add(brief("Two."), brief("One."))
    editor.add(brief("Three."))
    assert [each.summary for each in editor.briefs] == ["Two.", "One.", "Three."]


def test_adding_the_same_brief_twice_adds_nothing(place: Place) -> None:
    """The second time there is no change to tell or to take back."""
    editor = place.open()
    editor.add(brief())
    assert editor.add(brief(), who="Bob") is None
    assert len(editor.briefs) == len(editor.store.changes()) == 1


def test_a_brief_of_a_row_without_id_is_known(place: Place) -> None:
    """Whoever adds a row by hand need not make up an id; the same brief is not added again."""
    editor = place.open()
    editor.add(brief())
    place.by_hand(brief().id, "")
    assert editor.add(brief(), who="Bob") is None
    editor.change(brief(headline="New"))
    assert [each.headline for each in editor.briefs] == ["New"]


def test_replacing_changes_one_cell_and_no_other_row(place: Place) -> None:
    """A cell that means the same keeps its spelling."""
    editor = place.open()
    editor.add(brief("One."), brief("Two."))
    place.by_hand("Borsetshire County Council", "Borsetshire CC")
    before = place.rows(BRIEFS_CSV)
    change = editor.change(brief("Two.", headline="New"))
    after = place.rows(BRIEFS_CSV)
    assert change
    assert "changed the headline of “New”" in change.words
    assert after[0] == before[0]
    assert list(after[1]) == [cell.replace("Borsetshire looks ahead", "New") for cell in before[1]]


def test_replacing_a_brief_by_itself_changes_nothing(place: Place) -> None:
    """There is no change to tell, and the version stays."""
    editor = place.open()
    editor.add(brief())
    version = editor.store.version()
    assert editor.change(brief()) is None
    assert editor.store.version() == version


def test_replacing_keeps_a_name_in_doubt_until_somebody_chooses(place: Place) -> None:
    """“Darrington” could be two councils: it stays as written until the councils are changed."""
    editor = place.open()
    editor.add(brief(councils=("borsetshire", "Darrington"), region="london"))
    (stored,) = editor.briefs
    assert stored.councils == ("borsetshire",)
    editor.change(replace(stored, headline="New"))
    assert "Darrington" in editor.doubts[0]
    editor.change(replace(stored, councils=("borsetshire", "darrington-on-am")))
    assert editor.briefs[0].councils == ("borsetshire", "darrington-on-am")


def test_replacing_a_brief_that_is_not_there_is_told(place: Place) -> None:
    """Nothing is added by the way."""
    with pytest.raises(StoreError, match="There is no brief"):
        place.open().change(brief())


def test_saving_over_somebody_elses_change_is_refused(place: Place) -> None:
    """Whoever loaded the briefs before is told what changed since."""
    editor = place.open()
    loaded = editor.store.version()
    editor.add(brief("One."))
    with pytest.raises(StaleVersion, match="Ann added 1 brief to Echo 1 on "):
        editor.add(brief("Two."), who="Bob", version=loaded)
    assert len(editor.briefs) == 1


def test_saving_over_a_change_by_hand_is_refused(place: Place) -> None:
    """What was mended in a spreadsheet or a console is not overwritten."""
    editor = place.open()
    editor.add(brief("One."))
    loaded = editor.store.version()
    place.by_hand("One.", "Won.")
    with pytest.raises(StaleVersion, match="the data was changed by hand"):
        editor.add(brief("Two."), who="Bob", version=loaded)
    with pytest.raises(StaleVersion, match="its rows were changed by hand later"):
        editor.store.undo(who="Ann")
    assert [each.summary for each in editor.briefs] == ["Won."]


def test_what_was_loaded_before_a_change_has_no_version(place: Place) -> None:
    """The stamps tell at which version something was loaded, as long as it is the newest."""
    editor = place.open()
    stamps = editor.store.stamps()
    assert editor.store.version_at(stamps) == editor.store.version()
    editor.add(brief())
    assert editor.store.stamps() != stamps
    assert editor.store.version_at(stamps) != editor.store.version()
    assert editor.store.version_at(editor.store.stamps()) == editor.store.version()


def test_undo_takes_back_one_change_after_the_other(place: Place) -> None:
    """Rows and learnt names are as before each, and the journal tells all of it."""
    editor = place.open()
    states = []
    for step in (
        lambda: editor.add(brief("One."), brief("Two.")),
        lambda: editor.change(brief("One.", headline="New")),
        lambda: editor.learn("The Am", "ambridge"),
        lambda: editor.learn("The Am", "felpersham"),
    ):
        states.append((place.rows(BRIEFS_CSV), place.rows(ALIASES_CSV)))
        assert step()
    for before in reversed(states):
        assert editor.store.undo(who="Bob")
        assert (place.rows(BRIEFS_CSV), place.rows(ALIASES_CSV)) == before
    assert editor.store.undo(who="Bob") is None
    changes = editor.store.changes()
    assert [change.who for change in changes] == ["Ann"] * 4 + ["Bob"] * 4
    assert [change.undoes for change in changes[4:]] == [each.id for each in changes[3::-1]]
    assert all(one.new == two.old for one, two in pairwise(changes))
    assert "took back ‘added 2 briefs to Echo 1’ (Ann, " in changes[-1].words


def test_a_learnt_name_places_every_brief_with_the_same_words(place: Place) -> None:
    """One choice in review settles the name everywhere, with date and person, and can be undone."""
    editor = place.open()
    editor.add(
        brief("One.", councils=("Darrington",), region="london"),
        brief("Two.", councils=("darrington",), region="london"),
    )
    change = place.open().learn("Darrington", "darrington-under-lakey")
    assert change
    assert "said that “Darrington” is Darrington-under-Lakey District Council" in change.words
    assert place.rows(ALIASES_CSV)[-1][-1] == "Ann"

    settled = place.open()
    assert [each.councils for each in settled.briefs] == [("darrington-under-lakey",)] * 2
    assert not any(settled.doubts)

    settled.store.undo(who="Ann")
    assert [each.councils for each in place.open().briefs] == [(), ()]


def test_a_learnt_name_can_be_learnt_anew(place: Place) -> None:
    """The later choice takes the row of the earlier one."""
    editor = place.open()
    for council in ("felpersham", "ambridge", "ambridge"):
        editor.learn("The Am", council)
    (row,) = place.rows(ALIASES_CSV)
    assert row[:2] == ["The Am", "ambridge"]
    resolution = open_annotator(place.folder, editor.store.learnt()).reference.resolver.resolve(
        "the am"
    )
    assert isinstance(resolution, Resolved)
    assert resolution.council.id == "ambridge"


def test_every_authority_comes_back_at_any_date(place: Place) -> None:
    """A council whose name means its successor at the brief's date is written by its id."""
    shutil.copy(FROZEN / "councils.csv", place.folder)
    editor = place.open()
    councils = tuple(council.id for council in open_annotator(place.folder).reference.gazetteer)
    years = (1990, 2013, 2023, 2030)
    editor.add(*(brief(f"{y}.", councils=councils, published=PartialDate(y)) for y in years))
    assert [each.councils for each in editor.briefs] == [councils] * len(years)


def test_rows_that_cannot_be_read_in_full_stay(place: Place) -> None:
    """They are told with their line, and saving does not touch them."""
    editor = place.open()
    editor.add(brief("One."), brief("Two."))
    place.by_hand("2023-04", "someday")
    table = editor.store.load(editor.codec)
    assert [problem.line for problem in table.problems] == [2, 3]
    assert all("someday" in problem.reason for problem in table.problems)
    editor.add(brief("Three."))
    assert [row[2] for row in place.rows(BRIEFS_CSV)] == ["someday", "someday", "2023-04"]


def test_an_exported_store_is_a_folder_of_files(place: Place) -> None:
    """Whatever reads the files reads the export too."""
    editor = place.open()
    editor.add(brief('One, “two”\nand "three".'))
    editor.learn("The Am", "ambridge")
    folder = place.folder / "exported"
    folder.mkdir()
    editor.store.export(folder)
    assert editor.store.written() == (folder / BRIEFS_CSV).read_bytes()
    for name in ("councils.csv", "regions.toml", "themes.toml"):
        shutil.copy(place.folder / name, folder)
    assert editor.codec.reader.read(folder / BRIEFS_CSV).frame.equals(
        editor.store.load(editor.codec).frame
    )
    assert open_annotator(folder).reference.gazetteer.learnt("the am")


def test_what_a_spreadsheet_spoilt_is_mended_in_one_step_and_taken_back(place: Place) -> None:
    """Broken characters, copied ids and dates are put right; undo leaves what stood there."""
    editor = place.open()
    editor.add(brief("The city’s own words."), brief("A second."))
    first, second = editor.briefs
    place.by_hand(second.id, first.id)
    place.by_hand("’", "â€™")
    place.by_hand("2023-04", "Apr-23")
    spoilt = list(map(list, place.rows("regional_news.csv")))
    change = editor.tidy()
    assert change
    assert [each.summary for each in editor.briefs] == ["The city’s own words.", "A second."]
    assert len({each.id for each in editor.briefs}) == 2
    assert {str(each.published) for each in editor.briefs} == {"2023-04"}
    assert editor.tidy() is None
    editor.store.undo(who="Ann", change_id=change.id)
    assert list(map(list, place.rows("regional_news.csv"))) == spoilt


def test_who_follows_feeds_is_kept_beside_the_briefs(place: Place) -> None:
    """A new mark takes the place of the old; neither version nor journal knows of it."""
    store = place.open().store
    before = store.stamps(), store.version()
    assert store.followers() == {}
    store.keep_follower("ann@felpersham.example", "one")
    store.keep_follower("bob@felpersham.example", "two")
    store.keep_follower("ann@felpersham.example", "three")
    assert place.open().store.followers() == {
        "ann@felpersham.example": "three",
        "bob@felpersham.example": "two",
    }
    store.keep_follower("ann@felpersham.example", "")
    store.keep_follower("nobody@felpersham.example", "")
    assert store.followers() == {"bob@felpersham.example": "two"}
    assert (store.stamps(), store.version()) == before
    assert store.changes() == ()


def test_an_id_that_became_a_number_is_given_back(place: Place) -> None:
    """The journal knows the brief by its text, though its headline was mended since."""
    editor = place.open()
    editor.add(brief("One."), brief("Two."))
    before = editor.briefs
    place.by_hand(before[1].id, "1.23457E+11")
    editor.tidy()
    assert editor.briefs == before


def test_a_date_that_can_mean_two_waits_for_an_answer(place: Place) -> None:
    """Mending leaves it as it is until somebody says which; then all that are written so."""
    editor = place.open()
    editor.add(brief("One.", published=PartialDate(2024, 9, 2)))
    place.by_hand("2024-09-02", "05/06/2025")
    assert editor.tidy() is None
    change = editor.tidy(dates={"05/06/2025": "2025-06-05"})
    assert change
    assert [str(each.published) for each in editor.briefs] == ["2025-06-05"]


def test_history_reaches_back_over_years(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a store keeps its journal: old changes are told, and can be taken back."""
    editor, made = place.open(), []
    for year in (2024, 2025, 2025, 2027):
        in_year(monkeypatch, year)
        made.append(editor.add(brief(f"In {year} it was number {len(made)}.")))
    again = place.open().store
    assert [each.id for each in again.changes()] == [each.id for each in made if each]
    assert [each.when[:4] for each in again.changes()] == ["2024", "2025", "2025", "2027"]
    assert made[0]
    assert again.undo(who="Bob", change_id=made[0].id)
    assert next(each.summary for each in editor.briefs) == "In 2025 it was number 1."
