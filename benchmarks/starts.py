"""What waits for a start: for the command line, and for the scripts of a server's first page.

The command line stands beside an interpreter that does nothing, the scripts that come while many
briefs are read beside the same afterwards.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from clock import Contest, Row
from served import served

BARE = "bare interpreter"
SIZE = 100_000
ROUNDS = 3
CONNECTIONS = 6
"""As many as a browser opens to a server."""

_SCRIPT = re.compile(r'(?:src|href)="\./(static/[^"]+)"')


def rows() -> Iterator[Row]:
    """Measure the start of commands, then that of a server."""
    python = sys.executable
    command = str(Path(python).with_name("regional-news"))
    contestants = {BARE: _run(python, "-c", "pass"), "ours": _run(command, "--help")}
    yield from Contest("command line", "--help", 0).rows(contestants, to=BARE)
    times: dict[str, list[float]] = {"when they are read": [], "while they are read": []}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder, served(Path(folder), SIZE) as address:
            times["while they are read"].append(_scripts(address))
            _get(f"{address}/api/v1/briefs?q=sensors&limit=1")  # waits for the briefs and the words
            times["when they are read"].append(_scripts(address))
    contest = Contest("server", "the first page's scripts", SIZE)
    yield from contest.compared(times, "ms", "when they are read")


def _run(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def _scripts(address: str) -> float:
    """Return how many milliseconds all files take that the page's document names."""
    files = _SCRIPT.findall(_get(address).decode())
    start = time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as browser:
        shares = (files[number::CONNECTIONS] for number in range(CONNECTIONS))
        list(browser.map(lambda share: _fetch(address, share), shares))
    return (time.perf_counter() - start) * 1000


def _fetch(address: str, files: list[str]) -> None:
    """Fetch one file after the other over one connection."""
    with closing(HTTPConnection(urlsplit(address).netloc)) as line:
        for file in files:
            line.request("GET", f"/{file}")
            line.getresponse().read()


def _get(address: str) -> bytes:
    with urlopen(address) as answer:  # noqa: S310  our own server
        body: bytes = answer.read()
    return body
