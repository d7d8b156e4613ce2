"""In the frame of an intranet page: the map and the list, nothing around them."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
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
