"""Where the map stands is part of the link, once somebody has moved it; the list can follow it."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Frame, Page, expect
from running_app import settle
from tests.browser.sight import HIDDEN, MAP, drawn_map, headlines, option, place, title, totals

Visit = Callable[..., Page]


def look_at(page: Page, frame: Frame, button: str) -> None:
    """Press one of the buttons of the map and wait until the map has come to rest."""
    frame.get_by_role("button", name=button, exact=True).click()
    frame.wait_for_function("!map._animatingZoom")
    settle(page)


def expect_in_sight(page: Page, frame: Frame, heading: str, *, all_of_them: bool) -> None:
    """Wait for the heading, then see whether the map shows all that was found, or none of it."""
    expect(title(page)).to_have_text(heading)
    settle(page)
    seen = frame.evaluate(
        """() => map.bubbles.councils.filter(spot => spot.p.count)
          .map(spot => map.getBounds().contains(spot.latlng))"""
    )
    assert seen
    assert set(seen) == {all_of_them}


def test_a_link_shows_the_same_place(visit: Visit) -> None:
    """Moved, the map writes where it stands into the address; the whole map needs no words."""
    page = visit("/")
    frame = drawn_map(page)
    assert "at=" not in page.url
    look_at(page, frame, "London")
    page.wait_for_url("**at=51.*")
    before, link = place(frame), page.url
    look_at(page, frame, "Whole map")
    expect(page).not_to_have_url(link)
    assert "at=" not in page.url
    again = drawn_map(visit("/?" + link.split("?")[1]))
    again.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.1", arg=before["zoom"])
    after = place(again)
    assert after["lat"] == pytest.approx(before["lat"], abs=0.001)
    assert after["lng"] == pytest.approx(before["lng"], abs=0.001)


def test_a_filter_keeps_the_camera_and_back_undoes_the_filter(visit: Visit) -> None:
    """One history entry is one filter: moves of the map are none."""
    page = visit("/")
    frame = drawn_map(page)
    look_at(page, frame, "London")
    camera = page.url.split("at=")[1]
    option(page, "London,").check()
    expect(title(page)).to_have_text("Briefs from London")
    settle(page)
    page.wait_for_url("**at=*")
    assert camera in page.url
    page.go_back()
    expect(title(page)).to_have_text("All briefs")
    assert camera in page.url


def test_the_map_goes_to_results_of_which_it_shows_none(visit: Visit) -> None:
    """A new filter leads there; Back leads to where the map was, results in sight or not."""
    page = visit("/")
    frame = drawn_map(page)
    look_at(page, frame, "London")
    page.wait_for_url("**at=51.*")
    london = page.url.split("at=")[1]
    option(page, "Scotland,").check()
    expect_in_sight(page, frame, "Briefs from Scotland", all_of_them=True)
    assert "at=" not in page.url
    look_at(page, frame, "London")
    expect_in_sight(page, frame, "Briefs from Scotland", all_of_them=False)
    there = page.url
    option(page, "Wales,").check()
    expect_in_sight(page, frame, "Briefs from Scotland or Wales", all_of_them=True)
    page.go_back()
    expect_in_sight(page, frame, "Briefs from Scotland", all_of_them=False)
    assert page.url == there
    page.go_back()
    expect(title(page)).to_have_text("All briefs")
    settle(page)
    assert page.url.split("at=")[1] == london


def test_a_map_that_limits_the_list_stays_without_a_result(visit: Visit) -> None:
    """What it shows is part of the filter then."""
    page = visit("/?box=51.28_-0.51_51.69_0.33")
    frame = drawn_map(page)
    settle(page)
    before = place(frame)
    option(page, "Scotland,").check()
    expect_in_sight(page, frame, "Briefs from Scotland in the map’s view", all_of_them=False)
    assert place(frame) == before


def test_the_islands_fill_the_frame_at_every_width(visit: Visit, page: Page) -> None:
    """From Scilly to Shetland or from Kerry to Lowestoft, whichever the frame allows."""
    visit("/")
    frame = drawn_map(page)
    for width, height in ((1920, 1080), (1400, 1000), (1024, 800), (700, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        high, wide, frame_high, frame_wide = frame.evaluate(
            """() => {
              const a = map.latLngToContainerPoint([60.86, -10.5])
              const b = map.latLngToContainerPoint([49.9, 1.76])
              return [b.y - a.y, b.x - a.x, innerHeight, innerWidth]
            }"""
        )
        assert max(high / frame_high, wide / frame_wide) > 0.88
        assert high <= frame_high
        assert wide <= frame_wide


@pytest.mark.parametrize("address", ["/?region=wales", "/?region=wales&form=hexes"])
def test_nothing_lies_on_what_was_found(visit: Visit, page: Page, address: str) -> None:
    """Neither buttons nor key, nor the frame's edge, hide a result or its name at any width."""
    visit(address)
    frame = drawn_map(page)
    for width, height in ((1400, 1000), (700, 500), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        frame.wait_for_function(f"({HIDDEN})(['council']).length === 0")
        assert frame.evaluate("() => map.bubbles.spots.filter(spot => spot.p.about).length") == 3
    look_at(page, frame, "Whole map")
    page.set_viewport_size({"width": 1400, "height": 1000})
    look_at(page, frame, "Fit to results")
    assert frame.evaluate(HIDDEN, ["council"]) == []


def test_a_region_is_shown_as_large_as_can_be(page: Page, archive: str) -> None:
    """A filter and the button lead to the same: London takes the frame's width, its boroughs named.

    The middle of it is the middle of the frame, where buttons and key allow that.
    """
    page.goto(f"{archive}/?region=london")
    settle(page)
    frame = drawn_map(page)
    fitted = place(frame)
    wide, above, below = frame.evaluate(
        """() => {
          const box = map.regions.box('london'), a = map.latLngToContainerPoint(box.getNorthWest())
          const b = map.latLngToContainerPoint(box.getSouthEast())
          return [(b.x - a.x) / innerWidth, a.y, innerHeight - b.y]
        }"""
    )
    assert wide > 0.8
    assert abs(above - below) < 160
    alone, named = frame.evaluate(
        """() => [map.bubbles.spots.filter(each => each.p.kind === 'council').length,
          map.labels.placed.filter(each => each.kind === 'council').length]"""
    )
    assert named >= 0.8 * alone
    look_at(page, frame, "London")
    assert place(frame)["zoom"] == pytest.approx(fitted["zoom"], abs=0.2)


def test_zooming_out_ends_with_the_whole(visit: Visit, page: Page) -> None:
    """There is nothing beyond, in a frame of whatever size."""
    visit("/")
    frame = drawn_map(page)
    for width, height in ((1400, 1000), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        whole = place(frame)["zoom"]
        frame.evaluate("() => { map.setZoom(map.getZoom() - 3, {animate: false}) }")
        assert place(frame)["zoom"] == pytest.approx(whole, abs=0.01)
        look_at(page, frame, "Whole map")


def test_the_list_follows_the_map(visit: Visit) -> None:
    """The switch leaves the briefs of councils in sight; the map's own counts stay."""
    page = visit("/")
    frame = drawn_map(page)
    page.get_by_text("List only what the map shows").click()
    settle(page)
    look_at(page, frame, "London")
    expect(totals(page)).to_contain_text("1 brief")
    expect(headlines(page)).to_have_count(1)
    expect(page.get_by_role("heading", name="Briefs in the map’s view")).to_be_visible()
    assert frame.evaluate("() => map.bubbles.councils.length") == 25
    look_at(page, frame, "Whole map")
    expect(totals(page)).to_have_text("25 briefs · 25 councils · 13 regions")
    assert "box=" in page.url


def test_a_link_to_a_part_of_the_map_lists_the_same_on_a_phone(visit: Visit, page: Page) -> None:
    """A smaller frame shows more around that part; the list has what whoever made the link saw."""
    visit("/?box=49_-11_61.5_2.5")
    look_at(page, drawn_map(page), "London")
    page.wait_for_url("**at=51.*")
    expect(headlines(page)).to_have_count(1)
    listed, link = headlines(page).all_inner_texts(), page.url
    for width, height in ((390, 844), (844, 390), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto("about:blank")
        page.goto(link)
        settle(page)
        frame = drawn_map(page)
        expect(totals(page)).to_contain_text("1 brief ")
        assert headlines(page).all_inner_texts() == listed
        assert frame.evaluate("newsMap.inSight()") == parse_qs(urlsplit(link).query)["box"][0]
        page.wait_for_timeout(600)  # a map at rest tells what it shows half a second later
        assert page.url == link
    page.get_by_role("link", name="List all 25").click()
    expect(totals(page)).to_have_text("25 briefs · 25 councils · 13 regions")


def test_a_part_of_the_map_may_be_written_by_hand(visit: Visit) -> None:
    """However its numbers are spelled, map and address agree, and the page rests."""
    page = visit("/?box=51.28_-0.51_51.69_0.33&at=51.28_-0.51_51.69_0.33")
    drawn_map(page)
    settle(page)
    page.wait_for_timeout(1200)  # a map at rest tells what it shows half a second later
    ran, spelled = page.evaluate("newsFrame.ran"), "51.2800_-0.5100_51.6900_0.3300"
    page.wait_for_timeout(1200)
    assert page.evaluate("newsFrame.ran") == ran
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["box"], asked["at"]) == ([spelled], [spelled])


def test_the_list_says_what_is_selected_on_the_map(visit: Visit) -> None:
    """What is selected on one is marked on the other."""
    page = visit("/")
    frame = drawn_map(page)
    page.get_by_role("button", name="Show on map: Aberdeen City Council").click()
    frame.wait_for_function("map.bubbles.spots.some(spot => spot.p.focus)")
    expect(page.locator(MAP)).to_be_in_viewport()
