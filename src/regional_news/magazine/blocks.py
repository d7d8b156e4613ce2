"""Blocks of a page: each paragraph with what it is, judged alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from typing import Self

from regional_news.gazetteer.regions import Regions
from regional_news.magazine.prose import is_aside, is_long, reads_as_news, reads_as_prose
from regional_news.model import Region
from regional_news.reading import Paragraph, ParagraphKind
from regional_news.text import fold

LONGEST_BRIEF = 2_000
"""Characters; what is longer is no brief, and is not looked at further."""
TITLE_LENGTH = 100
"""Characters of a title or a headline at most."""
_HEADING_LENGTH = 60
_HEADING_WORDS = 6
_SECTION = re.compile(
    r"\b(?:nations? and regions?|regions? and nations?|(?:nations?|regions?|regional) "
    r"(?:news|round ?up)|news from (?:the|around the|across the) (?:nations|regions))\b"
)
_ASIDES = (ParagraphKind.CAPTION, ParagraphKind.QUOTE, ParagraphKind.NOTE, ParagraphKind.MAIL)
_LOGO = re.compile(r".*\blogo\b", re.IGNORECASE)
_AROUND = re.compile(r"^[\W\d_]+|[\W_]+$")
_NEWS_OF = re.compile(
    r"^(?:(?:news )?(?:from|in) |england\W+)|(?: news|\W+back to top)$", re.IGNORECASE
)
_SET_OFF = re.compile(r"\s*[:;|]\s+|\s+[–—/-]\s+|[.\])]\s+")
_LINK = re.compile(
    r"(?<=[.!?…”’\"')])\W+(?:(?:read|find out|see|learn|continue) )?"
    r"(?:more|on|reading|(?:the )?full (?:story|article))\W*$",
    re.IGNORECASE,
)
"""A link to the whole story, which stands after the brief and is no part of it."""


class Sort(Enum):
    """What a block is."""

    REGION = auto()
    """The heading of a region."""
    TITLE = auto()
    """The title of the section, or a mention of it in a list of contents."""
    BRIEF = auto()
    """Prose that can be a brief."""
    DOUBTFUL = auto()
    """Prose that is a brief only if nothing better is at hand."""
    ASIDE = auto()
    """What stands around briefs and says nothing of where they end."""
    LINE = auto()
    """Any other heading or short line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one paragraph, or what of it is left without a heading and a link.

    ``number`` is the paragraph's place on the page, from 1.
    """

    number: int
    text: str
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a text on a page; ``region`` is the id of the region that a heading names.

    A text has a piece for each paragraph that it runs over, at least one. ``headline`` is what the
    page has right above it.
    """

    pieces: tuple[Piece, ...]
    sort: Sort
    region: str = ""
    headline: Piece | None = None

    @classmethod
    def of(cls, number: int, text: str, sort: Sort, region: str = "") -> Self:
        """Return a block of one paragraph of body text."""
        return cls((Piece(number, text),), sort, region)

    @property
    def text(self) -> str:
        """The text of all pieces on one line; items of a list are parted by semicolons."""
        return text_of(self.pieces)

    @property
    def told(self) -> str:
        """The headline, if there is one, and the text: councils named in either count."""
        return f"{self.headline.text}. {self.text}" if self.headline else self.text

    @property
    def is_prose(self) -> bool:
        """Whether the block may turn out to be a brief."""
        return self.sort in (Sort.BRIEF, Sort.DOUBTFUL)

    @property
    def is_item(self) -> bool:
        """Whether the block begins as an item of a list."""
        return self.pieces[0].kind is ParagraphKind.ITEM


def text_of(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces on one line; items of a list are parted by semicolons.

    >>> text_of((Piece(1, "It has two:"), Piece(2, "one", ITEM), Piece(3, "another.", ITEM)))
    'It has two: one; another.'
    """
    known = list(pieces)
    parts = [piece.text for piece in known[:1]]
    for before, piece in pairwise(known):
        items = before.kind is piece.kind is ParagraphKind.ITEM
        is_open = before.text[-1:].isalnum() or before.text[-1:] in ")”’"
        parts.append(f"; {piece.text}" if items and is_open else f" {piece.text}")
    return "".join(parts)


def blocks_of(paragraphs: Iterable[Paragraph], regions: Regions) -> tuple[Block, ...]:
    """Return the blocks of a page: a heading that runs on into its brief makes two."""
    numbered = enumerate(paragraphs, start=1)
    return tuple(block for n, each in numbered for block in _blocks(n, each, regions))


def _blocks(number: int, paragraph: Paragraph, regions: Regions) -> Iterator[Block]:
    piece = Piece(number, paragraph.text, paragraph.kind)
    if len(paragraph.text) > LONGEST_BRIEF:
        yield Block((piece,), Sort.LINE)
    elif paragraph.kind in _ASIDES:
        yield Block((piece,), Sort.ASIDE)
    elif region := _region_named(paragraph.text, regions):
        yield Block((piece,), Sort.REGION, region.id)
    else:
        heading, text = _run_in_heading(paragraph, regions)
        if heading:
            yield Block((replace(piece, text=heading.name),), Sort.REGION, heading.id)
        told = _LINK.sub("", text)
        yield Block((replace(piece, text=told),), sort_of(told, paragraph.kind))


def sort_of(text: str, kind: ParagraphKind) -> Sort:
    """Return what a text is, by its words and its kind."""
    if len(text) <= TITLE_LENGTH and not reads_as_prose(text) and _SECTION.search(fold(text)):
        return Sort.TITLE
    if is_aside(text):
        return Sort.ASIDE
    if kind is ParagraphKind.HEADING:
        return Sort.LINE
    if reads_as_news(text):
        return Sort.BRIEF
    return Sort.DOUBTFUL if reads_as_prose(text) or is_long(text) else Sort.LINE


def _region_named(text: str, regions: Regions) -> Region | None:
    """Return the region whose name is all that ``text`` says, but for a logo's name before it."""
    if len(text) > TITLE_LENGTH:
        return None
    words = _AROUND.sub("", _LOGO.sub("", text))
    return regions.recognise(words) or regions.recognise(_NEWS_OF.sub("", words))


def _run_in_heading(paragraph: Paragraph, regions: Regions) -> tuple[Region | None, str]:
    """Return the region that heads a paragraph on the same line, and the text after it.

    The heading is set off by bold type, a colon, a dash, a full stop, or by capital letters.
    """
    text = paragraph.text
    for head, rest in (*_leads(paragraph), *_set_off(text), *_capitals(text)):
        region = _region_named(head, regions)
        if region and rest:
            return region, rest
    return None, text


def _leads(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    if paragraph.lead:
        yield paragraph.lead, paragraph.text[len(paragraph.lead) :].lstrip(" :|–—-.")


def _set_off(text: str) -> Iterator[tuple[str, str]]:
    for mark in _SET_OFF.finditer(text[:_HEADING_LENGTH]):
        yield text[: mark.start()], text[mark.end() :]


def _capitals(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words in capitals that begin a text, all of them first, and what follows."""
    words = text.split(" ")
    count = next((i for i, word in enumerate(words[:_HEADING_WORDS]) if not word.isupper()), 0)
    for end in range(count, 0, -1):
        yield " ".join(words[:end]), " ".join(words[end:])
