"""Many readers at once, and data that goes wrong while the app runs."""

import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect
from running_app import running_app, settle
from socket_session import SocketSession
from tests.browser.sight import headlines

SESSIONS = 50
VIEWS = ("", "region=wales", "theme=iot_sensors", "q=sensors", "region=scotland&mentions=true")
NOTE = "Until then you see the last data that could be read."


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[str]:
    """Give the address of an app whose data this test may spoil."""
    with running_app(tmp_path) as address:
        yield address


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    """Return the file with the briefs of that app."""
    return tmp_path / "data" / "regional_news.csv"


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


def test_newer_data_is_shown_at_once(own_server: str, briefs: Path, page: Page) -> None:
    """A file that is replaced while the app runs is what the next look at the page shows."""
    page.goto(own_server)
    settle(page)
    header, first, *_ = briefs.read_text(encoding="utf-8").splitlines()
    newer = briefs.with_name("newer.csv")
    newer.write_text(f"{header}\n{first}\n", encoding="utf-8")
    newer.replace(briefs)
    page.reload()
    settle(page)
    expect(headlines(page)).to_have_count(1)


def test_the_last_good_data_stays_while_the_file_is_spoilt(
    own_server: str, briefs: Path, page: Page
) -> None:
    """Truncated, of another encoding, unreadable or gone: readers keep their briefs and a note."""
    page.goto(own_server)
    settle(page)
    expect(headlines(page).first).to_be_visible()
    count = headlines(page).count()
    good = briefs.read_bytes()
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
        page.reload()
        settle(page)
        expect(page.get_by_text(NOTE)).to_be_visible()
        expect(headlines(page)).to_have_count(count)
        with urlopen(f"{own_server}/healthz") as answer:  # noqa: S310  our own address
            told = json.load(answer)
        assert told["status"] == "ready"
        assert told["trouble"]
    briefs.write_bytes(good)
    page.reload()
    settle(page)
    expect(page.get_by_text(NOTE)).to_have_count(0)


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
