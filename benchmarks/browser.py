"""A filter change in a browser, until list and map show it, and the first bubble of a cold start.

The floor is a Streamlit app that reruns and writes a number. The usual way is a ``folium.Marker``
for each brief in a ``MarkerCluster``, the whole map built anew at each change; its time ends with
the script, before anything is drawn, for the plug-in that draws it lies on other servers.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from clock import OURS, Contest, Row
from playwright.sync_api import Browser, Page, ViewportSize
from playwright.sync_api import TimeoutError as NoAnswer
from served import served

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from chromium import offline_chromium
from running_app import HOST, free_port, stop, wait_until_it_answers

WINDOW: ViewportSize = {"width": 1400, "height": 1100}
SIZES = (25, 10_000, 100_000, 1_000_000)
MARKERS = (25, 1_000, 10_000, 100_000)
CHANGES = 20
OPENINGS = 7
PATIENCE = 600_000
"""Milliseconds that a page may take: a million briefs are read before the first is drawn."""

SURVIVES = 120_000
"""Milliseconds after which the usual way counts as one that no longer answers."""

FLOOR = "empty app"
_IDLE = '[data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
_OPTION = 'input[data-option="theme:ai_automation"]'
_MAP = "document.querySelector('.st-key-map-frame iframe')?.contentWindow?.newsMap"
_WATCH = f"""place => {{
  const news = () => {_MAP}?.drawn, idle = () => document.querySelector('{_IDLE}')
  window.shown = new Promise(done => addEventListener('pointerdown', () => {{
    const start = performance.now(), said = place.textContent, drawn = news()
    const tell = () => done(performance.now() - start)
    const look = () => place.textContent === said || drawn && news() === drawn || !idle()
      ? setTimeout(look) : requestAnimationFrame(() => setTimeout(tell))
    look()
  }}, {{once: true, capture: true}}))
}}"""
"""Keeps the milliseconds from a press of the mouse until a place's words and the map have changed,
the script has ended, and the picture that shows it has been made."""

_TEXT = "document.querySelector('p[role=status]')"
_OPEN = """if (window === top) {
  const tell = () => { window.opened = performance.now() }
  const look = () => SHOWN ? requestAnimationFrame(() => setTimeout(tell)) : setTimeout(look)
  look()
}"""
"""Keeps the milliseconds from the beginning of a navigation until the picture with a text, or with
the first bubble, has been made. Playwright itself would look only twice a second."""

_EMPTY = """
import streamlit as st
st.session_state.n = st.session_state.get("n", 0) + 1
st.button("Again")
st.html(f"<p role='status'>{st.session_state.n}</p>")
"""

_CLUSTER = """
import folium, streamlit as st
from folium.plugins import MarkerCluster
from random import Random
from streamlit_folium import st_folium
st.session_state.n = st.session_state.get("n", 0) + 1
st.button("Again")
chance = Random(st.session_state.n)
map_ = folium.Map(location=(54.8, -4.4), zoom_start=6)
cluster = MarkerCluster().add_to(map_)
for number in range(MARKERS):
    point = chance.uniform(50, 58), chance.uniform(-7, 1)
    folium.Marker(point, popup=f"Brief {number}", tooltip="Council").add_to(cluster)
st_folium(map_, key="map", returned_objects=[])
st.html(f"<p role='status'>{st.session_state.n}</p>")
"""


def rows() -> Iterator[Row]:
    """Measure changes at each size, the floor beside each; then markers in clusters."""
    with (
        offline_chromium() as browser,
        tempfile.TemporaryDirectory() as folder,
    ):
        yield from _first_openings(browser, Path(folder))
        yield from _filter_changes(browser, Path(folder))


def _first_openings(browser: Browser, folder: Path) -> Iterator[Row]:
    """Measure how long the first page of a server that has just begun to answer takes."""
    times: dict[str, list[float]] = {FLOOR: [], OURS: []}
    for turn in range(OPENINGS):
        own = folder / f"opening-{turn}"
        own.mkdir()
        with _script(own, "empty", _EMPTY) as address, browser.new_page(viewport=WINDOW) as page:
            times[FLOOR].append(_opening(page, address))
        with served(own, SIZES[0]) as address, browser.new_page(viewport=WINDOW) as page:
            times[OURS].append(_opening(page, address, is_ours=True))
    contest = Contest("browser", "first opening", SIZES[0])
    yield from contest.compared(times, "ms", FLOOR)


def _filter_changes(browser: Browser, folder: Path) -> Iterator[Row]:
    with _script(folder, "empty", _EMPTY) as empty:
        floor, first = _changes(browser, empty, _again)
        for size in SIZES:
            with served(folder, size) as address:
                ours, cold = _changes(browser, address, _pick)
            floor += _changes(browser, empty, _again)[0]  # before and after ours
            change = Contest("browser", "filter change", size)
            yield from change.compared({FLOOR: floor, OURS: ours}, "ms", FLOOR)
            start = Contest("browser", "first opening, data included", size)
            yield from start.compared({FLOOR: [first], OURS: [cold]}, "ms", FLOOR)
            floor = floor[-CHANGES:]
        yield from _clusters(browser, folder, floor)


def _clusters(browser: Browser, folder: Path, floor: list[float]) -> Iterator[Row]:
    """Measure the usual way up to the size at which it no longer answers."""
    for size in MARKERS:
        change = Contest("browser", "filter change", size)
        try:
            with _script(folder, f"markers-{size}", _CLUSTER.replace("MARKERS", str(size))) as at:
                times, _ = _changes(browser, at, _again, changes=3, patience=SURVIVES)
        except NoAnswer:
            yield change.missing("marker cluster", f"no answer in {SURVIVES // 1000} s")
            return
        yield from change.compared({FLOOR: floor, "marker cluster": times}, "ms", FLOOR)[1:]


def _changes(
    browser: Browser,
    address: str,
    change: Callable[[Page], None],
    *,
    changes: int = CHANGES,
    patience: int = PATIENCE,
) -> tuple[list[float], float]:
    """Return how long some changes took, and how long the first opening, in milliseconds."""
    page = browser.new_page(viewport=WINDOW)
    page.set_default_timeout(patience)
    opened = _opening(page, address, is_ours=change is _pick)
    page.wait_for_selector(_IDLE, state="attached")
    if change is _pick:
        _wait_for_words(address)
    place = ".briefs p" if change is _pick else "p"
    times = []
    for _ in range(changes + 1):
        page.wait_for_timeout(300)
        page.locator(f"{place}[role=status]").first.locator("xpath=..").evaluate(_WATCH)
        change(page)
        times.append(page.evaluate("() => window.shown"))
    page.close()
    return times[1:], opened


def _opening(page: Page, address: str, *, is_ours: bool = False) -> float:
    """Return after how many milliseconds a page shows its text, and ours its first bubble."""
    page.add_init_script(_OPEN.replace("SHOWN", f"{_MAP}?.drawn" if is_ours else _TEXT))
    page.goto(address)
    opened: float = page.wait_for_function("() => window.opened", polling=50).json_value()
    return opened


def _wait_for_words(address: str) -> None:
    """Search: the words are made ready beside the first page, and whoever searches waits."""
    with urlopen(f"{address}/api/v1/briefs?q=sensors&limit=1") as answer:  # noqa: S310  our own
        answer.read()


def _again(page: Page) -> None:
    page.get_by_role("button", name="Again").click()


def _pick(page: Page) -> None:
    """Switch one theme on or off."""
    page.locator(_OPTION).click()


@contextmanager
def _script(folder: Path, name: str, text: str) -> Iterator[str]:
    """Serve a Streamlit script; give its address."""
    path, printed, port = folder / f"{name}.py", folder / f"{name}.txt", free_port()
    path.write_text(text, encoding="utf-8")
    options = (f"--server.address={HOST}", f"--server.port={port}", "--server.headless=true")
    with printed.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(path), *options],
            cwd=folder,
            stdout=output,
            stderr=output,
        )
    try:
        wait_until_it_answers(f"http://{HOST}:{port}/_stcore/health", server, printed)
        yield f"http://{HOST}:{port}"
    finally:
        stop(server)
