"""Following a view: the address of its feed, and what to do with it, beside every title."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import feedparser
import pytest
from playwright.sync_api import BrowserContext, Page, expect
from running_app import settle
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.browser.sight import title

Visit = Callable[..., Page]


def follow(page: Page) -> None:
    """Open the panel."""
    page.get_by_role("button", name="Follow", exact=True).click()


def test_the_feed_of_exactly_this_view_is_copied(visit: Visit, context: BrowserContext) -> None:
    """What the panel gives is a feed with the briefs of the page, whatever is chosen meanwhile."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("/?region=wales")
    follow(page)
    page.get_by_role("button", name="Copy address").click()
    expect(page.get_by_text("Address copied")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    feed = context.request.get(address)
    assert feed.ok
    assert feed.text().count("<entry>") == page.locator(".st-key-briefs article").count()
    page.get_by_role("link", name="Wales ✕").click()
    settle(page)
    expect(page.get_by_label("Address of the feed")).not_to_have_value(address)
    expect(page.get_by_role("button", name="Make a new address")).to_be_hidden()


def test_it_is_opened_read_and_closed_by_keyboard(visit: Visit) -> None:
    """Enter opens it and the focus goes in; each way unfolds; Escape leads back."""
    page = visit("/councils?council=meath")
    button = page.get_by_role("button", name="Follow", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("heading", name="Follow this view")).to_be_focused()
    expect(page.get_by_label("Address of the feed")).to_have_value(
        re.compile("council=meath&mentions=true&past=true$")
    )
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("When a feed item is published").filter(visible=True)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("heading", name="Follow this view")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1400])
def test_the_panel_has_no_fault_that_axe_finds(
    visit: Visit, accessibility: Callable[[], list[str]], width: int
) -> None:
    """In the light and in the dark, all of it unfolded; nothing is cut off."""
    page = visit("/")
    page.set_viewport_size({"width": width, "height": 900})
    follow(page)
    for way in page.locator(".st-key-heading summary").all():
        way.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        settle(page)
        assert accessibility() == []
    expect(title(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_entry_of_the_feed_leads_to_a_page_of_this_server(server: str) -> None:
    """As a feed reader finds them: each answers, and tells the same headline."""
    feed = feedparser.parse(f"{server}/feed.atom")
    assert feed.entries
    assert not feed.bozo
    for entry in feed.entries:
        with urlopen(entry.link) as answer:  # noqa: S310  our own address
            page = HTMLParser(answer.read())
        assert page.css_first("h1").text() == entry.title
        assert all(urlsplit(each.href).scheme.startswith("http") for each in entry.links)


def test_a_card_leads_to_its_own_page_with_the_source_beside_it(visit: Visit) -> None:
    """The page of a brief, from which a step leads back."""
    page = visit("/?region=wales")
    card = page.locator(".st-key-briefs article").first
    headline = card.get_by_role("heading").text_content() or ""
    card.get_by_role("link", name="Link to this brief").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    page.go_back()
    settle(page)
    expect(title(page)).to_have_text("Briefs from Wales")
