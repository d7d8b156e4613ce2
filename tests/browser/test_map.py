"""The map keeps its place, answers to the list, and the list stands where the map does not."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect
from running_app import settle
from tests.browser.sight import (
    MAP,
    bubbles,
    drawn_map,
    expect_bubbles,
    headlines,
    on_the_map,
    option,
    place,
    title,
)

Visit = Callable[..., Page]


@pytest.fixture
def messages(page: Page) -> list[str | bytes]:
    """Give the list into which all is written that the page tells the server."""
    told: list[str | bytes] = []

    def note(message: str | bytes) -> None:
        told.append(message)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    return told


def inside(page: Page) -> FrameLocator:
    """Return the way into the map's frame."""
    return page.frame_locator(MAP)


def focused_name(frame: Frame) -> str:
    """Return what a screen reader says of that which has the focus in the map."""
    name: str = frame.evaluate("document.activeElement.getAttribute('aria-label')")
    return name


def drag_and_zoom(page: Page) -> None:
    """Move the map with the mouse and turn the wheel, as a reader does."""
    box = page.locator(MAP).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 90, y - 60, steps=6)
    page.mouse.up()
    page.mouse.wheel(0, -240)


def test_panning_and_zooming_rerun_nothing(visit: Visit, messages: list[str | bytes]) -> None:
    """Moving the map is the browser's own business: the server hears nothing of it."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    before, told = place(frame), len(messages)
    assert told, "the page's talk with the server is heard"
    drag_and_zoom(page)
    frame.wait_for_function("zoom => map.getZoom() > zoom", arg=before["zoom"])
    frame.wait_for_function("!map._animatingZoom")
    settle(page)
    assert place(frame)["lat"] != before["lat"]
    assert len(messages) == told


def test_a_filter_keeps_frame_zoom_and_centre(visit: Visit) -> None:
    """Choosing a region changes the bubbles and nothing else of the map."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    frame.evaluate("() => { window.sameFrame = true }")
    frame.evaluate("() => { map.setView([53.4, -2.9], 7.5, {animate: false}) }")
    before = place(frame)
    expect_bubbles(frame, 25)
    option(page, "Wales,").check()
    expect_bubbles(frame, 3)
    settle(page)
    assert frame.evaluate("window.sameFrame")
    assert place(frame) == before


def test_the_list_moves_the_map_and_marks_the_council(visit: Visit) -> None:
    """“Show on map” goes to the council, marks it, and can be taken back."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    show = page.get_by_role("button", name="Show on map: Aberdeen City Council")
    show.click()
    frame.wait_for_function("map.getZoom() >= 8")
    assert abs(place(frame)["lat"] - 57.17) < 0.2
    assert bubbles(frame)["Aberdeen City Council"]["focus"]
    expect(show).to_have_attribute("aria-pressed", "true")
    expect(headlines(page)).to_have_count(15)
    show.click()
    expect(show).to_have_attribute("aria-pressed", "false")


def test_a_click_on_a_bubble_selects_in_the_list(visit: Visit) -> None:
    """A bubble filters the list to its council and is marked; a second click lets go."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    page.mouse.click(*on_the_map(page, frame, "Aberdeen City Council"))
    expect(title(page)).to_have_text("Briefs about Aberdeen City Council")
    expect(headlines(page)).to_have_count(1)
    frame.wait_for_function("map.bubbles.spots.filter(spot => spot.p.chosen).length === 1")
    settle(page)
    page.mouse.click(*on_the_map(page, frame, "Aberdeen City Council"))
    expect(title(page)).to_have_text("All briefs")


def test_the_mouse_is_told_what_it_is_at(visit: Visit) -> None:
    """A bubble tells its council and its briefs, and what lies beneath it keeps quiet."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    page.mouse.move(*on_the_map(page, frame, "Aberdeen City Council"))
    hint = inside(page).locator(".news-tip")
    expect(hint).to_have_text("Aberdeen City Council1 brief")
    box = page.locator(MAP).bounding_box()
    assert box is not None
    x, y = frame.evaluate(
        "() => { const at = map.latLngToContainerPoint([57.4, -4.6]); return [at.x, at.y] }"
    )
    page.mouse.move(box["x"] + x, box["y"] + y)
    expect(hint).to_have_text("Scotland")
    page.mouse.move(2, 2)
    expect(hint).to_have_count(0)


def test_a_bubble_tells_its_counts(visit: Visit) -> None:
    """Briefs about the council, and those that only mention it; a screen reader says the same."""
    frame = drawn_map(visit("/?region=wales"))
    told = {
        (1, 0): "1 brief",
        (1_200, 0): "1,200 briefs",
        (2, 1): "2 briefs, mentioned in 1 more",
        (0, 3): "mentioned in 3 briefs",
        (0, 0): "0 briefs",
    }
    for (about, named), note in told.items():
        counts = {"about": about, "named": named}
        assert frame.evaluate("counts => map.bubbles.note({p: counts})", counts) == note
    spoken = frame.locator(".handle").get_attribute("aria-label")
    assert spoken in {f"{name} {each['note']}" for name, each in bubbles(frame).items()}


def test_the_keyboard_walks_from_bubble_to_bubble(visit: Visit) -> None:
    """One stop for all bubbles; an arrow leads to the next council that way, Enter chooses it."""
    page = visit("/?region=wales")
    frame = drawn_map(page)
    settle(page)
    north = max(bubbles(frame).values(), key=lambda each: -each["at"][1])
    frame.locator(".handle").focus()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert focused_name(frame).startswith(north["name"])
    page.keyboard.press("ArrowDown")
    south = focused_name(frame).removesuffix(" 1 brief")
    assert bubbles(frame)[south]["at"][1] > north["at"][1]
    expect(inside(page).locator(".news-tip b")).to_have_text(south)
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text(f"Briefs from Wales about {south}")
    frame.wait_for_function("document.querySelector('.handle').ariaPressed === 'true'")


def test_a_click_on_a_region_filters_by_it(visit: Visit) -> None:
    """An outline is a filter, too; its edge then says that it is chosen."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    x, y = frame.evaluate(
        "() => { const at = map.latLngToContainerPoint([57.2, -4.6]); return [at.x, at.y] }"
    )
    page.locator(MAP).click(position={"x": x, "y": y})
    expect(title(page)).to_have_text("Briefs from Scotland")
    expect(option(page, "Scotland,")).to_be_checked()
    expect(inside(page).locator("path.region.chosen")).to_have_count(1)


def test_the_map_fits_the_results_and_shows_all_again(visit: Visit) -> None:
    """“Fit to results” goes to where the briefs are, “Whole map” back to the islands."""
    page = visit("/?region=wales")
    frame = drawn_map(page)
    settle(page)
    whole = place(frame)
    inside(page).get_by_role("button", name="Fit to results").click()
    frame.wait_for_function("zoom => map.getZoom() > zoom + 1", arg=whole["zoom"])
    assert frame.evaluate("map.getBounds().contains([51.58, -2.99])")
    inside(page).get_by_role("button", name="Whole map").click()
    frame.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.3", arg=whole["zoom"])


def test_a_move_that_comes_while_the_map_zooms_is_made(visit: Visit) -> None:
    """Leaflet forgets a move while another is animated; the last wish is the one that counts."""
    page = visit("/?region=wales")
    page.emulate_media(reduced_motion="no-preference")
    frame = drawn_map(page)
    settle(page)
    whole = place(frame)
    assert frame.evaluate(
        """() => { const [fit, whole] = document.querySelectorAll('.news-places button')
          return new Promise(done => {
            map.once('zoomanim', () => { whole.click(); done(map.bubbles.zooming) })
            fit.click()
          }) }"""
    )
    frame.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.3", arg=whole["zoom"])
    frame.wait_for_function("!map.bubbles.zooming")
    assert abs(place(frame)["zoom"] - whole["zoom"]) < 0.3
    page.emulate_media(reduced_motion="reduce")


def test_regions_are_shaded_with_a_legend(visit: Visit) -> None:
    """The shade is a switch that a link can set; the legend says what it means."""
    page = visit("/?shade=true")
    drawn_map(page)
    legend = inside(page).locator(".news-legend")
    expect(legend).to_contain_text("Briefs in the region")
    expect(legend.locator(".ends")).to_have_text("03")
    assert "shade=true" in page.url
    page.get_by_text("Shade regions by number of briefs").click()
    expect(legend).to_have_count(0)
    assert "shade" not in page.url


def test_a_map_that_cannot_draw_says_so_and_the_list_stands(visit: Visit, page: Page) -> None:
    """Where the map's own files do not arrive, a sentence appears within some seconds."""
    page.route("**/vendor/leaflet/**", lambda route: route.abort())
    visit("/")
    expect(page.get_by_text("The map could not be drawn")).to_be_visible(timeout=15_000)
    expect(headlines(page)).to_have_count(15)
    option(page, "Wales,").check()
    expect(headlines(page)).to_have_count(3)


def test_a_map_that_has_drawn_hides_the_note(visit: Visit) -> None:
    """Nothing lies over the map once it is there."""
    page = visit("/")
    drawn_map(page)
    expect(page.get_by_text("Drawing the map…")).to_be_hidden()


def test_the_map_stays_in_sight_while_the_list_scrolls(visit: Visit) -> None:
    """On a wide screen the map stands beside the list, all of it, wherever one reads."""
    page = visit("/")
    drawn_map(page)
    headlines(page).nth(8).scroll_into_view_if_needed()
    expect(page.locator(MAP)).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("Shade regions by number")).to_be_in_viewport(ratio=1)
