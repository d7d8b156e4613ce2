"""Signing in with an OpenID provider in a real browser: who reads, who edits, who is refused."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from running_app import running_app, settle
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    decode_signed_value,
)
from tests.browser.identity_provider import COOKIE_SECRET, identity_provider, sign_in
from tests.browser.sight import headlines, title

from regional_news.ui.widgets.look import ICON

LOGO = "/app/static/logo.png"

COOKIE = "_streamlit_user"
GUARDED = (
    *("/api/v1/briefs", "/api/openapi.json", "/feed.atom", "/briefing", "/latest", "/contents"),
    *("/council/cardiff", "/region/wales", "/sitemap.xml", "/card.png", "/suggest?q=sensors"),
    *("/assets/council-names.json", "/media/any.csv"),
)
OPEN = (
    "/healthz",
    "/vendor/leaflet/leaflet.js",
    "/assets/map.css",
    "/assets/news-map.js",
    ICON,
    LOGO,
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
)
USERS = {
    "Mia Member": {"email": "mia@felpersham.example", "email_verified": True},
    "Stan Staff": {"email": "stan@socitm.net", "email_verified": True},
    "Una Unverified": {"email": "una@socitm.net", "email_verified": False},
    "Lou Look-Alike": {"email": "lou@socitm.net.example", "email_verified": True},
    "Nemo": {},
}
PAGE = "Wales\n\nCardiff Council has fitted 400 bins with sensors that tell how full they are."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the data of the members' server."""
    return tmp_path_factory.mktemp("members")


@pytest.fixture(scope="module")
def members(folder: Path) -> Iterator[str]:
    """Give the address of an app for members that staff edit."""
    rules = {
        "REGIONAL_NEWS_ACCESS": "members",
        "REGIONAL_NEWS_MEMBERS": "felpersham.example",
        "REGIONAL_NEWS_EDITING": "staff",
        "REGIONAL_NEWS_STAFF": "socitm.net",
        "REGIONAL_NEWS_TOKENS": "a-token-for-programs",
    }
    with (
        identity_provider(folder, USERS) as secrets,
        running_app(folder, STREAMLIT_SECRETS_FILES=str(secrets), **rules) as address,
    ):
        yield address


@pytest.fixture
def window(context: BrowserContext) -> Page:
    """Return an empty page; the provider's own page asks other hosts for its style."""
    return context.new_page()


def statuses(context: BrowserContext, address: str, paths: tuple[str, ...]) -> set[int]:
    """Return how the server answers the browser for some paths."""
    return {context.request.get(address + path, fail_on_status_code=False).status for path in paths}


def upload_status(context: BrowserContext, address: str) -> int:
    """Return how the server answers a file that no page asked for."""
    path = f"{address}/_stcore/upload_file/session/file"
    return context.request.put(path, fail_on_status_code=False).status


def open_page(window: Page, address: str) -> None:
    """Open an address and wait until it is drawn."""
    window.goto(address)
    settle(window)


def sign_again_as_of(context: BrowserContext, moment: datetime) -> None:
    """Change the moment in the browser's sign-in, as if it had happened then."""
    (cookie,) = [each for each in context.cookies() if each["name"] == COOKIE]
    said = decode_signed_value(COOKIE_SECRET, COOKIE, cookie["value"])
    assert said
    claims = {**json.loads(said), "iat": int(moment.timestamp())}
    cookie["value"] = create_signed_value(COOKIE_SECRET, COOKIE, json.dumps(claims)).decode()
    context.add_cookies([cookie])  # type: ignore[list-item]  what it gave, it takes


def test_signed_out_nobody_sees_a_brief(
    members: str, context: BrowserContext, window: Page
) -> None:
    """Every page asks to sign in, addresses with briefs say 401, the app's own code is open."""
    refused: list[str] = []
    window.on("response", lambda answer: answer.status in (401, 403) and refused.append(answer.url))
    for path in ("/", "/table", "/coverage", "/councils?council=cardiff", "/add_issue", "/review"):
        open_page(window, members + path)
        expect(title(window)).to_have_text("Members only")
        expect(headlines(window)).to_have_count(0)
        expect(window.get_by_text("Cardiff")).to_have_count(0)
    assert not refused, "the page for signing in asks for what only members get"
    expect(window.locator("link[rel~=icon]")).to_have_attribute("href", re.compile(ICON))
    assert statuses(context, members, GUARDED) == {401}
    assert statuses(context, members, OPEN) == {200}
    assert upload_status(context, members) == 403


def test_a_program_reads_with_a_token(members: str, context: BrowserContext) -> None:
    """The bearer token of the settings opens API, feed and briefing; another one does not."""
    for token, status in (("a-token-for-programs", 200), ("a-token-for-program", 401)):
        headers = {"Authorization": f"Bearer {token}"}
        for path in GUARDED[:-1]:
            answer = context.request.get(members + path, headers=headers)
            assert answer.status == status


def test_a_member_reads_and_may_not_edit(
    members: str, context: BrowserContext, window: Page
) -> None:
    """A listed member sees briefs on pages and by API, and no way to change them."""
    sign_in(window, members, "Mia Member")
    expect(title(window)).to_have_text("All briefs")
    expect(headlines(window)).not_to_have_count(0)
    expect(window.get_by_text("Signed in as mia@felpersham.example")).to_be_attached()
    assert statuses(context, members, GUARDED[:-1]) == {200}
    assert upload_status(context, members) == 403
    open_page(window, f"{members}/add_issue")
    expect(window.get_by_text("Briefs cannot be added or reviewed here")).to_be_visible()


def test_staff_save_under_their_own_address(
    members: str, folder: Path, context: BrowserContext, window: Page
) -> None:
    """What staff change is in the journal with the address that the provider confirmed."""
    sign_in(window, members, "Stan Staff")
    open_page(window, f"{members}/add_issue")
    expect(window.get_by_label("Your name, for your colleagues")).to_have_count(0)
    window.get_by_label("Or its text, pasted").fill(PAGE)
    window.keyboard.press("Control+Enter")
    window.get_by_label("Name of the issue").fill("Echo 9")
    window.get_by_label("Published", exact=True).fill("2023-04")
    window.keyboard.press("Tab")
    window.get_by_role("button", name="Save 1 brief").click()
    expect(window.get_by_text("Saved: ")).to_be_visible()
    journal = (folder / "data" / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    assert {entry["who"] for entry in map(json.loads, journal) if "who" in entry} == {
        "stan@socitm.net"
    }
    # The gate lets them; Streamlit itself takes files only for what stands on a page.
    assert "XSRF" in context.request.put(f"{members}/_stcore/upload_file/x/y").text()


def test_an_expired_sign_in_is_asked_for_again(
    members: str, context: BrowserContext, window: Page
) -> None:
    """After twelve hours neither page nor API answers; signing in again opens both."""
    sign_in(window, members, "Stan Staff")
    sign_again_as_of(context, datetime.now(UTC) - timedelta(hours=13))
    open_page(window, members)
    expect(window.get_by_text("your sign-in has expired")).to_be_visible()
    expect(headlines(window)).to_have_count(0)
    assert statuses(context, members, GUARDED) == {401}
    window.get_by_role("button", name="Sign in again").click()
    window.get_by_role("button", name="Stan Staff", exact=True).click()
    window.wait_for_url(f"{members}/", wait_until="commit")
    settle(window)
    expect(headlines(window)).not_to_have_count(0)


@pytest.mark.parametrize("name", ["Una Unverified", "Lou Look-Alike", "Nemo"])
def test_signed_in_is_not_listed(
    members: str, context: BrowserContext, window: Page, name: str
) -> None:
    """An unverified address, a domain like a listed one, or no address opens nothing."""
    sign_in(window, members, name)
    expect(title(window)).to_have_text("Members only")
    expect(window.get_by_text("not verified or not on the list")).to_be_visible()
    assert statuses(context, members, GUARDED) == {401}
    assert upload_status(context, members) == 403


def test_signing_out_ends_it(members: str, context: BrowserContext, window: Page) -> None:
    """After signing out the browser is a stranger's again."""
    sign_in(window, members, "Lou Look-Alike")
    window.get_by_role("button", name="Sign out").click()
    window.wait_for_url("**/oauth2/end_session?**", wait_until="commit")
    assert COOKIE not in {cookie["name"] for cookie in context.cookies()}
    open_page(window, members)
    expect(window.get_by_text("Sign in to see them")).to_be_visible()


def test_a_forged_sign_in_is_none(members: str, context: BrowserContext, window: Page) -> None:
    """A cookie signed with another secret is nobody's, on pages and by API."""
    said = {"sub": "1", "email": "stan@socitm.net", "email_verified": True, "is_logged_in": True}
    said |= {"iat": int(datetime.now(UTC).timestamp()), "origin": members}
    for value in (create_signed_value("guessed", COOKIE, json.dumps(said)).decode(), "x", ""):
        context.add_cookies([{"name": COOKIE, "value": value, "url": members}])
        open_page(window, members)
        expect(window.get_by_text("Sign in to see them")).to_be_visible()
        assert statuses(context, members, GUARDED) == {401}


def test_a_member_follows_by_an_address_of_their_own(
    members: str, context: BrowserContext, window: Page
) -> None:
    """It holds for every view until a new one ends it; a feed reader needs no sign-in."""
    sign_in(window, members, "Mia Member")
    open_page(window, f"{members}/?region=wales")
    window.get_by_role("button", name="Follow", exact=True).click()
    address = window.get_by_label("Address of the feed")
    expect(address).to_be_hidden()
    window.get_by_role("button", name="Show my feed address").click()
    expect(window.get_by_text("This address is yours alone")).to_be_visible()
    old = address.input_value()
    assert "?region=wales&key=" in old
    reader = context.browser.new_context()  # type: ignore[union-attr]  there is one
    assert reader.request.get(old).ok
    assert statuses(reader, members, GUARDED) == {401}
    open_page(window, f"{members}/councils?council=cardiff")
    window.get_by_role("button", name="Follow", exact=True).click()
    window.get_by_role("button", name="Show my feed address").click()
    expect(address).to_have_value(re.compile("council=cardiff.*key="))
    assert address.input_value().partition("key=")[2] == old.partition("key=")[2]
    window.get_by_role("button", name="Make a new address").click()
    expect(window.get_by_text("The old address has stopped")).to_be_visible()
    assert reader.request.get(old, fail_on_status_code=False).status == 403
    assert reader.request.get(address.input_value()).ok
    reader.close()
