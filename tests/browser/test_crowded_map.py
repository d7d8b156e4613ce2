"""With an archive of hundreds of briefs: bubbles in their places, apart, and none lost."""

import json
from itertools import pairwise
from typing import Any

import pytest
import shapely
from data_folders import FROZEN
from playwright.sync_api import Frame, Page, ViewportSize
from running_app import settle
from tests.browser.sight import HIDDEN, MAP, drawn_map, totals

ISLANDS, LONDON, MANCHESTER, GLASGOW = (54.8, -4.4), (51.5, -0.12), (53.5, -2.25), (55.9, -4.2)
SIZES = (ViewportSize(width=1400, height=1100), ViewportSize(width=390, height=844))
SPOTS = """() => map.bubbles.spots.map(spot => {
  const at = map.layerPointToContainerPoint([spot.x, spot.y])
  const home = spot.p.members.map(id => map.bubbles.councils.find(each => each.p.id === id))
  const edge = Math.min(11, spot.r)
  const hit = [[0, 0], [edge, 0], [-edge, 0], [0, edge], [0, -edge]].every(([dx, dy]) =>
    map.bubbles.at(L.point(spot.x + 0.9 * dx, spot.y + 0.9 * dy)) === spot)
  return {
    x: at.x, y: at.y, r: spot.r, hit, lat: spot.latlng.lat, lon: spot.latlng.lng,
    count: spot.p.count, about: spot.p.about, members: spot.p.members,
    regions: home.map(each => each.p.region),
    homes: home.map(each => [each.latlng.lng, each.latlng.lat]),
    degree: map.latLngToContainerPoint([55, -3]).distanceTo(map.latLngToContainerPoint([55, -4])),
  }
})"""


@pytest.fixture(scope="module")
def regions() -> dict[str, shapely.Geometry]:
    """Give the outlines of the regions by id, longitude first."""
    features = json.loads((FROZEN / "boundaries.geojson").read_text(encoding="utf-8"))["features"]
    return {each["properties"]["id"]: shapely.geometry.shape(each["geometry"]) for each in features}


@pytest.fixture(scope="module")
def crowded(lasting_page: Page, archive: str) -> Page:
    """Give the page of all briefs, which the tests look at one after the other."""
    lasting_page.goto(archive)
    settle(lasting_page)
    return lasting_page


def seen(frame: Frame, at: tuple[float, float], zoom: float) -> list[dict[str, Any]]:
    """Return all bubbles at a zoom, with where they are."""
    frame.evaluate("([at, zoom]) => { map.setView(at, zoom, {animate: false}) }", [at, zoom])
    spots: list[dict[str, Any]] = frame.evaluate(SPOTS)
    return spots


def whole_map(page: Page, size: ViewportSize = SIZES[0]) -> Frame:
    """Return the frame of the map once it shows the whole in a window of this size."""
    page.set_viewport_size(size)
    settle(page)
    frame = drawn_map(page)
    frame.get_by_role("button", name="Whole map").click()
    frame.wait_for_function("!map._animatingZoom")
    return frame


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_bubbles_stand_on_land_in_their_regions_and_apart(
    crowded: Page, regions: dict[str, shapely.Geometry], size: ViewportSize
) -> None:
    """At every zoom: none in the sea, none outside its region, none much on another, none lost."""
    frame = whole_map(crowded, size)
    all_briefs = frame.evaluate("() => Object.values(newsMap.drawn.counts).reduce((a, b) => a + b)")
    councils = frame.evaluate("() => Object.keys(newsMap.drawn.counts).sort()")
    whole = frame.evaluate("() => map.getZoom()")
    for zoom in (whole, 6, 7, 8, 9, 10):
        spots = seen(frame, ISLANDS, zoom)
        assert sum(each["about"] for each in spots) == all_briefs
        assert sorted(member for each in spots for member in each["members"]) == councils
        assert [each for each in spots if not at_home(each, regions)] == []
        assert worst_overlap(spots) <= 0.25


def at_home(spot: dict[str, Any], regions: dict[str, shapely.Geometry]) -> bool:
    """Return whether a bubble stands at one of its councils, in that council's region.

    A council's point may lie on a coast that the outline simplifies, by less than the bubble.
    """
    own = [
        region
        for region, home in zip(spot["regions"], spot["homes"], strict=True)
        if abs(home[0] - spot["lon"]) < 1e-9 and abs(home[1] - spot["lat"]) < 1e-9
    ]
    point, radius = shapely.Point(spot["lon"], spot["lat"]), spot["r"] / spot["degree"]
    return any(regions[region].distance(point) <= min(radius, 0.05) for region in own)


def worst_overlap(spots: list[dict[str, Any]]) -> float:
    """Return the largest share of a bubble's area that another bubble lies on."""
    discs = [shapely.Point(each["x"], each["y"]).buffer(each["r"]) for each in spots]
    tree = shapely.STRtree(discs)
    pairs = tree.query(discs, predicate="intersects").T
    return max(
        (
            discs[a].intersection(discs[b]).area / min(discs[a].area, discs[b].area)
            for a, b in pairs.tolist()
            if a < b
        ),
        default=0.0,
    )


@pytest.mark.parametrize("form", ["map", "hexes"])
def test_nothing_lies_on_the_whole_map(page: Page, archive: str, form: str) -> None:
    """Neither buttons nor the closed key hide a bubble, a hexagon or a region's name."""
    page.goto(f"{archive}/?form={form}")
    settle(page)
    frame = drawn_map(page)
    for width, height in ((1400, 1000), (700, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        frame.wait_for_function(f"({HIDDEN})(['region']).length === 0")


def test_an_open_key_hides_no_name(crowded: Page) -> None:
    """Names make way for it, and come back when it is closed."""
    frame = whole_map(crowded, ViewportSize(width=700, height=900))
    key = crowded.frame_locator(MAP).locator(".news-legend summary")
    names = "() => map.labels.placed.map(each => each.lines.join(' '))"
    before = frame.evaluate(names)
    key.click()
    frame.wait_for_function(f"({HIDDEN})(['region']).every(name => !/England|Scotland/.test(name))")
    key.click()
    frame.wait_for_function(f"before => ({names})().join() === before.join()", arg=before)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_a_name_in_the_sea_is_tied_to_its_region(
    crowded: Page, regions: dict[str, shapely.Geometry], size: ViewportSize
) -> None:
    """Most regions are named where bubbles leave no room; the line to one crosses no other."""
    tied = whole_map(crowded, size).evaluate(
        """() => map.labels.placed.filter(each => each.region).map(each => [each.region,
          [[each.x, each.y], [each.tie.x, each.tie.y]].map(at => {
            const there = map.layerPointToLatLng(at)
            return [there.lng, there.lat]
          })])"""
    )
    assert len(tied) >= 7
    assert any(name != end for _, (name, end) in tied), "some stand in the sea"
    for region, ends in tied:
        line = shapely.LineString(ends)
        crossed = [each for each in regions if regions[each].intersection(line).length > 0.1]
        assert regions[region].distance(shapely.Point(ends[1])) < 0.05
        assert crossed in ([region], [])


def test_the_ground_is_never_hidden(crowded: Page) -> None:
    """On a phone, too, bubbles take less than half of the land, most of which stays in sight."""
    for size in SIZES:
        frame = whole_map(crowded, size)
        covered, land = frame.evaluate(
            """() => {
              const discs = map.bubbles.spots.reduce((sum, spot) => sum + Math.PI * spot.r ** 2, 0)
              const a = map.latLngToLayerPoint([58.6, -10.4]), b = map.latLngToLayerPoint([50, 1.7])
              return [discs, Math.abs((b.x - a.x) * (b.y - a.y)) * 0.42]
            }"""
        )  # land takes 42 % of the box around the islands
        assert covered < 0.45 * land


@pytest.mark.parametrize("at", [LONDON, MANCHESTER, GLASGOW])
def test_bubbles_of_cities_can_be_hit(crowded: Page, at: tuple[float, float]) -> None:
    """From zoom 10 on each council of a city has a bubble of its own that a finger hits."""
    frame = whole_map(crowded)
    spots = [each for each in seen(frame, at, 10) if 0 < each["x"] < 700 and 0 < each["y"] < 700]
    assert len(spots) > 5, "the city's councils are on the map"
    assert all(len(each["members"]) == 1 for each in spots)
    assert all(each["hit"] for each in spots)


def test_numbers_that_differ_look_different(crowded: Page) -> None:
    """1, 2, 6 and 30 briefs can be told apart at every zoom: by two pixels of width at least."""
    frame = whole_map(crowded)
    for zoom in (4.5, 6, 9):
        radii = frame.evaluate(
            "zoom => [1, 2, 6, 30].map(count => sizes.of(6, zoom)(count, false))", zoom
        )
        widths = [2 * r for r in radii]
        assert all(b - a >= 2 for a, b in pairwise(widths)), widths


def test_a_tap_opens_a_bubble_of_several(crowded: Page) -> None:
    """It parts, which is announced; tapped on, one comes to councils of their own."""
    page, frame = crowded, whole_map(crowded)
    all_of_them = totals(page).inner_text()
    for _ in range(6):
        london = next(each for each in frame.evaluate(SPOTS) if "camden" in each["members"])
        if len(london["members"]) == 1:
            break
        before = len(frame.evaluate(SPOTS))
        box = page.locator("iframe[title='Map of the news']").bounding_box()
        assert box is not None
        page.mouse.move(2, 2)  # lets the card go
        page.wait_for_timeout(400)
        page.mouse.click(box["x"] + london["x"], box["y"] + london["y"])
        frame.wait_for_function("before => map.bubbles.spots.length > before", arg=before)
        said = frame.locator("#news-said")
        assert said.inner_text().endswith("bubbles.")
    assert london["members"] == ["camden"]
    assert totals(page).inner_text() == all_of_them


def test_a_borough_without_a_brief_has_a_ring(page: Page, archive: str) -> None:
    """Where names crowd, too: they keep off it, and it does without one of its own."""
    page.goto(f"{archive}/?region=london")
    settle(page)
    frame = drawn_map(page)
    ringed = """() => {
      const shown = map.bubbles.councils.map(spot => spot.p.id)
      const rings = map.labels.placed.filter(each => each.council).map(each => each.council.id)
      return COUNCILS.filter(each => each.region === 'london' && !each.past)
        .filter(each => !shown.includes(each.id)).map(each => [each.id, rings.includes(each.id)])
    }"""
    assert frame.evaluate(ringed) == [["ealing", True]]
    page.get_by_role("checkbox", name="London,").uncheck()
    frame.wait_for_function("map.bubbles.councils.length > 400")
    frame.get_by_role("button", name="London", exact=True).click()
    frame.wait_for_function("!map._animatingZoom && map.getZoom() > 9")
    assert frame.evaluate(ringed) == [["ealing", True]]


def test_names_do_not_lie_on_one_another(crowded: Page) -> None:
    """Names on the ground: regions first, councils and towns as one comes nearer."""
    frame = whole_map(crowded)
    kinds = {}
    for zoom in (frame.evaluate("() => map.getZoom()"), 7, 8, 9.5):
        seen(frame, (51.6, -1.5), zoom)
        boxes = frame.evaluate(
            """() => map.labels.placed.map(each =>
              ({...each.box, ...each.dot, k: each.kind, named: each.lines.length > 0}))"""
        )
        names = [b for b in boxes if b["named"]]
        shapes = [shapely.box(b["left"], b["top"], b["right"], b["bottom"]) for b in names]
        tree = shapely.STRtree(shapes)
        assert tree.query(shapes, predicate="overlaps").T.tolist() == []
        rings = [shapely.Point(b["x"], b["y"]).buffer(4) for b in boxes if b["k"] == "quiet"]
        assert not [ring for ring in rings if len(tree.query(ring, predicate="intersects"))]
        kinds[zoom] = {box["k"] for box in boxes}
    far, *_, near = kinds.values()
    assert "region" in far
    assert "council" not in far
    assert {"council", "quiet", "town"} <= near
