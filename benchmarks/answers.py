"""Answers of the API in a second, beside Datasette with the same rows: filtered, as JSON.

Both are asked by the same few clients over connections that stay open, each time for another theme
and region. The clients speak to sockets directly, so that they do not take the time themselves.
Ours keeps what it answered until the data change, so that it also answers each question but once:
with words that nobody asked for before.
"""

import importlib.util
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Self
from urllib.parse import urlencode, urlsplit

from clock import OURS, Contest, Row
from served import served
from synthetic import synthetic_briefs
from world import gazetteer, themes

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from running_app import HOST, free_port, stop, wait_until_it_answers

SIZE = 10_000
CLIENTS = 4
SECONDS = 4
ROUNDS = 3
PAGE = 20

Question = Callable[[int], str]
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


def rows() -> Iterator[Row]:
    """Measure requests in a second at one size."""
    contest = Contest("API", "filtered briefs, requests a second", SIZE)
    rates: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        with served(Path(folder), SIZE) as address:
            rates[OURS] = _rates(address, _asked)
            rates["ours, asked anew"] = _rates(address, _asked_anew)
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
        answers = 0
        with _Line(address) as line:
            while time.monotonic() < until:
                line.get(question(next(numbers)))
                answers += 1
        return answers

    with ThreadPoolExecutor(CLIENTS) as clients:
        return (
            sum(each.result() for each in [clients.submit(ask) for _ in range(CLIENTS)]) / SECONDS
        )


class _Line:
    """A connection that stays open and reads of an answer no more than it must."""

    def __init__(self, address: str) -> None:
        self._where = urlsplit(address)
        host, port = self._where.hostname or "", self._where.port or 80
        self._socket = socket.create_connection((host, port))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def get(self, path: str) -> None:
        """Ask for a path and wait for all of the answer."""
        asked = f"GET {path} HTTP/1.1\r\nHost: {self._where.netloc}\r\n\r\n"
        self._socket.sendall(asked.encode())
        head, _, body = self._until(b"\r\n\r\n").partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{self._where.netloc} answers {head[:60]!r}")
        if length := _LENGTH.search(head):
            self._rest(int(length[1]) - len(body))
        else:
            self._until(b"0\r\n\r\n", body)

    def _until(self, end: bytes, read: bytes = b"") -> bytes:
        while end not in read:
            read += self._more()
        return read

    def _rest(self, amount: int) -> None:
        while amount > 0:
            amount -= len(self._more())

    def _more(self) -> bytes:
        if more := self._socket.recv(1 << 16):
            return more
        raise RuntimeError(f"{self._where.netloc} hung up")


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
def _datasette(folder: Path) -> Iterator[str]:
    path = folder / "briefs.db"
    with sqlite3.connect(path) as base:
        synthetic_briefs(SIZE, gazetteer(), themes()).to_sql("briefs", base, index=False)
        base.execute("CREATE INDEX by_region ON briefs(region)")
    command = [sys.executable, "-m", "datasette", "serve", str(path)]
    printed, port = folder / "server.txt", free_port()
    with printed.open("wb") as output:
        server = subprocess.Popen(
            [*command, "--host", HOST, "--port", str(port)],
            cwd=folder,
            stdout=output,
            stderr=output,
        )
    address = f"http://{HOST}:{port}"
    try:
        wait_until_it_answers(f"{address}/-/versions.json", server, printed)
        yield address
    finally:
        stop(server)
