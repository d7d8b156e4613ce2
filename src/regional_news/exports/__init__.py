"""The view as a file: what a reader takes away is exactly what the page shows, in its order.

``download(view, "csv")`` makes nothing yet; ``read()`` gives the file, ``chunks()`` the same in
pieces.
"""
# ruff: noqa: PLC0415  a writer is imported when it writes: a page needs none to offer them all

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from regional_news.errors import FilterError
from regional_news.exports.naming import file_name
from regional_news.query import View
from regional_news.settings import settings

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "CSV",
        "xlsx": "Excel",
        "geojson": "GeoJSON",
        "json": "JSON",
        "atom": "Atom feed",
        "html": "Briefing to print",
    }
)
"""What a view can be taken away as: the name of each format and the words for it."""

_MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "json": "application/json",
    "atom": "application/atom+xml",
    "html": "text/html; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is made when it is asked for; ``chunks`` makes it piece by piece."""

    file_name: str
    media_type: str
    chunks: Callable[[], Iterator[bytes]]

    def read(self) -> bytes:
        """Return the whole file."""
        return b"".join(self.chunks())


def download(view: View, format_name: str, *, at: datetime | None = None) -> Download:
    """Return a view as a file in one of ``FORMATS``, taken ``at`` a moment (default: now).

    Raises FilterError for a format that there is not. Nothing is built before it is read.
    """
    if format_name not in FORMATS:
        raise FilterError(
            f"There is no format “{format_name}”; choose one of {', '.join(FORMATS)}."
        )
    moment = at or datetime.now(UTC)
    return Download(
        file_name(view, format_name, moment.date()),
        _MEDIA_TYPES[format_name],
        lambda: _written(view, format_name, moment),
    )


def _written(view: View, format_name: str, at: datetime) -> Iterator[bytes]:
    match format_name:
        case "csv":
            from regional_news.exports.csv_file import write_csv

            return write_csv(view.index, view.rows)
        case "xlsx":
            from regional_news.exports.excel import write_excel

            return write_excel(view, at)
        case "geojson":
            from regional_news.exports.geojson import write_geojson

            return write_geojson(view.index, view.rows)
        case "json":
            from regional_news.exports.json_file import write_json

            return write_json(view.index, view.rows)
        case "atom":
            from regional_news.exports.atom import write_atom

            return write_atom(view)
        case _:
            from regional_news.exports.briefing import write_briefing

            return write_briefing(view, settings().data / "boundaries.geojson")
