"""A small map of a selection as SVG: the regions' outlines, a bubble for each council.

Plate carrée, shortened by the cosine of the middle latitude, which is true enough for a map of
one hand's width.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from regional_news.gazetteer.councils import Gazetteer
from regional_news.text import amount

WEST, EAST, SOUTH, NORTH = -11.0, 2.2, 48.9, 61.0
"""What the map shows, in WGS84 degrees."""

_UNITS_A_DEGREE = 36.0
_SHORTENED = math.cos(math.radians((SOUTH + NORTH) / 2))
_RING = 4  # a closed ring has four points at least


@dataclass(frozen=True, slots=True)
class Bubble:
    """A council on the map: where, how large, and what it says."""

    x: float
    y: float
    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """A map to be drawn: its size, outlines as SVG paths, bubbles with the larger ones first."""

    width: float
    height: float
    outlines: tuple[str, ...]
    bubbles: tuple[Bubble, ...]


def sketch(counts: Mapping[str, int], gazetteer: Gazetteer, boundaries: Path) -> Sketch:
    """Return the map of councils with these numbers of briefs.

    Where there is no file of boundaries the map has bubbles alone.
    """
    width, height = placed(EAST, SOUTH)
    bubbles = []
    for council_id, count in sorted(counts.items(), key=lambda counted: (-counted[1], counted[0])):
        council = gazetteer[council_id]
        words = f"{council.name}: {amount(count, 'brief')}"
        radius = round(2 + 2 * math.sqrt(min(count, 50)), 1)
        bubbles.append(Bubble(*placed(council.lon, council.lat), radius, words))
    return Sketch(width, height, _outlines(boundaries), tuple(bubbles))


@lru_cache(maxsize=4)
def _outlines(boundaries: Path) -> tuple[str, ...]:
    if not boundaries.exists():
        return ()
    features = json.loads(boundaries.read_text(encoding="utf-8"))["features"]
    return tuple(" ".join(_rings(feature["geometry"])) for feature in features)


def _rings(geometry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the rings of a polygon or several as SVG paths, without points too close to tell."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        for ring in polygon:
            points = list(dict.fromkeys(placed(lon, lat) for lon, lat in ring))
            if len(points) >= _RING:
                yield "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def placed(lon: float, lat: float) -> tuple[float, float]:
    """Return where a point lies on the map, from its upper left corner."""
    x = (lon - WEST) * _SHORTENED * _UNITS_A_DEGREE
    return round(x, 1), round((NORTH - lat) * _UNITS_A_DEGREE, 1)
