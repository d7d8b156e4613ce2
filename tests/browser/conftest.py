"""A real server and a real Chromium. Where either is missing, the tests fail: none is skipped.

Fixtures for tests:
    server             the address of an app that all tests share, on a copy of the data
    archive            the same on the archive of 34 issues
    page               an empty page; at its end, no host but this machine may have been asked
    visit              opens a path in the page and waits for it: visit("/table?region=wales")
    foreign_requests   the addresses on other hosts that the page has asked for so far
    accessibility      what axe finds wrong with the page as it is, in words
`settle(page)` from `running_app` waits for what an interaction sets off.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import offline_chromium
from data_folders import copy_archive
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from running_app import running_app, settle

expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong

HERE = Path(__file__).parent
WINDOW: ViewportSize = {"width": 1400, "height": 1100}
THIS_MACHINE = {"127.0.0.1", "localhost"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests and put them last, the slow ones first of them.

    What fails faster then fails first, and no other test meets Playwright's event loop. The tests
    of a file stay in one process, but for the slow ones: each goes to a process that is free, and
    none is left for the end, when the other processes would have nothing to do.
    """
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
            place = item.path.relative_to(HERE).parts[0]
            item.add_marker(pytest.mark.xdist_group(item.name if _is_slow(item) else place))
    items.sort(key=lambda item: HERE in item.path.parents and 2 - _is_slow(item))


def _is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an app that all tests share: leave its data as they are."""
    with running_app(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an app with years of issues that all tests share."""
    folder = tmp_path_factory.mktemp("archive")
    copy_archive(folder / "data")
    with running_app(folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium that reaches nothing but this machine."""
    with offline_chromium() as browser:
        yield browser


@pytest.fixture
def foreign_requests() -> list[str]:
    """Give the list into which the page's requests to other hosts are written."""
    return []


@pytest.fixture(scope="session")
def shared_context(browser: Browser) -> Iterator[BrowserContext]:
    """Give the context of all tests, with a page of this machine that stays open.

    As long as one does, Chromium draws the others in the same process, which then need not compile
    the scripts of every page anew.
    """
    context = browser.new_context(viewport=WINDOW, locale="en-GB", reduced_motion="reduce")
    stays = context.new_page()
    stays.route("**", lambda route: route.fulfill(body=""))
    stays.goto("http://127.0.0.1/")
    yield context
    context.close()


@pytest.fixture
def context(shared_context: BrowserContext) -> Iterator[BrowserContext]:
    """Give a context in which nobody has been: no cookie, nothing stored, nothing permitted."""
    yield shared_context
    stays, *pages = shared_context.pages
    devtools = shared_context.new_cdp_session(stays)
    for page in pages:
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
        devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        page.close()
    devtools.detach()
    shared_context.clear_cookies()
    shared_context.clear_permissions()


@pytest.fixture
def page(context: BrowserContext, foreign_requests: list[str]) -> Iterator[Page]:
    """Give an empty page, and fail the test that makes it ask for anything elsewhere."""

    def note(address: str) -> None:
        if urlsplit(address).hostname not in {None, *THIS_MACHINE}:
            foreign_requests.append(address)

    page = context.new_page()
    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda connection: note(connection.url))
    yield page
    assert not foreign_requests, "the page asked other hosts"


@pytest.fixture
def visit(page: Page, server: str) -> Callable[[str], Page]:
    """Give a function that opens a path of the app and returns the page, drawn."""

    def visit(path: str = "/") -> Page:
        page.goto(server + path)
        settle(page)
        return page

    return visit


@pytest.fixture
def accessibility(page: Page) -> Callable[[], list[str]]:
    """Give a function that returns what axe finds wrong: the rule, and where it is broken."""

    def violations() -> list[str]:
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        return [
            f"{rule['impact']} {rule['id']}: {node['target']}"
            for rule in found
            for node in rule["nodes"]
        ]

    return violations
