"""What reaches the map: names escaped, counts small and the same for the same news."""

import csv
import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from data_folders import FROZEN
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_map_string
from tests.unit.snapshot_builder import COUNCILS, REGIONS, build_snapshot

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.regions import Regions
from regional_news.map.base_map import BaseMap, MapView, News, base_map, map_script
from regional_news.model import CouncilStatus

GAZETTEER = build_snapshot().gazetteer
NOWHERE = Path("no such folder")
HOSTILE = (
    "</script><script>alert(1)</script>",
    "${alert(1)}",
    "`+alert(1)+`",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\u2028 \\u003c \\",
    "\"'&",
)


def sent(news: News) -> str:
    """Return what the map is sent for the news."""
    return json.dumps(news.payload(), separators=(",", ":"))


def constants(script: str) -> dict[str, Any]:
    """Return what the map's script knows before it draws, by name."""
    lines = re.findall(r"^window\.([A-Z_]+) = (.*);$", script, re.MULTILINE)
    return {name: json.loads(value) for name, value in lines}


def points(gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """Return what the map's script knows of councils."""
    councils: list[dict[str, Any]] = constants(map_script(NOWHERE, gazetteer))["COUNCILS"]
    return councils


counts = st.dictionaries(st.sampled_from([c.id for c in COUNCILS]), st.integers(0, 3))


@given(counts, counts)
def test_equal_news_give_equal_bytes(about: dict[str, int], named: dict[str, int]) -> None:
    """The browser draws again only what changed, so the order of the counts must not matter."""
    news = News(about, named, chosen=("ambridge", "felpersham"), regions=("eriu", "gwlad"))
    turned = News(
        dict(reversed(about.items())),
        dict(reversed(named.items())),
        chosen=("felpersham", "ambridge"),
        regions=("gwlad", "eriu"),
    )
    assert sent(news) == sent(turned)


@given(counts, counts)
def test_only_councils_with_news_are_told(about: dict[str, int], named: dict[str, int]) -> None:
    """A number for each council, never anything for each brief; the map needs no zeros."""
    told = News(about, named).payload()
    assert told["counts"] == {council: count for council, count in about.items() if count}
    assert told["mentioned"] == {council: count for council, count in named.items() if count}


def test_points_are_those_of_the_gazetteer() -> None:
    """WGS84 degrees, by their names."""
    (council,) = (each for each in points(GAZETTEER) if each["id"] == "felpersham")
    assert (council["lat"], council["lon"]) == (52.25, -2.05)
    assert council["name"] == "Felpersham City Council"
    assert len(points(GAZETTEER)) == len(COUNCILS)


def test_what_is_chosen_is_told_without_a_brief() -> None:
    """The reader sees where the chosen council lies, and that it has nothing."""
    told = News({}, chosen=("llareggub", "ambridge"), focus="llareggub").payload()
    assert (told["chosen"], told["focus"]) == (["ambridge", "llareggub"], "llareggub")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_council_is_markup(text: str) -> None:
    """The map shows names as HTML: whatever a name says, it shows as text, and ends no script."""
    gazetteer = Gazetteer([replace(COUNCILS[0], name=text)], Regions(REGIONS))
    (council,) = points(gazetteer)
    assert council["name"] == html.escape(text)
    assert council["short"] == html.escape(COUNCILS[0].short_name)
    assert "<" not in map_script(NOWHERE, gazetteer).splitlines()[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_region_leaves_its_place(text: str, tmp_path: Path) -> None:
    """The outlines are a script too."""
    region = {"type": "Feature", "geometry": None, "properties": {"id": "x", "name": text, "a": 1}}
    outlines = json.dumps({"type": "FeatureCollection", "features": [region]})
    (tmp_path / "boundaries.geojson").write_text(outlines, encoding="utf-8")
    script = map_script(tmp_path, ())
    assert "<" not in script.splitlines()[0]
    (feature,) = constants(script)["REGION_OUTLINES"]["features"]
    assert feature["properties"] == {"kind": "region", "id": "x", "label": html.escape(text)}


def test_a_map_of_all_councils_is_small() -> None:
    """All councils in office, each with as many briefs and mentions as a million give: 30 KB."""
    real = load_gazetteer(FROZEN)
    each = {council.id: 2_345 for council in real if council.status is CouncilStatus.CURRENT}
    assert len(each) >= 435
    assert len(sent(News(each, each)).encode()) <= 30_000
    groups = {council: [1_234, 1_234, 1_234] for council in each}
    themed = News(each, each, colour="theme", groups=groups)
    recent = News(each, each, colour="recent", newest=dict.fromkeys(each, "2026-03"))
    assert max(len(sent(news).encode()) for news in (themed, recent)) <= 60_000
    assert len(map_script(NOWHERE, real).encode()) <= 160_000


def test_the_base_map_is_always_the_same() -> None:
    """Else the component would build a new frame, and lose place and zoom."""
    script = _get_map_string(BaseMap())
    assert "newsMap.base(map_div);" in script
    for _ in range(2):
        base_map().render()
        assert _get_map_string(base_map()) == script


def test_the_base_map_asks_only_its_own_server() -> None:
    """Addresses are relative to the component's frame, so that a base path works too."""
    addresses = [address for _, address in (*BaseMap.default_js, *BaseMap.default_css)]
    assert len(addresses) == 4
    assert all(address.startswith(("../../vendor/", "../../assets/")) for address in addresses)
    page = BaseMap().get_root().render()
    assert "//" not in re.sub(r"\s//.*", "", page)
    assert set(re.findall(r"""(?:src|href)=["']([^"']+)""", page)) <= set(addresses)


def test_a_wish_to_move_is_told_once() -> None:
    """Its number tells a new wish from an old one; no bounds are the whole map."""
    box = ((50.0, -3.0), (55.0, 1.0))
    view = News({}, view=MapView(3, box)).payload()["view"]
    assert view["nonce"] == 3
    assert view["bounds"] == box
    assert News({}, view=MapView(4)).payload()["view"]["bounds"] is None
    assert News({}).payload()["view"] is None


def test_the_script_has_what_the_folder_has(tmp_path: Path) -> None:
    """Towns and hexagons are read from their files; a council that is unknown has no hexagon."""
    (tmp_path / "towns.csv").write_text("name,lat,lon,rank\nBorchester,52.2,-2.0,1\n")
    cells = "council,column,row\nfelpersham,3,4\nnobody,1,1\n"
    (tmp_path / "hexes.csv").write_text(cells)
    known = constants(map_script(tmp_path, GAZETTEER))
    assert known["TOWNS"] == [{"name": "Borchester", "lat": 52.2, "lon": -2.0, "rank": 1}]
    assert known["HEXES"] == {"felpersham": [3, 4]}
    assert known["REGION_OUTLINES"]["features"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_town_is_markup(text: str, tmp_path: Path) -> None:
    """Towns are escaped in the same place as councils."""
    with (tmp_path / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerows([("name", "lat", "lon", "rank"), (text, 52, -2, 1)])
    (town,) = constants(map_script(tmp_path, ()))["TOWNS"]
    assert town["name"] == html.escape(text)
