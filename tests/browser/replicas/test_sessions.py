"""Readers and editors behind nginx: their sessions find their replica, and outlive it."""

import json
import time
from collections.abc import Callable
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from running_app import settle
from tests.browser.identity_provider import sign_in
from tests.browser.replicas.conftest import COOKIE, Service
from tests.browser.sight import frames, option, title, watch_button

NewReader = Callable[[], Page]
ISSUE = "Echo 9"
UPLOAD = {
    "name": "echo.txt",
    "mimeType": "text/plain",
    "buffer": b"Wales\n\nCardiff Council has fitted 400 bins with sensors.",
}
PATIENCE = 60
"""Seconds to wait for what shows within two on a machine that does nothing else."""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty page, which may ask other hosts: the provider's own page does."""
    return context.new_page()


def wait_until_it_runs_anew(page: Page, heard: list[str | bytes]) -> None:
    """Return once the page has been drawn by a server that it heard over another socket."""
    until = time.monotonic() + PATIENCE
    while not heard:
        assert time.monotonic() < until, f"no other server after {PATIENCE} seconds"
        page.wait_for_timeout(100)
    settle(page)


def download(page: Page) -> bytes:
    """Return the file that the button CSV gives; it is made only then."""
    with page.expect_download() as told:
        page.get_by_role("button", name="CSV", exact=True).click()
    return told.value.path().read_bytes()


def count(address: str) -> int:
    """Return how many briefs of the issue a server knows."""
    with urlopen(f"{address}/api/v1/briefs?q=400+bins") as answer:  # noqa: S310  our own address
        return len(json.load(answer))


def wait_until_it_counts(address: str, wanted: int) -> None:
    """Return once a server knows so many briefs of the issue."""
    until = time.monotonic() + PATIENCE
    while count(address) != wanted:
        assert time.monotonic() < until, f"not {wanted} after {PATIENCE} seconds"
        time.sleep(0.1)


def test_staff_sign_in_upload_save_and_undo(service: Service, page: Page) -> None:
    """Each step finds the session, and the other replica shows what was saved and taken back."""
    sign_in(page, service.address, "Stan Staff")
    page.goto(f"{service.address}/add_issue")
    settle(page)
    other = service.other(service.home(page))
    page.locator("input[type=file]").set_input_files(files=[UPLOAD])  # type: ignore[list-item]
    page.get_by_label("Name of the issue").fill(ISSUE)
    page.get_by_label("Published", exact=True).fill("2023-04")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Save 1 brief").click()
    expect(page.get_by_text("Saved: stan@socitm.net added 1 brief")).to_be_visible()
    wait_until_it_counts(other.address, 1)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back")).to_be_visible()
    wait_until_it_counts(other.address, 0)


def test_signing_out_ends_what_else_has_the_cookie_on_the_other_replica(
    service: Service, page: Page, new_reader: NewReader
) -> None:
    """A tab at its next action; what the person signed in to elsewhere by itself stays."""
    here, there, elsewhere = page, new_reader(), new_reader()
    for each in (here, elsewhere):
        sign_in(each, service.address, "Stan Staff")
    there.context.add_cookies(here.context.cookies())  # type: ignore[arg-type]  what it gave
    other = service.other(service.home(here))
    number = str(service.replicas.index(other) + 1)
    there.context.add_cookies([{"name": COOKIE, "value": number, "url": service.address}])
    there.goto(service.address)
    settle(there)
    assert service.home(there) is other
    expect(there.get_by_text("Signed in as stan@socitm.net")).to_be_visible()
    assert may_edit(there, other.address)
    here.get_by_role("button", name="Sign out").click()
    here.get_by_role("button", name="End session").click()
    expect(here.get_by_role("button", name="Sign in")).to_be_visible()
    until = time.monotonic() + PATIENCE
    while may_edit(there, other.address):
        assert time.monotonic() < until, f"signed in for {PATIENCE} seconds"
        time.sleep(0.1)
    option(there, "Wales").check()
    expect(there.get_by_role("button", name="Sign in")).to_be_visible()
    expect(there.get_by_text("Signed in as")).to_have_count(0)
    assert may_edit(elsewhere, other.address), "another signing in was not signed out"


def may_edit(page: Page, address: str) -> bool:
    """Return whether a server would take a file of this browser, had a page asked for it."""
    upload = f"{address}/_stcore/upload_file/session/file"
    return "XSRF" in page.context.request.put(upload, fail_on_status_code=False).text()


def test_the_way_in_stays_where_it_is_first_seen(service: Service, page: Page) -> None:
    """The filters come late: they must not push Sign in away from under a click."""
    watch_button(page, "Sign in")
    page.goto(service.address)
    settle(page)
    expect(option(page, "Wales")).to_be_visible()
    assert len(page.evaluate("places")) == 1


def test_files_come_from_the_replica_that_promised_them(
    service: Service, new_reader: NewReader
) -> None:
    """Readers are spread over both replicas, and each gets the file made for their session."""
    readers = [new_reader() for _ in range(3)]
    for page in readers:
        page.goto(f"{service.address}/table?region=wales")
        settle(page)
    assert {service.home(page).port for page in readers} == {each.port for each in service.replicas}
    assert len({download(page) for page in readers}) == 1


def test_a_reader_keeps_the_view_when_their_replica_dies(service: Service, page: Page) -> None:
    """The page reaches the other replica by itself: same address, same briefs, all of it works.

    There it stays when the first comes back: files that were promised must still be found.
    """
    page.goto(f"{service.address}/table?region=wales")
    settle(page)
    home = service.home(page)
    heard = frames(page, "framereceived")
    home.kill()
    # Until the page was run there, the other replica does not know the session.
    wait_until_it_runs_anew(page, heard)
    assert page.url == f"{service.address}/table?region=wales"
    expect(title(page)).to_have_text("Briefs from Wales")
    survivor = service.home(page)
    assert survivor is service.other(home)
    option(page, "Scotland").check()
    expect(page.get_by_text("6 briefs", exact=False).first).to_be_visible()
    settle(page)
    file = download(page)
    home.start()
    home.wait()
    assert download(page) == file
    assert service.home(page) is survivor


def test_an_editor_goes_on_with_what_was_typed_when_their_replica_dies(
    service: Service, page: Page
) -> None:
    """The browser kept the page, the fields and the answers; the other replica saves them."""
    page.context.add_cookies(
        [
            {"name": each, "value": it, "url": service.address}
            for each, it in service.editor().items()
        ]
    )
    page.goto(f"{service.address}/add_issue")
    settle(page)
    page.locator("input[type=file]").set_input_files(files=[UPLOAD])  # type: ignore[list-item]
    page.get_by_label("Name of the issue").fill(ISSUE)
    page.get_by_label("Published", exact=True).fill("2023-04")
    page.keyboard.press("Tab")
    expect(page.get_by_text("1 brief · all ready")).to_be_visible()
    settle(page)
    home = service.home(page)
    heard = frames(page, "framereceived")
    home.kill()
    try:
        wait_until_it_runs_anew(page, heard)
        assert service.home(page) is service.other(home)
        expect(page.get_by_label("Name of the issue")).to_have_value(ISSUE)
        expect(page.get_by_label("Published", exact=True)).to_have_value("2023-04")
        page.get_by_role("button", name="Save 1 brief").click()
        expect(page.get_by_text("Saved: stan@socitm.net added 1 brief")).to_be_visible()
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_text("Taken back")).to_be_visible()
        wait_until_it_counts(service.home(page).address, 0)
    finally:
        home.start()
        home.wait()
