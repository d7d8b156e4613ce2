"""The environment is made once, and again when what decides its contents has changed."""

import sys
from pathlib import Path

import bootstrap
import pytest


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project with all the locks, whose environment is this interpreter's."""
    for name in (*bootstrap.LOCKS, "pyproject.toml"):
        (tmp_path / name).write_text(f"{name} as it was")
    monkeypatch.setattr(bootstrap, "PROJECT", tmp_path)
    monkeypatch.setattr(bootstrap, "INSTALLED", tmp_path / "installed")
    monkeypatch.setattr(bootstrap, "interpreter", lambda: sys.executable)
    return tmp_path


def note_as_installed(lock: str) -> None:
    """Note that the environment holds what the lock pins now."""
    bootstrap.INSTALLED.write_text(bootstrap.fingerprint(lock))


def test_nothing_is_installed_in_a_fresh_checkout(project: Path) -> None:
    """Without a note of an installation there is something to do."""
    assert not (project / "installed").exists()
    assert not bootstrap.is_installed("requirements.lock")


@pytest.mark.usefixtures("project")
def test_an_installed_lock_is_not_installed_again() -> None:
    """The second `make run` starts at once."""
    note_as_installed("requirements.lock")
    assert bootstrap.is_installed("requirements.lock")


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_change_is_installed(project: Path, changed: str) -> None:
    """A new lock or a new entry point reaches the environment with the next command."""
    note_as_installed("requirements.lock")
    (project / changed).write_text("something else")
    assert not bootstrap.is_installed("requirements.lock")


@pytest.mark.usefixtures("project")
def test_the_test_lock_serves_for_running_but_not_the_other_way_round() -> None:
    """After `make test`, `make run` has nothing to install; the reverse is not so."""
    note_as_installed("requirements-test.lock")
    assert bootstrap.is_installed("requirements.lock")
    note_as_installed("requirements.lock")
    assert not bootstrap.is_installed("requirements-test.lock")


def test_an_environment_whose_python_is_gone_is_not_taken_for_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upgrade of the system that breaks the environment is mended by the next command."""
    note_as_installed("requirements.lock")
    monkeypatch.setattr(bootstrap, "interpreter", lambda: str(project / "gone"))
    assert not bootstrap.is_installed("requirements.lock")


def test_an_old_python_is_told_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence instead of a traceback from somewhere inside an installation."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or later is needed"):
        bootstrap.main()
