"""The app works where nothing but this machine can be reached."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from running_app import running_app, settle

MAP = "iframe[title='Map of the news']"
OUTLINES = "path.leaflet-interactive"


def test_the_map_draws_and_the_page_asks_no_other_host(
    visit: Callable[[str], Page], foreign_requests: list[str]
) -> None:
    """Base map, outlines and bubbles come from the app itself, and nobody hears of the visit."""
    page = visit("/")
    inside = page.frame_locator(MAP)
    expect(inside.locator(OUTLINES).first).to_be_attached()
    assert page.locator(MAP).bounding_box()["height"] > 300
    assert foreign_requests == []


def test_a_deep_link_to_a_cold_server_shows_the_frame(page: Page, tmp_path: Path) -> None:
    """The first visitor after a start sees the page in its frame, its filter still set."""
    with running_app(tmp_path) as address:
        page.goto(f"{address}/table?region=wales")
        settle(page)
        expect(page.get_by_role("link", name="Explore")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert "region=wales" in page.url
