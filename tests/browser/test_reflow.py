"""On a phone, in a narrow window and at 400 % zoom the pages are whole and lead everywhere."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.sight import MAP, drawn_map, headlines, option, title

Visit = Callable[..., Page]

PHONE = ViewportSize(width=390, height=844)
ZOOMED = ViewportSize(width=320, height=256)
"""What is left of a window of 1280 × 1024 pixels at 400 %."""


def test_on_a_phone_the_list_comes_first_and_the_map_is_a_step_away(
    visit: Visit, page: Page
) -> None:
    """A first-time visitor sees a brief, and the ways to the map and to the filters."""
    page.set_viewport_size(PHONE)
    visit("/")
    drawn_map(page)
    expect(headlines(page).first).to_be_in_viewport()
    expect(page.get_by_role("button", name="Filters", exact=True)).to_be_in_viewport()
    page.get_by_role("button", name="Go to the map").click()
    expect(page.locator(MAP)).to_be_in_viewport(ratio=0.9)


def test_on_a_phone_the_filters_open_and_work(visit: Visit, page: Page) -> None:
    """“Filters” opens them over the page; closed again, the list has changed."""
    page.set_viewport_size(PHONE)
    visit("/")
    page.get_by_role("button", name="Filters", exact=True).click()
    option(page, "Wales,").check()
    page.get_by_role("button", name="Show 3 briefs").click()
    expect(title(page)).to_have_text("Briefs from Wales")
    expect(headlines(page)).to_have_count(3)


def test_on_a_phone_coverage_is_a_list_of_regions(visit: Visit, page: Page) -> None:
    """Each theme names its regions: nobody scrolls a table sideways."""
    page.set_viewport_size(PHONE)
    visit("/coverage")
    matrix = page.locator(".matrix")
    number = matrix.get_by_role("link", name=re.compile("^2 briefs: .*, Scotland$")).first
    number.scroll_into_view_if_needed()
    expect(number).to_be_in_viewport(ratio=1)
    named = "link => getComputedStyle(link, '::before').content"
    assert "Scotland" in number.evaluate(named)
    assert matrix.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_on_a_phone_the_filters_in_use_stand_apart_from_the_buttons(
    visit: Visit, page: Page
) -> None:
    """A thumb needs room between what filters and what takes a filter away."""
    page.set_viewport_size(PHONE)
    visit("/?region=wales&theme=iot_sensors")
    chip = page.get_by_role("link", name="Wales ✕").bounding_box()
    button = page.get_by_role("button", name="Filters (2)").bounding_box()
    assert chip
    assert button
    assert chip["y"] - button["y"] - button["height"] >= 8


def test_at_400_percent_the_list_can_be_read(visit: Visit, page: Page) -> None:
    """In a window 256 pixels high the header does not cover what has the focus."""
    page.set_viewport_size(ZOOMED)
    visit("/?region=wales")
    expect(headlines(page)).to_have_count(3)
    button = page.get_by_role("button", name="Show on map: Newport City Council")
    button.focus()
    expect(button).to_be_in_viewport(ratio=1)


def test_at_200_percent_all_regions_of_coverage_are_in_sight(visit: Visit, page: Page) -> None:
    """A laptop's window is 700 pixels wide then; London stands in the last column."""
    page.set_viewport_size(ViewportSize(width=700, height=1000))
    visit("/coverage")
    last = page.locator(".matrix thead th").last
    last.scroll_into_view_if_needed()
    expect(last).to_have_text("London")
    expect(last).to_be_in_viewport(ratio=1)


def test_a_printed_council_has_no_button_and_no_name_of_an_icon(visit: Visit, page: Page) -> None:
    """On paper there is what one reads."""
    visit("/councils?council=cardiff")
    page.emulate_media(media="print")
    seen = page.locator(
        "[data-testid=stIconMaterial]:visible, .mend:visible, .stLinkButton:visible"
    )
    expect(seen).to_have_count(0)
