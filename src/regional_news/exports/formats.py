"""What a view can be taken away as: one row a format, with what writes it.

This is the only place that lists the formats: buttons, the command line's ``--format``, media types
and file names follow from it. A format is a row here and a module that writes it.
"""
# ruff: noqa: PLC0415  a writer is imported when it writes: a page needs none to offer them all

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from regional_news.query.site import Site

if TYPE_CHECKING:
    from regional_news.query import View


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name is the ending of files, ``label`` what a button says.

    ``write`` yields the file of a view, taken at a moment, leading to a site. A page offers it as a
    file unless it is rather an address to follow.
    """

    name: str
    label: str
    media_type: str
    write: Callable[["View", datetime, Site], Iterator[bytes]]
    as_file: bool = True


def _csv(view: "View", _at: datetime, site: Site) -> Iterator[bytes]:
    from regional_news.exports.csv_file import write_csv

    return write_csv(view.index, view.rows, site)


def _excel(view: "View", at: datetime, site: Site) -> Iterator[bytes]:
    from regional_news.exports.excel import write_excel

    return write_excel(view, at, site)


def _geojson(view: "View", _at: datetime, site: Site) -> Iterator[bytes]:
    from regional_news.exports.geojson import write_geojson

    return write_geojson(view.index, view.rows, site)


def _json(view: "View", _at: datetime, site: Site) -> Iterator[bytes]:
    from regional_news.exports.json_file import write_json

    return write_json(view.index, view.rows, site)


def _atom(view: "View", _at: datetime, site: Site) -> Iterator[bytes]:
    from regional_news.exports.atom import write_atom

    return write_atom(view, site=site.root)


def _briefing(view: "View", at: datetime, site: Site) -> Iterator[bytes]:
    from regional_news.exports.plain.pages import Place, view_page
    from regional_news.settings import settings

    outlines, keyed = settings().data / "boundaries.geojson", settings().access == "members"
    place = Place(site, site, outlines, view.index.reference.notice, keyed=keyed, taken=at.date())
    return view_page(view, place)


def _svg(view: "View", _at: datetime, _site: Site) -> Iterator[bytes]:
    from regional_news.exports.svg_file import write_svg
    from regional_news.settings import settings

    return write_svg(view, settings().data)


def _png(view: "View", _at: datetime, _site: Site) -> Iterator[bytes]:
    from regional_news.exports.png_file import write_png
    from regional_news.settings import settings

    return write_png(view, settings().data)


_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format("csv", "CSV", "text/csv; charset=utf-8", _csv),
            Format("xlsx", "Excel", _EXCEL, _excel),
            Format("geojson", "GeoJSON", "application/geo+json", _geojson),
            Format("json", "JSON", "application/json", _json),
            Format("atom", "Atom feed", "application/atom+xml", _atom, as_file=False),
            Format("html", "Briefing to print", "text/html; charset=utf-8", _briefing),
            Format("svg", "Picture (SVG)", "image/svg+xml", _svg),
            Format("png", "Picture (PNG)", "image/png", _png),
        )
    }
)
"""The formats by name, in the order in which pages offer them."""
