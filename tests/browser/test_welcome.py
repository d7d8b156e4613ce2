"""A reason to come back: the newest issue, what is new, my council; and pages without scripts."""

import json
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect
from running_app import settle
from tests.browser.sight import title

from regional_news.query.site import slug

Visit = Callable[..., Page]
VISIT = "regional-news-visit"


def test_two_issues_side_by_side_are_a_link(visit: Visit) -> None:
    """Chosen beside the issues; the address has the two, and Back leads to the pair before."""
    page = visit("/")
    page.get_by_role("link", name="Compare two issues").click()
    expect(title(page)).to_have_text("Coverage")
    beside = page.get_by_label("Beside")
    before = beside.locator("option:checked").inner_text()
    last = beside.locator("option").last.inner_text()
    assert last != before
    came = page.get_by_role("heading", name=f"Only in {last}").first
    beside.select_option(label=last)
    expect(came).to_be_visible()
    settle(page)
    visit(urlsplit(page.url)._replace(scheme="", netloc="").geturl())
    expect(came).to_be_visible()
    beside.select_option(label=before)
    expect(came).to_be_hidden()
    settle(page)
    page.go_back()
    expect(came).to_be_visible()


def test_the_newest_issue_is_one_click_away(visit: Visit) -> None:
    """Its name leads to its briefs, and so does the choice of issues; Back leads out again."""
    page = visit("/")
    newest = page.locator(".st-key-welcome .newest a")
    name = newest.inner_text()
    newest.click()
    settle(page)
    expect(title(page)).to_have_text(f"Briefs in {name}")
    choice = page.locator(".st-key-welcome select")
    expect(choice.locator("option:checked")).to_contain_text(name)
    page.go_back()
    settle(page)
    expect(title(page)).to_have_text("All briefs")
    choice.select_option(index=2)
    settle(page)
    expect(title(page)).not_to_have_text("All briefs")


def test_an_issue_is_chosen_beside_the_other_filters(visit: Visit) -> None:
    """The region stays, and each issue says how many of its briefs are left."""
    page = visit("/?region=wales")
    choice = page.locator(".st-key-welcome select")
    expect(choice.locator("option").nth(1)).to_contain_text("(1)")
    choice.select_option(index=1)
    settle(page)
    expect(title(page)).to_contain_text("from Wales in ")
    choice.select_option(index=0)
    settle(page)
    expect(title(page)).to_have_text("Briefs from Wales")


def test_what_is_new_since_the_last_visit_is_told(visit: Visit) -> None:
    """Only what this browser has not seen, for as long as the tab is open."""
    page = visit("/")
    expect(page.locator(".st-key-welcome .since")).to_be_hidden()
    name = page.locator(".st-key-welcome .newest a").inner_text()
    seen = json.loads(page.evaluate(f"localStorage.getItem('{VISIT}')"))
    del seen["counts"][name]
    page.evaluate(
        f"told => {{ sessionStorage.clear(); localStorage.setItem('{VISIT}', told) }}",
        json.dumps(seen | {"at": "2026-05-03T12:00:00Z"}),
    )
    for _ in range(2):  # and again, after a reload
        page.reload()
        settle(page)
        told = page.locator(".st-key-welcome .since")
        expect(told).to_contain_text("New since your last visit on 3 May 2026")
        expect(told.get_by_role("link")).to_contain_text(f"in {name}")


def test_my_council_is_kept_in_the_browser(visit: Visit) -> None:
    """Chosen on its page, it is one click away from Explore; chosen again, it is forgotten."""
    page = visit("/councils?council=meath")
    page.get_by_role("button", name="Make this my council").click()
    expect(page.get_by_role("button", name="My council")).to_have_attribute("aria-pressed", "true")
    page = visit("/")
    page.get_by_role("link", name="Meath County Council").first.click()
    settle(page)
    expect(title(page)).to_have_text("Meath County Council")
    page.get_by_role("button", name="My council").click()
    page = visit("/")
    expect(page.locator(".st-key-welcome .own")).to_be_hidden()


def test_what_is_new_near_my_council_is_told(visit: Visit) -> None:
    """On the theme of my choice, which Explore leads back to; only what has grown since."""
    page = visit("/councils?council=meath&theme=digital_services")
    page.get_by_role("button", name="Make this my council").click()
    expect(page.locator(".st-key-mine .fresh")).to_be_hidden()
    near = page.locator(".st-key-near a").first.inner_text()
    seen = json.loads(page.evaluate("localStorage.getItem('regional-news-mine')"))
    nearest = next(key for key in seen["counts"] if key.endswith(" digital_services"))
    seen["counts"][nearest] -= 1
    page.evaluate(
        "told => { sessionStorage.clear(); localStorage.setItem('regional-news-mine', told) }",
        json.dumps(seen | {"at": "2026-05-03T12:00:00Z"}),
    )
    page.goto("about:blank")
    page = visit("/")
    page.locator(".st-key-welcome .own a").click()
    settle(page)
    told = page.locator(".st-key-mine .fresh")
    expect(told).to_contain_text("New since your last visit on 3 May 2026:")
    expect(told.get_by_role("listitem")).to_have_text([f"{near}: 1 brief"])
    told.get_by_role("link").click()
    settle(page)
    expect(title(page)).to_have_text(near)


def test_the_plain_pages_are_read_without_scripts(archive: str, browser: Browser) -> None:
    """From the newest issue to a brief, its council and back, with nothing that runs."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{archive}/latest")
    page.locator("article h3 a").first.click()
    headline = title(page).inner_text()
    page.locator("dd a").first.click()
    expect(page.locator("article h2", has_text=headline)).to_have_count(1)
    expect(page.get_by_role("note")).to_contain_text("Invented briefs")
    context.close()


@pytest.mark.parametrize(
    "path",
    [
        *("/latest", "/contents", "/council/cardiff", "/theme/iot_sensors", "/region/wales"),
        *("/briefing?q=sensors", "/brief/{id}", "/issue/{issue}", "/council/nowhere"),
    ],
)
def test_the_plain_pages_have_no_fault_that_axe_finds(
    archive: str, page: Page, accessibility: Callable[[], list[str]], path: str
) -> None:
    """Each kind of page, and what says that there is none, in the light and in the dark."""
    with urlopen(f"{archive}/api/v1/briefs?limit=1") as answer:  # noqa: S310  our own address
        (newest,) = json.load(answer)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(archive + path.format(id=newest["id"], issue=slug(newest["issue"])))
        assert accessibility() == []
