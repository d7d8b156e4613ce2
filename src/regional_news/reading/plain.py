"""Plain text read into paragraphs, whatever its encoding and line ends."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, groupby

from regional_news.errors import UnreadablePage
from regional_news.reading.lines import Break, Line, ends_sentence, paragraphs_of
from regional_news.reading.mail_heads import is_mail_line
from regional_news.reading.page import Paragraph

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
_MARKDOWN = re.compile(
    r"^[ \t]{0,3}#{1,6}[ \t]+\S|\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__"
    r"|^[ \t]{0,8}([*_])[^*_\n]{1,200}\1[ \t]{0,8}$"
    r"|\]\((?:https?:|mailto:|[/#])|!\[[^\]\n]{0,200}\]\(",
    re.MULTILINE,
)
"""What only Markdown has: headings, emphasis, links and pictures in its signs."""
_MOST_MARKDOWN = 500_000
"""Characters that are read as Markdown; more is no news page, and reads as plain text."""
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_DIGITS = re.compile(r"\d+")
_HEAD_LENGTH = 60
_ITEM_MARK = re.compile(r"\s*(?:[•◦▪‣●○■□\uf0b7\uf0a7·*–-]|\(?(?:\d{1,2}|[a-z])[.)])\s*")


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
    """Return the paragraphs of ``text``, which may be Markdown."""
    rows = _unquoted(text.splitlines())
    written = "\n".join(rows)
    if len(written) <= _MOST_MARKDOWN and _MARKDOWN.search(written):
        return _read_markdown(written)
    return paragraphs_of(_lines(_without_marks(rows)))


def _read_markdown(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of Markdown, whose lines break where they are broken."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  few pages are Markdown

    from regional_news.reading.html import read_html  # noqa: PLC0415  slow to load

    markdown = MarkdownIt("commonmark", {"breaks": True, "html": False}).enable("table")
    return read_html(markdown.render(text)).paragraphs


def _lines(rows: list[str]) -> Iterator[Line]:
    parted_by = Break.ELEMENT
    heads = _running_heads(rows)
    # Each is kept once, where it breaks no paragraph: it may name the issue.
    yield from (Line(rows_alike[0], Break.ELEMENT) for rows_alike in heads)
    known = set(chain.from_iterable(heads))
    for row in rows:
        if row in known:
            parted_by = Break.TURN
            continue
        if not row.strip():
            parted_by = Break.SPACE if parted_by is Break.LINE else parted_by
            continue
        first, *cells = _cells(row)
        if is_mail_line(row):
            yield Line(first, Break.ELEMENT)
            parted_by = Break.ELEMENT
            continue
        yield Line(first, parted_by)
        # Tabs part the cells of a table that was copied.
        yield from (Line(cell, Break.ELEMENT) for cell in cells)
        parted_by = Break.ELEMENT if cells else Break.LINE


def _cells(row: str) -> list[str]:
    """Return the cells of a row; the mark of a list item before a tab is no cell."""
    first, *cells = row.strip().split("\t")
    if cells and _ITEM_MARK.fullmatch(first):
        return [f"{first} {cells[0]}", *cells[1:]]
    return [first, *cells]


def _unquoted(rows: list[str]) -> list[str]:
    """Return the rows without the mark that a forwarded message puts before each."""
    written = [row for row in rows if row.strip() and not is_mail_line(row)]
    quoted = sum(row.lstrip().startswith(">") for row in written)
    return [_QUOTED.sub("", row, count=1) for row in rows] if 2 * quoted > len(written) else rows


def _without_marks(rows: list[str]) -> list[str]:
    """Return the rows without such marks where several have one: “> 4 in 5” may be a figure."""
    runs = [[*run] for _, run in groupby(rows, key=lambda row: row.lstrip().startswith(">"))]
    bare = ([_QUOTED.sub("", row, count=1) for row in run] if run[1:] else run for run in runs)
    return [*chain.from_iterable(bare)]


def _running_heads(rows: list[str]) -> list[list[str]]:
    """Return the short rows that come again with another number, those that are alike together.

    They are what a page of a magazine has at its head or foot, copied with the text around it.
    """
    alike: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        if _DIGITS.search(row) and len(row) <= _HEAD_LENGTH and not ends_sentence(row.rstrip()):
            alike[_DIGITS.sub("#", row.strip())][row] = None
    return [[*each] for each in alike.values() if len(each) > 1]
