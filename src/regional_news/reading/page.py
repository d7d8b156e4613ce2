"""A page as its layout tells it: paragraphs in reading order, and where they come from."""

from dataclasses import dataclass
from enum import StrEnum

from regional_news.model import PartialDate


class ParagraphKind(StrEnum):
    """What the layout says of a paragraph; where it says nothing, it is body text."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    """The text of a picture: its caption, or the words that stand for it."""
    QUOTE = "quote"
    ITEM = "item"
    """An item of a list."""
    NOTE = "note"
    """A note at the foot of the page."""
    MAIL = "mail"
    """A line of the head of an e-mail: who wrote to whom, when, about what."""


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
    person to confirm. ``subject`` is that of the e-mail in which the page came, ``sent`` the day on
    which that was sent, which may be another than the issue's.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    url: str = ""
    published: PartialDate | None = None
    issue: str = ""
    subject: str = ""
    sent: PartialDate | None = None
