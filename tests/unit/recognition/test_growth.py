"""Finding councils and themes costs as much more as the text is longer, whatever stands in it."""

import time

import pytest
from data_folders import FROZEN
from hypothesis import given, settings
from hypothesis import strategies as st

from regional_news.gazetteer.resolver import Resolver
from regional_news.model import Resolution
from regional_news.recognition.annotator import Annotator, open_annotator

LENGTH = 3_000
TIMES = 4
MOST = 9.0
"""Four times as long takes about four times as long; where steps are squared, it is sixteen."""

TEXTS = {
    "words in capitals": "Alpha Bravo Charlie Delta ",
    "one long word": "x",
    "one long word in capitals": "X",
    "one long name": "Leeds-",
    "names": "Leeds Derby Cardiff Galway ",
    "names and commas": "Leeds, ",
    "and": "Leeds and ",
    "only and": "and ",
    "commas": ", ",
    "County": "County ",
    "County Council": "County Council ",
    "the council": "the council ",
    "the council there": "Leeds and the council there. ",
    "City of": "City of ",
    "of": "Council of ",
    "titles of one name": "Mayor and Burgesses of the ",
    "bullets": "• Leeds\n",
    "quotes": "“Leeds” ",
    "open quotes": "“Leeds ",
    "brackets": "(Leeds ",
    "apostrophes": "Leeds's ",
    "hyphens": "Stoke-on-",
    "slips": "Leads Council has begun. ",
    "homonyms": "Newcastle Council, ",
    "letters": "GMCA LCC BCC ",
    "figures": "1,000,000 ",
    "accents": "a\u0301",
    "words of themes": "sensors broadband cloud ",
    "briefs": "Leeds City Council has put sensors into its bins, as Derby has. ",
    "Welsh": "gan Gyngor Caerdydd a ",
    "lines": "\n",
}


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    """Give an annotator that has read something."""
    made = open_annotator(FROZEN)
    made.annotate("Leads Council and Derby, where the council has begun.")
    return made


def _is_linear(annotator: Annotator, unit: str) -> bool:
    """Return whether a longer text takes no more than its share; a busy machine is asked again."""

    def seconds(length: int) -> float:
        text = f"Leeds City Council told {unit * (length // len(unit))}."
        start = time.process_time()
        annotator.annotate(text)
        return time.process_time() - start

    ratios = (seconds(TIMES * LENGTH) / max(seconds(LENGTH), 0.003) for _ in range(3))
    return any(ratio < MOST for ratio in ratios)


@pytest.mark.parametrize("kind", TEXTS)
def test_a_longer_text_takes_no_more_than_its_share(annotator: Annotator, kind: str) -> None:
    """Each step looks at each word a few times, and at no pair of words."""
    assert _is_linear(annotator, TEXTS[kind])


def test_few_names_are_compared_with_all_councils(
    annotator: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many words have a slip, and however many capitals stand around each."""
    tries, resolve = [], Resolver.resolve

    def counted(resolver: Resolver, name: str) -> Resolution:
        tries.append(name)
        return resolve(resolver, name)

    monkeypatch.setattr(Resolver, "resolve", counted)
    annotator.annotate("Blorple Flarn Leedss Quux Grumbo Wibble Zebedee Snarfle " * 100)
    assert 0 < len(tries) < 500


PIECES = ("Leeds", "Derby", "County", "Council", "and", "of", "the", ",", ".", "“", "(", "•", "\n")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_no_mixture_takes_more(annotator: Annotator, pieces: list[str]) -> None:
    """Whatever is said again and again."""
    assert _is_linear(annotator, " ".join(pieces) + " ")
