"""The data folder as it is shipped: what a reader of the map relies on."""

import csv
import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import shapely
from data_folders import SHIPPED
from geopy.distance import great_circle
from shapely import Point
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.resolver import Resolver
from regional_news.model import Ambiguous, Council, CouncilStatus, brief_id
from regional_news.text import fold
from regional_news.themes import load_themes
from regional_news.validation import Severity, check_data

DATA = SHIPPED
FILES = sorted(path for path in DATA.iterdir() if path.suffix in {".csv", ".toml", ".geojson"})

ISLANDS = {  # lat, lon of a point on each
    "Shetland": ("scotland", 60.3, -1.25),
    "Unst": ("scotland", 60.75, -0.88),
    "Fair Isle": ("scotland", 59.53, -1.63),
    "Orkney": ("scotland", 58.98, -3.1),
    "Lewis": ("scotland", 58.2, -6.6),
    "Barra": ("scotland", 56.99, -7.46),
    "St Kilda": ("scotland", 57.815, -8.58),
    "Skye": ("scotland", 57.3, -6.25),
    "Islay": ("scotland", 55.75, -6.25),
    "Arran": ("scotland", 55.58, -5.25),
    "Anglesey": ("wales", 53.27, -4.4),
    "Rathlin": ("northern-ireland", 55.29, -6.2),
    "Achill": ("republic-of-ireland", 53.96, -10.02),
    "Inishmore": ("republic-of-ireland", 53.12, -9.72),
    "Wight": ("south-east-england", 50.68, -1.3),
    "Sheppey": ("south-east-england", 51.4, 0.83),
    "Lundy": ("south-west-england", 51.18, -4.67),
    "St Mary’s, Scilly": ("south-west-england", 49.92, -6.3),
    "Man": ("crown-dependencies", 54.22, -4.53),
    "Jersey": ("crown-dependencies", 49.21, -2.13),
    "Guernsey": ("crown-dependencies", 49.45, -2.58),
}


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer as shipped, without what was learnt in review."""
    return load_gazetteer(DATA, ())


@cache
def outlines() -> Mapping[str, BaseGeometry]:
    """Return the outlines by id of region, lon before lat."""
    features = json.loads((DATA / "boundaries.geojson").read_text(encoding="utf-8"))["features"]
    return {each["properties"]["id"]: shape(each["geometry"]) for each in features}


@cache
def briefs() -> tuple[dict[str, str], ...]:
    """Return the rows of regional_news.csv."""
    with (DATA / "regional_news.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def distance_km(region: str, lat: float, lon: float) -> float:
    """Return how far a point is from a region's outline; 0 inside."""
    nearest, point = nearest_points(outlines()[region], Point(lon, lat))
    return float(great_circle((nearest.y, nearest.x), (point.y, point.x)).km)


def lists(cell: str) -> list[str]:
    """Return the parts of a cell."""
    return cell.split("; ") if cell else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_are_plain_utf8(path: Path) -> None:
    """No byte order mark, no carriage return, no sign of a lost encoding, one kind of accent."""
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert text.endswith("\n")
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"[\ufffd\u00a0\u200b]|Ã[\u0080-\u00bf]|â€|Â[\u0080-\u00bf]", text)


def test_nothing_in_it_is_wrong() -> None:
    """What the project's own check finds are notes, no errors."""
    findings = check_data(DATA)
    assert [str(each) for each in findings if each.severity is not Severity.NOTE] == []


class TestCouncils:
    """councils.csv."""

    def test_every_region_has_councils_in_office(self) -> None:
        """There is no region whose councils were forgotten."""
        regions = {region.id for region in gazetteer().regions}
        assert {council.region for council in in_office()} == regions

    def test_an_id_says_what_the_place_is_called(self) -> None:
        """An id is the short name; only namesakes and combined authorities carry a suffix."""
        for council in gazetteer():
            base = slug(council.short_name)
            suffix = council.id.removeprefix(base)
            assert council.id.startswith(base), council.id
            if council.type == "combined authority" and suffix != "-ca-until-2024":
                assert suffix == ("-cca" if "Combined County" in council.name else "-ca")
            elif suffix:
                assert council.status is CouncilStatus.ABOLISHED, council.id
                assert suffix in {"-county", "-city", "-ca-until-2024"}
                assert council.id.removesuffix(suffix) in gazetteer() or suffix.startswith("-ca")

    @pytest.mark.parametrize(
        ("council_id", "name"),
        [
            ("aberdeen", "Aberdeen City Council"),
            ("cork-city", "Cork City Council"),
            ("cork-county", "Cork County Council"),
            ("dorset", "Dorset Council"),
            ("durham", "Durham County Council"),
            ("edinburgh", "City of Edinburgh Council"),
            ("galway-city", "Galway City Council"),
            ("galway-county", "Galway County Council"),
            ("glasgow", "Glasgow City Council"),
            ("greater-manchester-ca", "Greater Manchester Combined Authority"),
            ("lisburn-and-castlereagh", "Lisburn and Castlereagh City Council"),
            ("somerset-county", "Somerset County Council"),
        ],
    )
    def test_ids_are_permanent(self, council_id: str, name: str) -> None:
        """Links and saved filters hold these ids, so they never change."""
        assert gazetteer()[council_id].name == name

    def test_references_resolve(self) -> None:
        """Whoever is named as kin, county or combined authority is in the file."""
        for council in gazetteer():
            kin = (*council.predecessors, *council.successors)
            others = (council.parent, council.combined_authority)
            assert all(other in gazetteer() for other in (*kin, *filter(None, others))), council.id

    def test_lineage_is_symmetric(self) -> None:
        """A council is its successors' predecessor and its predecessors' successor."""
        after = {(each.id, other) for each in gazetteer() for other in each.successors}
        before = {(other, each.id) for each in gazetteer() for other in each.predecessors}
        assert after == before
        assert len(after) > 100

    def test_predecessors_end_when_successors_start(self) -> None:
        """Nobody is replaced while still in office, nor long before."""
        for council in gazetteer():
            for other in map(gazetteer().__getitem__, council.predecessors):
                assert other.end is not None
                assert council.start is not None
                assert (council.start.first - other.end.last).days == 1, (other.id, council.id)

    def test_status_follows_from_the_dates(self) -> None:
        """Whoever is gone has an end; a date range never runs backwards."""
        for council in gazetteer():
            assert (council.status is CouncilStatus.ABOLISHED) == bool(
                council.end and council.end.year < 2027
            ), council.id
            if council.start and council.end:
                assert council.start.first < council.end.last

    def test_surrey_is_replaced_in_2027(self) -> None:
        """The county and its eleven districts serve until 31 March 2027, two councils after."""
        shadows = [each for each in gazetteer() if each.status is CouncilStatus.SHADOW]
        assert [(each.id, str(each.start)) for each in shadows] == [
            ("east-surrey", "2027-04-01"),
            ("west-surrey", "2027-04-01"),
        ]
        leaving = {"surrey", *(each.id for each in gazetteer() if each.parent == "surrey")}
        assert {other for each in shadows for other in each.predecessors} == leaving
        assert len(leaving) == 12
        assert {str(gazetteer()[each].end) for each in leaving} == {"2027-03-31"}

    def test_points_lie_in_their_regions(self) -> None:
        """Every council's point is inside its region's outline or within 5 km of it."""
        far = {
            each.id: round(distance, 1)
            for each in gazetteer()
            if (distance := distance_km(each.region, each.lat, each.lon)) > 5
        }
        assert far == {}

    def test_districts_lie_near_their_county(self) -> None:
        """A district's point is no farther from its county's than a large county is wide."""
        for council in gazetteer():
            for area in filter(None, (council.parent, council.combined_authority)):
                other = gazetteer()[area]
                apart = great_circle((council.lat, council.lon), (other.lat, other.lon)).km
                assert apart < 80, (council.id, area)

    def test_welsh_and_irish_councils_have_their_own_names(self) -> None:
        """All 22 Welsh and 31 Irish councils have the name that they sign with."""
        signed = {"Wales": ("cy", "Cyngor "), "Ireland": ("ga", "Comhairle ")}
        counted = dict.fromkeys(signed, 0)
        for council in in_office():
            if council.nation in signed:
                language, first_word = signed[council.nation]
                assert council.languages[language][0].startswith(first_word), council.id
                counted[council.nation] += 1
        assert counted == {"Wales": 22, "Ireland": 31}

    def test_aliases_add_something(self) -> None:
        """An alias is capitalised, no repetition, and no other's own name but a predecessor's."""
        owner = {fold(each.name): each.id for each in gazetteer()}
        for council in gazetteer():
            own = {fold(council.name), fold(council.short_name)}
            aliases = {fold(alias) for alias in council.aliases}
            assert len(aliases - own) == len(council.aliases), council.id
            assert {owner.get(alias, council.id) for alias in aliases} <= {
                council.id,
                *council.predecessors,
            }
            assert all(alias[0].isupper() for alias in council.aliases), council.id

    def test_galway_is_shared(self) -> None:
        """“Galway” and “Cork” alone stand under the city and the county, so they are ambiguous."""
        for place in ("Galway", "Cork", "Newcastle"):
            assert len([each for each in gazetteer() if place in each.aliases]) == 2

    def test_codes_are_unique(self) -> None:
        """Two councils never share a GSS code, and a code looks like one."""
        codes = [each.gss_code for each in gazetteer() if each.gss_code]
        assert len(codes) == len(set(codes))
        assert all(re.fullmatch(r"[EWSN]\d{8}", code) for code in codes)


class TestBriefs:
    """regional_news.csv."""

    def test_every_region_has_news(self) -> None:
        """No region of the magazine is without a brief."""
        assert {row["region"] for row in briefs()} == {
            region.name for region in gazetteer().regions.in_magazine
        }

    def test_ids_are_made_from_what_briefs_say(self) -> None:
        """Ids can be made again from the row, so adding a brief twice adds nothing."""
        for row in briefs():
            region = gazetteer().regions.recognise(row["region"])
            assert region is not None
            assert row["id"] == brief_id(row["issue"], region.id, row["summary"])

    def test_councils_are_official_names(self) -> None:
        """Councils stand under their official names, or under a name that two of them have."""
        names = {council.name for council in gazetteer()}
        resolver = Resolver(gazetteer())
        for row in briefs():
            assert set(lists(row["councils"])) <= names
            others = set(lists(row["also_mentions"])) - names
            assert all(isinstance(resolver.resolve(name), Ambiguous) for name in others)

    def test_headlines_fit_a_card(self) -> None:
        """A headline is one sentence of at most 80 characters without a full stop."""
        for row in briefs():
            assert 0 < len(row["headline"]) <= 80
            assert not row["headline"].endswith(".")

    def test_themes_are_known(self) -> None:
        """A brief carries one to three themes of the taxonomy."""
        themes = load_themes(DATA / "themes.toml")
        for row in briefs():
            ids = lists(row["themes"])
            assert 1 <= len(ids) <= 3
            assert all(theme in themes for theme in ids)


class TestBoundaries:
    """boundaries.geojson."""

    def test_file_is_small(self) -> None:
        """The base map loads at once: at most 250 KB."""
        assert (DATA / "boundaries.geojson").stat().st_size <= 250_000

    def test_regions_are_all_there(self) -> None:
        """Thirteen regions and the Crown Dependencies, in the magazine's order."""
        assert list(outlines()) == [region.id for region in gazetteer().regions]
        assert len(gazetteer().regions.in_magazine) == 13

    def test_outlines_fit_together(self) -> None:
        """Outlines are valid and neighbours share their border: no gap, no overlap."""
        geometries = list(outlines().values())
        assert all(shapely.is_valid(geometries))
        assert shapely.coverage_is_valid(geometries)
        gaps = [part.interiors for part in parts(shapely.union_all(geometries))]
        assert not any(gaps)

    def test_outer_rings_run_anticlockwise(self) -> None:
        """RFC 7946's right-hand rule holds and every ring is closed."""
        for geometry in outlines().values():
            for part in parts(geometry):
                assert part.exterior.is_ccw
                assert not any(hole.is_ccw for hole in part.interiors)

    @pytest.mark.parametrize("island", ISLANDS)
    def test_islands_are_kept(self, island: str) -> None:
        """A point on each island lies in its region or within 3 km."""
        assert distance_km(*ISLANDS[island]) <= 3


def slug(name: str) -> str:
    """Return a name as it stands in an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def in_office() -> list[Council]:
    """Return the councils of today."""
    return [each for each in gazetteer() if each.status is CouncilStatus.CURRENT]


def parts(geometry: BaseGeometry) -> list[Any]:
    """Return the polygons of an outline."""
    return list(shapely.get_parts(geometry))


def test_every_council_in_office_has_one_hexagon() -> None:
    """hexes.csv: a cell for each, none for two, and no region in more pieces than it has seas."""
    rows = table("hexes.csv")
    cell_of = {row["council"]: (int(row["column"]), int(row["row"])) for row in rows}
    councils = {each.id: each for each in gazetteer() if each.status is CouncilStatus.CURRENT}
    assert cell_of.keys() == councils.keys(), "run scripts/make_hexes.py"
    assert len(set(cell_of.values())) == len(rows) == len(cell_of)
    for region in {each.region for each in councils.values()}:
        cells = {cell_of[each.id] for each in councils.values() if each.region == region}
        assert pieces(cells) == (2 if region == "crown-dependencies" else 1), region


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a file in the folder."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pieces(cells: set[tuple[int, int]]) -> int:
    """Return in how many pieces cells of the grid are; an odd row stands half a cell east."""
    left, count = set(cells), 0
    while left:
        count, edge = count + 1, [left.pop()]
        while edge:
            x, y = edge.pop()
            up = [(x + y % 2 - i, y + j) for i in (0, 1) for j in (-1, 1)]
            near = left & {(x - 1, y), (x + 1, y), *up}
            left -= near
            edge += near
    return count


def test_lines_of_counties_and_towns_lie_where_the_map_is() -> None:
    """counties.geojson is small, longitude first; towns.csv has some sixty towns of three ranks."""
    text = (DATA / "counties.geojson").read_text(encoding="utf-8")
    points = [point for line in json.loads(text)["coordinates"] for point in line]
    assert all(-11 < lon < 2.1 and 49.8 < lat < 61 for lon, lat in points)
    assert len(text) <= 100_000
    towns = table("towns.csv")
    assert 55 <= len(towns) <= 80
    assert all(-11 < float(t["lon"]) < 2 and 49.8 < float(t["lat"]) < 61 for t in towns)
    assert {town["rank"] for town in towns} == {"1", "2", "3"}
