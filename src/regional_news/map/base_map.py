"""Counts → bubbles on a folium map. Knows folium, alone; escapes, alone.

The base map never changes, so that its frame, zoom and centre stay when a filter changes. It comes
with what there is to draw: the outlines of the regions and one GeoJSON feature for each council,
whose names were HTML-escaped here. What changes with a filter is a number for each council.
Drawing is done by the scripts in ``assets``.
"""

import html
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

from regional_news.model import Council

Bounds = tuple[tuple[float, float], tuple[float, float]]
"""((south, west), (north, east)) in WGS84 degrees."""

_FRAME_TO_ROOT = "../../"  # the component's frame lies two folders below the server's root


@dataclass(frozen=True, slots=True)
class MapView:
    """A place for the map to move to, once: ``nonce`` tells a new wish from an old one.

    ``bounds`` of None is the whole map. A map that has just been drawn stays as it is unless the
    wish is for its start, too.
    """

    nonce: int
    bounds: Bounds | None = None
    at_start: bool = False


class _Base(MacroElement):
    """The call that draws what never changes."""

    _template = Template(
        "{% macro script(this, kwargs) %}newsMap.base({{ this._parent.get_name() }});{% endmacro %}"
    )


class BaseMap(folium.Map):
    """The empty map: region outlines, no tiles, every asset from the app's own server."""

    default_js = [  # noqa: RUF012  folium's own way to say it
        ("leaflet", f"{_FRAME_TO_ROOT}vendor/leaflet/leaflet.js"),
        ("news_map", f"{_FRAME_TO_ROOT}assets/news-map.js"),
    ]
    default_css = [  # noqa: RUF012
        ("leaflet", f"{_FRAME_TO_ROOT}vendor/leaflet/leaflet.css"),
        ("news_map", f"{_FRAME_TO_ROOT}assets/map.css"),
    ]

    def __init__(self) -> None:
        super().__init__(location=(54.8, -4.4), zoom_start=6, tiles=None, zoom_snap=0.25)
        self._id = "div"  # as the component calls its map, whatever name folium would make
        self.add_child(_Base())  # type: ignore[no-untyped-call]
        self._is_rendered = False

    def render(self, **kwargs: Any) -> str:
        """Render the map the first time; it never changes, and folium takes long."""
        if self._is_rendered:
            return ""
        self._is_rendered = True
        return str(super().render(**kwargs))  # type: ignore[no-untyped-call]


@cache
def base_map() -> BaseMap:
    """Return the process's one base map, rendered: it holds nothing of any reader."""
    base = BaseMap()
    base.get_root().render()
    return base


def prepare_base_map() -> None:
    """Make the base map, and import what the component imports when a page first shows it."""
    import folium.plugins  # noqa: F401, PLC0415  a tenth of a second that the first reader waits

    base_map()


@dataclass(frozen=True, slots=True)
class News:
    """What the map shows.

    ``counts`` maps a council's id to the number of briefs about it, ``mentioned`` to the number
    that only mention it; ``shades`` a region's id to its number of briefs, None for no shading.
    ``chosen`` councils and ``regions`` are the filter's; ``focus`` is the council that the list
    points to.
    """

    counts: Mapping[str, int]
    mentioned: Mapping[str, int] = field(default_factory=dict)
    chosen: Collection[str] = ()
    focus: str = ""
    regions: Collection[str] = ()
    shades: Mapping[str, int] | None = None
    view: MapView | None = None
    theme: str = "light"

    def payload(self) -> dict[str, Any]:
        """Return what ``newsMap.draw`` draws, ready for JSON; equal news give equal bytes."""
        return {
            "counts": _sorted(self.counts),
            "mentioned": _sorted(self.mentioned),
            "chosen": sorted(self.chosen),
            "focus": self.focus,
            "regions": sorted(self.regions),
            "shades": self.shades,
            "view": asdict(self.view) if self.view else None,
            "theme": self.theme,
        }


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return {council: counts[council] for council in sorted(counts) if counts[council]}


def map_script(boundaries: str, councils: Iterable[Council]) -> str:
    """Return the script that the base map draws with: outlines, councils, then the code.

    ``boundaries`` is the text of ``boundaries.geojson``. One script and not several, which the
    component would load one after the other, nor fetches, so that all is there before it draws.
    """
    code = (
        resources.files("regional_news").joinpath("map", "static", name).read_text(encoding="utf-8")
        for name in ("apart.js", "painting.js", "bubbles.js", "map.js")
    )
    return "\n".join((_outlines(boundaries), _points(councils), *code))


def _points(councils: Iterable[Council]) -> str:
    features = [
        {
            "type": "Feature",
            # Ten metres are finer than a bubble.
            "geometry": {"type": "Point", "coordinates": [round(each.lon, 4), round(each.lat, 4)]},
            "properties": {"kind": "council", "id": each.id, "name": html.escape(each.name)},
        }
        for each in councils
    ]
    return _constant("COUNCILS", {"type": "FeatureCollection", "features": features})


def _outlines(boundaries: str) -> str:
    outlines = json.loads(boundaries)
    for feature in outlines["features"]:
        properties = feature["properties"]
        feature["properties"] = {
            "kind": "region",
            "id": properties["id"],
            "label": html.escape(properties["name"]),
        }
    return _constant("REGION_OUTLINES", outlines)


def _constant(name: str, value: object) -> str:
    return f"window.{name} = {json.dumps(value, separators=(',', ':'))};"


def bounds_of(
    councils: Iterable[Council],
) -> Bounds | None:
    """Return the box around the councils' points or None where there are none."""
    points = [(council.lat, council.lon) for council in councils]
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    return (min(lats), min(lons)), (max(lats), max(lons))
