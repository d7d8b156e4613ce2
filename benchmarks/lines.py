"""First content at three speeds of the line: a plain page, Explore, and an empty Streamlit app.

The browser slows the line (``Network.emulateNetworkConditions``) and keeps nothing from visit to
visit. First content is what the browser reports as such; of the plain page and Explore it is the
first brief, for nothing else stands before it in their documents. "Map" is the first bubble.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from browser import _EMPTY, _MAP, FLOOR, WINDOW, _script
from chromium import offline_chromium
from clock import Contest, Row
from playwright.sync_api import Browser, Page
from served import served

LINES = {"fast": None, "1.6 Mbit/s": 1_600_000, "400 kbit/s": 400_000}
"""Bits a second, each way; what is slowed answers 150 ms later, too."""

LATENCY = 150
SIZE = 10_000
OPENINGS = 3
PLAIN, EXPLORE, MAP = "plain page", "Explore", "Explore, map drawn"

_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_DRAWN = f"{_MAP}?.drawn ? performance.now() : 0"


def rows() -> Iterator[Row]:
    """Measure each line, all contestants in turn."""
    with (
        offline_chromium() as browser,
        tempfile.TemporaryDirectory() as folder,
        _script(Path(folder), "empty", _EMPTY) as empty,
        served(Path(folder), SIZE) as ours,
    ):
        visits = {
            PLAIN: (f"{ours}/latest", _PAINTED),
            EXPLORE: (ours, _PAINTED),
            MAP: (ours, _DRAWN),
            FLOOR: (empty, _PAINTED),
        }
        for address, sign in visits.values():
            _visit(browser, address, sign, None)  # fills the memory of the servers
        for line, bits in LINES.items():
            times: dict[str, list[float]] = {who: [] for who in visits}
            for _ in range(OPENINGS):
                for who, (address, sign) in visits.items():
                    times[who].append(_visit(browser, address, sign, bits))
            yield from Contest("lines", f"first content, {line}", SIZE).compared(times, "ms", PLAIN)


def _visit(browser: Browser, address: str, sign: str, bits: int | None) -> float:
    """Return after how many milliseconds a new reader's page shows a sign."""
    with browser.new_context(viewport=WINDOW) as context, context.new_page() as page:
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        if bits:
            speed = {"downloadThroughput": bits / 8, "uploadThroughput": bits / 8}
            slow = {"offline": False, "latency": LATENCY, **speed}
            devtools.send("Network.emulateNetworkConditions", slow)
        page.goto(address, wait_until="commit")
        return _seen(page, sign)


def _seen(page: Page, sign: str) -> float:
    for _ in range(7_200):
        if seen := page.evaluate(f"() => {sign}"):  # a plain page lets nothing evaluate by itself
            return float(seen)
        page.wait_for_timeout(25)
    raise TimeoutError(f"{page.url} shows nothing after three minutes")
