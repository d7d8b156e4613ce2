"""What editors do every month breaks no test: another issue, a theme and an alias in ``data``."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from data_folders import PROJECT, SHIPPED
from typer.testing import CliRunner

from regional_news.cli import app
from regional_news.settings import settings

PAGE = PROJECT / "tests" / "fixtures" / "pages" / "saved-page.html"
THEME = """
[[theme]]
id = "time_machines"
label = "Time machines"
group = "technology"
definition = "Machines that go back."
points.3 = ["time machine"]
"""


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of ``data`` with another issue in it, and another theme and alias."""
    data = shutil.copytree(SHIPPED, tmp_path / "data")
    with (data / "themes.toml").open("a", encoding="utf-8") as file:
        file.write(THEME)
    with (data / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("the Granite City’s council,aberdeen,2023-04-25,Ann\n")
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(data))
    settings.cache_clear()
    before = (data / "regional_news.csv").read_text(encoding="utf-8")
    told = ["ingest", str(PAGE), "--issue", "Echo 7", "--published", "2026-11", "--who", "Ann"]
    result = CliRunner().invoke(app, told)
    assert result.exit_code == 0, result.output
    settings.cache_clear()
    after = (data / "regional_news.csv").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.count("Echo 7") > 3
    return data


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_test_counts_what_ships(changed: Path) -> None:
    """The tests of ``data`` pass on the changed copy as they do on the folder itself."""
    # Only those that name the folder see another one in its place.
    files = [
        str(path)
        for path in sorted(Path(__file__).parent.rglob("test_*.py"))
        if path != Path(__file__) and "SHIPPED" in path.read_text(encoding="utf-8")
    ]
    assert files
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files],
        cwd=PROJECT,
        env=os.environ | {"DATA_UNDER_TEST": str(changed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:]
