"""What the judge goes by: features, the sum of their weights, and the evidence that is shown."""

import math
import tomllib
from itertools import permutations

import pytest
from data_folders import SHIPPED

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.model import Mention
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.context import Described
from regional_news.recognition.judge import bare_features
from regional_news.recognition.linking import Circumstances
from regional_news.recognition.recogniser import Recogniser
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import FILE, Scorer, fitted_weights, slots, values
from regional_news.text import Words


@pytest.fixture(scope="module")
def finder() -> Recogniser:
    """Return the finder over the project's own gazetteer."""
    return Recogniser(load_gazetteer(SHIPPED))


def described(finder: Recogniser, text: str) -> tuple[Candidate, set[tuple[str, str]]]:
    """Return the only bare name of a text with its features as slots and values."""
    words = Words(text)
    candidates, _ = finder.candidates(words, Circumstances(None, None))
    ((candidate, said),) = bare_features(Scene(words, candidates, None), candidates)
    groups = ((said.around, ""), (said.rest, ""), (said.own, said.setting))
    return candidate, {
        (each_slot, each_value)
        for features, setting in groups
        for slot, value, at in features
        for each_slot in slots(slot, setting)
        for each_value in values(value, at is not None)
    }


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("She is head of IT at Camden.", ("preposition", "=at")),
        ("She is head of IT at Camden.", ("at after", "papers")),
        ("Arun has begun a trial.", ("participle", "do")),
        ("Arun has begun a trial.", ("auxiliary", "=has")),
        ("Moray’s IT strategy is late.", ("head", "papers")),
        ("Falkirk have signed a striker.", ("plural verb", "of one name")),
        ("Richard Sutton has resigned.", ("part of another name", "yes")),
        ("Cumbria’s six councils met.", ("councils", "inside")),
        ("Bolsover council tax rises.", ("councils", "its tax")),
        ("Workshops in London, Oslo and Leeds went well.", ("preposition", "=in")),
        ("The council met. Luton agreed.", ("councils are spoken of", "“the council”")),
        ("Kirklees agreed.", ("name", "made for an authority")),
    ],
)
def test_features_say_what_stands_there(
    finder: Recogniser, text: str, feature: tuple[str, str]
) -> None:
    """Each feature is true of its sentence."""
    _, said = described(finder, text)
    assert feature in said


def test_what_a_name_is_counts_by_its_setting_as_well(finder: Recogniser) -> None:
    """The region may weigh otherwise for a subject than for a place."""
    _, subject = described(finder, "Arun has begun a trial.")
    _, place = described(finder, "It rained in Arun.")
    assert ("region as subject", "unknown") in subject
    assert ("region as in", "unknown") in place
    assert {("region", "unknown")} <= subject & place


def test_a_probability_is_the_sum_of_weights_in_log_odds() -> None:
    """A word counts by its classes, a set by its members, what is its own by its setting too."""
    weights = {
        "bias": {"bias": -1.0},
        "before 1": {"posts": 0.5, "=of": 9.0},
        "text speaks of": {"sport": -2.0},
        "kind": {"name": 0.25},
        "kind as subject": {"name": 0.75},
    }
    said = Described(
        [("before 1", "head", 4)],
        [("text speaks of", frozenset({"sport", "crime"}), None)],
        [("kind", "name", None)],
        "subject",
    )
    expected = 1 / (1 + math.exp(1.0 - 0.5 + 2.0 - 0.25 - 0.75))
    scorer = Scorer(weights)
    assert scorer.probability(said) == pytest.approx(expected)
    assert [each.weight for each in scorer.reasons(said)] == [1.0, 0.5]


def test_the_order_of_features_does_not_break_a_tie() -> None:
    """Weights that cancel out give the same probability in whatever order they are added."""
    weights = {"bias": {"bias": 0.0}, "kind": {"name": 10.1, "alias": 20.2, "stem": -30.3}}
    scorer = Scorer(weights)
    said = [("kind", value, None) for value in ("name", "alias", "stem")]
    found = {scorer.probability(Described(each, (), (), "")) for each in permutations(said)}
    assert found == {0.5}


def test_weights_are_of_classes_that_the_lexicon_has() -> None:
    """A class that was renamed or dropped shows, since its weight would count for nothing."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    forms = {"-ed", "-ing", "-ly", "-s", "other", "digit", "none"}
    known = {name for names in lex.CLASSES.values() for name in names} | forms
    for question in ("council", "subject"):
        for slot in ("before 1", "after 2", "owned 1", "participle"):
            said = {value for value in tables[question][slot] if not value.startswith("=")}
            assert said <= known
    weights = fitted_weights()
    assert 0 < weights.offer < weights.accept < 1


def test_evidence_is_quoted_from_the_text(finder: Recogniser) -> None:
    """The words that decided stand in the text with the name, and a likelihood with them."""
    text = "In the south, Arun has approved a budget for its libraries."
    (mention,) = finder.find(text, region="south-east-england")
    assert isinstance(mention, Mention)
    assert fitted_weights().accept <= mention.probability < 1
    quoted = mention.evidence[0]
    assert quoted in text
    assert "Arun" in quoted
    assert "approved" in quoted


def test_regular_verbs_are_inflected() -> None:
    """A verb stands in the lexicon in its plain form."""
    assert {"plans", "planned", "planning"} <= {*lex.inflected("plan")}
    assert {"carries", "carried", "carrying"} <= {*lex.inflected("carry")}
    assert {"closes", "closed", "closing"} <= {*lex.inflected("close")}
    assert {"launches", "launched", "launching"} <= {*lex.inflected("launch")}
