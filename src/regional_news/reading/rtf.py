"""A Rich Text document read into text, and its text into paragraphs."""

import re

from striprtf.striprtf import rtf_to_text

from regional_news.errors import UnreadablePage
from regional_news.reading.page import Page
from regional_news.reading.plain import read_plain

_MAX_TEXT = 2_000_000
"""Characters without pictures: a book of a thousand pages takes less."""
_PICTURE = re.compile(r"[0-9a-fA-F\s]{400,}")
"""A picture is written as its bytes, two figures each."""
_UNSEEN = re.compile(
    r"\{(?:\\[a-z]+-?\d* ?|\s)*\\(?:v|strike|striked1|deleted)(?![a-z0-9])[^{}]*\}"
)
"""A group of hidden, struck-out or deleted text; it holds no other group."""


def read_rtf(data: bytes) -> Page:
    """Return the page in a Rich Text document, without hidden and struck-out text.

    Raises UnreadablePage where it holds more than a magazine does, or is damaged.
    """
    text = _UNSEEN.sub("", _PICTURE.sub(" ", data.decode("latin-1")))
    if len(text) > _MAX_TEXT:
        raise UnreadablePage("This RTF document is too long; save the news pages on their own.")
    try:
        written: str = rtf_to_text(text, errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # striprtf raises whatever the damage suggests
        raise UnreadablePage(
            "This RTF document is damaged; save it as a Word document (.docx) instead."
        ) from error
    return Page(read_plain(written))
