"""The briefs as a JSON array of objects."""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from regional_news.exports import jsontext
from regional_news.exports.columns import Glossary, stretches
from regional_news.facets import Order
from regional_news.model import Council, Theme
from regional_news.query import BriefIndex

_AS_WRITTEN = ("id", "issue", "published", "headline", "summary")
_SOURCE = ("source_title", "source_url", "doubts")


def write_json(index: BriefIndex, rows: Order) -> Iterator[bytes]:
    """Yield a JSON array with an object for each brief: names beside ids, councils with points."""
    before = b"[\n"
    for objects in brief_objects(index, rows):
        yield before + jsontext.listed(objects)
        before = b",\n"
    yield b"\n]\n" if len(rows) else b"[]\n"


def brief_objects(index: BriefIndex, rows: Order) -> Iterator[pa.Array]:
    """Yield the objects of ``write_json`` as JSON text, a stretch of rows at a time."""
    councils = Glossary(index.gazetteer)
    regions = Glossary(index.gazetteer.regions)
    themes = Glossary(index.themes)
    for told in stretches(index, rows):
        region = regions.look_up(told["region"], lambda region: region.name)
        values = {
            **{name: jsontext.strings(told[name]) for name in _AS_WRITTEN},
            "region": jsontext.strings(region),
            "region_id": jsontext.strings(told["region"]),
            "councils": _array(councils.spell(told["councils"], _council, ",")),
            "also_mentions": _array(councils.spell(told["also_mentions"], _council, ",")),
            "themes": _array(themes.spell(told["themes"], _theme, ",")),
            **{name: jsontext.strings(told[name]) for name in _SOURCE},
        }
        yield jsontext.wrapped("{", jsontext.members(values), "}")


def _array(items: pa.Array) -> pa.Array:
    return jsontext.wrapped("[", items, "]")


def _council(council: Council) -> str:
    return _text(
        {
            "id": council.id,
            "name": council.name,
            "gss_code": council.gss_code,
            "lat": council.lat,
            "lon": council.lon,
        }
    )


def _theme(theme: Theme) -> str:
    return _text({"id": theme.id, "label": theme.label})


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
