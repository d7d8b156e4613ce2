"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_news.ingest.dates import understood_date
from regional_news.model import PartialDate

days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024", PartialDate(2024)),
        ("April 2024", PartialDate(2024, 4)),
        ("  apr.  2024 ", PartialDate(2024, 4)),
        ("04/2024", PartialDate(2024, 4)),
        ("4.2024", PartialDate(2024, 4)),
        ("2024/04", PartialDate(2024, 4)),
        ("2024-04", PartialDate(2024, 4)),
        ("25 April 2024", PartialDate(2024, 4, 25)),
        ("25th of April 2024", PartialDate(2024, 4, 25)),
        ("25/04/2024", PartialDate(2024, 4, 25)),
        ("25.4.2024", PartialDate(2024, 4, 25)),
    ],
)
def test_a_date_that_can_mean_one_thing(written: str, meant: PartialDate) -> None:
    """It is understood, to the year, the month or the day."""
    assert understood_date(written) == (meant,)


def test_a_season_may_be_each_of_its_months_or_the_year_alone() -> None:
    """Winter is at both ends of a year."""
    assert [each.words for each in understood_date("Spring 2024")] == [
        "March 2024",
        "April 2024",
        "May 2024",
        "2024",
    ]
    assert [each.month for each in understood_date("winter, 2024")] == [1, 2, 12, 0]


@pytest.mark.parametrize(
    "written", ["", "soon", "13/2024", "31/04/2024", "April", "In Our View 37"]
)
def test_what_is_no_date_means_nothing(written: str) -> None:
    """No guess is made."""
    assert understood_date(written) == ()


@given(days)
def test_what_is_shown_is_understood_again(day: date) -> None:
    """The words for a date mean that date."""
    for told in (
        PartialDate(day.year),
        PartialDate(day.year, day.month),
        PartialDate(day.year, day.month, day.day),
    ):
        assert understood_date(told.words) == (told,)
        assert understood_date(str(told)) == (told,)
