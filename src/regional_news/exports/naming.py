"""The name of a file: it carries the filter and the day."""

import re
from collections.abc import Iterator
from datetime import date

from regional_news.query import GROUPS, View
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
    wanted, reference = view.wanted, view.index.reference
    for group in GROUPS.values():
        yield from (group.in_short(reference, value) for value in group.chosen(wanted))
    yield f"since {wanted.since}" if wanted.since else ""
    yield f"until {wanted.until}" if wanted.until else ""
    yield wanted.q
