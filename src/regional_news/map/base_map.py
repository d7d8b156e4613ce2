"""Counts → bubbles on a folium map. Knows folium, alone; escapes, alone.

The base map never changes, so that its frame, zoom and centre stay when a filter changes. It comes
with what there is to draw: the ground and all councils, whose names were HTML-escaped here. What
changes with a filter is a number for each council.
Drawing is done by the scripts in ``static``.
"""

import csv
import html
import io
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import folium
from branca.element import MacroElement
from jinja2 import Template

from regional_news.model import Council, CouncilStatus

Bounds = tuple[tuple[float, float], tuple[float, float]]
"""((south, west), (north, east)) in WGS84 degrees."""

Form = Literal["map", "hexes"]
Colour = Literal["number", "theme", "recent"]

SCRIPTS = (
    *("letters.js", "wording.js", "canvas.js", "sizes.js", "clusters.js", "hexes.js", "spots.js"),
    *("painting.js", "bubbles.js", "regions.js", "labels.js", "card.js", "controls.js"),
    *("legend.js", "camera.js", "map.js"),
)
"""The map's own code, in the order in which one file needs another."""

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
        super().__init__(
            location=(54.8, -4.4),
            zoom_start=6,
            tiles=None,
            zoom_snap=0.05,  # so fine that the islands fill a frame of any size
            zoom_control=False,  # the map has its own, with names
        )
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
    points to. ``form`` is the map or a hexagon for each council in office, ``colour`` what colours
    tell: ``groups`` maps a council to its briefs by group of themes, ``newest`` to the month of its
    newest brief, ``latest`` is the newest month of all. ``query`` is the filter as an address has
    it, without councils: with it the card at a bubble asks for headlines. ``fitted`` says that the
    map's home are the councils that it shows, without a filter, too.
    """

    counts: Mapping[str, int]
    mentioned: Mapping[str, int] = field(default_factory=dict)
    chosen: Collection[str] = ()
    focus: str = ""
    regions: Collection[str] = ()
    shades: Mapping[str, int] | None = None
    view: MapView | None = None
    theme: str = "light"
    form: Form = "map"
    colour: Colour = "number"
    groups: Mapping[str, list[int]] = field(default_factory=dict)
    newest: Mapping[str, str] = field(default_factory=dict)
    latest: str = ""
    query: str = ""
    fitted: bool = False

    def payload(self) -> dict[str, Any]:
        """Return what ``newsMap.draw`` draws, ready for JSON; equal news give equal bytes."""
        return {each.name: getattr(self, each.name) for each in fields(self)} | {
            "counts": _sorted(self.counts),
            "mentioned": _sorted(self.mentioned),
            "chosen": sorted(self.chosen),
            "regions": sorted(self.regions),
            "view": asdict(self.view) if self.view else None,
            "groups": dict(sorted(self.groups.items())),
            "newest": dict(sorted(self.newest.items())),
        }


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return {council: counts[council] for council in sorted(counts) if counts[council]}


def map_script(data: Path, councils: Iterable[Council]) -> str:
    """Return the script that the base map draws with: ground, councils, then the code.

    ``data`` is the folder with ``boundaries.geojson``, ``counties.geojson``, ``towns.csv`` and
    ``hexes.csv``; the map does without those that are not there. One script and not several, which
    the component would load one after the other, nor fetches, so that all is there before it draws.
    """
    known = list(councils)
    ground = (
        _constant("REGION_OUTLINES", _outlines(_text(data / "boundaries.geojson", _NOTHING))),
        _constant("COUNCILS", _points(known)),
        _constant("COUNTIES", json.loads(_text(data / "counties.geojson", _NOTHING))),
        _constant("TOWNS", _towns(_text(data / "towns.csv"))),
        _constant("HEXES", _hexes(_text(data / "hexes.csv"), known)),
    )
    folder = resources.files("regional_news").joinpath("map", "static")
    code = (folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS)
    return "\n".join((*ground, *(line.lstrip() for each in code for line in each.splitlines())))


_NOTHING = '{"type": "FeatureCollection", "features": []}'


def _text(file: Path, otherwise: str = "") -> str:
    return file.read_text(encoding="utf-8") if file.exists() else otherwise


def _points(councils: Iterable[Council]) -> list[dict[str, Any]]:
    """Return what the map knows of each council; ten metres are finer than a bubble."""
    return [
        {
            "id": each.id,
            "name": html.escape(each.name),
            "short": html.escape(each.short_name),
            "region": each.region,
            "lat": round(each.lat, 4),
            "lon": round(each.lon, 4),
        }
        | ({} if each.status is CouncilStatus.CURRENT else {"past": True})
        for each in councils
    ]


def _towns(table: str) -> list[dict[str, Any]]:
    return [
        {
            "name": html.escape(row["name"]),
            "lat": float(row["lat"]),
            "lon": float(row["lon"]),
            "rank": int(row["rank"]),
        }
        for row in csv.DictReader(io.StringIO(table))
    ]


def _hexes(table: str, councils: Iterable[Council]) -> dict[str, tuple[int, int]]:
    """Return the cells of the councils in office: those of the file, whatever else it names."""
    known = {each.id for each in councils if each.status is CouncilStatus.CURRENT}
    return {
        row["council"]: (int(row["column"]), int(row["row"]))
        for row in csv.DictReader(io.StringIO(table))
        if row["council"] in known
    }


def _outlines(boundaries: str) -> dict[str, Any]:
    outlines: dict[str, Any] = json.loads(boundaries)
    for feature in outlines["features"]:
        properties = feature["properties"]
        feature["properties"] = {
            "kind": "region",
            "id": properties["id"],
            "label": html.escape(properties["name"]),
        }
    return outlines


def _constant(name: str, value: object) -> str:
    return f"window.{name} = {json.dumps(value, separators=(',', ':'))};"
