"""boundaries.geojson checked, and every council's point against its region's outline."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from regional_news.gazetteer.regions import Regions
from regional_news.model.box import Box
from regional_news.validation.councils import Entry
from regional_news.validation.finding import Finding

# Degrees by which a council on a headland may lie outside an outline that has lost detail.
_MARGIN = 0.1


def read_outlines(path: Path, regions: Regions, findings: list[Finding]) -> Mapping[str, Box]:
    """Return the boxes of the outlines by id of region; report what is wrong with the file."""
    boxes: dict[str, Box] = {}
    try:
        features = list(json.loads(path.read_text(encoding="utf-8"))["features"])
    except json.JSONDecodeError as error:
        findings.append(Finding(path.name, error.lineno, f"The file is not JSON: {error.msg}."))
        return boxes
    except (OSError, UnicodeDecodeError, KeyError, TypeError, RecursionError) as error:
        sentence = f"The file cannot be read ({error}); make it again."
        findings.append(Finding(path.name, 0, sentence))
        return boxes
    for number, feature in enumerate(features, start=1):
        try:
            boxes[feature["properties"]["id"]] = _box(feature["geometry"])
        except (LookupError, TypeError, ValueError) as error:
            sentence = f"Feature {number} is no outline with an id ({error})."
            findings.append(Finding(path.name, 0, sentence))
    findings += _strangers(path.name, boxes, regions)
    return boxes


def _box(geometry: Mapping[str, Any]) -> Box:
    if geometry["type"] not in {"Polygon", "MultiPolygon"}:
        raise ValueError(f"its type is {geometry['type']}")
    lons, lats = zip(*_positions(geometry["coordinates"]), strict=True)
    return Box(south=min(lats), west=min(lons), north=max(lats), east=max(lons))


def _positions(coordinates: Iterable[Any]) -> Iterator[tuple[float, float]]:
    """Yield every position (lon, lat) of nested coordinates."""
    for each in coordinates:
        if isinstance(each[0], int | float):
            yield each[0], each[1]
        else:
            yield from _positions(each)


def _strangers(file: str, boxes: Mapping[str, Box], regions: Regions) -> Iterator[Finding]:
    for region in regions.in_magazine:
        if region.id not in boxes:
            yield Finding(file, 0, f"There is no outline of {region.name} ({region.id}).")
    for region_id in boxes:
        if region_id not in regions:
            yield Finding(file, 0, f"“{region_id}” is no region in regions.toml.")


def check_points(entries: Iterable[Entry], boxes: Mapping[str, Box]) -> Iterator[Finding]:
    """Yield the councils that lie far from their region."""
    for entry in entries:
        box = boxes.get(entry.council.region)
        if box and not box.holds(entry.council.lat, entry.council.lon, _MARGIN):
            yield entry.row.error("lat and lon lie outside the council's region.")
