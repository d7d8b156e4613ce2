"""What the judge goes by: features, the sum of their weights, and the evidence that is shown."""

import math
import tomllib
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from data_folders import SHIPPED

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.gazetteer.homonyms import Circumstances
from regional_news.model import Mention
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.judge import bare_features
from regional_news.recognition.recogniser import Recogniser
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import FILE, Scorer, fitted_weights, values
from regional_news.text import Words

if TYPE_CHECKING:
    from regional_news.recognition.context import Feature


@pytest.fixture(scope="module")
def finder() -> Recogniser:
    """Return the finder over the project's own gazetteer."""
    return Recogniser(load_gazetteer(SHIPPED))


def described(finder: Recogniser, text: str) -> tuple[Candidate, set[tuple[str, str]]]:
    """Return the only bare name of a text with its features as slots and values."""
    words = Words(text)
    candidates, _ = finder.candidates(words, Circumstances(None, None))
    ((candidate, features),) = bare_features(Scene(words, candidates, None), candidates)
    return candidate, {
        (slot, each) for slot, value, at in features for each in values(value, at is not None)
    }


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("She is head of IT at Camden.", ("before 1", "=at")),
        ("She is head of IT at Camden.", ("before 2", "papers")),
        ("Arun has begun a trial.", ("participle", "do")),
        ("Arun has begun a trial.", ("after", "=has")),
        ("It rained in the Arun.", ("after article", "the")),
        ("Moray’s IT strategy is late.", ("phrase", "papers")),
        ("Falkirk have signed a striker.", ("plural verb", "of one name")),
        (
            "Says Honda, it will test them in Moray.",
            ("names in text, it as in", "others in the sentence"),
        ),
        ("Richard Sutton has resigned.", ("part of another name", "yes")),
        ("Workshops in London, Oslo and Leeds went well.", ("before 1", "=in")),
        ("Auditors say that Luton agreed.", ("sentence opens", "overseers")),
        ("Tablets, says Luton, help.", ("sentence opens", "papers")),
        ("Gritters in Moray have names.", ("sentence says", "gritters")),
        ("Gritters in Moray have names.", ("sentence speaks of", "roads")),
        ("Kirklees agreed.", ("name", "made for an authority")),
    ],
)
def test_features_say_what_stands_there(
    finder: Recogniser, text: str, feature: tuple[str, str]
) -> None:
    """Each feature is true of its sentence."""
    _, said = described(finder, text)
    assert feature in said


def test_the_number_of_names_counts_by_the_place_of_one(finder: Recogniser) -> None:
    """The only name may weigh otherwise as a subject than as a place."""
    _, subject = described(finder, "Arun has begun a trial.")
    _, place = described(finder, "It rained in Arun.")
    assert ("names in text, it as subject", "1") in subject
    assert ("names in text, it as in", "1") in place


def test_a_probability_is_the_sum_of_weights_in_log_odds() -> None:
    """A word counts by its classes, a set by its members."""
    weights = {
        "bias": {"bias": -1.0},
        "before 1": {"posts": 0.5, "=of": 9.0},
        "sentence speaks of": {"sport": -2.0},
        "kind": {"name": 0.25},
    }
    said: list[Feature] = [
        ("before 1", "head", 4),
        ("sentence speaks of", frozenset({"sport", "crime"}), None),
        ("kind", "name", None),
    ]
    expected = 1 / (1 + math.exp(1.0 - 0.5 + 2.0 - 0.25))
    scorer = Scorer(weights)
    assert scorer.probability(said) == pytest.approx(expected)
    assert scorer.reasons(said) == ([4], [("kind", "name")])


def test_the_order_of_features_does_not_break_a_tie() -> None:
    """Weights that cancel out give the same probability in whatever order they are added."""
    weights = {"bias": {"bias": 0.0}, "kind": {"name": 10.1, "alias": 20.2, "stem": -30.3}}
    scorer = Scorer(weights)
    said = [("kind", value, None) for value in ("name", "alias", "stem")]
    found = {scorer.probability(each) for each in permutations(said)}
    assert found == {0.5}


def test_weights_are_of_classes_that_the_lexicon_has() -> None:
    """A class that was renamed or dropped shows, since its weight would count for nothing."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    forms = {"other", "digit", "none"}
    known = {name for names in lex.CLASSES.values() for name in names} | forms
    slots = {"council": ("before 1", "after", "participle"), "subject": ("before 2", "after")}
    for question, each in slots.items():
        for slot in each:
            said = {value for value in tables[question][slot] if not value.startswith("=")}
            assert said <= known
    weights = fitted_weights()
    assert 0 < weights.offer < weights.accept < weights.accept_in_one < weights.accept_beside < 1


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


@pytest.mark.parametrize(
    ("region", "name", "text"),
    [
        (
            "yorkshire-and-the-humber",
            "York",
            "Recycled laptops will reach 3,000 homes in York, Malton and Whitby this year.",
        ),
        ("wales", "Blaenau Gwent", "Blaenau Gwent lies in the hills."),
    ],
)
def test_evidence_begins_with_the_name(
    finder: Recogniser, region: str, name: str, text: str
) -> None:
    """Though what decided stands far from it, or is no word of the text."""
    found = finder.read(text, region=region)
    (mention,) = (*found.mentions, *found.suggested)
    assert name in mention.evidence[0]
    assert mention.evidence[0] in text
    assert mention.evidence[1:]


def test_regular_verbs_are_inflected() -> None:
    """A verb stands in the lexicon in its plain form."""
    assert {"plans", "planned", "planning"} <= {*lex.inflected("plan")}
    assert {"carries", "carried", "carrying"} <= {*lex.inflected("carry")}
    assert {"closes", "closed", "closing"} <= {*lex.inflected("close")}
    assert {"launches", "launched", "launching"} <= {*lex.inflected("launch")}
