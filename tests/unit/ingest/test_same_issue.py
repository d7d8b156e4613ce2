"""A stored issue is known again by its name, number, date, source and councils."""

from dataclasses import replace

import pytest

from regional_news.ingest import Source
from regional_news.ingest.same_issue import same_issue, same_name
from regional_news.model import Brief, PartialDate

APRIL = PartialDate(2023, 4)
STORED = tuple(
    Brief(f"s{number}", "Echo 7 (Focus)", APRIL, region, "Head", f"Said {number}.", (council,))
    for number, (region, council) in enumerate(
        [("wales", "ambridge"), ("london", "felpersham"), ("scotland", "borchester")]
    )
)
PAGE = tuple(
    replace(brief, id=f"p{number}", issue="", summary=f"In other words, {number}.")
    for number, brief in enumerate(STORED)
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In Our View, issue 37 (Focus)", "In Our View 37 (Focus)"),
        ("Echo no. 7", "echo 7"),
        ("The Echo 7", "Echo 7"),
    ],
)
def test_filling_words_and_marks_do_not_make_another_name(one: str, other: str) -> None:
    """A page may number its issue in another manner than the editor did."""
    assert same_name(one, other)


def test_another_number_is_another_name() -> None:
    """Nor is a name without any word the same as another."""
    assert not same_name("Echo 7", "Echo 8")
    assert not same_name("", "The issue")


def test_it_is_known_by_its_councils_though_all_is_said_otherwise() -> None:
    """Each brief of the page is paired with the stored one about its council."""
    same = same_issue(PAGE, Source("A newsletter", PartialDate(2023)), STORED)
    assert same is not None
    assert same.issue == "Echo 7 (Focus)"
    assert {page: stored.id for page, stored in same.pairs.items()} == {
        "p0": "s0",
        "p1": "s1",
        "p2": "s2",
    }


def test_it_is_known_by_its_name_though_it_has_other_briefs() -> None:
    """What was left out the first time is new."""
    other = (replace(PAGE[0], region="wales", councils=("penny-hassett",)),)
    same = same_issue(other, Source("Echo, issue 7: Focus", PartialDate(2020)), STORED)
    assert same is not None
    assert not same.pairs


def test_another_issue_about_one_of_the_councils_is_another_issue() -> None:
    """One council in common in the same month is chance."""
    other = (PAGE[0], *(replace(each, id=f"q{each.id}", councils=("x",)) for each in PAGE))
    assert same_issue(other, Source("Echo 9", APRIL), STORED) is None


def test_two_briefs_about_the_councils_of_two_others_are_new() -> None:
    """So few are about the same by chance, in the same month, too."""
    assert same_issue(PAGE[:2], Source("A newsletter", APRIL), STORED) is None


def test_a_council_in_another_region_is_another_brief() -> None:
    """The magazine prints one brief for each region."""
    moved = tuple(replace(brief, region="london") for brief in PAGE)
    same = same_issue(moved, Source("Echo 7 (Focus)", APRIL), STORED)
    assert same is not None
    assert list(same.pairs) == ["p1"]
