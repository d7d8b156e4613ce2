"""The program that takes the letters of a PDF off its pages, in a process of its own.

A PDF is a program from a stranger: this one reads it where its time and memory are bounded and
where a crash takes nothing else along. It gets the PDF on standard input and answers with one
JSON object: ``{"title", "pages"}``, or ``{"refused"}`` with a word for the reason. A page is a
list of spans in the order in which they are drawn::

    ["Glenbogle Council", left, right, baseline, size, bold, end of the first word]

in points from the lower left corner of the page, as pdfium measures them.
"""

import json
import math
import re
import sys
from collections.abc import Iterator
from ctypes import byref, c_double, c_ulong, create_string_buffer
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import median
from typing import Any

MAX_PAGES = 200
MAX_LETTERS = 1_500_000
"""Letters of a magazine of 200 full pages."""
MAX_MEMORY = 512 << 20
"""Bytes of address space; a magazine with its pictures left alone takes a tenth."""
MAX_SECONDS = 20
"""Processor time; a magazine of 68 full pages takes four."""

_GAP = 0.17
"""From so many ems on, empty space between two letters is a space."""
_APART = 0.9
"""From so many ems on, it parts spans: a wide space, a tab or a gutter."""
_BACK = -0.5
"""Letters may overlap by so many ems; further back, another line begins."""
_SAME_SIZE = 0.02
_HYPHEN_AT_END = frozenset((0x02, 0xFFFE))
"""What pdfium gives for a hyphen at the end of a line."""
_BOLD = re.compile(r"bold|black|heavy|demi|cmb|bx\d", re.IGNORECASE)
_LAST_CODE = 0x10FFFF


@dataclass(slots=True)
class Letter:
    """A letter as it is printed: its left and right edge, baseline and size in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool


@dataclass(slots=True)
class Span:
    """Letters of one size and weight that follow one another on one baseline."""

    letters: list[Letter] = field(default_factory=list)

    def takes(self, letter: Letter) -> bool:
        """Return whether a letter goes on where the span ends."""
        last = self.letters[-1]
        same_print = (
            letter.bold is last.bold
            and abs(letter.size - last.size) <= _SAME_SIZE * last.size
            and abs(letter.baseline - last.baseline) <= _SAME_SIZE * last.size
        )
        is_same_glyph = (letter.left, letter.right) == (last.left, last.right)  # of a ligature
        gap = (letter.left - last.right) / last.size
        return same_print and (is_same_glyph or _BACK < gap < _APART)

    def row(self) -> list[Any]:
        """Return the span as a row of the answer."""
        first, last = self.letters[0], self.letters[-1]
        spaces = self._spaces()
        text = "".join(" " * (n in spaces) + each.text for n, each in enumerate(self.letters))
        word = self.letters[min(spaces) - 1] if spaces else last
        places = (first.left, last.right, first.baseline, first.size)
        return [text, *(round(each, 2) for each in places), first.bold, round(word.right, 2)]

    def _spaces(self) -> set[int]:
        """Return before which letters there is a space; tracking is none."""
        size = self.letters[0].size
        gaps = [b.left - a.right for a, b in zip(self.letters, self.letters[1:], strict=False)]
        tracking = max(0.0, median(gaps)) if gaps else 0.0
        wide = max(_GAP * size, 1.6 * tracking + 0.05 * size)
        return {n for n, gap in enumerate(gaps, start=1) if gap > wide}


def spans_of(letters: Iterator[Letter]) -> Iterator[list[Any]]:
    """Yield the spans that letters make; spaces only show in the room that they take."""
    span = Span()
    for letter in letters:
        if span.letters and not span.takes(letter):
            yield span.row()
            span = Span()
        span.letters.append(letter)
    if span.letters:
        yield span.row()


class Letters:
    """The letters of one page, as pdfium gives them."""

    def __init__(self, page: Any) -> None:
        from pypdfium2 import raw  # noqa: PLC0415  only the child process loads it

        self._raw = raw
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._text = page.get_textpage()
        self.count = self._text.count_chars()

    def __iter__(self) -> Iterator[Letter]:
        for index in range(self.count):
            letter = self._letter(index)
            if letter and not letter.text.isspace():
                yield letter

    def _letter(self, index: int) -> Letter | None:
        """Return a letter, None where pdfium made it up or it lies off the page."""
        raw, page = self._raw, self._text
        code = raw.FPDFText_GetUnicode(page, index)
        thing = raw.FPDFText_GetTextObject(page, index)
        if not thing or not code or code > _LAST_CODE:
            return None
        matrix, box, x, y = raw.FS_MATRIX(), raw.FS_RECTF(), c_double(), c_double()
        raw.FPDFText_GetMatrix(page, index, byref(matrix))
        raw.FPDFText_GetLooseCharBox(page, index, byref(box))
        raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
        if not (self._left <= x.value <= self._right and self._bottom <= y.value <= self._top):
            return None
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        text = "-" if code in _HYPHEN_AT_END else chr(code)
        left, right, baseline = box.left, box.right, y.value
        if abs(matrix.b) > abs(matrix.a):  # it runs up or down the page
            left, right, baseline = box.bottom, box.top, -x.value
        return Letter(text, left, right, baseline, size or 1.0, _is_bold(_font(thing)))


def _font(thing: Any) -> str:
    """Return the name of the font in which something is printed."""
    from pypdfium2 import raw  # noqa: PLC0415  only the child process loads it

    font = raw.FPDFTextObj_GetFont(thing)
    buffer = create_string_buffer(100)
    raw.FPDFFont_GetBaseFontName(font, buffer, c_ulong(len(buffer)))
    return buffer.value.decode("utf-8", errors="replace")


@lru_cache(maxsize=256)
def _is_bold(font: str) -> bool:
    return bool(_BOLD.search(font))


def answer(data: bytes) -> dict[str, Any]:
    """Return the title and the spans of a PDF, or why it is refused."""
    import pypdfium2 as pdfium  # noqa: PLC0415  only the child process loads it

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = error.err_code == pdfium.raw.FPDF_ERR_PASSWORD
        return {"refused": "encrypted" if is_locked else "damaged"}
    if len(document) > MAX_PAGES:
        return {"refused": "pages"}
    pages, count = [], 0
    for page in document:
        letters = Letters(page)
        count += letters.count
        if count > MAX_LETTERS:
            return {"refused": "too much"}
        pages.append(list(spans_of(iter(letters))))
    return {"title": document.get_metadata_value("Title"), "pages": pages}


def _bound() -> None:
    """Let this process take only so much memory and time, where the system can see to that."""
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _bound()
    try:
        reply = answer(sys.stdin.buffer.read())
    except MemoryError:
        reply = {"refused": "too much"}
    json.dump(reply, sys.stdout)
