"""Answers of the API in a second, beside Datasette with the same rows: filtered, as JSON.

Both are asked by the same few clients over connections that stay open, each time for another theme
and region. Ours keeps what it answered until the data change, so that it also answers each question
but once: with words that nobody asked for before.
"""

import importlib.util
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from clock import OURS, Contest, Row
from served import served
from synthetic import synthetic_briefs
from world import gazetteer, themes

from regional_news.settings import PROJECT

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from running_app import HOST, free_port, stop, wait_until_it_answers

SIZE = 10_000
CLIENTS = 4
SECONDS = 4
ROUNDS = 3
PAGE = 20

Question = Callable[[int], str]


def rows() -> Iterator[Row]:
    """Measure requests in a second at one size."""
    contest = Contest("API", "filtered briefs, requests a second", SIZE)
    rates: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        with served(Path(folder), SIZE) as address:
            rates[OURS] = _rates(address, _asked)
            rates["ours, asked anew"] = _rates(address, _asked_anew)
        with _uvicorn(Path(folder)) as address:
            rates["ours, by uvicorn"] = _rates(address, _asked)
            rates["ours, by uvicorn, asked anew"] = _rates(address, _asked_anew)
        if importlib.util.find_spec("datasette"):
            with _datasette(Path(folder)) as address:
                rates["datasette"] = _rates(address, _asked_of_datasette)
    yield from contest.compared(rates, "/s")
    if "datasette" not in rates:
        yield contest.missing("datasette")


def _rates(address: str, question: Question) -> list[float]:
    """Return how many answers came in a second, round by round; the first does not count."""
    numbers = count()
    return [_rate(address, question, numbers) for _ in range(ROUNDS + 1)][1:]


def _rate(address: str, question: Question, numbers: "count[int]") -> float:
    until = time.monotonic() + SECONDS

    def ask() -> int:
        connection = HTTPConnection(urlsplit(address).netloc)
        answers = 0
        while time.monotonic() < until:
            connection.request("GET", question(next(numbers)))
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{address} answers {answer.status}")
            answers += 1
        return answers

    with ThreadPoolExecutor(CLIENTS) as clients:
        return (
            sum(each.result() for each in [clients.submit(ask) for _ in range(CLIENTS)]) / SECONDS
        )


def _theme_and_region(number: int) -> tuple[str, str]:
    ids = [theme.id for theme in themes()]
    regions = [region.id for region in gazetteer().regions.in_magazine]
    return ids[number % len(ids)], regions[number % len(regions)]


def _asked(number: int) -> str:
    theme, region = _theme_and_region(number)
    return "/api/v1/briefs?" + urlencode({"theme": theme, "region": region, "limit": PAGE})


def _asked_anew(number: int) -> str:
    return f"{_asked(number)}&q={number}"


def _asked_of_datasette(number: int) -> str:
    theme, region = _theme_and_region(number)
    asked = {"themes__contains": theme, "region": region, "_size": PAGE, "_shape": "array"}
    return "/briefs/briefs.json?" + urlencode(asked)


@contextmanager
def _uvicorn(folder: Path) -> Iterator[str]:
    """Serve the same app without Streamlit's own server, whose answers wait for the network."""
    command = [sys.executable, "-m", "uvicorn", "app:app", "--log-level", "warning"]
    with _server(command, "/_stcore/health", folder, PROJECT, f"briefs-{SIZE}") as address:
        yield address


@contextmanager
def _datasette(folder: Path) -> Iterator[str]:
    path = folder / "briefs.db"
    with sqlite3.connect(path) as base:
        synthetic_briefs(SIZE, gazetteer(), themes()).to_sql("briefs", base, index=False)
        base.execute("CREATE INDEX by_region ON briefs(region)")
    command = [sys.executable, "-m", "datasette", "serve", str(path)]
    with _server(command, "/-/versions.json", folder, folder) as address:
        yield address


@contextmanager
def _server(
    command: list[str], health: str, folder: Path, home: Path, data: str = ""
) -> Iterator[str]:
    """Run a server that takes --host and --port; give its address once ``health`` answers."""
    printed, port = folder / "server.txt", free_port()
    environment = os.environ | {"REGIONAL_NEWS_DATA": str(folder / data)}
    where = ["--host", HOST, "--port", str(port)]
    with printed.open("wb") as output:
        server = subprocess.Popen(
            [*command, *where], cwd=home, env=environment, stdout=output, stderr=output
        )
    address = f"http://{HOST}:{port}"
    try:
        wait_until_it_answers(address + health, server, printed)
        yield address
    finally:
        stop(server)
