"""Pages read into paragraphs: web pages, PDFs, Word documents and plain text.

One module reads each format, loaded when a page needs it.
"""

from regional_news.errors import UnreadablePage
from regional_news.reading.guess import with_guesses
from regional_news.reading.lines import ends_sentence
from regional_news.reading.page import Page, Paragraph, ParagraphKind
from regional_news.reading.plain import decode, read_plain
from regional_news.reading.sniff import Format, binary_format, check_name, text_format

__all__ = ["Page", "Paragraph", "ParagraphKind", "ends_sentence", "read_page"]

_MAX_BYTES = 10_000_000


def read_page(data: bytes, *, filename: str = "") -> Page:
    """Return the page in ``data``, whose format is told by its content.

    ``filename`` serves only to tell a person that the name promises another format; it is never
    used as a path. Raises UnreadablePage with one sentence on what is wrong and what to do.
    """
    if len(data) > _MAX_BYTES:
        raise UnreadablePage("This file is larger than 10 MB; save the news pages on their own.")
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadablePage("This file is empty; save or download the page again.")
    found = binary_format(data)
    text = "" if found else decode(data)
    found = found or text_format(text)
    check_name(filename, found)
    page = _read(found, data, text)
    if not page.paragraphs:
        raise UnreadablePage("This page has no text; save it again, or paste its text.")
    return with_guesses(page)


def _read(found: Format, data: bytes, text: str) -> Page:
    match found:
        case Format.PDF:
            from regional_news.reading.pdf import read_pdf  # noqa: PLC0415  slow to load

            return read_pdf(data)
        case Format.DOCX:
            from regional_news.reading.docx import read_docx  # noqa: PLC0415  slow to load

            return read_docx(data)
        case Format.HTML:
            from regional_news.reading.html import read_html  # noqa: PLC0415  slow to load

            return read_html(text)
        case Format.PLAIN:
            return Page(read_plain(text))
