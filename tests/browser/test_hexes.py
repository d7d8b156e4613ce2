"""Every council the same: a hexagon each, which does what a bubble does."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from running_app import settle
from tests.browser.sight import MAP, card, drawn_map, option, title

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.model import CouncilStatus
from regional_news.settings import PROJECT

Visit = Callable[..., Page]
HEXAGONS = "/?form=hexes"


def test_there_is_one_for_each_council_in_office(visit: Visit) -> None:
    """Those without a brief, too; all of one size, each in a place of its own."""
    frame = drawn_map(visit(HEXAGONS))
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


def test_the_arrow_keys_lead_through_them(visit: Visit) -> None:
    """East and back west is where one was; Enter opens."""
    page = visit(HEXAGONS)
    frame = drawn_map(page)
    settle(page)
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
