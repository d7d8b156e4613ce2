"""The pages for readers of the project keep up with it."""

import re
from pathlib import Path

import pytest

from regional_news.exports import FORMATS
from regional_news.settings import Settings
from regional_news.ui.session.routes import TITLES

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text()
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text()
PAGES = sorted(
    page.relative_to(PROJECT).as_posix()
    for page in (*PROJECT.glob("*.md"), *PROJECT.glob("data/*.md"), *PROJECT.glob("docs/**/*.md"))
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file_of_the_project(page: str) -> None:
    """A file that moves takes its links along."""
    folder = (PROJECT / page).parent
    links = LINK.findall((PROJECT / page).read_text())
    assert [link for link in links if not (folder / link).exists()] == []


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_readme_names_every_setting(name: str) -> None:
    """Nobody has to read the code to learn what can be set."""
    assert f"`REGIONAL_NEWS_{name.upper()}`" in README


@pytest.mark.parametrize("page", [page for page in PAGES if page != "README.md"])
def test_the_readme_leads_to_every_page_of_documentation(page: str) -> None:
    """A page that nothing links to is read by nobody; decisions are reached by their folder."""
    linked = LINK.findall(README)
    assert page in linked or str(Path(page).parent) in linked


@pytest.mark.parametrize("title", [title for title, _ in TITLES.values()])
def test_the_readme_names_every_page(title: str) -> None:
    """A page that is added is told with its question."""
    assert re.search(rf"^\| {re.escape(title)} \| .+ \|$", README, re.MULTILINE)


ROOMS = sorted(
    path.stem
    for path in (PROJECT / "src" / "regional_news").iterdir()
    if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.stem != "__init__"
)


def test_the_architecture_has_a_line_for_each_room_and_no_other() -> None:
    """Whoever takes over learns what each room is for."""
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `(\w+)` \| .+ \|$", text, re.MULTILINE)) == ROOMS


def test_there_are_few_rooms() -> None:
    """A new one must earn its place among those that a newcomer has to learn."""
    assert len(ROOMS) <= 24


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_told(name: str) -> None:
    """By the word on its button, and by its name."""
    text = (PROJECT / "docs" / "taking-it-away.md").read_text(encoding="utf-8")
    label = FORMATS[name].label.split(" ")[0]
    assert re.search(rf"^\| {re.escape(label)} \|", text, re.MULTILINE)


@pytest.mark.parametrize(
    "place", re.findall(r"`((?:src|tests|docs|data|pages)/[\w/.-]+)`", CONTRIBUTING)
)
def test_what_contributing_names_is_there(place: str) -> None:
    """The drills lead to files that exist; a NAME stands for any."""
    assert "NAME" in place or (PROJECT / place).exists()
