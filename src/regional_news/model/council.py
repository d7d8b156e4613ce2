"""Councils and the regions that they lie in.

Points are WGS84 degrees, always latitude first; only GeoJSON turns them round.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regional_news.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Region:
    """One of the magazine's thirteen regions, or the Crown Dependencies."""

    id: str
    name: str
    nation: str
    code: str
    spellings: tuple[str, ...] = ()
    in_magazine: bool = True


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
