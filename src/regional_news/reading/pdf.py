"""A PDF read into paragraphs, within bounds of pages, memory and time."""

import io
import logging
import math
import re
import time
from typing import TYPE_CHECKING, Any

from regional_news.errors import UnreadablePage
from regional_news.reading.lines import paragraphs_of
from regional_news.reading.page import Page, squeeze
from regional_news.reading.printed import PrintedLine, lines_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MAX_PAGES = 200
_MAX_SECONDS = 20.0
_MAX_UNPACKED = 10_000_000
"""Bytes that the commands or a font of one page may unpack to; pictures stay packed."""
_MAX_COMMANDS = 300_000
"""Drawing commands on one page, with their operands."""
_END_MARK_WITHIN = 2_048
"""Bytes from the end within which a whole PDF has its end mark; some servers add a few."""
_TOO_MUCH = "This PDF takes too long to read; print it to a new PDF, or paste its text."
_BOLD = re.compile("bold|black|heavy|demi", re.IGNORECASE)

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it logs, we say


def read_pdf(data: bytes) -> Page:
    """Return the page in a PDF, running heads and page numbers left out.

    Raises UnreadablePage where the PDF is damaged, cut off, encrypted, without text, or would
    take more pages, memory or time than a magazine does.
    """
    if b"%%EOF" not in data[-_END_MARK_WITHIN:]:
        raise UnreadablePage("This PDF is cut off before its end; download it again.")
    from pypdf.errors import LimitReachedError  # noqa: PLC0415  slow to load

    try:
        title, pages = _read(data)
    except UnreadablePage:
        raise
    except LimitReachedError as error:
        raise UnreadablePage(_TOO_MUCH) from error
    except Exception as error:  # pypdf raises whatever the damage suggests
        raise UnreadablePage("This PDF is damaged; save or download it again.") from error
    paragraphs = paragraphs_of(lines_of(pages))
    if not any(character.isalpha() for each in paragraphs for character in each.text):
        raise UnreadablePage(
            "This PDF is a scan without text; run text recognition (OCR) on it, or paste its text."
        )
    return Page(paragraphs, title=title)


def _read(data: bytes) -> tuple[str, list[list[PrintedLine]]]:
    """Return the title in the PDF's own record, and the printed lines page by page."""
    from pypdf import PdfReader, apply_configuration  # noqa: PLC0415  slow to load

    deadline = time.monotonic() + _MAX_SECONDS
    with apply_configuration(
        zlib_maximum_output_length=_MAX_UNPACKED,
        lzw_maximum_output_length=_MAX_UNPACKED,
        run_length_maximum_output_length=_MAX_UNPACKED,
        array_based_stream_maximum_output_length=_MAX_UNPACKED,
        stream_parsing_work_maximum_count=_MAX_COMMANDS,
    ):
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opens_without_password(reader):
            raise UnreadablePage("This PDF is encrypted; save it without a password.")
        if reader.get_num_pages() > _MAX_PAGES:
            raise UnreadablePage(
                f"This PDF has more than {_MAX_PAGES} pages; save the news pages on their own."
            )
        title = squeeze(reader.metadata.title or "") if reader.metadata else ""
        return title, [_printed_lines(page, deadline) for page in reader.pages]


def _opens_without_password(reader: "PdfReader") -> bool:
    """Return whether only printing or copying is restricted, so that everyone may read."""
    from pypdf.errors import DependencyError  # noqa: PLC0415

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _printed_lines(page: "PageObject", deadline: float) -> list[PrintedLine]:
    collector = _Collector(deadline)
    page.extract_text(visitor_operand_before=collector.watch, visitor_text=collector.take)
    return collector.lines


class _Collector:
    """Collects the printed lines of a page while pypdf walks through its drawing commands."""

    def __init__(self, deadline: float) -> None:
        self.lines: list[PrintedLine] = []
        self._deadline = deadline
        self._line_ended = True

    def watch(self, *_: Any) -> None:
        """Refuse to go on after the deadline; called before every drawing command."""
        if time.monotonic() > self._deadline:
            raise UnreadablePage(_TOO_MUCH)

    def take(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """Take in a piece of text, placed by two matrices; a line feed in it ends a line."""
        for index, piece in enumerate(text.split("\n")):
            self._line_ended = self._line_ended or index > 0
            if self._line_ended and piece.strip():
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
                self.lines.append(PrintedLine(y, size * scale))
                self._line_ended = False
            if not self._line_ended:
                self.lines[-1].add(piece, bold=_is_bold(font))


def _is_bold(font: Any) -> bool:
    return bool(font) and bool(_BOLD.search(str(font.get("/BaseFont", ""))))
