"""Briefs are saved whole or not at all, and come back as they were."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional_news.desk import open_desk
from regional_news.errors import StaleVersion, StoreError
from regional_news.model import Brief, PartialDate, Resolved, brief_id
from regional_news.settings import PROJECT
from regional_news.store import Store

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


def brief(summary: str = "Sensors watch the river.", **values: Any) -> Brief:
    """Return a brief that says ``summary``."""
    region = "west-midlands"
    made = Brief(
        id=brief_id("Echo 1", region, summary),
        issue="Echo 1",
        published=PartialDate(2023, 4),
        region=region,
        headline="Borsetshire looks ahead",
        summary=summary,
        councils=("borsetshire",),
    )
    return replace(made, **values)


def open_store(folder: Path) -> Store:
    """Return a store that knows the councils and the learnt names of a folder as they are now."""
    desk = open_desk(folder)
    return Store(folder, desk.names, desk.themes)


def save(store: Store, *briefs: Brief) -> None:
    """Add briefs as somebody does who has just loaded the page."""
    store.append(briefs, who="Ann", version=store.version())


def test_a_saved_brief_comes_back(borsetshire: Path) -> None:
    """Every field is as it was, and the file holds names that a person can read."""
    store = open_store(borsetshire)
    saved = brief(themes=("iot_sensors",), also_mentions=("felpersham",), source_url="https://a/b")
    save(store, saved)
    assert store.briefs() == (saved,)
    text = (borsetshire / "regional_news.csv").read_text(encoding="utf-8")
    assert "West Midlands" in text
    assert "Borsetshire County Council,Felpersham City Council" in text


def test_any_brief_comes_back(borsetshire: Path) -> None:
    """Quotes, commas, accents and odd spaces survive, and undo leaves the bytes of before."""
    store = open_store(borsetshire)
    before = (borsetshire / "regional_news.csv").read_bytes()

    @settings(max_examples=50)
    @given(saved=BRIEFS)
    def comes_back(saved: Brief) -> None:
        save(store, saved)
        assert store.briefs() == (saved,)
        store.undo(who="Ann")
        assert (borsetshire / "regional_news.csv").read_bytes() == before

    comes_back()


def test_adding_the_same_brief_twice_adds_nothing(borsetshire: Path) -> None:
    """The second time there is no change to tell or to take back."""
    store = open_store(borsetshire)
    save(store, brief())
    assert store.append([brief()], who="Bob", version=store.version()) is None
    assert len(store.load()) == 1


def test_a_brief_of_a_row_without_id_is_known(borsetshire: Path) -> None:
    """Whoever adds a row by hand need not make up an id; the same brief is not added again."""
    store = open_store(borsetshire)
    save(store, brief())
    path = borsetshire / "regional_news.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace(brief().id + ",", ","), encoding="utf-8"
    )
    assert store.append([brief()], who="Bob", version=store.version()) is None


def test_replacing_changes_one_cell_and_no_other_row(borsetshire: Path) -> None:
    """A cell that means the same keeps its spelling, and every other row its bytes."""
    path = borsetshire / "regional_news.csv"
    store = open_store(borsetshire)
    save(store, brief("One."), brief("Two."))
    text = path.read_text(encoding="utf-8").replace("Borsetshire County Council", "Borsetshire CC")
    path.write_text("\ufeff" + text.replace("One.", '"One."'), encoding="utf-8", newline="\r\n")
    before = path.read_bytes().split(b"\r\n")

    change = store.replace(brief("Two.", headline="New"), who="Ann", version=store.version())

    after = path.read_bytes().split(b"\r\n")
    assert change
    assert "changed headline of “New”" in change.words
    assert after[:2] == before[:2]
    assert after[2] == before[2].replace(b"Borsetshire looks ahead", b"New")
    assert store.briefs()[1].headline == "New"


def test_replacing_keeps_a_name_in_doubt_until_somebody_chooses(borsetshire: Path) -> None:
    """“Darrington” could be two councils: it stays as written until the councils are changed."""
    store = open_store(borsetshire)
    save(store, brief(councils=("borsetshire", "Darrington"), region="london"))
    (stored,) = store.briefs()
    assert stored.councils == ("borsetshire",)
    store.replace(replace(stored, headline="New"), who="Ann", version=store.version())
    assert "Darrington" in store.load().frame["doubts"][0]
    chosen = replace(stored, councils=("borsetshire", "darrington-on-am"))
    store.replace(chosen, who="Ann", version=store.version())
    assert store.briefs()[0].councils == ("borsetshire", "darrington-on-am")


def test_replacing_a_brief_that_is_not_there_is_told(borsetshire: Path) -> None:
    """Nothing is added by the way."""
    store = open_store(borsetshire)
    with pytest.raises(StoreError, match="There is no brief"):
        store.replace(brief(), who="Ann", version=store.version())


def test_saving_over_somebody_elses_change_is_refused(borsetshire: Path) -> None:
    """Whoever loaded the briefs before is told what changed since."""
    store = open_store(borsetshire)
    loaded = store.version()
    save(store, brief("One."))
    with pytest.raises(StaleVersion, match="Ann added 1 brief on "):
        store.append([brief("Two.")], who="Bob", version=loaded)
    assert len(store.load()) == 1


def test_a_learnt_name_places_every_brief_with_the_same_words(borsetshire: Path) -> None:
    """One choice in review settles the name everywhere, with date and person, and can be undone."""
    store = open_store(borsetshire)
    save(
        store,
        brief("One.", councils=("Darrington",), region="london"),
        brief("Two.", councils=("darrington",), region="london"),
    )
    store = open_store(borsetshire)
    change = store.learn_alias(
        "Darrington", "darrington-under-lakey", who="Ann", version=store.version()
    )
    assert change
    assert "learnt that “Darrington” is Darrington-under-Lakey District Council" in change.words
    assert (borsetshire / "aliases.csv").read_text(encoding="utf-8").endswith(",Ann\n")

    settled = open_store(borsetshire)
    assert [each.councils for each in settled.briefs()] == [("darrington-under-lakey",)] * 2
    assert not any(settled.load().frame["doubts"])

    settled.undo(who="Ann")
    assert [each.councils for each in open_store(borsetshire).briefs()] == [(), ()]


def test_a_learnt_name_can_be_learnt_anew(borsetshire: Path) -> None:
    """The later choice takes the row of the earlier one."""
    store = open_store(borsetshire)
    for council in ("felpersham", "ambridge", "ambridge"):
        store.learn_alias("The Am", council, who="Ann", version=store.version())
    rows = (borsetshire / "aliases.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("The Am,ambridge,")
    resolution = open_desk(borsetshire).names.resolve("the am")
    assert isinstance(resolution, Resolved)
    assert resolution.council.id == "ambridge"


def test_every_authority_comes_back_at_any_date(borsetshire: Path) -> None:
    """A council whose name means its successor at the brief's date is written by its id."""
    shutil.copy(PROJECT / "data" / "councils.csv", borsetshire)
    desk = open_desk(borsetshire)
    store = Store(borsetshire, desk.names, desk.themes)
    councils = tuple(council.id for council in desk.gazetteer)
    years = (1990, 2013, 2023, 2030)
    save(store, *(brief(f"{y}.", councils=councils, published=PartialDate(y)) for y in years))
    assert [each.councils for each in store.briefs()] == [councils] * len(years)
