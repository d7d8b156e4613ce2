"""The browser for the tests is one that starts, and its absence is said in plain words."""

from pathlib import Path

import chromium
import pytest


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the only folder on the path, empty."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def write_program(path: Path, *, exit_code: int) -> str:
    """Write a program that does nothing but exit, and return its path."""
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    path.chmod(0o755)
    return str(path)


def test_chromium_on_the_path_is_found(programs: Path) -> None:
    """What is installed is used: nothing is downloaded."""
    path = write_program(programs / "chromium", exit_code=0)
    assert chromium.find() == path


def test_a_program_that_does_not_start_is_passed_over(programs: Path) -> None:
    """Some systems have a stub that only tells how to install the real thing."""
    write_program(programs / "chromium-browser", exit_code=1)
    path = write_program(programs / "google-chrome", exit_code=0)
    assert chromium.find() == path


def test_the_program_named_in_the_environment_comes_first(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever names a program means it."""
    write_program(programs / "chromium", exit_code=0)
    named = write_program(programs / "mine", exit_code=0)
    monkeypatch.setenv("CHROMIUM", named)
    assert chromium.find() == named


def test_no_chromium_is_a_failure_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make test` stops here instead of leaving the browser tests out."""
    monkeypatch.setattr(chromium, "find_or_install", lambda: None)
    monkeypatch.setattr("sys.argv", ["chromium.py"])
    with pytest.raises(SystemExit, match="apt-get install chromium"):
        chromium.main()
    assert capsys.readouterr().out == ""
