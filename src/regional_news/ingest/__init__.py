"""A page → briefs and a report on each: nothing is written until the store is called."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from regional_news.gazetteer.regions import Regions
from regional_news.ingest.findings import drafted_headline, either, names_found, only_region
from regional_news.ingest.report import (
    NEEDS_HEADLINE,
    Doubt,
    Entry,
    IngestReport,
    Rejected,
    Source,
    Twin,
    line_of,
)
from regional_news.ingest.sorting import Sorter, Stored, nearest, stored_in
from regional_news.magazine import Choices, Fate, Outcome, read_section
from regional_news.model import UNDATED, Brief, Certainty, Draft, Mention, Role, brief_id
from regional_news.reading import Page, ends_sentence
from regional_news.reading.guess import tells_issue
from regional_news.recognition.annotator import Annotation, Annotator

__all__ = [
    "Doubt",
    "Entry",
    "IngestReport",
    "Rejected",
    "Source",
    "Stored",
    "Twin",
    "line_of",
    "prepare",
    "stored_in",
]


def prepare(  # noqa: PLR0913  what is read, and with what: each is named at every call
    page: Page,
    source: Source,
    *,
    annotator: Annotator,
    stored: Stored,
    choices: Choices | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> IngestReport:
    """Return what adding a page would do to the ``stored`` briefs, every paragraph accounted for.

    ``choices`` say of paragraphs, by their number in the report, that they make a brief, go on
    with the brief before or are left out. ``progress`` is told the part that is done, from 0 to 1.
    """
    sorter = Sorter(stored)
    section = read_section(page, annotator.reference.regions, annotator.regions_named, choices)
    drafts = section.drafts
    likest = nearest([draft.text for draft in drafts], stored.summaries)
    on = None if source.published == UNDATED else source.published
    for done, (draft, near) in enumerate(zip(drafts, likest, strict=True), start=1):
        findings = annotator.annotate(
            draft.text, region=draft.region or None, on=on, headline=draft.headline
        )
        region = draft.region or only_region((*findings.councils, *findings.doubts))
        brief = _brief(draft, region, findings, source)
        doubts = list(_doubts(draft, region, findings, annotator)) if region else []
        doubts += [] if brief.headline else [NEEDS_HEADLINE]
        sorter.sort(Entry(brief, tuple(doubts), findings, draft.number), near, waits=on is None)
        progress(done / len(drafts))
    outcomes = tuple(_accounted(each, page, source) for each in section.outcomes)
    return replace(sorter.report(), outcomes=outcomes)


def _accounted(outcome: Outcome, page: Page, source: Source) -> Outcome:
    """Return an outcome, that of a heading where it tells the issue: every brief has that."""
    pages = (page, replace(page, issue=source.issue, published=source.published))
    if outcome.fate is Fate.LEFT_OUT and any(tells_issue(each, outcome.text) for each in pages):
        return replace(outcome, fate=Fate.HEADING, reason="")
    return outcome


def _brief(draft: Draft, region: str, findings: Annotation, source: Source) -> Brief:
    """Return the draft as a brief; its id follows from the page alone, not from what was learnt."""
    return Brief(
        id=brief_id(source.issue, draft.region, draft.text),
        issue=source.issue,
        published=source.published,
        region=region,
        headline=draft.headline or drafted_headline(draft.text, findings),
        summary=draft.text,
        councils=names_found(findings, Role.SUBJECT),
        also_mentions=names_found(findings, Role.MENTIONED),
        themes=tuple(match.theme.id for match in findings.themes),
        source_title=source.title,
        source_url=source.url,
    )


def _doubts(
    draft: Draft, region: str, findings: Annotation, annotator: Annotator
) -> Iterator[Doubt]:
    regions = annotator.reference.regions
    if draft.region != region:
        told = f"it has no heading; its council lies in {regions[region].name}"
        yield Doubt("", told, region=region)
    elif draft.inferred:
        told = f"its heading is lost; by its place it is {regions[region].name}"
        yield Doubt("", told, region=region)
    if draft.unsure:
        told = f"it stands under {regions[region].name}, but hardly reads like a brief"
        yield Doubt("", told, region=region)
    if not ends_sentence(draft.text):
        yield Doubt("", "its text ends without a full stop", region=region)
    yield from map(either, findings.doubts)
    for mention in findings.councils:
        yield from _mention_doubts(mention, region, regions)
    named = (*findings.councils, *findings.doubts, *findings.suggested)
    if not any(each.role is Role.SUBJECT for each in named):
        yield Doubt("", "it is about no council")


def _mention_doubts(mention: Mention, region: str, regions: Regions) -> Iterator[Doubt]:
    council = mention.candidates[0]
    if mention.certainty is Certainty.FUZZY and mention.probability < 1:  # 1: a person said so
        yield Doubt(mention.matched, f"is taken for {council.name}", mention.candidates)
    if mention.role is Role.SUBJECT and council.region != region:
        lies, heading = regions[council.region].name, regions[region].name
        told = f"lies in {lies}, but the heading is {heading}"
        yield Doubt(mention.matched, told, mention.candidates, region)
