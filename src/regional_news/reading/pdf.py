"""A PDF read into paragraphs, within bounds of pages, memory and time."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from regional_news.errors import UnreadablePage
from regional_news.reading import letters
from regional_news.reading.characters import squeeze
from regional_news.reading.lines import paragraphs_of
from regional_news.reading.page import Page
from regional_news.reading.printed import lines_of
from regional_news.reading.rows import Span

_END_MARK_WITHIN = 2_048
"""Bytes from the end within which a whole PDF has its end mark; some servers add a few."""
_PATIENCE = 4
"""How many times its processor time the reading may take where the machine does other things."""
_TOO_MUCH = "This PDF takes too long to read; print it to a new PDF, or paste its text."
_REFUSALS = {
    "damaged": "This PDF is damaged; save or download it again.",
    "encrypted": "This PDF is encrypted; save it without a password.",
    "pages": (
        f"This PDF has more than {letters.MAX_PAGES} pages; save the news pages on their own."
    ),
    "too much": _TOO_MUCH,
}


def read_pdf(data: bytes) -> Page:
    """Return the page in a PDF, running heads and page numbers before all else, notes after it.

    Raises UnreadablePage where the PDF is damaged, cut off, encrypted, without text, or would
    take more pages, memory or time than a magazine does.
    """
    if b"%%EOF" not in data[-_END_MARK_WITHIN:]:
        raise UnreadablePage("This PDF is cut off before its end; download it again.")
    answer = _letters_of(data)
    if "refused" in answer:
        raise UnreadablePage(_REFUSALS[answer["refused"]])
    paragraphs = paragraphs_of(lines_of([_spans(page) for page in answer["pages"]]))
    if not any(character.isalpha() for each in paragraphs for character in each.text):
        raise UnreadablePage(
            "This PDF is a scan without text; run text recognition (OCR) on it, or paste its text."
        )
    return Page(paragraphs, title=squeeze(answer["title"]))


def _letters_of(data: bytes) -> dict[str, Any]:
    """Return what the program in letters.py says of a PDF; it runs on its own, in bounds."""
    program = (sys.executable, "-P", letters.__file__)
    seconds = _PATIENCE * letters.MAX_SECONDS
    try:
        done = subprocess.run(  # noqa: S603  our own program; the PDF is only its input
            program, input=data, capture_output=True, timeout=seconds, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise UnreadablePage(_TOO_MUCH) from error
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _spans(page: Sequence[Sequence[Any]]) -> list[Span]:
    return [Span(*row) for row in page]
