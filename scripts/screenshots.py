"""Take a picture of every page, in both themes and at two sizes, into docs/screenshots/.

    python scripts/screenshots.py [FOLDER]

The pictures are named for page, theme and size: table-dark-390.png. One is shown in the README:
explore.png, which is explore-light-1400.png under a name of its own.
"""

import shutil
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from chromium import offline_chromium
from playwright.sync_api import Browser, ViewportSize
from running_app import PROJECT, running_app, settle

Theme = Literal["light", "dark"]

PAGES = ("explore", "table", "coverage", "councils", "add_issue", "review", "about")
SIZES = (ViewportSize(width=1400, height=1000), ViewportSize(width=390, height=844))
THEMES: tuple[Theme, ...] = ("light", "dark")
MAP_LOADS = 2000
"""Milliseconds that the map in its frame takes to draw after the page itself is there."""


def pages() -> list[str]:
    """Return the names of the pages there are."""
    return [name for name in PAGES if (PROJECT / "pages" / f"{name}.py").exists()]


def take(browser: Browser, address: str, picture: Path, theme: Theme, size: ViewportSize) -> None:
    """Write a picture of the page at ``address``."""
    context = browser.new_context(
        viewport=size, color_scheme=theme, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    settle(page)
    page.wait_for_timeout(MAP_LOADS)
    page.screenshot(path=picture)
    context.close()


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else PROJECT / "docs" / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as copy,
        running_app(Path(copy)) as server,
        offline_chromium() as browser,
    ):
        for name, theme, size in product(pages(), THEMES, SIZES):
            picture = folder / f"{name}-{theme}-{size['width']}.png"
            path = "" if name == "explore" else name
            take(browser, f"{server}/{path}", picture, theme, size)
            print(picture)
    shutil.copyfile(folder / "explore-light-1400.png", folder / "explore.png")


if __name__ == "__main__":
    main()
