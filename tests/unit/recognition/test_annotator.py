"""What the annotator finds, what it offers, and what staff said of that."""

from dataclasses import replace
from pathlib import Path

import pytest

from regional_news.model import Role
from regional_news.recognition.annotator import Annotator, open_annotator
from regional_news.recognition.corrections import FILE_NAME, Correction, Corrections
from regional_news.recognition.recogniser import Recogniser
from regional_news.recognition.scorer import fitted_weights
from regional_news.reference import Reference, open_reference
from regional_news.settings import Settings

TEXT = "Arun sounds its sirens."


@pytest.fixture(scope="module")
def reference() -> Reference:
    """Return the project's own reference."""
    return open_reference(Settings().data)


def doubtful(reference: Reference, answers: Corrections | None = None) -> Annotator:
    """Return an annotator to which no bare name is sure enough."""
    annotator = Annotator(reference, answers)
    weights = replace(
        fitted_weights(), accept=1.1, accept_in_one=1.1, accept_beside=1.1, offer=0.01
    )
    annotator._recogniser = Recogniser(reference.gazetteer, weights)
    return annotator


def test_doubt_is_offered(reference: Reference) -> None:
    """A bare name about which too little is said is offered, not found and not dropped."""
    annotation = doubtful(reference).annotate(TEXT)
    assert annotation.councils == ()
    (offer,) = annotation.suggested
    assert [each.id for each in offer.candidates] == ["arun"]
    assert 0 < offer.probability < 1
    assert offer.matched == "Arun"


def test_an_accepted_offer_is_found_ever_after(reference: Reference, tmp_path: Path) -> None:
    """Yes makes it a council of the text, no takes it away, for this text alone."""
    answers = Corrections(tmp_path / FILE_NAME)
    annotator = doubtful(reference, answers)
    answers.add(Correction(TEXT, "Arun", "arun", yes=True))
    annotation = annotator.annotate(TEXT)
    assert [each.candidates[0].id for each in annotation.councils] == ["arun"]
    assert annotation.suggested == ()
    assert annotator.annotate(TEXT + " They were heard.").councils == ()


def test_only_mentioned_is_remembered(reference: Reference, tmp_path: Path) -> None:
    """What a council is to a text is said with the answer."""
    answers = Corrections(tmp_path / FILE_NAME)
    answers.add(Correction(TEXT, "Arun", "arun", yes=True, role=Role.MENTIONED))
    (found,) = doubtful(reference, answers).annotate(TEXT).councils
    assert found.role is Role.MENTIONED


def test_whom_a_text_names_first_stands_ahead(reference: Reference) -> None:
    """Of what it offers; nothing does where it names none of the councils."""
    found = Annotator(reference).annotate("Bolton's town hall is shut. Neighbouring Bury is open.")
    assert [each.matched for each in found.ahead_of(["bury"])] == ["Bolton"]
    assert found.ahead_of(["bolton", "bury"]) == found.ahead_of(["leeds"]) == ()


def test_a_refused_offer_is_not_made_again(reference: Reference, tmp_path: Path) -> None:
    """No holds for what was offered and for what was found."""
    answers = Corrections(tmp_path / FILE_NAME)
    annotator = doubtful(reference, answers)
    for text in (TEXT, "Arun District Council sounds its sirens."):
        answers.add(Correction(text, "Arun", "arun", yes=False))
        annotation = annotator.annotate(text)
        assert annotation.councils == annotation.suggested == ()


TAUGHT = "Galway has opened a digital twin of its bus network to the public. It cost €2 million."


@pytest.mark.parametrize("text", [TAUGHT, f"{TAUGHT} The council says that it works."])
def test_what_was_learnt_in_review_is_asked_no_more(text: str) -> None:
    """A name alone is settled, too, be it found or only offered; "the council" follows it."""
    annotation = taught().annotate(text, region="republic-of-ireland")
    assert [each.candidates[0].id for each in annotation.councils] == ["galway-county"]
    assert annotation.doubts == annotation.suggested == ()


def test_what_was_learnt_goes_behind_what_the_text_says() -> None:
    """Beside another council of its name, and as a person's name, the words mean no other."""
    beside = taught().annotate(f"Galway City Council has bought two vans. {TAUGHT}")
    assert "galway-county" not in [each.candidates[0].id for each in beside.councils]
    assert taught().annotate("Mr Galway paid for a boat on Galway Bay.").councils == ()


def taught() -> Annotator:
    """Return an annotator for which somebody chose the county for "Galway"."""
    return open_annotator(Settings().data, [("Galway", "galway-county")])


@pytest.mark.parametrize(
    ("headline", "text", "sure", "offered"),
    [
        (
            "Southampton and Portsmouth share cyber staff",
            "The two Hampshire cities are to share three staff.",
            ["southampton", "portsmouth"],
            ["hampshire"],
        ),
        ("Drones in Arun", "Arun District Council tests drones.", ["arun"], []),
        ("Arun tests drones", "The drones are to look for leaks.", ["arun"], []),
        ("Drones on the beach", "The drones are seen by many in Arun.", [], ["arun"]),
        (
            "AI takes the minutes in Cheshire",
            "The council in Cheshire West lets software take its minutes.",
            ["cheshire-west-and-chester"],
            [],
        ),
    ],
)
def test_councils_in_a_headline_count(
    reference: Reference, headline: str, text: str, sure: list[str], offered: list[str]
) -> None:
    """A bare name only in the text below may be a place's, and is offered."""
    found = Annotator(reference).annotate(text, headline=headline)
    assert [each.candidates[0].id for each in found.councils] == sure
    assert [each.candidates[0].id for each in found.suggested] == offered
