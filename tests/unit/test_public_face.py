"""What a Python user imports: quick to import, and every example is true."""

import doctest
import os
import subprocess
import sys

import pytest
from data_folders import FROZEN, PROJECT

import regional_news


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the examples' folders be those of the project."""
    monkeypatch.chdir(PROJECT)


@pytest.mark.parametrize(
    "name", [each for each in regional_news.__all__ if each[0].islower()], ids=str
)
def test_every_function_has_an_example_that_runs(name: str) -> None:
    """A reader copies it and sees the same."""
    function = getattr(regional_news, name)
    (test,) = doctest.DocTestFinder(recurse=False).find(function, name, globs=vars(regional_news))
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_guide_is_true() -> None:
    """docs/python.md as a session."""
    guide = str(PROJECT / "docs" / "python.md")
    done = doctest.testfile(guide, module_relative=False, encoding="utf-8")
    assert done.attempted > 10
    assert done.failed == 0


def test_the_guide_tells_every_function() -> None:
    """Nothing has to be guessed."""
    guide = (PROJECT / "docs" / "python.md").read_text(encoding="utf-8")
    functions = [each for each in regional_news.__all__ if each[0].islower()]
    assert [name for name in functions if f"regional_news.{name}(" not in guide] == []


def test_importing_it_imports_little() -> None:
    """Whoever imports it for one thing does not wait for all."""
    program = "import sys, regional_news; print(*{name.split('.')[0] for name in sys.modules})"
    run = [sys.executable, "-c", program]
    loaded = subprocess.run(run, env=os.environ, capture_output=True, text=True, check=True).stdout
    assert {"pandas", "pyarrow", "numpy", "streamlit", "pydantic"}.isdisjoint(loaded.split())


def test_what_nothing_answers_to_is_an_error() -> None:
    """A misspelt filter never gives all briefs."""
    data = regional_news.open_data(FROZEN)
    for asked in ({"region": "Narnia"}, {"regions": "wales"}):
        with pytest.raises(regional_news.FilterError):
            regional_news.view(data, **asked)
    with pytest.raises(regional_news.DataError):
        regional_news.open_data(FROZEN / "nowhere")
