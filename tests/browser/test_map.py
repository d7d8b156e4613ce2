"""The map keeps its place, answers to the list, and the list stands where the map does not."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect
from running_app import settle
from tests.browser.sight import (
    MAP,
    bubbles,
    card,
    drawn_map,
    expect_bubbles,
    frames,
    headlines,
    on_the_map,
    option,
    place,
    press,
    title,
)

Visit = Callable[..., Page]


@pytest.fixture
def messages(page: Page) -> list[str | bytes]:
    """Give the list into which all is written that the page tells the server."""
    return frames(page, "framesent")


@pytest.fixture(scope="module")
def whole(lasting_page: Page, server: str) -> Page:
    """Give the page of all briefs, in which no test chooses or filters anything."""
    lasting_page.goto(server)
    settle(lasting_page)
    drawn_map(lasting_page)
    return lasting_page


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


def test_a_click_on_a_bubble_opens_its_card(visit: Visit) -> None:
    """The card has headlines and ways on; "Only these" filters, and can be taken back there."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    page.mouse.click(*on_the_map(page, frame, "Aberdeen City Council"))
    expect(card(page).get_by_role("heading")).to_have_text("Aberdeen City Council")
    expect(card(page)).to_contain_text("1 brief.")
    expect(card(page)).to_contain_text("telecare")
    expect(title(page)).to_have_text("All briefs")
    expect(page.locator(".st-key-briefs article.selected")).to_have_count(1)
    card(page).get_by_role("button", name="Only these").click()
    expect(title(page)).to_have_text("Briefs about Aberdeen City Council")
    expect(headlines(page)).to_have_count(1)
    frame.wait_for_function("map.bubbles.spots.filter(spot => spot.p.chosen).length === 1")
    settle(page)
    page.mouse.click(*on_the_map(page, frame, "Aberdeen City Council"))
    card(page).get_by_role("button", name="All again").click()
    expect(title(page)).to_have_text("All briefs")


def test_back_undoes_a_tap_on_a_bubble(visit: Visit) -> None:
    """A card that is open is one step in the history; closed by hand, it is none."""
    page = visit("/?region=scotland")
    frame = drawn_map(page)
    settle(page)
    before = page.evaluate("history.length")
    page.mouse.click(*on_the_map(page, frame, "Aberdeen City Council"))
    expect(page.locator(".st-key-briefs article.selected")).to_have_count(1)
    page.go_back()
    expect(card(page)).to_be_hidden()
    expect(page.locator(".st-key-briefs article.selected")).to_have_count(0)
    expect(title(page)).to_have_text("Briefs from Scotland")
    page.go_forward()
    expect(card(page).get_by_role("heading")).to_have_text("Aberdeen City Council")
    settle(page)
    frame.evaluate("() => { map.panBy([30, 20], {animate: false}) }")
    headlines(page).first.hover()
    page.mouse.wheel(0, 40)
    page.wait_for_function("() => document.querySelector('.stMain').scrollTop === 40")
    left, runs = place(frame), page.evaluate("newsFrame.ran")
    card(page).get_by_role("button", name="Close").click()
    expect(card(page)).to_be_hidden()
    expect(title(page)).to_have_text("Briefs from Scotland")
    page.wait_for_function("history.state.council === undefined")
    assert page.evaluate("history.length") == before + 1
    page.wait_for_function("runs => newsFrame.ran > runs", arg=runs)
    settle(page)
    page.wait_for_timeout(100)
    assert place(frame) == left
    assert f"at={frame.evaluate('newsMap.camera()')}" in page.url
    assert page.evaluate("document.querySelector('.stMain').scrollTop") == 40


def test_a_card_that_the_map_closes_is_no_step_to_take_back(visit: Visit) -> None:
    """It does not come again with the page, and Escape at another card leads nowhere."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    page.mouse.click(*on_the_map(page, frame, "Aberdeen City Council"))
    page.wait_for_function("() => history.state.council === 'aberdeen'")
    frame.evaluate("() => newsMap.draw({...newsMap.drawn, counts: {camden: 1}})")
    expect(card(page)).to_be_hidden()
    assert page.evaluate("() => history.state.council ?? ''") == ""
    expect(page.locator(".st-key-briefs article.selected")).to_have_count(0)
    page.evaluate("() => history.replaceState({...history.state, council: 'camden'}, '')")
    frame.locator(".handle").focus()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    page.wait_for_timeout(100)
    assert page.evaluate("history.state.council") == "camden", "a card that was not opened"


def test_a_card_leads_to_the_brief_and_to_the_council(visit: Visit) -> None:
    """A headline leads to the card in the list, wherever it is; the council has a real link."""
    page = visit("/?since=2015")
    frame = drawn_map(page)
    settle(page)
    page.mouse.click(*on_the_map(page, frame, "Devon County Council"))
    headline = card(page).locator(".headlines a").first
    words = headline.inner_text()
    assert "/?since=2015&council=devon#brief-" in str(headline.evaluate("link => link.href"))
    expect(headlines(page).get_by_text(words)).to_have_count(0)  # it is on the second page
    headline.click()
    expect(headlines(page).get_by_text(words)).to_be_focused()
    page.mouse.click(*on_the_map(page, frame, "Devon County Council"))
    about = card(page).get_by_role("link", name="About this council")
    assert str(about.evaluate("link => link.href")).endswith("/councils?since=2015&council=devon")
    about.click()
    expect(title(page)).to_have_text("Devon County Council")


def test_the_mouse_is_told_what_it_is_at(visit: Visit) -> None:
    """A bubble shows its card while the mouse is at it; a name on the ground its region."""
    page = visit("/?shade=true")
    frame = drawn_map(page)
    settle(page)
    page.mouse.move(*on_the_map(page, frame, "Aberdeen City Council"))
    expect(card(page)).to_contain_text("1 brief.")
    page.mouse.move(2, 2)
    expect(card(page)).to_be_hidden()
    box = page.locator(MAP).bounding_box()
    assert box is not None
    x, y = name_of(frame, "scotland")
    page.mouse.move(box["x"] + x, box["y"] + y)
    expect(inside(page).locator(".news-tip")).to_have_text("Scotland: 3 briefs")


def test_escape_closes_a_card(whole: Page) -> None:
    """What covers the map can be sent away without moving the mouse (WCAG 1.4.13)."""
    page, frame = whole, drawn_map(whole)
    page.mouse.click(*on_the_map(page, frame, "Aberdeen City Council"))
    expect(card(page)).to_be_visible()
    frame.locator(".news-card button.only").focus()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(frame.locator(".handle")).to_be_focused()


def test_a_bubble_tells_its_counts(whole: Page) -> None:
    """Briefs about the council, and those that only mention it; a screen reader says the same."""
    frame = drawn_map(whole)
    told = {
        (1, 0): "1 brief",
        (1_200, 0): "1,200 briefs",
        (2, 1): "2 briefs, mentioned in 1 more",
        (0, 3): "mentioned in 3 briefs",
        (0, 0): "0 briefs",
    }
    for (about, named), note in told.items():
        counts = {"about": about, "named": named}
        assert frame.evaluate("counts => spots.note(counts)", counts) == note
    spoken = frame.locator(".handle").get_attribute("aria-label")
    assert spoken in {f"{name} {each['note']}" for name, each in bubbles(frame).items()}


def test_the_map_says_what_it_shows(visit: Visit) -> None:
    """The frame, the map in it and what is on it have words of their own."""
    page = visit("/?region=wales")
    frame = drawn_map(page)
    shown = frame.locator("#news-shown")
    expect(shown).to_have_text("3 councils with briefs, all in Wales.")
    described = frame.locator(".news-map").get_attribute("aria-describedby")
    assert described == "news-shown"
    expect(page.locator(MAP)).to_have_attribute("title", "Map of the news")


def test_the_keyboard_walks_from_bubble_to_bubble(visit: Visit) -> None:
    """One stop for all bubbles; an arrow leads to the next council that way, Enter opens it."""
    page = visit("/?region=wales")
    frame = drawn_map(page)
    settle(page)
    inside(page).get_by_role("button", name="Fit to results").click()
    frame.wait_for_function("map.bubbles.spots.length === 3")
    west = min(bubbles(frame).values(), key=lambda each: each["lon"])
    frame.locator(".handle").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert focused_name(frame).startswith(west["name"])
    page.keyboard.press("ArrowRight")
    east = focused_name(frame).removesuffix(" 1 brief")
    assert bubbles(frame)[east]["lon"] > west["lon"]
    expect(card(page).get_by_role("heading")).to_have_text(east)
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("button", name="Only these")).to_be_focused()
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text(f"Briefs from Wales about {east}")
    frame.wait_for_function("document.querySelector('.handle').ariaPressed === 'true'")


def test_the_map_can_be_moved_without_dragging(visit: Visit) -> None:
    """Every direction and both ways of zooming are buttons of 24 pixels at least (WCAG 2.5.7)."""
    page = visit("/?at=50.8_-3.5_54.2_0.5")
    frame = drawn_map(page)
    settle(page)
    for name, axis, sign in (("north", "lat", 1), ("east", "lng", 1), ("south", "lat", -1)):
        before = place(frame)
        inside(page).get_by_role("button", name=f"Move the map {name}").click()
        assert (place(frame)[axis] - before[axis]) * sign > 0
    inside(page).get_by_role("button", name="Zoom in on the map").click()
    frame.wait_for_function("map.getZoom() > 8.4")
    small = """() => [...document.querySelectorAll('.leaflet-control :is(button, summary)')]
      .filter(each => !each.hidden)
      .map(each => each.getBoundingClientRect())
      .filter(box => Math.min(box.width, box.height) < 24).length"""
    assert frame.evaluate(small) == 0
    inside(page).get_by_role("button", name="Keys of the map").click()
    expect(inside(page).locator(".news-keys")).to_contain_text("Arrow keys")


def test_a_click_that_misses_does_nothing(whole: Page) -> None:
    """Land between bubbles is no button."""
    page, frame = whole, drawn_map(whole)
    press(page, frame, 57.6, -4.9)
    settle(page)
    expect(title(page)).to_have_text("All briefs")
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("by", ["name", "edge"])
def test_a_region_is_chosen_by_its_name_or_its_edge(visit: Visit, by: str) -> None:
    """The filter and the outline then say that it is chosen."""
    page = visit("/")
    frame = drawn_map(page)
    settle(page)
    x, y = name_of(frame, "scotland") if by == "name" else edge_of(frame, "scotland")
    page.locator(MAP).click(position={"x": x, "y": y})
    expect(title(page)).to_have_text("Briefs from Scotland")
    expect(option(page, "Scotland,")).to_be_checked()
    expect(inside(page).locator("path.region.chosen")).to_have_count(1)


def name_of(frame: Frame, region: str) -> tuple[float, float]:
    """Return where a region's name stands, in pixels of the frame."""
    x, y = frame.evaluate(
        """region => {
          const label = map.labels.placed.find(each => each.region === region)
          const at = map.layerPointToContainerPoint([label.x, label.y])
          return [at.x, at.y]
        }""",
        region,
    )
    return x, y


def edge_of(frame: Frame, region: str) -> tuple[float, float]:
    """Return a place on a region's edge where nothing else is, in pixels of the frame."""
    x, y = frame.evaluate(
        """region => {
          const edge = map.regions.edges.getLayers().find(e => e.feature.properties.id === region)
          const rings = edge.getLatLngs().flat(Infinity)
          const points = rings.map(place => map.latLngToContainerPoint(place))
          const on = at => map.regions.of(document.elementFromPoint(at.x, at.y))
          const free = points.find(at => on(at) === region
            && !map.bubbles.at(map.containerPointToLayerPoint(at)))
          return [free.x, free.y]
        }""",
        region,
    )
    return x, y


@pytest.mark.parametrize(
    ("colour", "value", "key", "tones"),
    [
        ("Theme", "theme", "Technology", {"circle", "square", "triangle"}),
        ("Newest", "recent", "within a year", {"new", "recent", "old"}),
    ],
)
def test_colours_tell_themes_or_age(
    visit: Visit, colour: str, value: str, key: str, tones: set[str]
) -> None:
    """The choice is in the address; the legend says what shapes and colours mean."""
    page = visit("/")
    frame = drawn_map(page)
    page.get_by_role("radio", name=colour).or_(page.get_by_role("button", name=colour)).click()
    frame.wait_for_function("newsMap.drawn.colour !== 'number'")
    settle(page)
    assert f"colour={value}" in page.url
    seen = frame.evaluate("() => map.bubbles.spots.map(spot => spot.tone)")
    assert set(seen) <= tones
    assert len(set(seen)) > 1
    expect(inside(page).locator(".news-legend")).to_contain_text(key)


def test_the_map_fits_the_results_and_shows_all_again(visit: Visit) -> None:
    """A link opens where its briefs are; “Whole map” leads away, “Fit to results” back."""
    page = visit("/?region=wales")
    frame = drawn_map(page)
    settle(page)
    results = place(frame)
    assert frame.evaluate("map.getBounds().contains([51.58, -2.99])")
    assert "at=" not in page.url
    inside(page).get_by_role("button", name="Whole map").click()
    frame.wait_for_function("zoom => map.getZoom() < zoom - 1", arg=results["zoom"])
    page.wait_for_url("**at=*")
    inside(page).get_by_role("button", name="Fit to results").click()
    frame.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.1", arg=results["zoom"])
    expect(page).not_to_have_url(re.compile("at="))


def test_the_map_follows_the_filter_until_somebody_moves_it(visit: Visit) -> None:
    """What was found is in sight without a press; whoever looks elsewhere stays there."""
    page = visit("/")
    frame = drawn_map(page)
    whole = place(frame)
    option(page, "Wales,").check()
    settle(page)
    frame.wait_for_function("zoom => map.getZoom() > zoom + 1", arg=whole["zoom"])
    option(page, "Wales,").uncheck()
    settle(page)
    frame.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.1", arg=whole["zoom"])
    assert "at=" not in page.url


def test_a_move_that_comes_while_the_map_zooms_is_made(visit: Visit) -> None:
    """Leaflet forgets a move while another is animated; the last wish is the one that counts."""
    page = visit("/?region=wales")
    page.emulate_media(reduced_motion="no-preference")
    frame = drawn_map(page)
    inside(page).get_by_role("button", name="Whole map").click()
    frame.wait_for_function("map.getZoom() < 6.5 && !map.bubbles.zooming")
    settle(page)
    whole = place(frame)
    assert frame.evaluate(
        """() => { const [whole, fit] = document.querySelectorAll('.news-places button')
          return new Promise(done => {
            map.once('zoomanim', () => { whole.click(); done(map.bubbles.zooming) })
            fit.click()
          }) }"""
    )
    frame.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.3", arg=whole["zoom"])
    frame.wait_for_function("!map.bubbles.zooming")
    assert abs(place(frame)["zoom"] - whole["zoom"]) < 0.3
    page.emulate_media(reduced_motion="reduce")


def test_a_map_without_briefs_says_so(visit: Visit) -> None:
    """No key explains sizes that are not there; a corner says that nothing was found here."""
    page = visit("/?q=nothingofthekind")
    frame = drawn_map(page)
    note = inside(page).get_by_text("No briefs here")
    expect(note).to_be_visible()
    expect(inside(page).locator(".news-legend")).to_be_hidden()
    frame.evaluate("() => newsMap.draw({...newsMap.drawn, counts: {camden: 1}})")
    expect(note).to_be_hidden()
    expect(inside(page).locator(".news-legend")).to_be_visible()


def test_the_key_is_open_where_it_tells_colours(whole: Page) -> None:
    """Beside plain bubbles it leaves the room to the map, until somebody asks for it."""
    page, frame = whole, drawn_map(whole)
    key = inside(page).locator(".news-legend")
    expect(key).not_to_have_attribute("open", "")
    for colour, state in (("theme", True), ("number", False)):
        frame.evaluate("colour => newsMap.draw({...newsMap.drawn, colour})", colour)
        assert key.evaluate("key => key.open") is state
    key.locator("summary").click()
    frame.evaluate("() => newsMap.draw({...newsMap.drawn})")
    assert key.evaluate("key => key.open")


def test_the_first_press_on_the_map_hits(whole: Page) -> None:
    """A map whose foot is out of sight stays where it is when it gets the focus."""
    page, frame = whole, drawn_map(whole)
    key = inside(page).locator(".news-legend summary")
    page.set_viewport_size({"width": 1400, "height": 700})
    page.evaluate("document.activeElement.blur()")
    page.locator(".stMain").evaluate("main => { main.scrollTop = 0 }")
    before, opened = page.locator(MAP).bounding_box(), frame.evaluate("map.legend.box.open")
    at = key.bounding_box()
    assert at is not None
    page.mouse.click(at["x"] + 8, at["y"] + 8, delay=50)
    assert page.locator(MAP).bounding_box() == before
    assert frame.evaluate("map.legend.box.open") is not opened
    page.set_viewport_size({"width": 1400, "height": 1100})


def test_the_key_explains_what_is_there(whole: Page) -> None:
    """Councils that are no more, that are only mentioned or not chosen; names without briefs."""
    frame = drawn_map(whole)
    frame.evaluate("() => { window.before = newsMap.drawn }")
    told = inside(whole).locator(".news-legend")
    words = ("no more", "only mentioned", "not chosen", "without a brief", "town")
    for news, zoom, telling in (
        ("{counts: {camden: 2}}", 5, ()),
        ("{counts: {camden: 2, allerdale: 1}}", 5, ("no more",)),
        ("{counts: {camden: 2}, mentioned: {leeds: 1}}", 5, ("only mentioned",)),
        ("{counts: {camden: 2, leeds: 1}, chosen: ['leeds']}", 5, ("not chosen",)),
        ("{counts: {camden: 2}}", 10, ("without a brief", "town")),
    ):
        frame.evaluate(
            f"() => newsMap.draw({{...newsMap.drawn, mentioned: {{}}, chosen: [], ...{news}}})"
        )
        frame.evaluate(
            "zoom => { map.setMinZoom(4).setView([51.5, -0.1], zoom, {animate: false}) }", zoom
        )
        text = told.text_content() or ""
        assert [each for each in words if each in text] == list(telling)
    pictures = told.locator(".row svg").evaluate_all("all => all.map(each => each.innerHTML)")
    assert len(set(pictures)) == len(pictures), "two signs of the key are alike"
    frame.evaluate("() => { newsMap.draw(before); map.camera.resized(); map.camera.home(false) }")


def test_regions_that_are_all_alike_are_not_shaded(whole: Page) -> None:
    """A scale would tell nothing: the key says the number instead."""
    frame = drawn_map(whole)
    frame.evaluate("() => { window.before = newsMap.drawn }")
    told = inside(whole).locator(".news-legend")
    frame.evaluate(
        """() => newsMap.draw({...newsMap.drawn,
          shades: Object.fromEntries(Object.keys(map.regions.names).map(id => [id, 7]))})"""
    )
    assert "7 in each: all alike" in (told.text_content() or "")
    expect(told.locator(".ramp")).to_have_count(0)
    grounds = frame.locator("path.region")
    shares = "all => all.map(each => each.style.getPropertyValue('--share'))"
    assert set(grounds.evaluate_all(shares)) == {"0"}
    frame.evaluate("() => newsMap.draw({...newsMap.drawn, shades: {wales: 7}})")
    expect(told.locator(".ramp")).to_have_count(1)
    frame.evaluate("() => newsMap.draw(before)")


def test_a_council_without_briefs_is_named_and_leads_to_its_page(visit: Visit) -> None:
    """Its dot says what it is; choosing it opens its page."""
    page = visit("/?region=wales")
    frame = drawn_map(page)
    frame.evaluate("() => { map.setView([52.2, -4.2], 10, {animate: false}) }")
    label = "map.labels.placed.find(each => each.council?.id === 'ceredigion')"
    x, y = frame.evaluate(
        f"() => {{ const at = map.layerPointToContainerPoint({label}.dot); return [at.x, at.y] }}"
    )
    page.locator(MAP).hover(position={"x": x, "y": y})
    expect(inside(page).get_by_text("Ceredigion County Council: no briefs here")).to_be_visible()
    page.locator(MAP).click(position={"x": x, "y": y})
    page.wait_for_url("**/councils?region=wales&council=ceredigion*")


def test_no_name_lies_beneath_a_key_that_has_grown(whole: Page) -> None:
    """Names go where the key leaves room as it is now, not as it was before it told colours."""
    frame = drawn_map(whole)
    names = frame.evaluate(
        """() => {
          const key = document.querySelector('.news-legend'), drawn = newsMap.drawn
          key.open = true
          map.setView([52.5, -1.5], 8, {animate: false})
          newsMap.draw({...drawn, colour: 'theme'})
          const under = key.getBoundingClientRect()
          const names = map.labels.placed.filter(({box}) => {
            const a = map.layerPointToContainerPoint([box.left, box.top])
            const b = map.layerPointToContainerPoint([box.right, box.bottom])
            return a.x < under.right && under.left < b.x && a.y < under.bottom && under.top < b.y
          }).map(({lines}) => lines[0])
          newsMap.draw(drawn)
          map.camera.home(false)
          return names
        }"""
    )
    assert names == []


def test_regions_are_shaded_with_a_legend(visit: Visit) -> None:
    """The shade is a switch that a link can set; the legend says what it means."""
    page = visit("/?shade=true")
    drawn_map(page)
    legend = inside(page).locator(".news-legend")
    expect(legend).to_contain_text("Briefs in the region")
    expect(legend.locator(".ends")).to_have_text("03")
    assert "shade=true" in page.url
    page.get_by_text("Shade regions by number of briefs").click()
    expect(legend).not_to_contain_text("Briefs in the region")
    assert "shade" not in page.url


def test_a_map_that_cannot_draw_says_so_and_the_list_stands(visit: Visit, page: Page) -> None:
    """Where the map's own files do not arrive, a sentence appears within some seconds."""
    page.route("**/vendor/leaflet/**", lambda route: route.abort())
    visit("/")
    expect(page.get_by_text("The map could not be drawn")).to_be_visible(timeout=15_000)
    expect(headlines(page)).to_have_count(15)
    option(page, "Wales,").check()
    expect(headlines(page)).to_have_count(3)


def test_a_map_that_has_drawn_hides_the_note(whole: Page) -> None:
    """Nothing lies over the map once it is there."""
    expect(whole.get_by_text("Drawing the map…")).to_be_hidden()


def test_the_map_stays_in_sight_while_the_list_scrolls(whole: Page) -> None:
    """On a wide screen the map stands beside the list, all of it, wherever one reads."""
    headlines(whole).nth(8).scroll_into_view_if_needed()
    expect(whole.locator(MAP)).to_be_in_viewport(ratio=1)
    expect(whole.get_by_text("Shade regions by number")).to_be_in_viewport(ratio=1)


def test_lines_of_counties_come_near_and_are_named_for_what_they_are(whole: Page) -> None:
    """They are no areas of today's councils, and the key says so; from afar there are none."""
    page, frame = whole, drawn_map(whole)
    told = inside(page).locator(".news-legend .lines")
    expect(told).to_be_hidden()
    assert frame.locator("path.county").count() == 0
    frame.evaluate("() => { map.setView([52.5, -1.5], 8, {animate: false}) }")
    expect(told).to_contain_text("of about 2010")
    expect(frame.locator("path.county")).not_to_have_count(0)
