"""What reaches the map: counts as GeoJSON, escaped, small, and the same for the same news."""

import html
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_map_string
from tests.unit.atlas_builder import COUNCILS, REGIONS, build_atlas

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.regions import Regions
from regional_news.mapping import BaseMap, MapView, News, base_map, bounds_of, outlines_script
from regional_news.model import CouncilStatus
from regional_news.settings import PROJECT

GAZETTEER = build_atlas().gazetteer
HOSTILE = (
    "</script><script>alert(1)</script>",
    "${alert(1)}",
    "`+alert(1)+`",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\u2028 \\u003c \\",
    "\"'&",
)


def sent(news: News, gazetteer: Gazetteer = GAZETTEER) -> str:
    """Return what the map is sent for the news."""
    return json.dumps(news.payload(gazetteer), separators=(",", ":"))


def bubbles(news: News, gazetteer: Gazetteer = GAZETTEER) -> dict[str, dict[str, Any]]:
    """Return the properties of the bubbles by council."""
    features = news.payload(gazetteer)["bubbles"]["features"]
    return {feature["properties"]["id"]: feature["properties"] for feature in features}


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
def test_there_is_one_bubble_for_each_council_with_news(
    about: dict[str, int], named: dict[str, int]
) -> None:
    """Never one for each brief; a council that is only mentioned has a hollow one."""
    shown = bubbles(News(about, named))
    assert set(shown) == {i for i in (*about, *named) if about.get(i) or named.get(i)}
    for council, properties in shown.items():
        assert properties["count"] == (about.get(council) or named[council])
        assert ("mentioned" in properties) is not bool(about.get(council))


def test_points_are_geojson() -> None:
    """Longitude first, as RFC 7946 has it."""
    (feature,) = News({"felpersham": 1}).payload(GAZETTEER)["bubbles"]["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-2.05, 52.25]}


@pytest.mark.parametrize(
    ("about", "named", "note"),
    [
        (1, 0, "1 brief"),
        (1_200, 0, "1,200 briefs"),
        (2, 1, "2 briefs, mentioned in 1 more"),
        (0, 3, "mentioned in 3 briefs"),
    ],
)
def test_a_bubble_tells_its_counts(about: int, named: int, note: str) -> None:
    """The words are those that a screen reader says."""
    shown = bubbles(News({"felpersham": about}, {"felpersham": named}))
    assert shown["felpersham"]["name"] == "Felpersham City Council"
    assert shown["felpersham"]["note"] == note


def test_what_is_chosen_is_on_the_map_without_a_brief() -> None:
    """The reader sees where the chosen council lies, and that it has nothing."""
    shown = bubbles(News({}, chosen=("ambridge",), focus="llareggub"))
    assert shown["ambridge"]["chosen"]
    assert shown["llareggub"]["focus"]
    assert shown["ambridge"]["note"] == "0 briefs"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_council_is_markup(text: str) -> None:
    """The map shows names as HTML: whatever a name says, it shows as text."""
    gazetteer = Gazetteer([replace(COUNCILS[0], name=text)], Regions(REGIONS))
    assert bubbles(News({"borsetshire": 1}), gazetteer)["borsetshire"]["name"] == html.escape(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_region_leaves_its_place(text: str) -> None:
    """The outlines are a script too."""
    region = {"type": "Feature", "geometry": None, "properties": {"id": "x", "name": text, "a": 1}}
    script = outlines_script(json.dumps({"type": "FeatureCollection", "features": [region]}))
    assert "<" not in script
    data = json.loads(script.removeprefix("window.REGION_OUTLINES = ").removesuffix(";"))
    expected = {"kind": "region", "id": "x", "label": html.escape(text)}
    assert data["features"][0]["properties"] == expected


def test_a_map_of_all_councils_is_small() -> None:
    """All councils in office, each with as many briefs and mentions as a million give: 100 KB."""
    real = load_gazetteer(PROJECT / "data")
    each = {council.id: 2_345 for council in real if council.status is CouncilStatus.CURRENT}
    news = News(each, each)
    assert len(bubbles(news, real)) == len(each) >= 435
    assert len(sent(news, real).encode()) <= 100_000


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
    assert len(addresses) == 5
    assert all(address.startswith(("../../vendor/", "../../assets/")) for address in addresses)
    page = BaseMap().get_root().render()
    assert "//" not in re.sub(r"\s//.*", "", page)
    assert set(re.findall(r"""(?:src|href)=["']([^"']+)""", page)) <= set(addresses)


def test_a_wish_to_move_is_told_once() -> None:
    """Its number tells a new wish from an old one; no bounds are the whole map."""
    box = ((50.0, -3.0), (55.0, 1.0))
    view = News({}, view=MapView(3, box)).payload(GAZETTEER)["view"]
    assert view["nonce"] == 3
    assert view["bounds"] == box
    assert News({}, view=MapView(4)).payload(GAZETTEER)["view"]["bounds"] is None
    assert News({}).payload(GAZETTEER)["view"] is None


def test_bounds_hold_all_points() -> None:
    """South-west and north-east, latitude first; nothing has no bounds."""
    assert bounds_of(COUNCILS) == ((51.9, -7.9), (53.4, -2.05))
    assert bounds_of([]) is None
