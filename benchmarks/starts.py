"""How long the command line takes to say what it can do, beside an interpreter that is idle."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from clock import Contest, Row

BARE = "bare interpreter"


def rows() -> Iterator[Row]:
    """Measure the start of commands."""
    python = sys.executable
    command = str(Path(python).with_name("regional-news"))
    contestants = {BARE: _run(python, "-c", "pass"), "ours": _run(command, "--help")}
    yield from Contest("command line", "--help", 0).rows(contestants, to=BARE)


def _run(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)
