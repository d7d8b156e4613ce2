"""About: the method and the attributions."""

from collections.abc import Callable

from tests.app.conftest import Opened


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
