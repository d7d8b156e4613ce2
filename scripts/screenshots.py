"""Take a picture of every page, in both themes and at two sizes, into docs/screenshots/.

    python scripts/screenshots.py [FOLDER] [--archive]

With ``--archive`` the pages show 34 issues of invented briefs instead of a few. The pictures are
named for page, theme and size: table-dark-390.png. They have few colours, so that all of them
together stay small.
"""

import argparse
import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))
from chromium import offline_chromium
from data_folders import PROJECT, copy_archive, copy_frozen
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize
from running_app import running_app, settle

Theme = Literal["light", "dark"]

PASTED = """Nations and regions news

Scotland

Dundee City Council has fitted 400 bins with sensors that tell how full they are.

Republic of Ireland

Galway council has been given £2 million for laptops in its libraries.

London

Lewisham Council is to move 30 services to the cloud.
"""
"""A page of an issue, with one brief in doubt."""

PAGES = {
    "explore": "",
    "table": "table",
    "coverage": "coverage",
    "councils": "councils?council=meath",
    "add_issue": "add_issue",
    "review": "review",
    "changes": "changes",
    "about": "about",
}
"""The pages by name, with the address to show of each."""

COLOURS = 160
SIZES = (ViewportSize(width=1400, height=1000), ViewportSize(width=390, height=844))
THEMES: tuple[Theme, ...] = ("light", "dark")
MAP = "iframe[title='Map of the news']"
LETTERS_LOAD = 1000
"""Milliseconds that charts and fonts take to draw after the page itself is there."""


def take(browser: Browser, address: str, picture: Path, theme: Theme, size: ViewportSize) -> None:
    """Write a picture of the page at ``address``."""
    context = browser.new_context(
        viewport=size, color_scheme=theme, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    settle(page)
    if address.endswith(PAGES["add_issue"]):
        fill_in(page)
    if page.locator(MAP).count():
        page.frame_locator(MAP).locator(".handle").wait_for(state="attached")
    page.wait_for_timeout(LETTERS_LOAD)
    page.screenshot(path=picture)
    context.close()
    few = Image.open(picture).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


def add_and_take_back(data: Path) -> None:
    """Leave the briefs as they are, with something to see on Changes."""
    given = data.parent / "page.txt"
    given.write_text(PASTED, encoding="utf-8")
    told = ("--issue", "In Our View 38", "--published", "April 2024")
    for command in (
        ("ingest", str(given), *told, "--who", "Ann Hughes"),
        ("undo", "--who", "Bob Murphy"),
    ):
        subprocess.run(
            [Path(sys.executable).with_name("regional-news"), *command],
            check=True,
            env=os.environ | {"REGIONAL_NEWS_DATA": str(data)},
        )


def fill_in(page: Page) -> None:
    """Give a page of an issue on Add an issue, up to what there is to settle."""
    page.get_by_label("Or its text, pasted").fill(PASTED)
    page.keyboard.press("Control+Enter")
    settle(page)
    fields = {"Name of the issue": "In Our View 38", "Published": "April 2024"}
    for label, words in fields.items():
        page.get_by_label(label, exact=True).fill(words)
        page.keyboard.press("Tab")
        settle(page)
    page.get_by_role("heading", name="For you to settle").scroll_into_view_if_needed()


def main() -> None:
    """Take all pictures."""
    asked = argparse.ArgumentParser(description="Take a picture of every page.")
    asked.add_argument("folder", nargs="?", type=Path, default=PROJECT / "docs" / "screenshots")
    asked.add_argument("--archive", action="store_true", help="show the archive of 34 issues")
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as copy:
        data = (copy_archive if given.archive else copy_frozen)(Path(copy) / "data")
        add_and_take_back(data)
        _take_all(Path(copy), given.folder)


def _take_all(copy: Path, folder: Path) -> None:
    with running_app(copy) as server, offline_chromium() as browser:
        for name, theme, size in product(PAGES, THEMES, SIZES):
            picture = folder / f"{name}-{theme}-{size['width']}.png"
            take(browser, f"{server}/{PAGES[name]}", picture, theme, size)
            print(picture)


if __name__ == "__main__":
    main()
