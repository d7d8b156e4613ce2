"""A page → briefs and a report on each: nothing is written until the store is called."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from regional_news.desk import Desk, Findings
from regional_news.gazetteer.regions import Regions
from regional_news.magazine import draft_headline, find_drafts
from regional_news.model import (
    Brief,
    Certainty,
    Council,
    Draft,
    Mention,
    PartialDate,
    Role,
    brief_id,
)
from regional_news.reading import Page
from regional_news.text import fold, web_address

LIKE = 90.0
"""From how many per cent of likeness two summaries are taken for the same news."""

_ROUGHLY = 75.0
"""From how many per cent of likeness, as they are written, two summaries are folded to compare."""

_NEAREST = 100
"""How many of the stored briefs that are most like a draft are folded at most."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The briefs that are there already: their ids, their summaries, and each when it is wanted."""

    ids: Sequence[str]
    summaries: Sequence[str]
    brief: Callable[[int], Brief]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page was printed: what every brief on it has in common.

    Raises ValueError for a ``url`` that is not on the web.
    """

    issue: str
    published: PartialDate
    title: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if self.url and not web_address(self.url):
            raise ValueError("The address of the source must begin with https:// or http://")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at: the words that caused it, and why."""

    words: str
    reason: str
    candidates: tuple[Council, ...] = ()

    def __str__(self) -> str:
        return (
            f"“{self.words}” {self.reason}"
            if self.words
            else self.reason[0].upper() + self.reason[1:]
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief that can be added, with its doubts."""

    brief: Brief
    doubts: tuple[Doubt, ...] = ()


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


def prepare(
    page: Page,
    source: Source,
    *,
    desk: Desk,
    stored: Stored,
    progress: Callable[[float], None] = lambda _: None,
) -> IngestReport:
    """Return what adding a page would do to the ``stored`` briefs.

    ``progress`` is told the part that is done, from 0 to 1.
    """
    sorter = _Sorter(stored)
    drafts = find_drafts(page, desk.gazetteer.regions, desk.regions_named)
    nearest = _nearest([draft.text for draft in drafts], stored.summaries)
    for done, (draft, near) in enumerate(zip(drafts, nearest, strict=True), start=1):
        findings = desk.study(draft.text, region=draft.region or None, on=source.published)
        region = draft.region or _only_region(findings.councils)
        doubts = tuple(_doubts(draft, region, findings, desk)) if region else ()
        sorter.sort(Entry(_brief(draft, region, findings, source), doubts), near)
        progress(done / len(drafts))
    return sorter.report()


def _nearest(texts: Sequence[str], summaries: Sequence[str]) -> Iterator[list[int]]:
    """Yield for each text the places of the summaries that are roughly like it.

    Folding a summary takes ten times as long as comparing it as it is, so few are folded.
    """
    if not texts:
        return
    likeness = process.cdist(
        [text.lower() for text in texts],
        [summary.lower() for summary in summaries],
        scorer=fuzz.ratio,
        score_cutoff=_ROUGHLY,
        dtype=np.float32,
        workers=-1,
    )
    for row in likeness:
        near = np.flatnonzero(row)
        yield near[np.argsort(-row[near], kind="stable")][:_NEAREST].tolist()


class _Sorter:
    """Puts entries into the groups of a report."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._seen = set(stored.ids)
        self._texts: list[str] = []  # of those added, folded
        self.added: list[Entry] = []
        self.known: list[Brief] = []
        self.twins: list[Twin] = []
        self.rejected: list[Rejected] = []

    def sort(self, entry: Entry, near: Sequence[int]) -> None:
        """Put an entry into its group; ``near`` are the places of stored briefs roughly like it."""
        brief, text = entry.brief, fold(entry.brief.summary)
        texts = [*(fold(self._stored.summaries[at]) for at in near), *self._texts]
        twin = process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=LIKE)
        if brief.id in self._seen:
            self.known.append(brief)
        elif not brief.region:
            reason = "neither the page nor its councils tell its region"
            self.rejected.append(Rejected(entry, reason))
        elif twin:
            _, likeness, at = twin
            is_stored = at < len(near)
            other = self._stored.brief(near[at]) if is_stored else self.added[at - len(near)].brief
            self.twins.append(Twin(entry, other, likeness))
        else:
            self.added.append(entry)
            self._seen.add(brief.id)
            self._texts.append(text)

    def report(self) -> IngestReport:
        return IngestReport(
            tuple(self.added), tuple(self.known), tuple(self.twins), tuple(self.rejected)
        )


def _brief(draft: Draft, region: str, findings: Findings, source: Source) -> Brief:
    """Return the draft as a brief; its id follows from the page alone, not from what was learnt."""
    return Brief(
        id=brief_id(source.issue, draft.region, draft.text),
        issue=source.issue,
        published=source.published,
        region=region,
        headline=draft_headline(draft.text),
        summary=draft.text,
        councils=_names(findings, Role.SUBJECT),
        also_mentions=_names(findings, Role.MENTIONED),
        themes=tuple(match.theme.id for match in findings.themes),
        source_title=source.title,
        source_url=source.url,
    )


def _names(findings: Findings, role: Role) -> tuple[str, ...]:
    """Return the ids of the councils in a role; a name in doubt stands as it is written."""
    settled = [each.candidates[0].id for each in findings.councils if each.role is role]
    doubtful = [each.matched for each in findings.doubts if each.role is role]
    return tuple(dict.fromkeys(settled + doubtful))


def _only_region(mentions: Sequence[Mention]) -> str:
    regions = {each.candidates[0].region for each in mentions if each.role is Role.SUBJECT}
    return regions.pop() if len(regions) == 1 else ""


def _doubts(draft: Draft, region: str, findings: Findings, desk: Desk) -> Iterator[Doubt]:
    regions = desk.gazetteer.regions
    if draft.region != region:
        yield Doubt("", f"it has no heading; its council lies in {regions[region].name}")
    elif draft.inferred:
        yield Doubt("", f"its heading is lost; by its place it is {regions[region].name}")
    for mention in findings.doubts:
        either = " or ".join(council.name for council in mention.candidates)
        yield Doubt(mention.matched, f"could be {either}", mention.candidates)
    for mention in findings.councils:
        yield from _mention_doubts(mention, region, regions)
    if not any(each.role is Role.SUBJECT for each in (*findings.councils, *findings.doubts)):
        yield Doubt("", "it is about no council")


def _mention_doubts(mention: Mention, region: str, regions: Regions) -> Iterator[Doubt]:
    council = mention.candidates[0]
    if mention.certainty is Certainty.FUZZY:
        yield Doubt(mention.matched, f"is taken for {council.name}", mention.candidates)
    if mention.role is Role.SUBJECT and council.region != region:
        lies, heading = regions[council.region].name, regions[region].name
        yield Doubt(mention.matched, f"lies in {lies}, but the heading is {heading}")
