"""A page as its layout tells it: paragraphs in reading order, and where they come from."""

import re
from dataclasses import dataclass
from enum import StrEnum

from regional_news.model import PartialDate

_IGNORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u2060\ufeff]")
"""Control characters, and marks that only say where a line may or may not break."""


class ParagraphKind(StrEnum):
    """What the layout says of a paragraph; where it says nothing, it is body text."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    """The text of a picture: its caption, or the words that stand for it."""
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page, white space squeezed.

    ``lead`` holds the words in bold type at its start, where the layout tells and more follows.
    """

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: its paragraphs, and its own word on title, address, date and issue.

    ``url`` is an http or https address or empty; ``published`` and ``issue`` are guesses for a
    person to confirm.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    url: str = ""
    published: PartialDate | None = None
    issue: str = ""


def squeeze(text: str) -> str:
    """Return ``text`` on one line with single spaces and without invisible characters."""
    return " ".join(_IGNORABLE.sub("", text).split())
