"""Words are found as readers type them."""

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_news.query import fulltext as search
from regional_news.query.fulltext import WordIndex, words_of
from regional_news.text import fold

TEXTS = st.lists(st.text(alphabet="aAbBéÉŵ ’'-&.,\n£12", max_size=30), max_size=12)


def found(texts: list[str], word: str, *, whole: bool = False) -> set[int]:
    """Return the rows of the texts that the index finds."""
    index = WordIndex(pd.Series(texts, dtype="str"))
    return {int(row) for row in index.rows_with(word, whole=whole)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Caerdydd a’r Fro", ["caerdydd", "ar", "fro"]),
        ("Ynys Môn", ["ynys", "mon"]),
        ("R&D", ["r", "and", "d"]),
        ("Newcastle-under-Lyme", ["newcastle", "under", "lyme"]),
        ("St. Helens' wi-fi", ["st", "helens", "wi", "fi"]),
        ("£2.5 million", ["2", "5", "million"]),
        ("  snake_case ", ["snake", "case"]),
        ("the end the", ["the", "end"]),
        ("“…” – ", []),
    ],
)
def test_text_is_taken_apart_into_folded_words(text: str, words: list[str]) -> None:
    """Case, accents, apostrophes and punctuation do not count."""
    assert words_of(text) == words


@given(st.text(max_size=40))
def test_words_survive_folding(text: str) -> None:
    """What is typed folded finds the same words as what is typed plainly."""
    assert words_of(fold(text)) == words_of(text)


@given(TEXTS, st.sampled_from(["a", "ab", "e", "w", "1", "and", "b", ""]))
def test_a_word_is_found_by_its_beginning(texts: list[str], beginning: str) -> None:
    """A row is found where one of its words begins so, and no other row is."""
    rows = {
        row
        for row, text in enumerate(texts)
        if any(word.startswith(beginning) for word in words_of(text))
    }
    assert found(texts, beginning) == rows


@given(TEXTS, st.sampled_from(["a", "ab", "e", "w", "1", "and"]))
def test_a_whole_word_is_found_by_itself(texts: list[str], word: str) -> None:
    """With ``whole``, a longer word is not found."""
    rows = {row for row, text in enumerate(texts) if word in words_of(text)}
    assert found(texts, word, whole=True) == rows


def test_an_owner_is_found_with_the_s_and_without_it() -> None:
    """As people type it, and as it stands in the text, whatever apostrophes the name itself has."""
    for text in ("Capita's bins", "Capita’s bins"):
        assert found([text], "capita", whole=True) == found([text], "capitas") == {0}
    for word in ("obrien", "obriens"):
        assert found(["O'Brien's bins"], word, whole=True) == {0}


def test_rows_count_on_from_one_stretch_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are indexed a batch at a time, and found wherever they stand."""
    monkeypatch.setattr(search, "_BATCH", 2)
    texts = ["bins", "vans", "bin", "", "Bins, vans"]
    assert found(texts, "bin") == {0, 2, 4}
    assert found(texts, "van") == {1, 4}


def test_nothing_is_found_where_there_are_no_texts() -> None:
    """An index of nothing answers, and finds nothing."""
    assert found([], "bins") == set()


def test_texts_of_several_readings_are_found_alike() -> None:
    """A column that was put together from the rows of two readings is one column."""
    text = pd.ArrowDtype(pa.large_string())
    first, second = (pd.Series(texts, dtype=text) for texts in (["Bins", "Cloud"], ["Bin sensors"]))
    words = WordIndex(pd.concat([first, second], ignore_index=True))
    assert sorted(words.rows_with("bin")) == [0, 2]
    assert list(words.rows_with("bin", whole=True)) == [2]
