"""A real server and a real Chromium. Where either is missing, the tests fail: none is skipped.

Fixtures for tests:
    server             the address of an app that all tests share, on a copy of the data
    archive            the same on the archive of 34 issues
    own_server         the address of an app whose data the test may change, and own_data they are
    page               an empty page; at its end, no host but this machine may have been asked
    lasting_page       the same for all tests of a file, where what one leaves does not matter
    visit              opens a path in the page and waits for it: visit("/table?region=wales")
    foreign_requests   the addresses on other hosts that the page has asked for so far
    accessibility      what axe finds wrong with the page as it is, in words
`settle(page)` from `running_app` waits for what an interaction sets off.
"""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromium import offline_chromium
from data_folders import copy_archive, copy_frozen
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from running_app import running_app, settle
from tests.browser.sight import violations

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
def changed_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Give the address of an app whose data change from test to test, and their folder."""
    folder = tmp_path_factory.mktemp("changed")
    with running_app(folder) as address:
        yield address, folder / "data"


@pytest.fixture
def own_server(changed_server: tuple[str, Path]) -> str:
    """Give the address of an app whose data this test may change, or spoil."""
    address, data = changed_server
    shutil.rmtree(data)
    copy_frozen(data)
    return address


@pytest.fixture
def own_data(own_server: str, changed_server: tuple[str, Path]) -> Path:
    """Return the folder of the data of ``own_server``."""
    assert own_server
    return changed_server[1]


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
    before = shared_context.pages
    yield shared_context
    devtools = shared_context.new_cdp_session(before[0])
    for page in shared_context.pages[len(before) :]:
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
        devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        page.close()
    devtools.detach()
    shared_context.clear_cookies()
    shared_context.clear_permissions()


@pytest.fixture
def page(context: BrowserContext, foreign_requests: list[str]) -> Iterator[Page]:
    """Give an empty page, and fail the test that makes it ask for anything elsewhere."""
    yield watched_page(context, foreign_requests)
    assert not foreign_requests, "the page asked other hosts"


@pytest.fixture(scope="module")
def lasting_page(shared_context: BrowserContext) -> Iterator[Page]:
    """Give an empty page that the tests of a file share, and fail the last like ``page``."""
    foreign_requests: list[str] = []
    page = watched_page(shared_context, foreign_requests)
    yield page
    page.close()
    shared_context.clear_cookies()
    assert not foreign_requests, "the page asked other hosts"


def watched_page(context: BrowserContext, foreign_requests: list[str]) -> Page:
    """Return an empty page whose requests to other hosts are added to the list."""

    def note(address: str) -> None:
        if urlsplit(address).hostname not in {None, *THIS_MACHINE}:
            foreign_requests.append(address)

    page = context.new_page()
    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda connection: note(connection.url))
    return page


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
    return partial(violations, page)
