"""The right spelling of what is misspelt in a council's name, and of nothing else."""

from pathlib import Path

import pytest
from data_folders import FROZEN

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.recognition.spelling import Spelling


@pytest.fixture(scope="module")
def real() -> Gazetteer:
    """Return councils whose names are near to words of the language."""
    return load_gazetteer(FROZEN)


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
        ("Ambrige Waddingham advises on bins.", ["ambridge"]),
        ("Smythe-Ambrige leads, Ambrige-Smythe follows.", ["ambridge"]),
        ("Borsetshire Country Parks open.", ["borsetshire"]),
        ("The Laker freezes; Darringtons wait.", ["darrington-under-lakey"]),
    ],
)
def test_what_may_be_meant_as_it_is_written_stays(
    borsetshire: Path, text: str, councils: list[str]
) -> None:
    """Names of people and firms, plurals, other words, and councils that a brief has not."""
    assert Spelling(load_gazetteer(borsetshire)).mended(text, councils) == text


def test_a_slip_that_was_learnt_as_a_name_is_a_slip_still(borsetshire: Path) -> None:
    """Somebody said whom it means, not that it is spelt so."""
    with (borsetshire / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("Ambrige,ambridge,2031-04-25,Ann\n")
    spelling = Spelling(load_gazetteer(borsetshire))
    assert spelling.mended("Ambrige waits.", ["ambridge"]) == "Ambridge waits."


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("Working together in Woking", "woking"),
        ("Survey finds bins. Surely Surrey knows.", "surrey"),
        ("Helen Smith thanks St Helens.", "st-helens"),
        ("The River Colne floods Three Rivers.", "three-rivers"),
        ("Border Force leaves the Scottish Borders.", "scottish-borders"),
        ("Banking hubs open in Barking and Dagenham.", "barking-and-dagenham"),
        ("Finland is ahead of Fenland.", "fenland"),
        ("Southern Water digs in Southend.", "southend-on-sea"),
    ],
)
def test_right_words_that_are_near_a_name_stay(real: Gazetteer, text: str, council: str) -> None:
    """A word of a longer name is a slip only where the whole name stands."""
    assert real[council]
    assert not Spelling(real).slips(text, [council])


@pytest.mark.parametrize(
    ("text", "council", "mended"),
    [
        ("Three River District Council", "three-rivers", "Three Rivers District Council"),
        ("Barkingg waits.", "barking-and-dagenham", "Barking waits."),
        ("Barnet London Borough Counil", "barnet", "Barnet London Borough Council"),
        ("The Scottish Bordres wait.", "scottish-borders", "The Scottish Borders wait."),
    ],
)
def test_a_slip_in_a_name_of_several_words_is_put_right(
    real: Gazetteer, text: str, council: str, mended: str
) -> None:
    """Words of the language, too, its style and a part that stands for all of it."""
    assert Spelling(real).mended(text, [council]) == mended
