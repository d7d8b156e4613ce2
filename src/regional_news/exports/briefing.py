"""A view as one page to print: self-contained HTML for A4, the same bytes for the same view."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, Template

from regional_news.exports.columns import sheets
from regional_news.exports.provenance import (
    ATTRIBUTION,
    LICENCE,
    citation,
    sources,
)
from regional_news.exports.sketch import sketch
from regional_news.model import PartialDate
from regional_news.query import View
from regional_news.table.schema import Order
from regional_news.text import amount, web_address

_PIECES = 500  # of the template, written together


@dataclass(frozen=True, slots=True)
class _Printed:
    headline: str
    summary: str
    facts: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class _Group:
    """The briefs of one region, read while they are printed."""

    name: str
    size: str
    briefs: Iterator[_Printed]


def write_briefing(view: View, boundaries: Path) -> Iterator[bytes]:
    """Yield an HTML page: title, map, the briefs by region, sources, citation.

    ``boundaries`` is the GeoJSON file with the outlines of the regions.
    """
    page = _template().stream(
        title=view.title,
        totals=view.totals,
        map=sketch(view.counts("council"), view.index.gazetteer, boundaries),
        groups=_groups(view),
        sources=sources(view),
        citation=citation(view),
        licence=LICENCE,
        attribution=ATTRIBUTION,
    )
    page.enable_buffering(_PIECES)
    return (piece.encode() for piece in page)


@cache
def _template() -> Template:
    loader = PackageLoader("regional_news.exports")
    html = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return html.get_template("briefing.html")


def _groups(view: View) -> Iterator[_Group]:
    """Yield the regions that have briefs, in the magazine's order, what has none last."""
    region_of = view.index.frame["region"].to_numpy()[view.rows]
    names = {region.id: region.name for region in view.index.gazetteer.regions}
    for region, name in (names | {"": "Region not known"}).items():
        rows = view.rows[region_of == region]
        if len(rows):
            size = amount(len(rows), "brief")
            yield _Group(name, size, _printed(view, rows))


def _printed(view: View, rows: Order) -> Iterator[_Printed]:
    for sheet in sheets(view.index, rows):
        for cells in zip(*(column.to_pylist() for column in sheet.values()), strict=True):
            brief = dict(zip(sheet, cells, strict=True))
            when = PartialDate.parse(brief["published"]).words if brief["published"] else ""
            facts = (brief["councils"], brief["themes"], brief["issue"], when)
            yield _Printed(
                brief["headline"],
                brief["summary"],
                tuple(filter(None, facts)),
                web_address(brief["source_url"]),
            )
