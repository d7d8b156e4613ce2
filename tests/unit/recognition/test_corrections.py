"""What staff said of offers is kept, respected, and told apart from what is no answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from regional_news.errors import DataError
from regional_news.recognition.corrections import (
    FILE_NAME,
    Correction,
    Corrections,
    read_corrections,
)

TEXT = "Felpersham sounds its sirens."


def test_an_answer_comes_back_for_the_same_words(tmp_path: Path) -> None:
    """Case and spaces do not count, another text does, and a time is noted."""
    answers = Corrections(tmp_path / FILE_NAME)
    assert answers.about(TEXT) == {}
    answers.add(Correction(TEXT, "Felpersham", "felpersham", yes=True, who="Lynda"))
    (known,) = answers.about("felpersham  sounds its\nsirens.").values()
    assert (known.words, known.council, known.yes, known.who) == (
        "Felpersham",
        "felpersham",
        True,
        "Lynda",
    )
    assert known.when
    assert answers.about("Felpersham sounds no sirens.") == {}


def test_the_latest_answer_counts(tmp_path: Path) -> None:
    """Who changes their mind answers again; a second reader of the file sees it, too."""
    first, second = (Corrections(tmp_path / FILE_NAME) for _ in range(2))
    first.add(Correction(TEXT, "Felpersham", "felpersham", yes=True))
    assert second.about(TEXT)["felpersham"].yes
    first.add(Correction(TEXT, "Felpersham", "felpersham", yes=False))
    assert not second.about(TEXT)["felpersham"].yes
    assert len([*read_corrections(tmp_path / FILE_NAME)]) == 2


def test_an_answer_that_was_taken_back_counts_no_more(tmp_path: Path) -> None:
    """The one before it does; other answers stay, and there may be none to take back."""
    answers = Corrections(tmp_path / FILE_NAME)
    no = Correction(TEXT, "Felpersham", "felpersham", yes=False)
    other = Correction(TEXT, "Ambridge", "ambridge", yes=False)
    for each in (replace(no, yes=True), no, other):
        answers.add(each)
    answers.take_back(no)
    assert answers.about(TEXT)["felpersham"].yes
    for _ in range(2):
        answers.take_back(no)
    assert [*answers.about(TEXT)] == ["ambridge"]
    assert [each.council for each in read_corrections(tmp_path / FILE_NAME)] == ["ambridge"]


ODD_ROLE = '{"text": "a", "words": "a", "council": "a", "yes": true, "role": "mayor"}'


@pytest.mark.parametrize("line", ["{]", ODD_ROLE, pytest.param("[" * 100_000, id="lists in lists")])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    """A line that is no answer is an error with its number."""
    path = tmp_path / FILE_NAME
    Corrections(path).add(Correction(TEXT, "Felpersham", "felpersham", yes=True))
    path.write_text(path.read_text(encoding="utf-8") + f"{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        Corrections(path).about(TEXT)


def test_answers_hold_for_what_a_text_has_become(tmp_path: Path) -> None:
    """But for what was answered on that itself, and what its brief says otherwise."""
    answers = Corrections(tmp_path / FILE_NAME)
    answers.add(Correction(TEXT, "Felpersham", "felpersham", yes=True))
    answers.add(Correction(TEXT, "Felpersham", "borsetshire", yes=False))
    answers.add(Correction(f"{TEXT} Loud.", "Felpersham", "borsetshire", yes=True))
    answers.add(Correction(TEXT, "Ambridge", "ambridge", yes=False))
    answers.add(Correction(TEXT, "Darrington", "darrington-on-am", yes=True))
    answers.carry(TEXT, f"{TEXT} Loud.", ["felpersham", "ambridge"])
    known = answers.about(f"{TEXT} Loud.")
    assert {council: each.yes for council, each in known.items()} == {
        "felpersham": True,
        "borsetshire": True,
    }
