"""Folding and words: what differs only in writing compares equal, and places are kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional_news.text import Words, amount, fold, web_address


def test_case_accents_dashes_and_apostrophes_do_not_count() -> None:
    """Spellings that readers take for one name fold to one text."""
    assert fold("King’s Lynn & West-Norfolk") == fold("KINGS LYNN AND WEST NORFOLK")
    assert fold("Dún Laoghaire–Rathdown") == "dun laoghaire rathdown"
    assert fold("St. Helens") == "st helens"


@given(st.text())
@settings(derandomize=True)
def test_folding_is_idempotent(text: str) -> None:
    """Folded text folds to itself."""
    assert fold(fold(text)) == fold(text)


def test_words_are_folded_and_keep_their_spelling() -> None:
    """Words compare without case and accents, and give back what was written."""
    words = Words("Felpersham & Ambridge’s “Cómhairle”.")
    assert words.folded == ["felpersham", "and", "ambridge", "s", "comhairle"]
    assert [words.raw(at) for at in (0, 1, 4)] == ["Felpersham", "&", "Cómhairle"]
    assert 2 in words.capitals
    assert 3 not in words.capitals


def test_gaps_say_what_stands_between_words() -> None:
    """The gap before a word is the text between it and the word before; the last one ends it."""
    words = Words("(Felpersham, Ambridge) – end.")
    assert [words.gap(at) for at in range(4)] == ["(", ", ", ") – ", "."]


def test_words_that_run_together_are_taken_apart() -> None:
    """A capital inside a word begins the next one, and the span leads back to the text."""
    text = "fix FelpershamCityCouncil now"
    words = Words(text)
    assert words.folded == ["fix", "felpersham", "city", "council", "now"]
    start, end = words.span(1, 4)
    assert text[start:end] == "FelpershamCityCouncil"


def test_an_irish_word_may_begin_with_a_small_letter() -> None:
    """A single letter before a capital belongs to it: "na nGall"."""
    assert Words("Dún na nGall").folded == ["dun", "na", "ngall"]


def test_accents_written_apart_belong_to_their_letter() -> None:
    """A letter and a combining accent are one letter, whose span covers both."""
    text = "Ynys Mo\u0302n council"
    words = Words(text)
    assert words.folded == ["ynys", "mon", "council"]
    start, end = words.span(0, 2)
    assert text[start:end] == "Ynys Mo\u0302n"


def test_no_words_are_no_trouble() -> None:
    """Text without words has none, and its gap is all of it."""
    assert len(Words("")) == 0
    assert Words(" – ").gap(0) == " – "


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
@settings(derandomize=True)
def test_words_and_gaps_make_up_the_text(text: str) -> None:
    """Every word's span folds to the word, spans are in order and do not overlap."""
    words = Words(text)
    reached = 0
    for at in range(len(words)):
        start, end = words.span(at, at + 1)
        assert reached <= start < end <= len(text)
        reached = end


def test_an_amount_is_read_as_people_say_it() -> None:
    """One of a thing is singular; thousands are divided."""
    assert [amount(n, "brief") for n in (0, 1, 1500)] == ["0 briefs", "1 brief", "1,500 briefs"]


@pytest.mark.parametrize(
    ("url", "follows"),
    [
        ("https://echo.example/1?a=b#c", True),
        ("HTTP://echo.example", True),
        ("https://echo.example:8443/ŵyn", True),
        ("https://", False),
        ("https:///path", False),
        ("http://[broken", False),
        ("javascript:alert(1)", False),
        ("https://echo.example/a b", False),
        ('https://echo.example/"onclick="', False),
        (" https://echo.example", False),
        ("https://echo.example\n", False),
        ("", False),
    ],
)
def test_there_is_one_rule_of_what_a_web_address_is(url: str, *, follows: bool) -> None:
    """Files, pages, feeds and the check of the data follow the same addresses."""
    assert web_address(url) == (url if follows else "")
