"""Settings are read from the environment, and a wrong one is told in a sentence."""

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from regional_news.cli import app
from regional_news.errors import DataError
from regional_news.settings import Settings, settings


@pytest.mark.parametrize(
    "written", ["a.example, b.example", "a.example b.example", " a.example,b.example "]
)
def test_lists_are_divided_by_commas_and_spaces(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    """Whoever writes a list in one way or the other is understood."""
    monkeypatch.setenv("REGIONAL_NEWS_STAFF", written)
    monkeypatch.setenv("REGIONAL_NEWS_FRAME_ANCESTORS", written)
    assert Settings().staff == Settings().frame_ancestors == ("a.example", "b.example")


@pytest.mark.parametrize(
    ("written", "is_right"),
    [("", True), ("news@a.example", True), ("https://a.example/help", True), ("a) [x](y)", False)],
)
def test_who_is_named_can_be_reached(
    monkeypatch: pytest.MonkeyPatch, written: str, *, is_right: bool
) -> None:
    """An e-mail address or the address of a page is shown on each page, and nothing else."""
    monkeypatch.setenv("REGIONAL_NEWS_CONTACT", written)
    if is_right:
        assert Settings().contact == written
    else:
        with pytest.raises(ValueError, match="e-mail address"):
            Settings()


@pytest.fixture
def mistaken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set what no setting can be."""
    monkeypatch.setenv("REGIONAL_NEWS_EDITING", "yes")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("mistaken")
def test_a_wrong_setting_is_told_by_its_name() -> None:
    """The sentence says which variable, what it holds and what it may hold."""
    with pytest.raises(
        DataError, match=r"REGIONAL_NEWS_EDITING is “yes”\. .*'off', 'staff' or 'open'"
    ):
        settings()


@pytest.mark.usefixtures("mistaken")
@pytest.mark.parametrize("command", ["check", "serve"])
def test_a_command_with_a_wrong_setting_fails_in_one_line(command: str) -> None:
    """Not in a traceback."""
    result = CliRunner().invoke(app, [command])
    assert result.exit_code == 2
    assert result.stderr.startswith("regional-news: REGIONAL_NEWS_EDITING is “yes”.")
    assert result.stderr.count("\n") == 1
