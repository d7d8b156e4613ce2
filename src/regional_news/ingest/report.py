"""What became of a page: the briefs on it, each with what is in doubt about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from textwrap import shorten
from typing import Self

from regional_news.gazetteer.regions import Regions
from regional_news.magazine import Fate, Outcome
from regional_news.model import LONGEST, Brief, Council, Mention, PartialDate
from regional_news.recognition.annotator import Annotation
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

    @property
    def is_spelling(self) -> bool:
        """Whether it asks only if a misspelt name means the council that it is taken for."""
        return bool(self.words) and len(self.candidates) == 1 and not self.region

    def concerns(self, brief: Brief) -> bool:
        """Return whether there is still something to doubt in a brief as it stands now."""
        named = {*brief.councils, *brief.also_mentions}
        if len(self.candidates) > 1:
            return self.words in named
        if self.region and self.region != brief.region:
            return False
        if self.candidates:
            return self.candidates[0].id in named
        if self.words:
            return self.words in named
        return bool(self.region) or not brief.councils


NEEDS_HEADLINE = Doubt("", "it needs a headline")


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief that can be added, with its doubts, and what was found in its text.

    A person says whether a mention that is ``suggested`` there counts: “Also Arun District
    Council?” ``number`` is that of the brief's first paragraph on the page, ``date`` what a row
    says of an undated brief's date.
    """

    brief: Brief
    doubts: tuple[Doubt, ...] = ()
    findings: Annotation = field(default_factory=Annotation)
    number: int = 0
    date: str = ""

    @property
    def tells_who(self) -> bool:
        """Whether the text itself names a council."""
        return bool(self.findings.councils or self.findings.doubts)

    @property
    def unsure(self) -> tuple[Mention, ...]:
        """The offers that leave in doubt which council the brief is about."""
        about = self.brief.councils
        return self.findings.ahead_of(about) if about else self.findings.suggested


@dataclass(frozen=True, slots=True)
class Twin:
    """An entry that says nearly what another brief says; ``likeness`` is in per cent.

    ``number`` is that of the entry of this page that says it, 0 where the brief is stored.
    """

    entry: Entry
    other: Brief
    likeness: float
    number: int = 0

    @property
    def is_copy(self) -> bool:
        """Whether the text is the same word for word."""
        return self.likeness == 100  # noqa: PLR2004  per cent


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that cannot be added as it is, and why not."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of a page: of every draft, in one of four groups, and of every paragraph.

    All stand in the page's order. ``outcomes`` has one of each paragraph of the page.
    """

    added: tuple[Entry, ...] = ()
    known: tuple[Brief, ...] = ()
    twins: tuple[Twin, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is any brief on the page."""
        return bool(self.added or self.known or self.twins or self.rejected)

    @property
    def left_out(self) -> tuple[Outcome, ...]:
        """The paragraphs in the section and next to it of which nothing was made."""
        return tuple(each for each in self.outcomes if each.nearby and each.fate is Fate.LEFT_OUT)

    @property
    def in_doubt(self) -> tuple[Entry, ...]:
        """The entries among those added that a person should look at."""
        return tuple(entry for entry in self.added if entry.doubts or entry.unsure)

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """The briefs to add; one that needs a headline waits until it has it."""
        return tuple(entry.brief for entry in self.added if entry.brief.headline)

    @property
    def all_briefs(self) -> tuple[Brief, ...]:
        """Every brief on the page, those first that are there already, in whatever words."""
        entries = (*(twin.entry for twin in self.twins), *self.added)
        return (*self.known, *(entry.brief for entry in entries))

    def with_headlines(self, headlines: Mapping[int, str]) -> Self:
        """Return the report with headlines that a person wrote, by the number of the brief."""
        return replace(self, added=tuple(_headed(entry, headlines) for entry in self.added))

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
            told = brief.headline or f"needs a headline (--headline {entry.number}=…)"
            yield f"+ {entry.number}, {regions[brief.region].name}: {told} ({councils})"
            yield from (f"    ? {doubt}" for doubt in (*entry.doubts, *map(_may_be, entry.unsure)))
        for brief in self.known:
            yield f"= already there: {brief.headline}"
        for twin in self.twins:
            yield f"~ not added, {twin.likeness:.0f} % like another: {twin.entry.brief.headline}"
            place = f"{twin.number}, above" if twin.number else f"{twin.other.id}, stored"
            yield f"    {place} in {twin.other.issue}: {twin.other.headline}"
        for rejected in self.rejected:
            yield f"! rejected, {rejected.reason}: {rejected.entry.brief.headline}"
        yield from (line_of(outcome) for outcome in self.left_out)


def _may_be(mention: Mention) -> Doubt:
    names = " or ".join(council.name for council in mention.candidates)
    return Doubt(mention.matched, f"may be {names}", mention.candidates)


def _headed(entry: Entry, headlines: Mapping[int, str]) -> Entry:
    if entry.number not in headlines:
        return entry
    doubts = tuple(doubt for doubt in entry.doubts if doubt != NEEDS_HEADLINE)
    return replace(
        entry, brief=replace(entry.brief, headline=headlines[entry.number]), doubts=doubts
    )


def line_of(outcome: Outcome) -> str:
    """Return what became of a paragraph as a line: ``- 12, left out, a caption: The hall.``."""
    text = shorten(outcome.text, 70, placeholder=" …")
    reason = f", {outcome.reason}" if outcome.reason else ""
    return f"- {outcome.number}, {outcome.fate}{reason}: {text}"
