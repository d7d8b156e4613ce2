"""The view as a file: what a reader takes away is exactly what the page shows, in its order.

``download(view, "csv")`` makes nothing yet; ``read()`` gives the file, ``chunks()`` the same in
pieces. What there is to choose from stands in ``formats``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from regional_news.errors import FilterError
from regional_news.exports.formats import FORMATS, Format
from regional_news.query.site import NOWHERE, Site

if TYPE_CHECKING:
    from regional_news.query import View

__all__ = ["FORMATS", "Download", "Format", "download"]


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
    from regional_news.exports.naming import file_name  # noqa: PLC0415  listing formats needs none

    chosen = FORMATS.get(format_name)
    if chosen is None:
        raise FilterError(
            f"There is no format “{format_name}”; choose one of {', '.join(FORMATS)}."
        )
    moment = at or datetime.now(UTC)
    return Download(
        file_name(view, chosen.name, moment.date()),
        chosen.media_type,
        lambda: chosen.write(view, moment, site),
    )
