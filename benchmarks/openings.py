"""Many readers who open Explore at once, and then change their filters at once.

Each asks for the document and opens a page over a socket, as a browser does but for its scripts
and style. Processor time of the server is the measure that holds on a machine where other things
run; how long readers wait holds on an idle one alone.
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

from clock import OURS, Row
from load import spent
from served import process_at, served

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from crowd import VIEWS
from socket_session import SocketSession

SIZE = 25
READERS, CHANGING, TURNS = 100, 50, 4


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
