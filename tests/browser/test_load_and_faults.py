"""Many readers at once, and data that goes wrong while the app runs."""

import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect
from running_app import settle
from socket_session import SocketSession, eventually
from tests.browser.sight import title

SESSIONS = 50
VIEWS = ("", "region=wales", "theme=iot_sensors", "q=sensors", "region=scotland&mentions=true")


@pytest.fixture
def briefs(own_data: Path) -> Path:
    """Return the file with the briefs of that app."""
    return own_data / "regional_news.csv"


def draw(address: str, query: str) -> tuple[str, ...]:
    """Open a session over its socket as a browser does, and return the briefs that it shows."""
    with SocketSession(address) as session:
        return tuple(card["id"] for card in session.run(query=query).component("briefs")["cards"])


@pytest.mark.slow
def test_fifty_sessions_at_once_all_get_their_page(server: str) -> None:
    """Fifty readers open pages at the same moment; each is drawn, and shows what was asked for."""
    right = {query: draw(server, query) for query in VIEWS}
    assert len(set(right.values())) == len(VIEWS)
    queries = [VIEWS[number % len(VIEWS)] for number in range(SESSIONS)]
    with ThreadPoolExecutor(SESSIONS) as readers:
        shown = list(readers.map(lambda query: draw(server, query), queries))
    assert shown == [right[query] for query in queries]
    with urlopen(f"{server}/healthz") as answer:  # noqa: S310  our own address
        assert json.load(answer)["status"] == "ready"


def test_newer_data_is_shown_at_once(own_server: str, briefs: Path) -> None:
    """A file that is replaced while the app runs is what the next look at the page shows."""
    with SocketSession(own_server) as reader:
        assert len(reader.run().component("briefs")["cards"]) > 1
        header, first, *_ = briefs.read_text(encoding="utf-8").splitlines()
        newer = briefs.with_name("newer.csv")
        newer.write_text(f"{header}\n{first}\n", encoding="utf-8")
        newer.replace(briefs)
        eventually(lambda: len(reader.run().component("briefs")["cards"]) == 1)


def test_the_last_good_data_stays_while_the_file_is_spoilt(own_server: str, briefs: Path) -> None:
    """Truncated, of another encoding, unreadable or gone: readers keep their briefs and a note."""
    good = briefs.read_bytes()
    with SocketSession(own_server) as reader:
        shown = reader.run().component("briefs")
        assert shown["cards"]
        for spoil in (
            lambda: briefs.write_bytes(good[:20]),
            lambda: briefs.write_bytes(good.decode().encode("utf-16")),
            lambda: (briefs.unlink(), briefs.mkdir()),
            briefs.rmdir,
        ):
            spoil()
            if briefs.is_file():  # nobody is still writing it
                long_ago = briefs.stat().st_mtime - 60
                os.utime(briefs, (long_ago, long_ago))
            eventually(reader.is_noted)
            assert reader.run().component("briefs") == shown
            with urlopen(f"{own_server}/healthz") as answer:  # noqa: S310  our own address
                told = json.load(answer)
            assert told["status"] == "ready"
            assert told["trouble"]
        briefs.write_bytes(good)
        eventually(lambda: not reader.is_noted())


def test_a_save_that_fails_says_that_nothing_was_saved(
    own_server: str, briefs: Path, page: Page
) -> None:
    """Where the journal cannot be written, the editor is told, and the file is as it was."""
    page.goto(f"{own_server}/add_issue")
    settle(page)
    page.get_by_label("Or its text, pasted").fill("Wales\n\nCardiff Council has fitted 400 bins.")
    page.keyboard.press("Control+Enter")
    page.get_by_label("Name of the issue").fill("Echo 9")
    page.get_by_label("Published", exact=True).fill("2023")
    page.keyboard.press("Tab")
    save = page.get_by_role("button", name="Save 1 brief")
    expect(save).to_be_visible()
    before = briefs.read_bytes()
    journal = briefs.with_name("journal.jsonl")
    if journal.exists():
        shutil.move(journal, journal.with_name("aside"))
    journal.mkdir()
    save.click()
    expect(page.get_by_text("nothing was saved", exact=False)).to_be_visible()
    assert briefs.read_bytes() == before


def test_a_message_that_cannot_be_read_leaves_nobody_with_half_a_page(
    page: Page, server: str
) -> None:
    """Streamlit gives its connection up for good then; the page is loaded anew where one was."""
    sockets: list[WebSocketRoute] = []

    def listen(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    page.route_web_socket("**/_stcore/stream", listen)
    page.goto(f"{server}/?region=wales")
    settle(page)
    expect(title(page)).to_have_text("Briefs from Wales")
    sockets[0].send("text, where bytes are read")
    page.wait_for_function("performance.getEntriesByType('navigation')[0].type === 'reload'")
    settle(page)
    expect(title(page)).to_have_text("Briefs from Wales")
    assert len(sockets) == 2
