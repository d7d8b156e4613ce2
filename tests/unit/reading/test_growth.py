"""Reading a page costs as much more as the page is longer, whatever stands on it."""

import time
from collections.abc import Callable
from contextlib import suppress

import docx
import pytest
from tests.unit.magazine.press import REGIONS, regions_named
from tests.unit.reading.files import repacked, word

from regional_news.errors import UnreadablePage
from regional_news.magazine import draft_headline, read_section
from regional_news.reading import read_page

LENGTH = 16_000
TIMES = 4
MOST = 9.0
"""Four times as long takes about four times as long; where steps are squared, it is sixteen."""
WRAPPED = b"the council has put sensors in all of\nits halls and bins in the\n" * 40
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BLANK = word(docx.Document())


def runs(length: int) -> bytes:
    """Return a Word document whose one paragraph is made of very many runs."""
    many = "<w:r><w:t>a </w:t><w:tab/></w:r>" * (length // 20)
    body = f'<w:document xmlns:w="{W}"><w:body><w:p>{many}</w:p></w:body></w:document>'
    return repacked(BLANK, word__document=body.encode())


def again(unit: bytes, before: bytes = b"", after: bytes = b"") -> Callable[[int], bytes]:
    """Return what makes a page of any length by saying the same again and again."""
    return lambda length: before + unit * (length // len(unit)) + after


MAIL = b"MIME-Version: 1.0\nContent-Type: text/plain\n"
PAGES: dict[str, Callable[[int], bytes]] = {
    "strong without end": again(b"**a"),
    "links": again(b"[a](http://b) "),
    "headings": again(b"# a\n"),
    "a word among broken lines": again(b"x", WRAPPED, b"-\nmore of the\n"),
    "hyphens": again(b"the council is instal-\nling it in the\n"),
    "bold spaces": again(b"<b> </b>", b"<p>"),
    "bold words": again(b"<b>a</b>", b"<p>"),
    "line breaks": again(b"a<br>", b"<p>"),
    "preformatted": again(b"a\n", b"<pre>"),
    "paragraphs left open": again(b"<p>a. ", b"<html><body><p>a</p>"),
    "a style": again(b"display :", b"<p style='", b"'>a</p>"),
    "dots": again(b"."),
    "dots after news": again(b".", b"London\n\nWalford has it"),
    "empty lines": again(b"\r\n", b"a", b"a"),
    "open brackets": again(b"a[1"),
    "marks of notes": again(b"a.[1]"),
    "cells": again(b"a\t"),
    "marks of quotations": again(b"> ", b"", b"a"),
    "ligatures": again("\ufb01".encode()),
    "accents": again("\u0301".encode(), b"a"),
    "accents out of order": again("\u0301\u0323".encode(), b"a"),
    "brackets of Markdown": again(b"[", b"# a\n\n"),
    "links left open": again(b"[a](", b"# a\n\n"),
    "emphasis left open": again(b"_a ", b"# a\n\n"),
    "items": again(
        "• printing of it\n".encode(),
        b"London\n\nWalford Council has many new services in its libraries:\n\n",
    ),
    "paragraphs that lean": again(
        b"It has put them in one of the halls.\n\n",
        b"London\n\nWalford Council has many new services in its libraries.\n\n",
    ),
    "briefs": again(b"London\n\nWalford Council has put sensors in all of its bins, it says.\n\n"),
    "heads of a mail": again(b"X-A: b\n", MAIL, b"\nx"),
    "parts of a mail": again(
        b"--a\n\nx\n", b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
    ),
    "groups of RTF": again(b"{a ", b"{\\rtf1 "),
    "hidden groups of RTF": again(b"{\\v ", b"{\\rtf1 "),
    "words of RTF": again(b"\\a", b"{\\rtf1 {", b"}}"),
    "runs of a Word document": runs,
}


def seconds(data: bytes) -> float:
    """Return the processor time that a page takes, from bytes to headlines."""
    start = time.process_time()
    with suppress(UnreadablePage):
        page = read_page(data)
        for draft in read_section(page, REGIONS, regions_named).drafts:
            draft_headline(draft.text)
    return time.process_time() - start


@pytest.mark.parametrize("kind", PAGES)
def test_a_longer_page_takes_no_more_than_its_share(kind: str) -> None:
    """Each step looks at each letter a few times, and at no pair of letters."""
    short, long = PAGES[kind](LENGTH), PAGES[kind](TIMES * LENGTH)
    seconds(PAGES[kind](LENGTH // 16))  # what reads a kind is loaded
    ratios = (seconds(long) / max(seconds(short), 0.002) for _ in range(3))
    assert any(ratio < MOST for ratio in ratios)
