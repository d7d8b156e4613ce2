"""The view as a file: what a reader takes away is exactly what the page shows, in its order.

``download(view, "csv")`` makes nothing yet; ``read()`` gives the file, ``chunks()`` the same in
pieces. What there is to choose from stands in ``formats``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from regional_news.errors import FilterError
from regional_news.exports.formats import FORMATS, Format
from regional_news.query.groups import GROUPS
from regional_news.query.site import NOWHERE, Site
from regional_news.text import fold

if TYPE_CHECKING:
    from regional_news.query import View

__all__ = ["FORMATS", "Download", "Format", "download"]

_LONGEST = 100
"""How many characters the words of the filter may take in the name of a file."""
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is made when it is asked for; ``chunks`` makes it piece by piece."""

    file_name: str
    media_type: str
    chunks: Callable[[], Iterator[bytes]]

    def read(self) -> bytes:
        """Return the whole file."""
        return b"".join(self.chunks())


def download(
    view: "View", format_name: str, *, at: datetime | None = None, site: Site = NOWHERE
) -> Download:
    """Return a view as a file in one of ``FORMATS``, taken ``at`` a moment (default: now).

    Each brief has the address of its own page on ``site``, beside its source.

    Raises FilterError for a format that there is not. Nothing is built before it is read.
    """
    chosen = FORMATS.get(format_name)
    if chosen is None:
        raise FilterError(
            f"There is no format “{format_name}”; choose one of {', '.join(FORMATS)}."
        )
    moment = at or datetime.now(UTC)
    return Download(
        _file_name(view, chosen.name, moment.date()),
        chosen.media_type,
        lambda: chosen.write(view, moment, site),
    )


def _file_name(view: "View", ending: str, day: date) -> str:
    """Return a name of a-z, 0-9 and hyphens: ``regional-news-wales-sensors-iot-2026-11-22.csv``."""
    words = "-".join(filter(None, (_NOT_WORD.sub("-", fold(part)) for part in _parts(view))))
    kept = re.sub("-+", "-", words)[:_LONGEST].strip("-") or "all"
    return f"regional-news-{kept}-{day.isoformat()}.{ending}"


def _parts(view: "View") -> Iterator[str]:
    wanted, reference = view.wanted, view.index.reference
    for group in GROUPS.values():
        yield from (group.in_short(reference, value) for value in group.chosen(wanted))
    yield f"since {wanted.since}" if wanted.since else ""
    yield f"until {wanted.until}" if wanted.until else ""
    yield "map view" if wanted.box else ""
    yield wanted.q
