"""The briefs as GeoJSON (RFC 7946): one feature for each brief and council."""

import json
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from regional_news.exports import jsontext
from regional_news.exports.columns import COLUMNS, OF_COUNCILS, Glossary, batches, pages
from regional_news.model import Council
from regional_news.query import BriefIndex
from regional_news.query.site import NOWHERE, Site
from regional_news.table.schema import Order

_PROPERTIES = tuple(column for column in COLUMNS if column not in OF_COUNCILS)
_HEAD = b'{"type":"FeatureCollection","features":[\n'
_NOWHERE = '},"geometry":null}'


def write_geojson(index: BriefIndex, rows: Order, site: Site = NOWHERE) -> Iterator[bytes]:
    """Yield a FeatureCollection whose points are in WGS84 degrees, longitude first.

    A brief about several councils has several features, one after the other; a brief without a
    placed council has one without geometry, so that no brief is missing.
    """
    yield _HEAD
    before = b""
    for features in _features(index, rows, site):
        yield before
        yield jsontext.listed(features)
        before = b",\n"
    yield b"\n]}\n"


def _features(index: BriefIndex, rows: Order, site: Site) -> Iterator[pa.Array]:
    councils = Glossary(index.gazetteer, name=lambda council: council.name, place=_place)
    regions = Glossary(index.gazetteer.regions, name=lambda region: region.name)
    themes = Glossary(index.themes, label=lambda theme: theme.label, id=lambda theme: theme.id)
    for told in batches(index, rows):
        labels, ids = themes.spell_all(told["themes"], "label", "id")
        (mentioned,) = councils.spell_all(told["also_mentions"], "name")
        words = told | {"themes": labels, "theme_ids": ids, "also_mentions": mentioned}
        words["region"] = regions.spell(told["region"], "name")
        words["page"] = pages(told["id"], site)
        properties = jsontext.strings({name: words[name] for name in _PROPERTIES})
        brief = jsontext.joined(['{"type":"Feature","properties":{', *properties])
        each = pc.split_pattern(told["councils"], " ")
        place = councils.spell(each.flatten(), "place")
        place = pc.if_else(pc.equal(place, ""), _NOWHERE, place)
        yield jsontext.joined([brief.take(pc.list_parent_indices(each)), place])


def _place(council: Council) -> str:
    """Return the end of a feature: what it says of the council, and where that is."""
    about = {"council": council.name, "council_id": council.id, "gss_code": council.gss_code}
    point = {"type": "Point", "coordinates": [council.lon, council.lat]}
    properties = json.dumps(about, ensure_ascii=False)[1:]
    return f',{properties},"geometry":{json.dumps(point)}}}'
