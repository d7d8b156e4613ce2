"""What the app takes from Streamlit's inside is there, and named in one place."""

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit
from data_folders import PROJECT

from regional_news.ui.streamlit_private import STATES, TEST_IDS

SOURCE = PROJECT / "src" / "regional_news"
OWN = [path for path in SOURCE.rglob("*") if path.suffix in {".css", ".js"}]
MODULES = [*SOURCE.rglob("*.py"), PROJECT / "app.py", *(PROJECT / "pages").glob("*.py")]


@cache
def scripts() -> str:
    """Return all scripts that Streamlit sends to browsers."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))


@pytest.mark.parametrize("mark", [*TEST_IDS, *STATES])
def test_streamlit_has_the_mark(mark: str) -> None:
    """A newer Streamlit may call it otherwise; then a style or a script does nothing."""
    assert mark in scripts()


def test_no_other_mark_is_used() -> None:
    """Whoever upgrades Streamlit looks in one file."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in OWN)
    assert set(re.findall(r'data-testid="?(\w+)', text)) == set(TEST_IDS)
    assert set(re.findall(r"data-test-[\w-]+", text)) == set(STATES)


def test_private_modules_are_imported_in_one_file() -> None:
    """All else uses what ``import streamlit as st`` gives, and the command that serves."""
    private = re.compile(r"^\s*(?:from streamlit[.]|import streamlit[.])", re.MULTILINE)
    using = {path.name for path in MODULES if private.search(path.read_text(encoding="utf-8"))}
    assert using == {"streamlit_private.py"}
