"""The nginx for the tests is one that starts, and its absence is said in plain words."""

from pathlib import Path

import nginx
import pytest


def test_the_program_named_in_the_environment_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever names a program means it."""
    named = tmp_path / "mine"
    named.write_text("#!/bin/sh\nexit 0\n")
    named.chmod(0o755)
    monkeypatch.setenv("NGINX", str(named))
    assert nginx.find() == str(named)


def test_no_nginx_is_a_failure_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make test` stops here instead of leaving the tests of replicas out."""
    monkeypatch.setattr(nginx, "find_or_install", lambda: None)
    monkeypatch.setattr("sys.argv", ["nginx.py"])
    with pytest.raises(SystemExit, match="apt-get install nginx"):
        nginx.main()
    assert capsys.readouterr().out == ""


def test_filling_in_leaves_nginx_its_own_variables(tmp_path: Path) -> None:
    """As envsubst does with the project's names; every one of the template's is known by then."""
    template = tmp_path / "example.template"
    template.write_text("listen ${NEWS_LISTEN}; return 301 https://$host; # ${UNKNOWN}")
    text = nginx.filled(template, {"NEWS_LISTEN": 80})
    assert text == "listen 80; return 301 https://$host; # ${UNKNOWN}"
