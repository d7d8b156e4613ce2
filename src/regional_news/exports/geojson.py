"""The briefs as GeoJSON (RFC 7946): one feature for each brief and council."""

import json
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from regional_news.exports import jsontext
from regional_news.exports.columns import TEXT, Glossary, stretches
from regional_news.facets import Order
from regional_news.model import Council
from regional_news.query import BriefIndex

_PROPERTIES = (
    "id",
    "issue",
    "published",
    "region",
    "headline",
    "summary",
    "also_mentions",
    "themes",
    "theme_ids",
    "source_title",
    "source_url",
    "doubts",
)
_BRIEF = pa.scalar('{"type":"Feature","properties":{', TEXT)
_NOWHERE = '},"geometry":null}'
_HEAD = b'{"type":"FeatureCollection","features":[\n'


def write_geojson(index: BriefIndex, rows: Order) -> Iterator[bytes]:
    """Yield a FeatureCollection whose points are in WGS84 degrees, longitude first.

    A brief about several councils has several features, one after the other; a brief without a
    placed council has one without geometry, so that no brief is missing.
    """
    before = _HEAD
    for features in _features(index, rows):
        yield before + jsontext.listed(features)
        before = b",\n"
    yield b"\n]}\n" if len(rows) else _HEAD + b"]}\n"


def _features(index: BriefIndex, rows: Order) -> Iterator[pa.Array]:
    councils = Glossary(index.gazetteer)
    regions = Glossary(index.gazetteer.regions)
    themes = Glossary(index.themes)
    for told in stretches(index, rows):
        words = told | {
            "region": regions.look_up(told["region"], lambda region: region.name),
            "also_mentions": councils.spell(told["also_mentions"], lambda council: council.name),
            "themes": themes.spell(told["themes"], lambda theme: theme.label),
            "theme_ids": themes.spell(told["themes"], lambda theme: theme.id),
        }
        brief = jsontext.members({name: jsontext.strings(words[name]) for name in _PROPERTIES})
        each = pc.split_pattern(told["councils"], " ")
        place = councils.look_up(each.flatten(), _place)
        of_place = pc.if_else(pc.equal(place, ""), _NOWHERE, place)
        yield pc.binary_join_element_wise(
            _BRIEF, brief.take(pc.list_parent_indices(each)), of_place, pa.scalar("", TEXT)
        )


def _place(council: Council) -> str:
    """Return the end of a feature: what it says of the council, and where that is."""
    about = {"council": council.name, "council_id": council.id, "gss_code": council.gss_code}
    point = {"type": "Point", "coordinates": [council.lon, council.lat]}
    properties = json.dumps(about, ensure_ascii=False)[1:]
    return f',{properties},"geometry":{json.dumps(point)}}}'
