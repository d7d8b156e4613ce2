"""Texts that say the same are found by the words that they share, without comparing all."""

import time

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from regional_news.ingest.shared_words import SharedWords
from regional_news.ingest.sorting import LIKE, nearest

WORDS = ("Borchester", "has", "begun", "a", "pilot", "of", "sensors", "in", "bins", "Felpersham's")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=8, max_size=30).map(" ".join)


def _slip(text: str, at: int) -> str:
    return text[: at % len(text)] + "x" + text[at % len(text) :]


@given(st.lists(TEXTS, min_size=1, max_size=8), st.data())
def test_what_is_like_a_text_is_found(texts: list[str], data: st.DataObject) -> None:
    """Three slips of the pen change three words at most."""
    wanted = data.draw(st.sampled_from(texts))
    for at in data.draw(st.lists(st.integers(0, 99), max_size=3)):
        wanted = _slip(wanted, at)
    like = {n for n, text in enumerate(texts) if fuzz.ratio(wanted.lower(), text.lower()) >= LIKE}
    (near,) = nearest([wanted], texts)
    assert like <= {*near}


def test_other_words_are_not_compared() -> None:
    """However many texts there are."""
    words = SharedWords(["Ambridge buys drones", "Borchester mends its bridges", "drones"])
    assert words.places("Ambridge buys ten drones").tolist() == [0]
    assert SharedWords([]).places("anything").tolist() == []
    assert words.places("").tolist() == [0, 1, 2]


def test_no_text_has_none_like_it() -> None:
    """An empty page asks for nothing."""
    assert list(nearest([], ["a text"])) == []
    assert list(nearest(["a text"], [])) == [[]]


def test_many_rows_beside_many_briefs() -> None:
    """Twice as many stored briefs take about twice as long, of which each row sees few."""
    rng = np.random.default_rng(23)
    names = [f"word{n}" for n in range(3000)]
    texts = [" ".join(rng.choice(names, 40)) for _ in range(8000)]

    def spent(amount: int) -> float:
        before = time.process_time()
        list(nearest(texts[:200], texts[:amount]))
        return time.process_time() - before

    assert min(spent(8000) for _ in range(3)) < 4 * min(spent(4000) for _ in range(3))
