"""The right spelling of what is misspelt in a council's name, and of nothing else."""

from pathlib import Path

import pytest

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.recognition.spelling import Spelling


@pytest.mark.parametrize(
    ("text", "council", "mended"),
    [
        ("Feltpersham has bins.", "felpersham", "Felpersham has bins."),
        ("FELPRESHAM: Felpersam's bins.", "felpersham", "FELPERSHAM: Felpersham's bins."),
        ("Felpersham City Counil waits.", "felpersham", "Felpersham City Council waits."),
        ("In Borsetshire Country Council", "borsetshire", "In Borsetshire County Council"),
        ("Darington-under-Lakey waits.", "darrington-under-lakey", "Darrington-under-Lakey waits."),
    ],
)
def test_a_word_with_a_slip_is_put_right(
    borsetshire: Path, text: str, council: str, mended: str
) -> None:
    """In the letters that it is written in, as often as it is there."""
    spelling = Spelling(load_gazetteer(borsetshire))
    assert spelling.mended(text, [council]) == mended
    assert not spelling.slips(mended, [council])


@pytest.mark.parametrize(
    ("text", "councils"),
    [
        ("Feltpersham has bins.", ["ambridge", "Feltpersham"]),
        ("Said Jane Ambrige and Mr Ambrige.", ["ambridge"]),
        ("The Ambridges sing; the ambrige hums.", ["ambridge"]),
        ("The Country Counil of Borsetshire", ["borsetshire"]),
        ("Ambrige", []),
    ],
)
def test_what_may_be_meant_as_it_is_written_stays(
    borsetshire: Path, text: str, councils: list[str]
) -> None:
    """People's names, plurals, other words, and the names of councils that a brief has not."""
    assert Spelling(load_gazetteer(borsetshire)).mended(text, councils) == text


def test_a_slip_that_was_learnt_as_a_name_is_a_slip_still(borsetshire: Path) -> None:
    """Somebody said whom it means, not that it is spelt so."""
    with (borsetshire / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("Ambrige,ambridge,2031-04-25,Ann\n")
    spelling = Spelling(load_gazetteer(borsetshire))
    assert spelling.mended("Ambrige waits.", ["ambridge"]) == "Ambridge waits."
