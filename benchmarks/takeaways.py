"""Files and answers: exports beside what one would call otherwise, the API beside Datasette."""

import gc
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from clock import OURS, Contest, Row
from world import World, gazetteer

from regional_news.exports import download
from regional_news.query import BriefFilter, View

SIZE = 100_000


def rows() -> Iterator[Row]:
    """Measure the files of many briefs."""
    view = World.of(SIZE).index.view(BriefFilter())
    frame = view.frame
    csv = {OURS: _written(view, "csv"), "pandas to_csv": lambda: frame.to_csv(io.StringIO())}
    yield from Contest("exports", "CSV", SIZE).rows(csv, rounds=5)
    features = _features(frame)
    geojson = {OURS: _written(view, "geojson"), "json.dumps": lambda: json.dumps(features)}
    yield from Contest("exports", "GeoJSON", SIZE).rows(geojson, rounds=5)
    yield from Contest("exports", "JSON", SIZE).rows({OURS: _written(view, "json")}, rounds=5)
    yield from Contest("exports", "Excel", SIZE).rows({OURS: _written(view, "xlsx")}, rounds=1)
    for name in ("csv", "geojson", "xlsx"):
        memory = {OURS: [_memory(_written(view, name))]}
        yield from Contest("exports", f"memory of {name}", SIZE).compared(memory, "MB")


def _written(view: View, name: str) -> Callable[[], int]:
    """Return what writes the file and lets each piece go, as a server does."""
    return lambda: sum(map(len, download(view, name).chunks()))


def _features(frame: pd.DataFrame) -> dict[str, Any]:
    councils = gazetteer()
    rows = frame[["id", "headline", "summary", "published", "themes", "councils"]]
    features = [
        {
            "type": "Feature",
            "properties": {**row, "council": councils[each].name},
            "geometry": {"type": "Point", "coordinates": [councils[each].lon, councils[each].lat]},
        }
        for row in rows.to_dict("records")
        for each in row["councils"].split()
    ]
    return {"type": "FeatureCollection", "features": features}


def _memory(work: Callable[[], object]) -> float:
    """Return by how much the process grows at most meanwhile, in megabytes; Linux tells."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the highest so far
    before = _kilobytes("VmRSS")
    work()
    return max(0, _kilobytes("VmHWM") - before) / 1000


def _kilobytes(name: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split(f"{name}:")[1].split()[0])
