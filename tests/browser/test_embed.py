"""In the frame of an intranet page: the map and the list, nothing around them."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from running_app import settle
from tests.browser.sight import drawn_map, headlines, title

Visit = Callable[..., Page]


def test_embedded_it_is_map_and_list(visit: Visit) -> None:
    """No navigation, no filters, no search; the filter in the link holds."""
    page = visit("/?region=wales&embed=true")
    drawn_map(page)
    expect(title(page)).to_have_text("Briefs from Wales")
    expect(headlines(page)).to_have_count(3)
    for what in ("link[name=Table]", "textbox", "checkbox"):
        expect(page.locator(f"role={what}").locator("visible=true")).to_have_count(0)
    whole = page.get_by_role("link", name="Open with filters and downloads")
    expect(whole).to_have_attribute("href", "?region=wales")


def test_what_a_frame_will_show_is_chosen_and_seen(visit: Visit) -> None:
    """Each choice changes the line of HTML and, at once, the frame below it."""
    page = visit("/?region=wales")
    page.get_by_text("Take these briefs away").click()
    code = page.locator(".st-key-take-away code").last
    expect(code).to_contain_text('/briefing?region=wales&amp;embed=true" ')
    shown = page.frame_locator("iframe[src*='embed=true']")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Briefs from Wales")
    for choice in ("Dark", "Large"):
        page.get_by_role("radio", name=choice, exact=True).click()
        settle(page)
    expect(code).to_contain_text('/briefing?region=wales&amp;embed=true&amp;look=dark"')
    expect(code).to_contain_text('height="900"')
    expect(shown.locator("article")).to_have_count(3)
    expect(shown.locator("nav")).to_have_count(0)
    expect(shown.locator("body")).to_have_css("background-color", "rgb(17, 24, 29)")
    warning = page.get_by_text("no other site may as yet")
    expect(warning).to_be_visible()
    below = code.bounding_box()
    above = warning.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]  # read before the line is copied
    shapes = page.get_by_role("radiogroup", name="Show", exact=True)
    shapes.get_by_role("radio", name="Map", exact=True).click()
    settle(page)
    expect(code).to_contain_text("embed_options=dark_theme&amp;part=map")


def test_the_map_alone_has_no_list(visit: Visit) -> None:
    """A narrow place of an intranet page holds the map and nothing else."""
    page = visit("/?region=wales&embed=true&part=map")
    drawn_map(page)
    expect(page.locator(".st-key-briefs")).to_have_count(0)


def test_a_framed_list_keeps_out_nobody(
    server: str, page: Page, accessibility: Callable[[], list[str]]
) -> None:
    """In both looks, whatever the device says."""
    for look in ("light", "dark"):
        page.goto(f"{server}/latest?embed=true&look={look}")
        assert accessibility() == []
