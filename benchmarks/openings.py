"""Many readers who open Explore at once, and then change their filters at once.

Each asks for the document and opens a page over a socket, as a browser does but for its scripts
and style; what those cost is told by a browser that has nothing of the app yet, and comes again.
Processor time of the server is the measure that holds on a machine where other things run; how
long readers wait holds on an idle one alone.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from browser import WINDOW
from chromium import offline_chromium
from clock import OURS, Row
from load import spent
from served import process_at, served

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from crowd import VIEWS
from running_app import settle
from socket_session import SocketSession

SIZE = 25
READERS, CHANGING, TURNS, VISITS = 100, 50, 4, 8
DRAWN = 1500
"""Milliseconds until a page that has been drawn has its map, too."""


def rows() -> Iterator[Row]:
    """Measure both, once the server has warmed up."""
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        address = running.enter_context(served(folder, SIZE))
        pid = int(process_at(address).name)
        for view in ("", *VIEWS):
            running.enter_context(_opened(address)).run(query=view)
        sessions: list[SocketSession] = []

        def opens(_: int) -> None:
            sessions.append(running.enter_context(_opened(address)))

        def changes(number: int) -> None:
            for turn in range(TURNS):
                sessions[number].run(query=VIEWS[(number + turn) % len(VIEWS)])

        yield _measured(pid, "an opening of Explore", READERS, opens, 1)
        yield _measured(pid, "a change of the filter", CHANGING, changes, TURNS)
        yield from _visits(address, pid)


def _visits(address: str, pid: int) -> Iterator[Row]:
    """Measure first and second visits of browsers, one after the other."""
    costs: dict[str, list[float]] = {"a browser's first visit": [], "its second visit": []}
    with offline_chromium() as browser:
        for _ in range(VISITS):
            with browser.new_context(viewport=WINDOW) as context:
                for each in costs.values():
                    before = spent(pid)
                    with context.new_page() as page:
                        page.goto(address)
                        settle(page)
                        page.wait_for_timeout(DRAWN)
                        each.append((spent(pid) - before) * 1000)
    for task, cost in costs.items():
        kept = sorted(cost[1:])  # the very first fills the server's memory
        low, middle, high = kept[0], median(kept), kept[-1]
        yield Row("openings", task, SIZE, OURS, middle, low, high, ratio=1.0)


def _opened(address: str) -> SocketSession:
    asked = Request(f"{address}/", headers={"Accept-Encoding": "gzip"})  # noqa: S310  our own
    with urlopen(asked) as answer:  # noqa: S310  our own
        answer.read()
    session = SocketSession(address)
    session.run()
    return session


def _measured(pid: int, task: str, people: int, act: Callable[[int], None], each: int) -> Row:
    """Return the processor time of one act, and how long it took in the median."""

    def timed(number: int) -> float:
        began = time.perf_counter()
        act(number)
        return (time.perf_counter() - began) / each

    before = spent(pid)
    with ThreadPoolExecutor(people) as crowd:
        seconds = list(crowd.map(timed, range(people)))
    cost = (spent(pid) - before) / people / each * 1000
    note = f"{people} at once; they waited {median(seconds):.2f} s in the median"
    return Row("openings", task, SIZE, OURS, cost, cost, cost, ratio=1.0, note=note)
