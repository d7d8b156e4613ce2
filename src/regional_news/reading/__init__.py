"""Pages read into paragraphs: web pages, PDFs, office documents, e-mails and plain text.

One module reads each format, loaded when a page needs it.
"""
# ruff: noqa: PLC0415  what reads a format is slow to load

from regional_news.errors import UnreadablePage
from regional_news.reading.guess import with_guesses
from regional_news.reading.lines import ends_sentence
from regional_news.reading.mail_heads import with_mail_heads
from regional_news.reading.page import Page, Paragraph, ParagraphKind
from regional_news.reading.plain import decode, read_plain
from regional_news.reading.sniff import Format, binary_format, check_name, text_format

__all__ = ["Page", "Paragraph", "ParagraphKind", "ends_sentence", "read_page"]

_MAX_BYTES = 10_000_000
_MAX_CHARACTERS = 500_000
"""What is read is searched for councils afterwards; an issue's page has some ten thousand."""


def read_page(data: bytes, filename: str = "") -> Page:
    """Return the page in ``data``, whose format is told by its content.

    ``filename`` serves only to tell a person that the name promises another format; it is never
    used as a path. Raises UnreadablePage with one sentence on what is wrong and what to do.
    """
    if len(data) > _MAX_BYTES:
        raise UnreadablePage("This file is larger than 10 MB; save the news pages on their own.")
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadablePage("This file is empty; save or download the page again.")
    page = _read(data, filename)
    if not page.paragraphs:
        raise UnreadablePage("This page has no text; save it again, or paste its text.")
    if sum(len(paragraph.text) for paragraph in page.paragraphs) > _MAX_CHARACTERS:
        raise UnreadablePage(
            f"This file holds more than {_MAX_CHARACTERS:,} characters of text, far more than an "
            "issue; save the news pages on their own."
        )
    return with_guesses(with_mail_heads(page))


def _read(data: bytes, filename: str = "") -> Page:
    found = binary_format(data)
    text = "" if found else decode(data)
    found = found or text_format(text)
    check_name(filename, found)
    if found is Format.PLAIN:
        return Page(read_plain(text))
    return _read_web_page(text) if found is Format.HTML else _read_binary(found, data)


def _read_web_page(text: str) -> Page:
    from regional_news.reading.html import read_html

    return read_html(text)


def _read_binary(found: Format, data: bytes) -> Page:
    if found is Format.PDF:
        from regional_news.reading.pdf import read_pdf as read
    elif found is Format.DOCX:
        from regional_news.reading.docx import read_docx as read
    elif found is Format.ODT:
        from regional_news.reading.odt import read_odt as read
    elif found is Format.RTF:
        from regional_news.reading.rtf import read_rtf as read
    else:
        from regional_news.reading.mail import read_mail

        return read_mail(data, _read)
    return read(data)
