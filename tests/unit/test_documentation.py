"""The pages for readers of the project keep up with it."""

import re
from pathlib import Path

import pytest

from regional_news.settings import Settings

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text()
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
