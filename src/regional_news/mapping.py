"""Counts → GeoJSON → bubbles on a folium map. Knows folium, alone; escapes, alone.

The base map never changes, so that its frame, zoom and centre stay when a filter changes; what
changes is one feature for each council. Drawing is done by ``assets/map.js``, which gets text only
as GeoJSON properties that were HTML-escaped here.
"""

import html
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import Council
from regional_news.text import amount

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
        ("outlines", f"{_FRAME_TO_ROOT}assets/outlines.js"),
        ("news_map", f"{_FRAME_TO_ROOT}assets/map.js"),
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

    def payload(self, gazetteer: Gazetteer) -> dict[str, Any]:
        """Return what ``newsMap.draw`` draws, ready for JSON; equal news give equal bytes."""
        counted = (i for counts in (self.counts, self.mentioned) for i, n in counts.items() if n)
        marked = {*counted, *self.chosen, self.focus}
        features = [self._feature(council) for council in gazetteer if council.id in marked]
        return {
            "bubbles": {"type": "FeatureCollection", "features": features},
            "regions": sorted(self.regions),
            "shades": self.shades,
            "view": asdict(self.view) if self.view else None,
            "theme": self.theme,
        }

    def _feature(self, council: Council) -> dict[str, Any]:
        about, named = self.counts.get(council.id, 0), self.mentioned.get(council.id, 0)
        marks = {
            "mentioned": not about,
            "chosen": council.id in self.chosen,
            "focus": council.id == self.focus,
        }
        properties = {
            "kind": "council",
            "id": council.id,
            "name": html.escape(council.name),
            "note": _note(about, named),
            "count": about or named,
            **{mark: True for mark, there in marks.items() if there},
        }
        # Ten metres are finer than a bubble.
        point = {"type": "Point", "coordinates": [round(council.lon, 4), round(council.lat, 4)]}
        return {"type": "Feature", "geometry": point, "properties": properties}


def outlines_script(boundaries: str) -> str:
    """Return the script that carries the region outlines, for ``boundaries.geojson``'s text.

    A script and not a fetch, so that the outlines are there before the map is drawn.
    """
    outlines = json.loads(boundaries)
    for feature in outlines["features"]:
        properties = feature["properties"]
        feature["properties"] = {
            "kind": "region",
            "id": properties["id"],
            "label": html.escape(properties["name"]),
        }
    return f"window.REGION_OUTLINES = {json.dumps(outlines, separators=(',', ':'))};"


def bounds_of(
    councils: Iterable[Council],
) -> Bounds | None:
    """Return the box around the councils' points or None where there are none."""
    points = [(council.lat, council.lon) for council in councils]
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    return (min(lats), min(lons)), (max(lats), max(lons))


def _note(about: int, named: int) -> str:
    if not named:
        return amount(about, "brief")
    if not about:
        return f"mentioned in {amount(named, 'brief')}"
    return f"{amount(about, 'brief')}, mentioned in {named:,} more"
