"""Where councils stand close together, their bubbles can be told apart and hit with a finger."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from data_folders import FROZEN
from playwright.sync_api import Page
from running_app import running_app, settle
from tests.browser.sight import drawn_map

from regional_news.gazetteer.councils import load_gazetteer

LONDON, MANCHESTER = (51.5, -0.12), (53.5, -2.25)

SPOTS = """() => map.bubbles.spots.map(spot => {
  const at = map.layerPointToContainerPoint([spot.x, spot.y]), edge = 11
  const hit = [[0, 0], [edge, 0], [-edge, 0], [0, edge], [0, -edge]].every(([dx, dy]) =>
    map.bubbles.at(L.point(spot.x + dx, spot.y + dy)) === spot)
  return {x: at.x, y: at.y, r: spot.r, room: hit}
}).filter(spot => spot.x > 0 && spot.y > 0 && spot.x < innerWidth && spot.y < innerHeight)"""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an app with a brief for every council in office."""
    folder = tmp_path_factory.mktemp("crowded")
    with running_app(folder) as address:
        _a_brief_for_each_council(folder / "data" / "regional_news.csv")
        yield address


def _a_brief_for_each_council(file: Path) -> None:
    gazetteer = load_gazetteer(FROZEN)
    columns = file.read_text(encoding="utf-8").splitlines()[0].split(",")
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.DictWriter(out, columns)
        rows.writeheader()
        for council in (each for each in gazetteer if each.end is None):
            region = gazetteer.regions[council.region].name
            news = {"region": region, "headline": f"News of {council.name}", "summary": "New."}
            rows.writerow({"issue": "One", "councils": council.name, **news})


def test_bubbles_in_big_cities_stand_apart(page: Page, crowded: str) -> None:
    """From zoom 8 on none lies on another, and each has room for a finger: 24 pixels, less 2."""
    page.goto(crowded)
    settle(page)
    frame = drawn_map(page)
    for at in (LONDON, MANCHESTER):
        for zoom in (8, 9, 10):
            frame.evaluate(
                "([at, zoom]) => { map.setView(at, zoom, {animate: false}) }", [at, zoom]
            )
            spots = frame.evaluate(SPOTS)
            assert len(spots) > 15, "the city's councils are on the map"
            assert all(spot["room"] for spot in spots)
            assert worst_overlap(spots) < 2


def worst_overlap(spots: list[dict[str, float]]) -> float:
    """Return how many pixels the two bubbles share that lie on each other the most."""
    return max(
        a["r"] + b["r"] - ((a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2) ** 0.5
        for i, a in enumerate(spots)
        for b in spots[:i]
    )
