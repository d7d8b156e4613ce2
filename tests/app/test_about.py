"""About: the method and the attributions."""

from collections.abc import Callable

from tests.app.conftest import Opened


def test_required_attributions_are_shown(open_page: Callable[..., Opened]) -> None:
    """The licences of the sources ask for these sentences."""
    words = open_page("about").words
    assert "Contains OS data © Crown copyright and database right" in words
    assert "Open Government Licence v3.0" in words
    assert "CC BY" in words
