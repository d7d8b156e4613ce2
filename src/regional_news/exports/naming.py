"""The name of a file: it carries the filter and the day."""

import re
from collections.abc import Iterator
from datetime import date

from regional_news.query import View
from regional_news.text import fold

LONGEST = 100
"""How many characters the words of the filter may take."""

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def file_name(view: View, ending: str, day: date) -> str:
    """Return a name of a-z, 0-9 and hyphens: ``regional-news-wales-sensors-iot-2026-11-22.csv``."""
    words = "-".join(filter(None, (_NOT_WORD.sub("-", fold(part)) for part in _parts(view))))
    kept = re.sub("-+", "-", words)[:LONGEST].strip("-") or "all"
    return f"regional-news-{kept}-{day.isoformat()}.{ending}"


def _parts(view: View) -> Iterator[str]:
    wanted, labels = view.wanted, view.index.labels
    gazetteer = view.index.gazetteer
    yield from labels.regions(wanted.regions)
    yield from (label.replace("&", "") for label in labels.themes(wanted.themes))
    yield from (gazetteer[i].short_name if i in gazetteer else i for i in wanted.councils)
    yield from wanted.issues
    yield f"since {wanted.since}" if wanted.since else ""
    yield f"until {wanted.until}" if wanted.until else ""
    yield wanted.q
