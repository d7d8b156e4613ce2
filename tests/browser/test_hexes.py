"""Every council the same: a hexagon each, which does what a bubble does."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from running_app import settle
from tests.browser.sight import MAP, card, drawn_map, option, title

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.model import CouncilStatus
from regional_news.settings import PROJECT

Visit = Callable[..., Page]
HEXAGONS = "/?form=hexes"


@pytest.fixture(scope="module")
def hexagons(lasting_page: Page, server: str) -> Page:
    """Give the page of all hexagons, which no test changes."""
    lasting_page.goto(server + HEXAGONS)
    settle(lasting_page)
    return lasting_page


def test_there_is_one_for_each_council_in_office(hexagons: Page) -> None:
    """Those without a brief, too; all of one size, each in a place of its own."""
    frame = drawn_map(hexagons)
    gazetteer = load_gazetteer(PROJECT / "tests/fixtures/data")
    current = {each.id for each in gazetteer if each.status is CouncilStatus.CURRENT}
    spots = frame.evaluate("() => map.bubbles.spots.map(({p, x, y, r}) => ({id: p.id, x, y, r}))")
    assert len(spots) == len(current)
    assert {each["id"] for each in spots} == current
    assert len({each["r"] for each in spots}) == 1
    assert len({(each["x"], each["y"]) for each in spots}) == len(spots)
    nearest = min(
        ((a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2) ** 0.5
        for i, a in enumerate(spots)
        for b in spots[:i]
    )
    assert nearest > 1.6 * spots[0]["r"]


def test_a_filter_empties_and_fills_them(visit: Visit) -> None:
    """The counts are those of the map; the view stays."""
    page = visit(HEXAGONS)
    frame = drawn_map(page)
    filled = "() => map.bubbles.spots.filter(spot => spot.p.count).length"
    assert frame.evaluate(filled) == 25
    option(page, "Wales,").check()
    frame.wait_for_function("map.bubbles.spots.filter(spot => spot.p.count).length === 3")
    settle(page)
    assert "form=hexes" in page.url


def test_a_region_is_seen_whole(visit: Visit) -> None:
    """Who asks which councils of London were never written about sees all of them."""
    frame = drawn_map(visit(HEXAGONS + "&region=london"))
    frame.wait_for_function(
        """() => map.bubbles.councils.filter(spot => spot.p.region === 'london')
          .every(spot => map.getBounds().contains(spot.latlng)) && map.getZoom() > 6"""
    )


def test_a_hexagon_opens_its_card(visit: Visit) -> None:
    """Also that of a council nobody has written about; "Only these" filters."""
    page = visit(HEXAGONS)
    frame = drawn_map(page)
    settle(page)
    for council, words in (("aberdeen", "1 brief."), ("camden", "0 briefs.")):
        box = page.locator(MAP).bounding_box()
        assert box is not None
        x, y = frame.evaluate(
            """id => { const spot = map.bubbles.of(id)
              const at = map.layerPointToContainerPoint([spot.x, spot.y]); return [at.x, at.y] }""",
            council,
        )
        page.mouse.click(box["x"] + x, box["y"] + y)
        expect(card(page)).to_contain_text(words)
    card(page).get_by_role("button", name="Only these").click()
    expect(title(page)).to_have_text("Briefs about London Borough of Camden")


def test_the_arrow_keys_lead_through_them(hexagons: Page) -> None:
    """East and back west is where one was; Enter opens."""
    page, frame = hexagons, drawn_map(hexagons)
    frame.evaluate("() => map.bubbles.select('camden')")
    frame.locator(".handle").focus()
    here = frame.evaluate("document.activeElement.ariaLabel")
    page.keyboard.press("ArrowRight")
    assert frame.evaluate("document.activeElement.ariaLabel") != here
    page.keyboard.press("ArrowLeft")
    assert frame.evaluate("document.activeElement.ariaLabel") == here
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("heading")).to_have_text("London Borough of Camden")


def test_an_embedded_page_shows_them(visit: Visit) -> None:
    """The choice is part of the link, so that a page of an intranet has hexagons as well."""
    frame = drawn_map(visit(HEXAGONS + "&embed=true"))
    assert frame.evaluate("() => map.bubbles.hexagons")


def test_coverage_shows_them(visit: Visit) -> None:
    """Who gets written about, at a glance, beside the tables."""
    frame = drawn_map(visit("/coverage?region=wales"))
    assert frame.evaluate("() => map.bubbles.spots.filter(spot => spot.p.count).length") == 3


def test_the_wheel_scrolls_the_page_of_coverage(visit: Visit) -> None:
    """The map there lies in the run of the page: the wheel leads past it."""
    page = visit("/coverage")
    frame = drawn_map(page)
    settle(page)
    page.locator(MAP).scroll_into_view_if_needed()
    box, zoom = page.locator(MAP).bounding_box(), frame.evaluate("map.getZoom()")
    assert box is not None
    scrolled = "document.querySelector('.stMain').scrollTop"
    before = page.evaluate(scrolled)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.mouse.wheel(0, 300 if before == 0 else -300)
    page.wait_for_function(f"before => {scrolled} !== before", arg=before)
    assert frame.evaluate("map.getZoom()") == zoom


PAINTED = """id => {
  const spot = map.bubbles.of(id), canvas = document.querySelector('canvas.bubbles')
  const at = map.layerPointToContainerPoint([spot.x, spot.y + 0.7 * spot.r])
  const many = canvas.width / innerWidth
  const pixel = canvas.getContext('2d').getImageData(at.x * many, at.y * many, 1, 1).data
  return [...pixel].slice(0, 3).join()
}"""
BUBBLE = """share => {
  const colour = name => getComputedStyle(map.getContainer()).getPropertyValue(name).trim()
  const parts = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16))
  const paper = parts(colour('--paper'))
  const mixed = (part, i) => Math.round(share * part + (1 - share) * paper[i])
  return parts(colour('--bubble')).map(mixed)
}"""


def test_the_key_has_the_colours_of_the_hexagons(visit: Visit) -> None:
    """One brief has the full colour where no council has more, else that of the key."""
    page = visit(HEXAGONS)
    frame = drawn_map(page)
    settle(page)
    strengths = """() => Object.fromEntries([...document.querySelectorAll('.news-legend .row')]
      .map(row => [row.textContent, Number(row.querySelector('svg').style.fillOpacity)]))"""
    for more, key in ((1, {"1 brief"}), (3, {"1 brief", "most: 3"})):
        counts = {"camden": 1, "aberdeen": more}
        frame.evaluate("counts => newsMap.draw({...newsMap.drawn, counts})", counts)
        told = frame.evaluate(strengths)
        assert set(told) == {"no brief", *key}
        for council, words in (("camden", "1 brief"), ("aberdeen", f"most: {more}")):
            painted = [int(part) for part in frame.evaluate(PAINTED, council).split(",")]
            expected = frame.evaluate(BUBBLE, told.get(words, 1))
            assert all(abs(a - b) <= 2 for a, b in zip(painted, expected, strict=True))


def test_the_key_says_why_there_are_gaps(hexagons: Page) -> None:
    """What one hexagon is, and what lies between them, is told in a line."""
    key = drawn_map(hexagons).locator(".news-legend")
    expect(key).to_contain_text("One hexagon a council")
    expect(key).to_contain_text("gaps keep coasts and regions in shape")


def test_long_names_are_set_smaller_and_never_cut(hexagons: Page) -> None:
    """A name takes more lines, broken after a space or a hyphen, then smaller letters, or none."""
    frame = drawn_map(hexagons)
    fitted = """([words, room]) => painting.fitted(
      document.createElement('canvas').getContext('2d'), words, room, 11, 2)"""
    for words, lines in (
        ("Barking and Dagenham", ["Barking and", "Dagenham"]),
        ("Stratford-on-Avon", ["Stratford-on-", "Avon"]),
        ("Westminster", ["Westminster"]),
    ):
        assert frame.evaluate(fitted, [words, 64])["lines"] == lines
    assert frame.evaluate(fitted, ["Westminster", 56])["size"] < 11
    assert frame.evaluate(fitted, ["Westminster", 20])["lines"] == []
