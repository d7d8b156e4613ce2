"""What became of a page: the briefs on it, each with what is in doubt about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from regional_news.gazetteer.regions import Regions
from regional_news.model import LONGEST, Brief, Council, Mention, PartialDate
from regional_news.text import web_address


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page was printed: what every brief on it has in common.

    Raises ValueError for a ``url`` that is not on the web, and for texts that are too long.
    """

    issue: str
    published: PartialDate
    title: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if self.url and not web_address(self.url):
            raise ValueError("The address of the source must begin with https:// or http://")
        given = {"issue": self.issue, "source_title": self.title, "source_url": self.url}
        for column, text in given.items():
            if len(text) > LONGEST[column]:
                name = column.replace("_", " ")
                raise ValueError(f"The {name} may have {LONGEST[column]:,} characters at most")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at: the words that caused it, and why.

    ``candidates`` are the councils that the words may mean, or the one that is doubted. ``region``
    is the id of the region that is doubted, for the brief or for the council.
    """

    words: str
    reason: str
    candidates: tuple[Council, ...] = ()
    region: str = ""

    def __str__(self) -> str:
        return (
            f"“{self.words}” {self.reason}"
            if self.words
            else self.reason[0].upper() + self.reason[1:]
        )

    def concerns(self, brief: Brief) -> bool:
        """Return whether there is still something to doubt in a brief as it stands now."""
        named = {*brief.councils, *brief.also_mentions}
        if len(self.candidates) > 1:
            return self.words in named
        if self.region and self.region != brief.region:
            return False
        if self.candidates:
            return self.candidates[0].id in named
        return bool(self.region) or not brief.councils


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief that can be added, with its doubts, and councils that it may name as well.

    A person says whether a ``suggested`` mention counts: “Also Arun District Council?”
    """

    brief: Brief
    doubts: tuple[Doubt, ...] = ()
    suggested: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """An entry that says nearly what another brief says; ``likeness`` is in per cent."""

    entry: Entry
    other: Brief
    likeness: float


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that cannot be added as it is, and why not."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every draft on a page, each in one of four groups, in the page's order."""

    added: tuple[Entry, ...] = ()
    known: tuple[Brief, ...] = ()
    twins: tuple[Twin, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @property
    def in_doubt(self) -> tuple[Entry, ...]:
        """The entries among those added that a person should look at."""
        return tuple(entry for entry in self.added if entry.doubts)

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """The briefs to add."""
        return tuple(entry.brief for entry in self.added)

    @property
    def words(self) -> str:
        """The report in a phrase: ``11 to add (2 in doubt), 1 already there``."""
        doubts = f" ({len(self.in_doubt)} in doubt)" if self.in_doubt else ""
        parts = [f"{len(self.added)} to add{doubts}"]
        others = (
            (self.known, "already there"),
            (self.twins, "nearly the same as another"),
            (self.rejected, "rejected"),
        )
        parts += [f"{len(group)} {words}" for group, words in others if group]
        return ", ".join(parts)

    def lines(self, regions: Regions) -> Iterator[str]:
        """Yield the report for people to read, a brief or a doubt a line."""
        yield f"{self.words}."
        for entry in self.added:
            brief = entry.brief
            councils = "; ".join(brief.councils) or "no council"
            yield f"+ {regions[brief.region].name}: {brief.headline} ({councils})"
            yield from (f"    ? {doubt}" for doubt in entry.doubts)
        for brief in self.known:
            yield f"= already there: {brief.headline}"
        for twin in self.twins:
            yield f"~ not added, {twin.likeness:.0f} % like another: {twin.entry.brief.headline}"
            yield f"    {twin.other.id} in {twin.other.issue}: {twin.other.headline}"
        for rejected in self.rejected:
            yield f"! rejected, {rejected.reason}: {rejected.entry.brief.headline}"
