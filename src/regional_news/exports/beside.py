"""The view as a file, made in a process beside the server's where that takes long."""

import threading
from datetime import UTC, datetime
from functools import partial

from regional_news.errors import DataError
from regional_news.exports import Download, download
from regional_news.query import BriefFilter, View
from regional_news.query.site import NOWHERE, Site
from regional_news.snapshot.beside import Place, snapshot_at
from regional_news.worker import in_worker
from regional_news.worker.process import Tell

FEW = 500
"""Files of no more briefs are made here: that takes no longer than to ask another process."""

SECONDS = 600
"""Processor time for one file; Excel files of 100,000 briefs take 20 seconds."""

_ONE = threading.Lock()
"""Files are made one after the other: an editor's page does not wait for all that readers ask."""


def download_beside(view: View, format_name: str, *, site: Site = NOWHERE) -> Download:
    """Return a view as ``download`` does; a large file is made beside, of the newest data.

    Where newer data cannot be read it is made here, of the last that could.
    """
    moment = datetime.now(UTC)
    here = download(view, format_name, at=moment, site=site)

    def read() -> bytes:
        if len(view) <= FEW:
            return here.read()
        pieces: list[bytes] = []
        place, wanted = Place.configured(), view.wanted
        try:
            with _ONE:
                in_worker(
                    _write,
                    *(place, wanted, format_name, moment, site),
                    first=partial(snapshot_at, place),
                    told=pieces.append,
                    seconds=SECONDS,
                )
        except DataError:
            return here.read()
        return b"".join(pieces)

    return Download(here.file_name, here.media_type, lambda: iter((read(),)))


def _write(  # noqa: PLR0913, PLR0917  what a file is made of
    place: Place, wanted: BriefFilter, format_name: str, moment: datetime, site: Site, tell: Tell
) -> None:
    view = snapshot_at(place).view(wanted)
    for piece in download(view, format_name, at=moment, site=site).chunks():
        tell(piece)
