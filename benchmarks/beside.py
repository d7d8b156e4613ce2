"""How soon others are answered while somebody hands in much, or takes much away.

An editor pastes pages and a spreadsheet, one after the other; readers take files of all briefs, and
open what is long. Beside that somebody asks for ``/healthz`` and for an answer of the API that is
kept, in turn, over a line that stays open. Each row is the slowest answer in a hundred, between the
median and the slowest.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from clock import OURS, Row
from served import served
from synthetic import synthetic_briefs
from world import gazetteer, themes

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from socket_session import SocketSession

SIZES = (10_000, 100_000)
PASTED = (200_000, 480_000)
"""Characters of the pages; half a million is the most that is read."""
ROWS = 3_000
ASKED = ("/healthz", "/api/v1/briefs?region=wales&limit=20")
FILES = ("Excel", "Briefing to print", "Picture (PNG)", "CSV", "GeoJSON", "JSON")
LONG = (
    *("/briefing", "/api/v1/briefs?format=csv", "/api/v1/briefs?format=geojson", "/api/v1/briefs"),
    *("/feed.atom", "/contents", "/sitemap.xml", "/region/london", "/latest", "/card.png"),
)
"""What is asked for by an address, and long; each of these is made for whoever asks first."""
PACE = 0.01
"""Seconds between two questions: who watches does not take the time itself."""
IDLE = 5


def rows() -> Iterator[Row]:
    """Measure each task in turn at each size."""
    for size in SIZES:
        with ExitStack() as running:
            folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
            address = running.enter_context(served(folder, size))
            _hand_in(address, _page(1000))  # who comes first waits for what is loaded then
            _Watch(address).during(partial(time.sleep, IDLE))
            for name, work in _tasks(address):
                watch = _Watch(address)
                took = watch.during(work)
                yield watch.row(name, size, took)


def _tasks(address: str) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "nothing else", partial(time.sleep, IDLE)
    for length in PASTED:
        text = _page(length)
        yield f"a page of {length // 1000} KB", partial(_hand_in, address, text)
    yield f"a spreadsheet of {ROWS:,} rows", partial(_hand_in, address, _sheet(ROWS))
    for label in FILES:
        yield f"{label}, all briefs", partial(_take, address, label)
    for path in LONG:
        yield path, partial(_open, address, path)


@dataclass
class _Watch:
    """Asks until the work is done, and notes how long each answer took."""

    address: str
    seconds: list[float] = field(default_factory=list)

    def during(self, work: Callable[[], object]) -> float:
        """Do the work, watched; return how long it took."""
        done = threading.Event()
        with ThreadPoolExecutor(1) as other:
            watching = other.submit(self._ask, done)
            began = time.perf_counter()
            try:
                work()
                return time.perf_counter() - began
            finally:
                done.set()
                watching.result()

    def _ask(self, done: threading.Event) -> None:
        line = HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        while not done.is_set():
            for path in ASKED:
                began = time.perf_counter()
                line.request("GET", path)
                line.getresponse().read()
                self.seconds.append(time.perf_counter() - began)
                time.sleep(PACE)
        line.close()

    def row(self, task: str, size: int, took: float) -> Row:
        """Return what was noted, in milliseconds."""
        times = sorted(each * 1000 for each in self.seconds)
        median, worst = quantiles(times, n=100)[49], quantiles(times, n=100)[98]
        note = f"median, 99 in 100, slowest of {len(times):,}; the work took {took:.1f} s"
        return Row("beside", task, size, OURS, worst, median, times[-1], ratio=1.0, note=note)


def _page(length: int) -> str:
    """Return a news page of about so many characters: headings, and briefs of many issues."""
    frame = synthetic_briefs(length // 200, gazetteer(), themes(), seed=23)
    regions = gazetteer().regions
    told, size = [], 0
    for region, briefs in frame.groupby("region"):
        told.append(regions[region].name)
        for summary in briefs["summary"]:
            told.append(summary)
            size += len(summary) + 2
    return "\n\n".join(told)[:length]


def _sheet(amount: int) -> str:
    """Return what a spreadsheet gives when it is copied: a table with tabs."""
    frame = synthetic_briefs(amount, gazetteer(), themes(), seed=24)
    cells = frame[["published", "region", "summary"]].assign(issue="Load")
    head = "Published\tRegion\tText\tIssue\n"
    return head + "\n".join(map("\t".join, cells.itertuples(index=False)))


def _hand_in(address: str, text: str) -> None:
    """Paste a text and name its issue, so that its briefs are looked for."""
    with SocketSession(address) as session:
        page = session.run("add_issue")
        pasted = {page.widget("text_area", "Or its text, pasted"): text}
        page = session.run("add_issue", values=pasted)
        if "\t" not in text:
            issue = {page.widget("text_input", "Name of the issue"): "Load"}
            issue |= {page.widget("text_input", "Published"): "2024-01"}
            page = session.run("add_issue", values=issue)


def _take(address: str, label: str) -> None:
    with SocketSession(address) as session:
        session.take(session.run("table"), label)


def _open(address: str, path: str) -> None:
    """Ask for an address and take its answer piece by piece, compressed where that is offered."""
    asked = Request(f"{address}{path}", headers={"Accept-Encoding": "gzip"})  # noqa: S310  our own
    with urlopen(asked) as answer:  # noqa: S310  our own
        while answer.read(1 << 16):
            pass
