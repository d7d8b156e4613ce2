"""The briefs as a JSON array of objects, or as one object each.

A page of the API is a few briefs, and the same ones stand on many pages: those that were written
lately are kept. A file is written a batch at a time, and nothing of it is kept.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
import pyarrow as pa

from regional_news.exports import jsontext
from regional_news.exports.columns import Glossary, batches, pages
from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import Council, Theme
from regional_news.query import BriefIndex
from regional_news.query.site import NOWHERE, Site
from regional_news.table.schema import Order
from regional_news.themes import Themes

MOST_KEPT = 10_000
"""How many briefs may be kept as they were written: some ten megabytes."""

_WRITTEN_LATELY: WeakKeyDictionary[BriefIndex, dict[tuple[Site, int], bytes]] = WeakKeyDictionary()
_WRITTEN = ("id", "issue", "published", "headline", "summary")
_SOURCE = ("source_title", "source_url", "doubts")


def write_json(index: BriefIndex, rows: Order, site: Site = NOWHERE) -> Iterator[bytes]:
    """Yield a JSON array with an object for each brief: names beside ids, councils with points."""
    before = b"[\n"
    for objects in _objects(index, rows, site):
        yield before
        yield jsontext.listed(objects)
        before = b",\n"
    yield b"\n]\n" if len(rows) else b"[]\n"


def write_page(index: BriefIndex, rows: Order, site: Site = NOWHERE) -> Iterator[bytes]:
    """Yield the same array for a page of a few briefs, whole."""
    briefs = b",\n".join(json_briefs(index, rows, site))
    yield b"[\n" + briefs + b"\n]\n" if briefs else b"[]\n"


def json_briefs(index: BriefIndex, rows: Order, site: Site = NOWHERE) -> list[bytes]:
    """Return the object of each of a few briefs."""
    kept = _WRITTEN_LATELY.setdefault(index, {})
    told = {row: kept.get((site, row), b"") for row in rows.tolist()}
    if missing := [row for row, brief in told.items() if not brief]:
        written = _objects(index, np.array(missing), site)
        briefs = (brief.encode() for objects in written for brief in objects.to_pylist())
        new = dict(zip(missing, briefs, strict=True))
        told.update(new)
        if len(kept) > MOST_KEPT:
            kept.clear()
        kept.update({(site, row): brief for row, brief in new.items()})
    return list(told.values())


def _objects(index: BriefIndex, rows: Order, site: Site) -> Iterator[pa.Array]:
    councils, regions, themes = _glossaries(index.gazetteer, index.themes)
    for told in batches(index, rows):
        region = {"region": regions.spell(told["region"], "name"), "region_id": told["region"]}
        (about,) = councils.spell_all(told["councils"], "json", joint=",")
        (mentioned,) = councils.spell_all(told["also_mentions"], "json", joint=",")
        (on,) = themes.spell_all(told["themes"], "json", joint=",")
        written = {name: told[name] for name in _WRITTEN}
        source = {"page": pages(told["id"], site), **{name: told[name] for name in _SOURCE}}
        pieces = ["{", *jsontext.strings(written | region)]
        pieces += [',"councils":[', about, '],"also_mentions":[', mentioned, '],"themes":[', on]
        pieces += ["],", *jsontext.strings(source), "}"]
        yield jsontext.joined(pieces)


@lru_cache(maxsize=1)
def _glossaries(gazetteer: Gazetteer, themes: Themes) -> tuple[Glossary, Glossary, Glossary]:
    """Return councils, regions and themes as JSON has them; most answers are a page of a few."""
    return (
        Glossary(gazetteer, json=_council),
        Glossary(gazetteer.regions, name=lambda region: region.name),
        Glossary(themes, json=_theme),
    )


def _council(council: Council) -> str:
    point = {"lat": council.lat, "lon": council.lon}
    named = {"id": council.id, "name": council.name, "gss_code": council.gss_code}
    return json.dumps(named | point, ensure_ascii=False)


def _theme(theme: Theme) -> str:
    return json.dumps({"id": theme.id, "label": theme.label}, ensure_ascii=False)
