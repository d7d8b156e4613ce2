"""What became of every paragraph of a page, and what a person may choose instead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from regional_news.magazine.blocks import LONGEST_BRIEF, Block, Piece, Sort, text_of
from regional_news.magazine.placing import Placed
from regional_news.model import Draft
from regional_news.reading import Paragraph, ParagraphKind

_AROUND = 5
"""Paragraphs before and after the section that may belong to it."""
_SHORT = 60
"""Paragraphs of a page all of which may belong to it: what somebody pasted."""
_KINDS = {
    ParagraphKind.CAPTION: "a caption",
    ParagraphKind.QUOTE: "a quotation",
    ParagraphKind.NOTE: "a note",
    ParagraphKind.MAIL: "the head of an e-mail",
}


class Fate(StrEnum):
    """What can become of a paragraph."""

    BRIEF = "brief"
    HEADING = "heading"
    PART = "part of a brief"
    LEFT_OUT = "left out"


Choices = Mapping[int, Fate]
"""What a person wants of paragraphs, by number: BRIEF, PART of the brief before, or LEFT_OUT."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one paragraph: its number on the page, from 1, its text, and its fate.

    ``reason`` says why it was left out, ``draft`` in which draft it is, by place from 0, and
    ``nearby`` whether it stands in the section or next to it.
    """

    number: int
    text: str
    fate: Fate
    reason: str = ""
    draft: int | None = None
    nearby: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The news section of a page: its drafts, and what became of each paragraph of the page."""

    drafts: tuple[Draft, ...]
    outcomes: tuple[Outcome, ...]


def section_of(
    paragraphs: Sequence[Paragraph],
    blocks: Sequence[Block],
    placed: Iterable[Placed],
    choices: Choices,
) -> Section:
    """Return the section that ``placed`` briefs make once a person's ``choices`` are carried out.

    Choices of paragraphs that the page does not have, or that nothing can go before, count not.
    """
    regions = _regions(blocks)
    texts = {
        piece.number: piece
        for block in blocks
        if block.sort is not Sort.REGION
        for piece in (*_headline(block), *block.pieces)
    }
    briefs = _chosen(list(placed), texts, regions, choices)
    headlines = _headlines(blocks, briefs, choices)
    drafts = tuple(_draft(brief, headlines.get(_first(brief))) for brief in briefs)
    return Section(drafts, tuple(_outcomes(paragraphs, blocks, briefs, headlines)))


def _draft(brief: Placed, headline: Piece | None) -> Draft:
    text = text_of(brief.pieces)
    told = headline.text if headline else ""
    return Draft(brief.region, text, brief.inferred, brief.unsure, _first(brief), told)


def _headline(block: Block) -> tuple[Piece, ...]:
    return (block.headline,) if block.headline else ()


def _headlines(
    blocks: Iterable[Block], briefs: Sequence[Placed], choices: Choices
) -> dict[int, Piece]:
    """Return the headline of each brief that has one on the page, by its first paragraph.

    What a person wants to be something else is no headline.
    """
    firsts = {_first(brief) for brief in briefs}
    return {
        block.pieces[0].number: block.headline
        for block in blocks
        if block.headline and block.headline.number not in choices
        if block.pieces[0].number in firsts
    }


def _regions(blocks: Iterable[Block]) -> dict[int, str]:
    """Return the region under whose heading each paragraph stands; none before the first."""
    regions: dict[int, str] = {}
    region = ""
    for block in blocks:
        region = block.region or ("" if block.sort is Sort.TITLE else region)
        pieces = (*_headline(block), *block.pieces)
        regions |= dict.fromkeys((piece.number for piece in pieces), region)
    return regions


def _chosen(
    briefs: list[Placed], texts: Mapping[int, Piece], regions: Mapping[int, str], choices: Choices
) -> list[Placed]:
    """Return the briefs in the order of the page as a person wants them."""
    for number in sorted(choices.keys() & texts.keys()):
        fate, piece = choices[number], texts[number]
        at = next((n for n, b in enumerate(briefs) if piece in b.pieces), None)
        taken = briefs[at].pieces if at is not None else (piece,)
        moved = taken if taken[0] == piece else (piece,)
        if fate is Fate.BRIEF and (at is None or taken[0] != piece):
            briefs = [*_without(briefs, moved), Placed(regions[number], moved, not regions[number])]
        elif fate is Fate.PART:
            briefs = _joined(briefs, moved)
        elif fate is Fate.LEFT_OUT:
            briefs = _without(briefs, moved)
        briefs.sort(key=_first)
    return briefs


def _first(brief: Placed) -> int:
    return brief.pieces[0].number


def _without(briefs: Sequence[Placed], pieces: Sequence[Piece]) -> list[Placed]:
    left = (replace(b, pieces=tuple(p for p in b.pieces if p not in pieces)) for b in briefs)
    return [brief for brief in left if brief.pieces]


def _joined(briefs: list[Placed], pieces: Sequence[Piece]) -> list[Placed]:
    """Return the briefs with pieces joined to the last that begins before them, if there is one."""
    before = [b for b in briefs if _first(b) < pieces[0].number and b.pieces[0] not in pieces]
    if not before:
        return briefs
    last = max(before, key=_first)
    whole = sorted({*last.pieces, *pieces}, key=lambda piece: piece.number)
    others = _without([b for b in briefs if b is not last], pieces)
    return [*others, replace(last, pieces=tuple(whole))]


def _outcomes(
    paragraphs: Sequence[Paragraph],
    blocks: Sequence[Block],
    briefs: Sequence[Placed],
    headlines: Mapping[int, Piece],
) -> Iterator[Outcome]:
    places = {p.number: n for n, brief in enumerate(briefs) for p in brief.pieces}
    firsts = {_first(brief) for brief in briefs}
    heads = {headline.number: places[number] for number, headline in headlines.items()}
    sorts = {piece.number: block.sort for block in reversed(blocks) for piece in block.pieces}
    start, end = min(places, default=1), max(places, default=len(paragraphs))
    around = _AROUND if len(paragraphs) > _SHORT else _SHORT
    for number, paragraph in enumerate(paragraphs, start=1):
        nearby = start - around <= number <= end + around
        place, reason, fate = places.get(number), "", Fate.LEFT_OUT
        if place is not None:
            fate = Fate.BRIEF if number in firsts else Fate.PART
        elif number in heads or sorts.get(number) in (Sort.REGION, Sort.TITLE):
            fate, place = Fate.HEADING, heads.get(number)
        else:
            inside = start <= number <= end
            sort = sorts.get(number, Sort.LINE)
            reason = _reason(paragraph, sort, inside=inside or not briefs)
        yield Outcome(number, paragraph.text, fate, reason, place, nearby)


def _reason(paragraph: Paragraph, sort: Sort, *, inside: bool) -> str:
    if not inside:
        return "outside the section"
    if paragraph.kind in _KINDS:
        return _KINDS[paragraph.kind]
    if len(paragraph.text) > LONGEST_BRIEF:
        return "too long for a brief"
    if sort is Sort.ASIDE:
        return "an advert, a credit or the like"
    return "too short for a brief" if sort is Sort.LINE else "no news of its region"
