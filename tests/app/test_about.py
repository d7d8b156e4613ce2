"""About: the method and the attributions."""

from collections.abc import Callable

import pytest
from tests.app.conftest import Opened
from tests.unit.snapshot_builder import brief, snapshot_of

from regional_news.ui.widgets.method import holdings


def test_required_attributions_are_shown(open_page: Callable[..., Opened]) -> None:
    """The licences of the sources ask for these sentences."""
    words = open_page("about").words
    assert "Contains OS data © Crown copyright and database right" in words
    assert "Open Government Licence v3.0" in words
    assert "CC BY" in words


def test_what_members_ask_comes_first(open_page: Callable[..., Opened]) -> None:
    """What there is, how to use it and what is kept of one, before how names are found."""
    words = open_page("about").words
    asked = ("issues of the magazine:", "Using the map", "Hexagons", "about 2010", "like it")
    asked += ("Privacy", "kept by your\nbrowser", "How a brief gets its place", "Irish councils")
    places = [words.find(each) for each in asked]
    assert -1 not in places, asked
    assert places == sorted(places)
    assert "fuzzy" not in words


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ([], "There are no briefs yet."),
        ([""], "1 brief from 1 issue of the magazine."),
        (["", "2023-05"], "2 briefs from 2 issues of the magazine: May 2023."),
        (["2022", "2023-05"], "2 briefs from 2 issues of the magazine: 2022 to May 2023."),
    ],
)
def test_what_there_is_is_a_sentence_whatever_has_no_date(dates: list[str], told: str) -> None:
    """An issue without a date counts and is no end of the time."""
    rows = [brief(issue=f"Echo {n}", published=each) for n, each in enumerate(dates)]
    assert holdings(snapshot_of(rows).index) == told
