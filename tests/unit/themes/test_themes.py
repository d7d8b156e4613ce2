"""What the themes of a text are, and what an edit of themes.toml does to them."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from data_folders import SHIPPED
from hypothesis import given, settings
from hypothesis import strategies as st

from regional_news.errors import DataError
from regional_news.model import Brief, PartialDate, Theme, ThemeGroup
from regional_news.themes import ThemeFinder, Themes, load_themes, theme_changes
from regional_news.themes.finder import ENOUGH

THEMES = load_themes(SHIPPED / "themes.toml")
FINDER = ThemeFinder(THEMES)

PLAIN = """
[[theme]]
id = "bells"
label = "Bells & towers"
group = "service"
definition = "Church bells."
points.4 = ["bell", "change ringing"]
points.3 = ["peal"]
points.2 = ["tower", "rope"]
points.1 = ["sunday"]
otherwise = ["noise"]
blockers = ["diving bell", "tower block"]

[[theme]]
id = "cider"
label = "Cider"
group = "technology"
definition = "Apples and what becomes of them."
points.4 = ["cider", "£*"]
points.3 = ["press", "orchards"]
points.2 = ["ferment*"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a themes.toml with two made-up themes."""
    file = tmp_path / "themes.toml"
    file.write_text(PLAIN, encoding="utf-8")
    return file


@pytest.fixture
def finder(path: Path) -> ThemeFinder:
    """Return a finder of the two made-up themes."""
    return ThemeFinder(load_themes(path))


each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)


def say(phrase: str) -> str:
    """Return a text that says an entry of the file, starred or not."""
    return phrase.replace("£*", "£5").replace("€*", "€5").replace("*", "")


def ids(finder: ThemeFinder, text: str) -> list[str]:
    """Return the ids of the themes found in ``text``."""
    return [match.theme.id for match in finder.find(text)]


def test_themes_are_shown_group_by_group() -> None:
    """Every group has themes, technology first, and every theme stands in its own."""
    groups = THEMES.by_group()
    assert list(groups) == [ThemeGroup.TECHNOLOGY, ThemeGroup.SERVICE, ThemeGroup.ORGANISATION]
    assert all(groups.values())
    assert {theme.id for group in groups.values() for theme in group} == {t.id for t in THEMES}


def test_themes_are_looked_up_by_id(path: Path) -> None:
    """An unknown id is None, never an error; order is group by group, not the file's."""
    themes = load_themes(path)

    assert [theme.id for theme in themes] == ["cider", "bells"]
    assert len(themes) == 2
    assert "bells" in themes
    assert themes["bells"] is themes.get("bells")
    assert themes.get("cheese") is None
    assert "cheese" not in themes


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bells", "bells"),
        ("Bells & towers", "bells"),
        ("TOWERS", "bells"),
        ("CIDER", "cider"),
        ("bell", None),
        ("", None),
    ],
)
def test_a_theme_is_meant_by_a_part_of_its_label(path: Path, said: str, meant: str | None) -> None:
    """A link or a command line may say "broadband" for "Broadband & connectivity"."""
    theme = load_themes(path).recognise(said)
    assert (theme and theme.id) == meant


@each_theme
def test_a_theme_is_found_in_its_own_label_and_definition(theme: Theme) -> None:
    """What a theme says of itself is about that theme first."""
    found = FINDER.find(f"{theme.label}. {theme.definition}")

    assert found[0].theme == theme


@each_theme
def test_every_word_of_the_file_that_can_decide_alone_does(theme: Theme) -> None:
    """An entry worth three points or more, or an ``otherwise`` entry, is never dead."""
    alone = ThemeFinder(Themes([theme]))
    deciding = [phrase for phrase, points in theme.triggers.items() if points >= ENOUGH]

    assert [phrase for phrase in (*deciding, *theme.otherwise) if not alone.find(say(phrase))] == []


@each_theme
def test_every_blocker_of_the_file_silences_something(theme: Theme) -> None:
    """A blocker hides words of its own theme; one that hides nothing is clutter."""
    words = dict.fromkeys((*theme.triggers, *theme.otherwise), ENOUGH)
    unblocked = ThemeFinder(Themes([replace(theme, triggers=words, otherwise=(), blockers=())]))
    blocked = ThemeFinder(Themes([replace(theme, triggers=words, otherwise=())]))

    assert [blocker for blocker in theme.blockers if not unblocked.find(say(blocker))] == []
    assert [blocker for blocker in theme.blockers if blocked.find(say(blocker))] == []


def test_evidence_is_quoted_as_the_text_writes_it(finder: ThemeFinder) -> None:
    """The words that fired keep their capitals and come in the order of the text."""
    match = finder.find("Ropes in the Tower of Ambridge: a PEAL of Bells")[0]

    assert match.evidence == ("Ropes", "Tower", "PEAL", "Bells")
    assert match.score == 11


@pytest.mark.parametrize(
    "text",
    [
        "A bell",
        "BELLS",
        "the bell’s rim",
        "the bell's rim",
        "Béll",
        "be\u0301ll, two",
        "bell-ringer",
    ],
)
def test_case_accents_plurals_possessives_and_hyphens_do_not_matter(
    finder: ThemeFinder, text: str
) -> None:
    """A word is the same word however it is dressed."""
    assert ids(finder, text) == ["bells"]


@pytest.mark.parametrize(
    "text", ["Bellow", "doorbell", "change. Ringing", "change (ringing)", "orchard"]
)
def test_only_whole_words_in_a_row_match(finder: ThemeFinder, text: str) -> None:
    """Parts of words do not fire, nor phrases across a sentence, nor a singular for a plural."""
    assert ids(finder, text) == []


def test_a_star_stands_for_any_ending(finder: ThemeFinder) -> None:
    """``ferment*`` finds fermented, but two points alone are no theme."""
    assert ids(finder, "fermented in oak") == []
    assert ids(finder, "fermented from our orchards") == ["cider"]


def test_a_sum_of_money_is_one_word(finder: ThemeFinder) -> None:
    """``£*`` finds any amount and quotes all of it."""
    assert finder.find("It cost £1.25m, they say")[0].evidence == ("£1.25m",)


def test_a_word_said_twice_counts_once(finder: ThemeFinder) -> None:
    """Saying "tower" again adds no points."""
    assert ids(finder, "Tower, tower, towers") == []


def test_a_blocker_silences_the_words_in_it_and_no_others(finder: ThemeFinder) -> None:
    """A diving bell is no bell; the bell beside it still is."""
    assert ids(finder, "A diving bell") == []
    assert ids(finder, "A diving bell and a bell") == ["bells"]


def test_otherwise_words_decide_only_where_nothing_else_does(finder: ThemeFinder) -> None:
    """Noise is about bells, unless the text is about cider."""
    assert ids(finder, "Noise in Borchester") == ["bells"]
    assert ids(finder, "Noise about cider in Borchester") == ["cider"]


def test_the_theme_with_most_points_comes_first(finder: ThemeFinder) -> None:
    """Points decide the order; among equals, what is said first."""
    assert ids(finder, "A cider press below the bell") == ["cider", "bells"]
    assert ids(finder, "A bell for the cider") == ["bells", "cider"]


def test_a_weak_theme_gives_way_to_a_strong_one(finder: ThemeFinder) -> None:
    """Three points are a theme beside six, not beside seven."""
    assert ids(finder, "A press, a tower and a bell") == ["bells", "cider"]
    assert ids(finder, "A press, a peal and a bell") == ["bells"]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Felpersham raises council tax", "procurement_finance"),
        ("The resignation hung a cloud over Felpersham", "cloud_infrastructure"),
        ("The mayor left under a cloud", "cloud_infrastructure"),
        ("The council is planning to replace its buses", "planning_housing"),
        ("A road map for the next decade", "smart_places_transport"),
        ("A social network for gardeners", "connectivity"),
    ],
)
def test_words_in_another_sense_give_no_theme(text: str, absent: str) -> None:
    """Figures of speech and other trades' words stay out."""
    assert absent not in ids(FINDER, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borsetshire fits sensors to its bins", {"iot_sensors", "climate_environment"}),
        (
            "Ransomware stopped every server in Felpersham",
            {"cyber_security", "cloud_infrastructure"},
        ),
        (
            "A chatbot answers questions on the council's website",
            {"ai_automation", "digital_services"},
        ),
        (
            "Libraries lend tablets to people without internet",
            {"digital_inclusion", "libraries_education"},
        ),
        (
            "Three boroughs form a consortium to buy full fibre",
            {"connectivity", "partnerships_reorganisation"},
        ),
    ],
)
def test_news_of_the_field_gets_its_themes(text: str, expected: set[str]) -> None:
    """Plain sentences about council technology carry the themes a reader would give them."""
    assert expected <= set(ids(FINDER, text))


def test_a_word_as_long_as_a_book_takes_little_memory(finder: ThemeFinder) -> None:
    """What is kept of a word does not grow with its square."""
    tracemalloc.start()
    try:
        finder.find("digit" + "a" * 100_000)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 5_000_000


def test_an_empty_text_has_no_theme() -> None:
    """Nothing said, nothing found."""
    assert FINDER.find("") == ()


WORDS = sorted({word for theme in THEMES for word in (*theme.triggers, *theme.blockers)})
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS)
def test_any_text_gets_at_most_three_themes_with_words_from_the_text(text: str) -> None:
    """Whatever the text: no error, at most three themes, once each, with quotations as evidence."""
    matches = FINDER.find(text)

    assert len({match.theme.id for match in matches}) == len(matches) <= 3
    assert all(match.evidence for match in matches)
    assert all(words in text for match in matches for words in match.evidence)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)


OTHER = ThemeFinder(THEMES)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_the_same_themes_whatever_the_letter_case(text: str) -> None:
    """Shouting changes nothing, nor does what a finder was asked before."""
    assert ids(FINDER, text) == ids(FINDER, text.upper()) == ids(OTHER, text)


def test_editing_the_file_changes_what_is_found(path: Path) -> None:
    """A word added to the file counts from the next load."""
    before = ids(ThemeFinder(load_themes(path)), "Scrumpy for all")
    path.write_text(PLAIN.replace('"cider", ', '"cider", "scrumpy", '), encoding="utf-8")

    assert before == []
    assert ids(ThemeFinder(load_themes(path)), "Scrumpy for all") == ["cider"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'group = "service"',
            'group = "services"',
            "theme “bells”: the group “services” is not one of",
        ),
        ("group =", "facet =", "theme “bells”: “facet” is called “group” now; change that word."),
        ('group = "service"', "", "theme “bells”: the group is missing"),
        ('id = "bells"', "", "theme “number 1”: the id is missing"),
        ('id = "bells"', 'id = "Bells; ropes"', "an id is made of lower-case letters"),
        ('id = "bells"', 'id = "cider"', "Two themes have the same id"),
        ("points.4", "points.9", "points.9 is not one of points.1 to points.5"),
        ("points.4", "points.many", "points.many is not one of points.1 to points.5"),
        ('points.3 = ["peal"]', 'points.3 = "peal"', "points.3 is not a list of words in quotes"),
        ('"peal"', '"bell"', "“bell” is listed twice"),
        ('"diving bell"', '"peal"', "“peal” is listed twice"),
        ('"peal"', '"pe*al"', "“pe*al” is not a word or phrase; a star may only end a word"),
        ('"peal"', '"!"', "“!” is not a word or phrase"),
        ("blockers", "blocker", "“blocker” is not a setting of a theme"),
        ('points.3 = ["peal"]', 'points.3 = ["peal"', "themes.toml cannot be read"),
    ],
)
def test_a_mistake_in_the_file_is_explained(path: Path, old: str, new: str, said: str) -> None:
    """The message names the theme and what is wrong, in one sentence."""
    path.write_text(PLAIN.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(DataError) as refusal:
        load_themes(path)
    assert said in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("content", ["", 'theme = "none"', '[theme]\nid = "bells"'])
def test_a_file_without_themes_is_refused(path: Path, content: str) -> None:
    """An empty or misread file is an error, never a list of no themes."""
    path.write_text(content, encoding="utf-8")

    with pytest.raises(DataError, match=r"each one starts with a line \[\[theme\]\]"):
        load_themes(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(DataError, match=r"themes\.toml cannot be read"):
        load_themes(tmp_path / "themes.toml")


def brief(headline: str, summary: str, *themes: str) -> Brief:
    """Return a stored brief about Borsetshire."""
    day = PartialDate(2023, 4, 25)
    return Brief("a1", "Spring", day, "wales", headline, summary, ("borsetshire",), (), themes)


def test_a_change_names_what_is_added_and_removed_and_why(path: Path) -> None:
    """Themes that the file would add come with the words that fired; lost ones with their ids."""
    stored = brief("Felpersham rings", "The cider press is silent.", "bells", "cheese")

    (change,) = theme_changes([stored], load_themes(path))

    assert change.brief is stored
    assert [(match.theme.id, match.evidence) for match in change.added] == [
        ("cider", ("cider", "press"))
    ]
    assert change.removed == ("bells", "cheese")


def test_a_brief_whose_themes_stay_is_no_change(path: Path) -> None:
    """Only briefs that would gain or lose a theme are listed; the headline is read too."""
    stored = brief("Bells in Felpersham", "They ring.", "bells")

    assert theme_changes([stored], load_themes(path)) == ()
