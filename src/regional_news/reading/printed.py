"""Printed lines: what the size, weight and place of letters on a page tell about its text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, starmap
from typing import Self

from regional_news.reading.lines import Break, Line
from regional_news.reading.page import ParagraphKind, squeeze

_HEADING_SIZE = 1.15
"""Letters that are larger than those of body text by this factor are a heading's."""
_WIDE = 1.35
"""A gap between lines that is wider than usual by this factor parts paragraphs."""
_OTHER_SIZE = 0.05
"""Sizes of letters that differ by less than this share are one size, rounded differently."""
_EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class PrintedLine:
    """A line as printed: its height on the page and the size of its letters, both in points.

    ``bold`` says that all of it is, ``lead`` holds the bold words at its start.
    """

    y: float
    size: float
    text: str = ""
    lead: str = ""
    bold: bool = True

    def add(self, text: str, *, bold: bool) -> None:
        """Add the next piece of text on the line."""
        whole = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
        self.bold = self.bold and (bold or not text.strip())
        self.text += whole
        self.lead += whole if self.bold else ""


@dataclass(frozen=True, slots=True)
class _Print:
    """How body text is printed: the size of its letters, its weight, the step from line to line."""

    size: float
    bold: bool
    step: float

    @classmethod
    def of(cls, pages: Sequence[Sequence[PrintedLine]]) -> Self:
        """Return the print of most letters, and the step that one line in four stays within."""
        letters: Counter[tuple[float, bool]] = Counter()
        for line in chain.from_iterable(pages):
            letters[round(line.size, 1), line.bold] += len(line.text)
        size, bold = letters.most_common(1)[0][0] if letters else (0.0, False)
        pairs = chain.from_iterable(pairwise(page) for page in pages)
        steps = sorted(a.y - b.y for a, b in pairs if 0 < a.y - b.y < 3 * size)
        return cls(size or 1.0, bold, steps[len(steps) // 4] if steps else size or 1.0)

    def kind(self, line: PrintedLine) -> ParagraphKind:
        """Return HEADING for larger letters and for bold lines among lines that are not."""
        if line.size > _HEADING_SIZE * self.size or (line.bold and not self.bold):
            return ParagraphKind.HEADING
        return ParagraphKind.BODY

    def parting(self, before: PrintedLine, line: PrintedLine) -> Break:
        """Return what parts two lines of a page: a step, a gap, or the turn to another column."""
        if abs(before.size - line.size) > _OTHER_SIZE * self.size:
            return Break.SPACE
        if before.y < line.y:
            return Break.TURN
        step = self.step * max(1.0, line.size / self.size)
        return Break.SPACE if before.y - line.y > _WIDE * step else Break.LINE


def lines_of(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[Line]:
    """Yield the lines of all pages with what parts and marks them, each running head once."""
    body = _Print.of(pages)
    for page in _with_heads_once(pages):
        parted_by = [Break.TURN, *starmap(body.parting, pairwise(page))]
        for line, parting in zip(page, parted_by, strict=False):
            lead = "" if line.bold else squeeze(line.lead)
            yield Line(line.text, parting, body.kind(line), lead)


def _with_heads_once(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[list[PrintedLine]]:
    """Yield the pages without running heads, which stand at the edge of another page too.

    Digits do not count, so that page numbers go. Each head is kept where it first stands, before
    the rest of its page: it may be a title, and must not stand in the middle of a paragraph.
    """
    seen_on = Counter(
        wording for page in pages for wording in {_wording(line) for line in _edges(page)}
    )
    met: set[str] = set()
    for page in pages:
        heads = [line for line in _edges(page) if seen_on[_wording(line)] > 1]
        new = {_wording(line): line for line in heads if _wording(line) not in met}
        met.update(new)
        known = set(map(id, heads))
        yield [*new.values(), *(line for line in page if id(line) not in known)]


def _edges(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the topmost and lowest lines; in a PDF they may come at any point of a page."""
    from_the_top = sorted(page, key=lambda line: -line.y)
    return from_the_top[:_EDGE] + from_the_top[-_EDGE:]


def _wording(line: PrintedLine) -> str:
    return _DIGITS.sub("#", squeeze(line.text)).casefold()
