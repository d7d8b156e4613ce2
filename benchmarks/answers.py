"""Answers of the API in a second, beside Datasette with the same rows: filtered, as JSON.

Both are asked in turn over the same few connections that stay open, each time for another theme
and region. Who asks does so from one thread and reads no more than it must, so that it does not
take the time itself. Ours keeps what it answered until the data change, so that it also answers
each question but once: with words that nobody asked for before.
"""

import importlib.util
import os
import re
import selectors
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from itertools import count
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

from clock import OURS, Contest, Row
from served import process_at, served
from synthetic import synthetic_briefs
from world import gazetteer, themes

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from running_app import HOST, free_port, stop, wait_until_it_answers

SIZE = 10_000
CLIENTS = 16
MANY = 50
SECONDS = 4
ROUNDS = 3
PAGE = 20
BARE = """
async def app(scope, receive, send):
    sum(range(4000))
    length = [(b"content-length", b"9000")]
    await send({"type": "http.response.start", "status": 200, "headers": length})
    await send({"type": "http.response.body", "body": b"x" * 9000})
"""
"""An app that keeps nothing and knows nothing, answers as much as ours and is as busy with it."""

Question = Callable[[int], str]
Asking = tuple[str, Question]
Values = dict[str, list[float]]
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


def rows() -> Iterator[Row]:
    """Measure requests in a second at one size."""
    contest = Contest("API", "filtered briefs, requests a second", SIZE)
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        ours = running.enter_context(served(folder, SIZE))
        asking = {OURS: (ours, _asked), "ours, asked anew": (ours, _asked_anew)}
        if importlib.util.find_spec("datasette"):
            asking["datasette"] = (running.enter_context(_datasette(folder)), _asked_of_datasette)
        rates, costs = _measured(asking)
        yield from _patience(ours, running.enter_context(_bare(folder)))
    yield from contest.compared(rates, "/s")
    yield from Contest("API", "the same, the server's processor", SIZE).compared(costs, "ms")
    if "datasette" not in asking:
        yield contest.missing("datasette")


def _measured(asking: Mapping[str, Asking]) -> tuple[Values, Values]:
    """Return round by round how many answers came in a second, and what each cost the server.

    The first round does not count.
    """
    rates, costs = ({who: [] for who in asking} for _ in range(2))
    numbers = count()
    for done in range(ROUNDS + 1):
        for who, (address, question) in asking.items():
            before = _processor_time(address)
            answers = count_answers(address, map(question, numbers))
            spent = _processor_time(address) - before
            if done:
                rates[who].append(answers / SECONDS)
                costs[who].append(spent / answers * 1000)
    return rates, costs


def _processor_time(address: str) -> float:
    """Return the seconds of processor time that a server has used."""
    times = (process_at(address) / "stat").read_text().rpartition(")")[2].split()
    return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")


def _patience(ours: str, bare: str) -> Iterator[Row]:
    """Yield how many medians the slowest answer in a hundred takes while many ask at once.

    Another app stands beside ours: what keeps the processor from one, keeps it from
    the other.
    """
    ratios: dict[str, list[float]] = {OURS: [], "uvicorn, as busy": []}
    for done in range(2 * ROUNDS + 1):
        for who, address in zip(ratios, (ours, bare), strict=True):
            waits: list[float] = []
            count_answers(address, map(_asked, count()), MANY, waits)
            hundredths = quantiles(waits, n=100)
            if done:
                ratios[who].append(hundredths[98] / hundredths[49])
    contest = Contest("API", f"slowest of 100, {MANY} connections", SIZE)
    yield from contest.compared(ratios, "×")


def count_answers(
    address: str, paths: Iterator[str], clients: int = CLIENTS, waits: list[float] | None = None
) -> int:
    """Return how many answers come to lines that ask anew as soon as they have one.

    ``waits`` gets the seconds that each took. Raises RuntimeError for an answer that is none, as
    when a server closes a line.
    """
    answers = 0
    with ExitStack() as stack:
        ready = stack.enter_context(selectors.DefaultSelector())
        for _ in range(clients):
            line = _Line(address)
            ready.register(stack.enter_context(line.socket), selectors.EVENT_READ, line)
            line.ask(next(paths))
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            for waiting, _ in ready.select():
                if waiting.data.is_answered():
                    answers += 1
                    if waits is not None:
                        waits.append(waiting.data.waited)
                    waiting.data.ask(next(paths))
    return answers


class _Line:
    """A connection that stays open."""

    def __init__(self, address: str) -> None:
        self._where = urlsplit(address)
        host, port = self._where.hostname or "", self._where.port or 80
        self.socket = socket.create_connection((host, port))
        self._read = b""

    def ask(self, path: str) -> None:
        """Ask for a path."""
        self._read, self._asked = b"", time.perf_counter()
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {self._where.netloc}\r\n\r\n".encode())

    @property
    def waited(self) -> float:
        """Seconds since it asked."""
        return time.perf_counter() - self._asked

    def is_answered(self) -> bool:
        """Read what has come, and return whether that is all of the answer."""
        more = self.socket.recv(1 << 18)
        self._read += more
        head, end, body = self._read.partition(b"\r\n\r\n")
        if not more or not head.startswith(b"HTTP/1.1 200"[: len(head)]):
            raise RuntimeError(f"{self._where.netloc} answers {head[:60]!r}")
        if length := _LENGTH.search(head):
            return bool(end) and len(body) == int(length[1])
        return body.endswith(b"0\r\n\r\n")


@lru_cache(maxsize=1)
def _subjects() -> list[tuple[str, str]]:
    """Return pairs of a theme and a region: as many as there are, each once."""
    ids = [theme.id for theme in themes()]
    regions = [region.id for region in gazetteer().regions.in_magazine]
    return [(theme, region) for region in regions for theme in ids]


def _theme_and_region(number: int) -> tuple[str, str]:
    return _subjects()[number % len(_subjects())]


def _asked(number: int) -> str:
    theme, region = _theme_and_region(number)
    return f"/api/v1/briefs?theme={theme}&region={region}&limit={PAGE}"


def _asked_anew(number: int) -> str:
    return f"{_asked(number)}&q={number}"


def _asked_of_datasette(number: int) -> str:
    theme, region = _theme_and_region(number)
    asked = f"themes__contains={theme}&region={region}&_size={PAGE}&_shape=array"
    return f"/briefs/briefs.json?{asked}"


@contextmanager
def _datasette(folder: Path) -> Iterator[str]:
    path = folder / "briefs.db"
    with sqlite3.connect(path) as base:
        synthetic_briefs(SIZE, gazetteer(), themes()).to_sql("briefs", base, index=False)
        base.execute("CREATE INDEX by_region ON briefs(region)")
    command = ["datasette", "serve", str(path), "--host", HOST]
    with _server(folder, command, "/-/versions.json") as address:
        yield address


@contextmanager
def _bare(folder: Path) -> Iterator[str]:
    (folder / "bare.py").write_text(BARE)
    command = ["uvicorn", "bare:app", "--app-dir", str(folder), "--log-level", "critical"]
    with _server(folder, command, "/") as address:
        yield address


@contextmanager
def _server(folder: Path, command: list[str], ready: str) -> Iterator[str]:
    """Run a module that serves, until ``with`` ends; give its address once ``ready`` answers."""
    printed, port = folder / f"{command[0]}.txt", free_port()
    with printed.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", *command, "--port", str(port)],
            cwd=folder,
            stdout=output,
            stderr=output,
        )
    address = f"http://{HOST}:{port}"
    try:
        wait_until_it_answers(f"{address}{ready}", server, printed)
        yield address
    finally:
        stop(server)
