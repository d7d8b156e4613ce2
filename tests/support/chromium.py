"""Find a Chromium for the browser tests and the screenshots, or install one; print its path.

    python tests/support/chromium.py            find it, else install it
    python tests/support/chromium.py --find     only look

Looked for in this order: the variable CHROMIUM, the programs on the path, Playwright's own.
Installed by Playwright, which needs its download site, or as root from Debian's packages.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from installing import install_from_debian, print_path, run, starts
from playwright.sync_api import Browser, Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "There is no Chromium that starts, and the browser tests need one. Install it and put it on "
    "the path (Debian and Ubuntu: apt-get install chromium), or name it in the variable CHROMIUM."
)

ARGUMENTS = (
    "--no-sandbox",  # in a container, root has no other way
    "--disable-gpu",
    "--process-per-site",  # what one page has compiled serves the next
    # Chromium's own errands: they are not the app's requests.
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--no-first-run",
    # As on a machine without a network: no name is looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


class NoChromium(RuntimeError):
    """There is no Chromium; the message tells how to get one."""


@contextmanager
def offline_chromium() -> Iterator[Browser]:
    """Give a running Chromium that reaches nothing but this machine.

    Raises NoChromium where none is found.
    """
    path = find()
    if path is None:
        raise NoChromium(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def find() -> str | None:
    """Return the path of a Chromium that starts, or None."""
    return next((path for path in _places() if starts(path)), None)


def find_or_install() -> str | None:
    """Return the path of a Chromium that starts, installed if there was none, or None."""
    return find() or _installed_by_playwright() or _installed_by_debian()


def _places() -> Iterator[str]:
    """Yield the paths at which a Chromium may be, the most deliberate first."""
    if named := os.environ.get("CHROMIUM"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    try:
        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path
    except Error:  # a Playwright without a driver for this platform knows no path
        return


def _installed_by_playwright() -> str | None:
    return find() if run(sys.executable, "-m", "playwright", "install", "chromium") else None


def _installed_by_debian() -> str | None:
    return find() if install_from_debian("chromium", "fonts-liberation") else None


def main() -> None:
    """Print the path of a Chromium, or stop with advice."""
    print_path(find, find_or_install, ADVICE)


if __name__ == "__main__":
    main()
