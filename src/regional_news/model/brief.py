"""Briefs, before they have a place and after."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from regional_news.model.partial_date import PartialDate

_SPACES = re.compile(r"\s+")
_READ_OTHERWISE = re.compile(r"\d*(?:e|dec|feb)?\d*")
"""What a spreadsheet takes for a number or a date."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Paragraphs of a magazine page that read like a brief.

    ``region`` is a region's id, empty where the page does not tell; ``inferred`` says that the
    heading was lost and the region follows from the order of the page, ``unsure`` that the text
    stands under a heading and hardly reads like a brief, ``number`` which paragraph of the page is
    its first. ``headline`` is the one that the page gives it, if any.
    """

    region: str
    text: str
    inferred: bool = False
    unsure: bool = False
    number: int = 0
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """One news item about one council or more.

    ``region`` is a region's id, ``councils`` and ``also_mentions`` are ids of councils, ``themes``
    ids of themes, the primary one first.
    """

    id: str
    issue: str
    published: PartialDate
    region: str
    headline: str
    summary: str
    councils: tuple[str, ...]
    also_mentions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    source_title: str = ""
    source_url: str = ""


LONGEST: Mapping[str, int] = {
    "id": 100,
    "issue": 200,
    "headline": 300,
    "summary": 20_000,
    "councils": 32_000,
    "also_mentions": 32_000,
    "themes": 2_000,
    "source_title": 500,
    "source_url": 2_000,
    "alias": 300,
    "by": 300,
}
"""How many characters a cell may have that is saved: a spreadsheet has room for 32,767."""


def brief_id(issue: str, region: str, summary: str) -> str:
    """Return the id of a brief: twelve hexadecimal digits made from what it says.

    White space and letter case do not count, so that the same page read twice, or pasted with
    other line breaks, gives the same ids and adding it twice adds nothing. None is what a
    spreadsheet reads as a number or a date.
    """
    said = "\n".join(_SPACES.sub(" ", part).strip().casefold() for part in (issue, region, summary))
    made = hashlib.sha256(said.encode()).hexdigest()[:12]
    return f"a{made[1:]}" if _READ_OTHERWISE.fullmatch(made) else made
