"""A crowd before two replicas: readers who change the filter again and again, editors who save.

They count what they see, so that at the end nothing can have been lost unnoticed.
"""

import json
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median
from typing import Any
from urllib.request import urlopen
from uuid import uuid4

from replicas import Replica
from socket_session import PageFailed, SocketSession
from websockets.exceptions import WebSocketException

VIEWS = ("region=wales", "region=scotland", "region=east-midlands", "region=republic-of-ireland")
"""None of them shows what the editors add, which is from London."""

COOKIE = "regional_news_replica"
WORD = "quokka"
"""A word in every brief that is added, and in no other."""

_LETTERS = str.maketrans("0123456789", "ghijklmnop")

EDITORS, MOST = 2, 200
"""How many editors there are, and how often each tries to save at most."""

PATIENCE = 60
LOST = (WebSocketException, OSError)
"""What a reader's connection raises when the server at its other end has gone."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many readers there are, and how often each changes the filter.

    ``editor`` has the cookies of somebody who may save; ``saves`` is how many are confirmed at
    least.
    """

    sessions: int
    turns: int
    saves: int
    editor: Mapping[str, str]


@dataclass
class Tally:
    """What happened, counted by all threads."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    """What pages said that could not be drawn."""
    lost_on: list[str] = field(default_factory=list)
    """The replicas on which a connection was lost, or could not be made."""
    away: list[float] = field(default_factory=list)
    """Seconds that those who lost a connection waited for their page."""
    confirmed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Saves whose connection was lost before the page said what became of them."""
    said: list[str] = field(default_factory=list)
    """What the page said to each save that was confirmed or refused."""


@dataclass
class Reader:
    """Somebody who reads, and comes back where the connection is lost."""

    address: str
    tally: Tally
    cookies: dict[str, str] = field(default_factory=dict)
    session: SocketSession | None = None

    def see(self, query: str) -> tuple[str, ...]:
        """Return what a view shows, on whichever replica."""
        began, attempts = time.monotonic(), 0
        while True:
            try:
                shown = self._shown(query)
            except LOST:
                if time.monotonic() > began + PATIENCE:
                    raise
                self.tally.lost_on.append(self.cookies.get(COOKIE, ""))
                self.session, attempts = None, attempts + 1
                time.sleep(0.2)
            else:
                if attempts:
                    self.tally.away.append(time.monotonic() - began)
                return shown

    def _shown(self, query: str) -> tuple[str, ...]:
        self.session = self.session or SocketSession(self.address, self.cookies)
        try:
            shown = self.session.run(query=query).component("briefs")
        except (PageFailed, LookupError) as error:
            self.tally.failed.append(str(error))
            return ()
        return (shown["status"], *(card["id"] for card in shown["cards"]))

    def leave(self) -> None:
        """Close the page."""
        if self.session:
            self.session.close()

    def read(self, turns: int, start: int, right: dict[str, tuple[str, ...]]) -> None:
        """Change the filter so many times, and compare what is shown with what is right."""
        for turn in range(turns):
            query = VIEWS[(start + turn) % len(VIEWS)]
            began = time.monotonic()
            shown = self.see(query)
            self.tally.seconds.append(time.monotonic() - began)
            if shown != right[query]:
                self.tally.wrong.append(f"{query}: {shown}")


def save(
    address: str,
    cookies: Mapping[str, str],
    tally: Tally,
    meanwhile: Callable[[], object] = lambda: None,
) -> None:
    """Add one brief as an editor does: paste, name the issue, save; note what the page says.

    ``meanwhile`` happens after the page was looked over and before it is saved.
    """
    # Without digits: a number that two issues share makes one look like the other.
    word = uuid4().hex.translate(_LETTERS)
    name = " ".join(word[start : start + 4] for start in range(0, len(word), 4))
    text = f"London\n\nBarnet Council has bought drones, the {WORD} {name}."
    try:
        with SocketSession(address, dict(cookies)) as session:
            page = session.run("add_issue")
            pasted = {page.widget("text_area", "Or its text, pasted"): text}
            page = session.run("add_issue", values=pasted)
            issue = {page.widget("text_input", "Name of the issue"): f"Load {word}"}
            issue |= {page.widget("text_input", "Published"): "2024-01"}
            page = session.run("add_issue", values=issue)
            meanwhile()
            page = session.run("add_issue", click=page.widget("button", "Save 1 brief"))
    except LOST:
        tally.unknown.append(word)
        time.sleep(0.2)
        return
    tally.said.append(" ".join(page.alerts))
    (tally.confirmed if "Saved" in tally.said[-1] else tally.refused).append(word)


def load(address: str, replicas: tuple[Replica, Replica], crowd: Crowd) -> Tally:
    """Let everybody read and save at once, and kill the first replica when half is read."""
    right = {
        query: Reader(replicas[1].address, Tally(), {COOKIE: ""}).see(query) for query in VIEWS
    }
    tally, done = Tally(), threading.Event()

    def edit() -> None:
        for _ in range(MOST):
            if done.is_set() and len(tally.confirmed) >= crowd.saves:
                return
            save(address, crowd.editor, tally)

    def kill() -> None:
        while len(tally.seconds) < crowd.sessions * crowd.turns / 2 and not done.is_set():
            time.sleep(0.05)
        replicas[0].kill()
        time.sleep(2)  # readers move
        replicas[0].start()
        replicas[0].wait()

    with ThreadPoolExecutor(crowd.sessions + EDITORS + 1) as people:
        others = [people.submit(kill), *(people.submit(edit) for _ in range(EDITORS))]
        readers = [Reader(address, tally) for _ in range(crowd.sessions)]
        reading = [
            people.submit(reader.read, crowd.turns, number, right)
            for number, reader in enumerate(readers)
        ]
        try:
            for each in reading:
                each.result()
        finally:
            done.set()
        for each in others:
            each.result()
    return tally


def kept(replica: Replica) -> list[str]:
    """Return the briefs that editors added, as a replica knows them; each by its own word."""
    with urlopen(f"{replica.address}/api/v1/briefs?q={WORD}") as answer:  # noqa: S310  our own
        return [brief["issue"].removeprefix("Load ") for brief in json.load(answer)]


def wait_until_both_know(replicas: tuple[Replica, Replica]) -> float:
    """Return after how many seconds both replicas know the same briefs; at most ``PATIENCE``."""
    began = time.monotonic()
    while sorted(kept(replicas[0])) != sorted(kept(replicas[1])):
        if time.monotonic() > began + PATIENCE:
            break
        time.sleep(0.02)
    return time.monotonic() - began


def outcome(tally: Tally, replicas: tuple[Replica, Replica]) -> dict[str, Any]:
    """Return what came of it, in figures; ``lost saves`` and ``wrong rows`` are to be none."""
    wait_until_both_know(replicas)
    first, second = map(kept, replicas)
    elsewhere = [home for home in tally.lost_on if home != "1"]
    return {
        "pages drawn": len(tally.seconds),
        "seconds for a page, median": round(median(tally.seconds), 2),
        "seconds for a page, longest": round(max(tally.seconds), 2),
        "wrong rows": len(tally.wrong),
        "pages that failed": len(tally.failed),
        "connections lost": len(tally.lost_on),
        "connections lost on the other replica": len(elsewhere),
        "seconds without the page, median": round(median(tally.away or [0]), 2),
        "seconds without the page, longest": round(max(tally.away or [0]), 2),
        "saves confirmed": len(tally.confirmed),
        "saves refused": len(tally.refused),
        "saves cut off": len(tally.unknown),
        "saves cut off and kept": len({*tally.unknown} & {*first}),
        "lost saves": len({*tally.confirmed} - {*first}),
        "saved twice": len(first) - len({*first}),
        "saved though refused": len({*tally.refused} & {*first}),
        "replicas differ": sorted(first) != sorted(second),
    }
