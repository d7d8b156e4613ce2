"""What a server has ready before its first reader comes."""

import asyncio
import json
import subprocess
import sys
from importlib import import_module

import pytest

from regional_news.settings import PROJECT
from regional_news.snapshot.tuning import TURN
from regional_news.ui.start import LATE, begin

_FIRST_PAGE = """
import json, sys
from streamlit.testing.v1 import AppTest
from regional_news.ui.start import make_ready

def libraries():
    return {name.partition(".")[0] for name in sys.modules}

make_ready()
before = libraries()
test = AppTest.from_file("src/regional_news/ui/frame.py", default_timeout=60).run()
assert not test.exception
print(json.dumps(sorted(libraries() - before)))
"""


def test_the_first_page_waits_for_no_library() -> None:
    """Beside the component of the map, the first page imports nothing from elsewhere."""
    run = subprocess.run(
        [sys.executable, "-c", _FIRST_PAGE], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    imported = set(json.loads(run.stdout.splitlines()[-1]))
    assert imported <= {"streamlit_folium"}


def test_what_streamlit_imports_late_is_still_there() -> None:
    """A newer Streamlit may have other modules; then the list must change."""
    assert all(import_module(name).__name__ == name for name in LATE)


def test_whoever_answers_need_not_wait_long_for_its_turn() -> None:
    """Else a server that reads many briefs leaves the scripts of the first page waiting."""

    async def turn_of_a_server() -> float:
        async with begin(None):
            return sys.getswitchinterval()

    before = sys.getswitchinterval()
    assert asyncio.run(turn_of_a_server()) == pytest.approx(TURN)
    assert sys.getswitchinterval() == before
