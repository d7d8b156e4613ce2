"""Plain text read into paragraphs, whatever its encoding and line ends."""

import re
from collections.abc import Iterator

from regional_news.errors import UnreadablePage
from regional_news.reading.lines import Break, Line, paragraphs_of
from regional_news.reading.page import Paragraph, ParagraphKind

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_ONE_BYTE_ENCODINGS = ("cp1252", "mac_roman")
"""What offices in the UK and Ireland write that is not Unicode; Latin-1 text reads as cp1252."""
_EXPECTED = frozenset("£€’‘“”–—…•·«»°½¼©®™§\xa0áéíóúàèìòùâêîôûäëïöüçñÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜÇÑ")
"""What English, Irish, Scottish Gaelic and Welsh use beyond ASCII."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_HEADING = re.compile(r"#{1,6}\s+(.+)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)$")
_EMPHASIS = re.compile(r"(\*\*|__)(.+?)\1\s*")
_BULLET = re.compile(r"[•◦▪‣●*–-]\s+")


def decode(data: bytes) -> str:
    """Return the text in ``data``: by its byte order mark, as UTF-8, or as what fits best.

    Raises UnreadablePage where the bytes are not text.
    """
    text = _decode(data)
    if len(_CONTROLS.findall(text)) > len(text) / 100:
        raise UnreadablePage(
            "This file is not text; upload the page as a web page, PDF, Word document or text file."
        )
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return data.removeprefix(b"\xef\xbb\xbf").decode(encoding, errors="replace")
    if data.count(0) > len(data) / 4:
        # ASCII letters have an empty upper byte: the second of two where the lower comes first.
        order = "le" if data[1::2].count(0) >= data[::2].count(0) else "be"
        return data.decode(f"utf-16-{order}", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        readings = [data.decode(encoding, errors="replace") for encoding in _ONE_BYTE_ENCODINGS]
        return max(readings, key=lambda text: sum(map(text.count, _EXPECTED)))


def read_plain(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of ``text``, Markdown's headings and pictures with their kind."""
    return paragraphs_of(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    parted_by = Break.ELEMENT
    for row in text.splitlines():
        if not row.strip():
            parted_by = Break.SPACE if parted_by is Break.LINE else parted_by
            continue
        first, *cells = row.strip().split("\t")
        yield _line(first, parted_by)
        # Tabs part the cells of a table that was copied.
        yield from (_line(cell, Break.ELEMENT) for cell in cells)
        parted_by = Break.ELEMENT if cells else Break.LINE


def _line(cell: str, parted_by: Break) -> Line:
    text = cell.strip()
    if heading := _HEADING.match(text):
        return Line(heading[1].rstrip("# "), Break.ELEMENT, ParagraphKind.HEADING)
    if picture := _PICTURE.match(text):
        return Line(picture[1], Break.ELEMENT, ParagraphKind.CAPTION)
    if bullet := _BULLET.match(text):
        text, parted_by = text[bullet.end() :], Break.ELEMENT
    if emphasis := _EMPHASIS.match(text):
        lead, rest = emphasis[2].strip(), text[emphasis.end() :]
        return Line(f"{lead} {rest}", parted_by, lead=lead if rest else "")
    return Line(text, parted_by)
