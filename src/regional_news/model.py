"""The nouns of the project: frozen values without input or output.

Points are WGS84 degrees, always latitude first; only GeoJSON turns them round.
"""

import calendar
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: as much of a date as the source gave."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the date written as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises ValueError for anything else, days that no calendar has included.
        """
        match = _PARTIAL_DATE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"“{text}” is not a date like 2023, 2023-04 or 2023-04-25")
        year, month, day = (int(part or 0) for part in match.groups())
        parsed = cls(year, month, day)
        try:
            date(year, month if match[2] else 1, day if match[3] else 1)
        except ValueError:
            raise ValueError(f"“{text}” is not a day that exists") from None
        return parsed

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the date that a text writes so, or None where it is none."""
        try:
            return cls.parse(text)
        except ValueError:
            return None

    @property
    def first(self) -> date:
        """The earliest day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day as numbers, which compare faster than dates do."""
        return self.year, self.month or 1, self.day or 1

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day as numbers, the 31st of a month whatever its length."""
        return self.year, self.month or 12, self.day or 31

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def words(self) -> str:
        """The date as people write it: ``2023``, ``April 2023`` or ``25 April 2023``."""
        words = [str(self.day)] if self.day else []
        words += [calendar.month_name[self.month]] if self.month else []
        return " ".join([*words, str(self.year)])


UNDATED = PartialDate(0)
"""What stands for the date of a brief whose date cannot be read."""


@dataclass(frozen=True, slots=True)
class Region:
    """One of the magazine's thirteen regions, or the Crown Dependencies."""

    id: str
    name: str
    nation: str
    code: str
    spellings: tuple[str, ...] = ()
    in_magazine: bool = True


class ThemeGroup(StrEnum):
    """The groups of themes, in the order in which they are shown."""

    TECHNOLOGY = "technology"
    SERVICE = "service"
    ORGANISATION = "organisation"

    @property
    def label(self) -> str:
        """The heading under which the group's themes are shown."""
        return {"technology": "Technology", "service": "Services"}.get(self.value, "Organisation")


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that a brief can be about, with the words that suggest it.

    ``triggers`` maps a phrase to its points; ``otherwise`` holds phrases that give the theme only
    to a text without any other theme; ``blockers`` look like a trigger but are not.
    """

    id: str
    label: str
    group: ThemeGroup
    definition: str
    triggers: Mapping[str, float] = field(default_factory=dict)
    otherwise: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()


class CouncilStatus(StrEnum):
    """Where an authority stands in time.

    It serves, has gone, is elected but not yet in office, or is decided but not yet elected.
    """

    CURRENT = "current"
    ABOLISHED = "abolished"
    SHADOW = "shadow"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Council:
    """One authority of the UK, Ireland or the Crown Dependencies.

    ``region`` is a region's id; ``lat`` and ``lon`` are WGS84 degrees of a point inside the area;
    ``predecessors``, ``successors``, ``parent`` and ``combined_authority`` hold ids of councils.
    ``languages`` maps a language code (cy, ga, gd, sco) to names in that language.
    """

    id: str
    name: str
    short_name: str
    type: str
    nation: str
    region: str
    lat: float
    lon: float
    status: CouncilStatus = CouncilStatus.CURRENT
    aliases: tuple[str, ...] = ()
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()
    gss_code: str = ""
    former_gss_codes: tuple[str, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    parent: str = ""
    combined_authority: str = ""
    legislation: str = ""
    """The order, act or decision that made it, where one is on record."""
    known: PartialDate | None = None
    """The day as of which its dates and its kin are known, where they lie ahead or moved."""
    website: str = ""

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name on record: official, short, aliases, abbreviations, other languages."""
        other = (name for names in self.languages.values() for name in names)
        return (self.name, self.short_name, *self.aliases, *self.abbreviations, *other)

    @property
    def years(self) -> str:
        """Since or until when the authority serves that does not serve now: `` (until 1974)``."""
        if self.status is CouncilStatus.CURRENT:
            return ""
        has_gone = self.status is CouncilStatus.ABOLISHED
        known, word = (self.end, "until") if has_gone else (self.start, "from")
        return f" ({word} {known.year})" if known else f" ({self.status})"

    def exists_on(self, day: PartialDate) -> bool:
        """Return whether the authority was in office on some day of ``day``."""
        begun = self.start is None or self.start.earliest <= day.latest
        return begun and (self.end is None or self.end.latest >= day.earliest)


class Role(StrEnum):
    """What a council is to a text: who it is about or who acts, or somebody only named."""

    SUBJECT = "subject"
    MENTIONED = "mentioned"


class Certainty(StrEnum):
    """What decided a match, the surest first."""

    EXACT = "exact"
    ALIAS = "alias"
    CONTEXT = "context"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name that means one council."""

    council: Council
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that several councils share; nothing at hand decides between them."""

    candidates: tuple[Council, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no council in the gazetteer has; ``reason`` is a phrase for people."""

    reason: str = "no council in the gazetteer has this name"


Resolution = Resolved | Ambiguous | Unknown


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that names one council, or several that cannot be told apart.

    ``text[start:end] == matched``. One candidate is an answer; more are a doubt. ``probability``
    is how likely the words mean a council (0 to 1), and ``evidence`` has the words that decided,
    the weightiest first: ``("Arun has begun", "no place has this name")``.
    """

    start: int
    end: int
    matched: str
    candidates: tuple[Council, ...]
    role: Role
    certainty: Certainty
    probability: float = 1.0
    evidence: tuple[str, ...] = ()

    @property
    def council(self) -> Council | None:
        """The council meant, or None where the mention is ambiguous."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """A theme found in a text with the words that decided it."""

    theme: Theme
    evidence: tuple[str, ...]
    score: float


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
    other line breaks, gives the same ids and adding it twice adds nothing.
    """
    said = "\n".join(_SPACES.sub(" ", part).strip().casefold() for part in (issue, region, summary))
    return hashlib.sha256(said.encode()).hexdigest()[:12]
