"""Names for the next issue follow those in use."""

import pytest

from regional_news.ingest.issue_names import is_in_style, next_names
from regional_news.model import UNDATED, PartialDate

USED = ["Echo news, February 2031", "Echo news, May 2030", "Echo 7 (Focus)", "Echo 6", "Special"]


@pytest.mark.parametrize(
    ("names", "day", "following"),
    [
        (USED, PartialDate(2031, 8), ["Echo news, August 2031", "Echo 8"]),
        (USED, UNDATED, ["Echo 8"]),
        (USED, PartialDate(2031), ["Echo 8"]),
        (["Archive 34 (May 2026)"], PartialDate(2026, 9), ["Archive 35 (September 2026)"]),
        ([], PartialDate(2031, 8), []),
    ],
)
def test_each_style_goes_on(names: list[str], day: PartialDate, following: list[str]) -> None:
    """A number with the next one, a date with that of the issue; a name with neither does not."""
    assert next_names(names, day) == following


@pytest.mark.parametrize(
    ("name", "is_like"),
    [("Echo 9", True), ("echo 9 (Water)", True), ("Issue 9", False), ("Echo news, May 2033", True)],
)
def test_a_name_is_in_a_style_in_use_or_not(name: str, is_like: bool) -> None:  # noqa: FBT001
    """Number, date and byname are each issue's own."""
    assert is_in_style(name, USED) is is_like
