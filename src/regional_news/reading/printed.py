"""Printed pages read into lines: what the size, weight and place of letters tell about text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, starmap, takewhile
from typing import Self

from regional_news.reading.characters import squeeze
from regional_news.reading.columns import in_reading_order, step_of
from regional_news.reading.lines import Break, Line, begins_in_lower_case, ends_sentence
from regional_news.reading.page import ParagraphKind
from regional_news.reading.rows import Row, Span, body_size, rows_of
from regional_news.reading.typography import make_letters_plain, with_drop_caps

_HEADING_SIZE = 1.15
"""Letters that are larger than those of body text by this factor are a heading's."""
_NOTE_SIZE = 0.93
"""Notes at the foot of a page are smaller than its text by this factor."""
_OTHER_SIZE = 0.05
"""Sizes of letters that differ by less than this share are one size, rounded differently."""
_MOST = 0.9
"""The share of a row's letters that tells its size and weight."""
_WIDE = 1.35
"""A gap between lines that is wider than usual by this factor parts paragraphs."""
_INDENT = 0.6
"""Ems by which the first line of a paragraph is indented at least."""
_ROOM = 0.35
"""Ems by which a line may fall short of where the next word would have fitted."""
_EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads."""
_HEAD_LENGTH = 60
_HEADING_ROWS = 3
"""Lines of a heading at most."""
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"\d{1,4}\b|.*\b\d{1,4}$")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§])[.)]?\s")


def lines_of(pages: Sequence[Sequence[Span]]) -> Iterator[Line]:
    """Yield the lines of all pages: running heads first, each once, and notes last."""
    printed = [rows_of(spans) for spans in pages]
    for rows in printed:
        make_letters_plain(rows)
    body = body_size(chain.from_iterable(printed))
    printed = [with_drop_caps(rows, body) for rows in printed]
    printed, heads = _without_heads(printed)
    texts, notes = [], []
    for rows in printed:
        text, small = _without_notes(rows, body)
        texts.append(in_reading_order(text))
        notes += small
    yield from (Line(row.text) for row in heads)
    yield from _text_lines(texts, body)
    yield from (Line(row.text, Break.LINE, ParagraphKind.NOTE) for row in notes)


def _without_heads(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[Row]]:
    """Return the pages without running heads, and those, each text once.

    Digits do not count, so that page numbers go. A head stands at the edge of another page, too,
    or has a number and stands apart.
    """
    edges = [_edges(rows) for rows in pages]
    seen_on = Counter(wording for rows in edges for wording in {_wording(row) for row in rows})
    step = step_of([row for rows in pages for row in rows])
    heads: dict[str, Row] = {}
    texts = []
    for rows, at_edge in zip(pages, edges, strict=True):
        known = {
            id(row): row
            for row in at_edge
            if seen_on[_wording(row)] > 1 or (len(pages) > 1 and _is_numbered_head(row, rows, step))
        }
        texts.append([row for row in rows if id(row) not in known])
        heads |= {_wording(row): row for row in known.values() if _wording(row) not in heads}
    return texts, list(heads.values())


def _edges(rows: Sequence[Row]) -> list[Row]:
    """Return the topmost and lowest rows; in a PDF they may come at any point of a page."""
    from_the_top = sorted(rows, key=lambda row: -row.baseline)
    return from_the_top[:_EDGE] + from_the_top[_EDGE:][-_EDGE:]


def _is_numbered_head(row: Row, rows: Sequence[Row], step: float) -> bool:
    text = squeeze(row.text)
    if len(text) > _HEAD_LENGTH or not _NUMBERED.match(text) or ends_sentence(text):
        return False
    near = (abs(row.baseline - other.baseline) for other in rows if other is not row)
    return min(near, default=0.0) > 1.8 * step


def _wording(row: Row) -> str:
    return _DIGITS.sub("#", squeeze(row.text)).casefold()


def _without_notes(rows: Sequence[Row], body: float) -> tuple[list[Row], list[Row]]:
    """Return the rows of a page's text, and those of the notes at its foot."""
    start = len(rows)
    while start and rows[start - 1].size <= _NOTE_SIZE * body:
        start -= 1
    marked = (n for n in range(start, len(rows)) if rows[n].noted or _NOTE.match(rows[n].text))
    first = next(marked, len(rows))
    return list(rows[:first]), list(rows[first:])


@dataclass(frozen=True, slots=True)
class _Print:
    """How text is printed: the size of its letters, its weight, the step from line to line."""

    size: float
    bold: bool
    step: float

    @classmethod
    def of(cls, rows: Sequence[Row], size: float) -> Self:
        """Return the print of the rows of all pages."""
        weights: Counter[bool] = Counter()
        for span in chain.from_iterable(row.spans for row in rows):
            weights[span.bold] += len(span.text)
        return cls(size, weights[True] > weights[False], step_of(rows))

    def kind(self, row: Row) -> ParagraphKind:
        """Return HEADING where nearly all letters are larger, or bold among others that are not."""
        letters = sum(len(span.text) for span in row.spans)
        larger = sum(len(s.text) for s in row.spans if s.size > _HEADING_SIZE * self.size)
        bold = sum(len(s.text) for s in row.spans if s.bold)
        if larger >= _MOST * letters or (bold == letters and not self.bold):
            return ParagraphKind.HEADING
        return ParagraphKind.BODY

    def is_near(self, before: Row, row: Row) -> bool:
        """Return whether a row is no further below another than lines of a paragraph are."""
        size = max(span.size for span in (*before.spans, *row.spans))
        step = self.step * max(1.0, size / self.size)
        return 0 < before.baseline - row.baseline <= _WIDE * step


def _text_lines(pages: Sequence[Sequence[Row]], body: float) -> Iterator[Line]:
    rows = list(chain.from_iterable(pages))
    if not rows:
        return
    print_ = _Print.of(rows, body)
    kinds = [print_.kind(row) for row in rows]
    near = [False, *starmap(print_.is_near, pairwise(rows))]
    places = _Places(rows)
    breaks = [Break.ELEMENT]
    for n, (before, row) in enumerate(pairwise(rows), start=1):
        mid_sentence = begins_in_lower_case(row.text) and not ends_sentence(before.text)
        if places.turns(n) or not near[n]:
            wraps = mid_sentence or (places.turns(n) and places.runs_over(n))
        else:
            wraps = mid_sentence or places.wraps(n)
        if kinds[n - 1] is not kinds[n]:
            wraps = wraps and near[n] and (mid_sentence or _has_same_print(before, row))
            if wraps:
                _unhead(kinds, breaks, n - 1)
        elif kinds[n] is ParagraphKind.HEADING:
            wraps = wraps and _has_same_print(before, row) and _is_short(kinds, near, n)
        breaks.append(Break.WRAP if wraps else Break.ELEMENT)
    for row, parting, kind in zip(rows, breaks, kinds, strict=True):
        yield Line(row.text, parting, kind, _lead(row))


def _has_same_print(before: Row, row: Row) -> bool:
    """Return whether a row begins in the letters in which the one above it ends."""
    last, first = before.spans[-1], row.spans[0]
    return last.bold is first.bold and abs(last.size - first.size) < _OTHER_SIZE * last.size


def _unhead(kinds: list[ParagraphKind], breaks: Sequence[Break], last: int) -> None:
    """Note that rows up to ``last`` are no heading: a larger name with which a text begins."""
    kinds[last] = ParagraphKind.BODY
    while last and breaks[last] is Break.WRAP:
        last -= 1
        kinds[last] = ParagraphKind.BODY


def _is_short(kinds: Sequence[ParagraphKind], near: Sequence[bool], n: int) -> bool:
    """Return whether headings around ``n`` may be the lines of one; a longer list is of many."""
    start, end = n, n + 1
    while start and near[start] and kinds[start - 1] is kinds[n] and end - start <= _HEADING_ROWS:
        start -= 1
    while (
        end < len(kinds) and near[end] and kinds[end] is kinds[n] and end - start <= _HEADING_ROWS
    ):
        end += 1
    return end - start <= _HEADING_ROWS


def _lead(row: Row) -> str:
    """Return the bold words at the start of a row that is not bold throughout."""
    if all(span.bold for span in row.spans):
        return ""
    bold = takewhile(lambda pair: pair[0].bold, zip(row.spans, row.pieces(), strict=True))
    return squeeze("".join(text for _, text in bold))


class _Places:
    """Where rows stand in their columns: which end because they are full."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._left: list[float] = []
        for start, end in self._runs():
            self._left += [min(row.left for row in rows[start:end])] * (end - start)
        self._right: dict[tuple[int, int, bool], float] = {}
        for n, row in enumerate(rows):
            column = self._column(n)
            self._right[column] = max(self._right.get(column, 0.0), row.right)

    def _column(self, n: int) -> tuple[int, int, bool]:
        """Return in which column a row stands, and in which letters: each has its right edge."""
        main = self._rows[n].main
        return round(self._left[n] / 4), round(main.size), main.bold

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the first row of each run of rows in a column, and the row after its last."""
        starts = [n for n in range(len(self._rows)) if not n or self.turns(n)]
        yield from pairwise([*starts, len(self._rows)])

    def turns(self, n: int) -> bool:
        """Return whether row ``n`` begins another column or page."""
        before, row = self._rows[n - 1], self._rows[n]
        return before.baseline <= row.baseline or row.left > before.right or row.right < before.left

    def wraps(self, n: int) -> bool:
        """Return whether row ``n`` goes on with the text of the row above it."""
        row = self._rows[n]
        after = self._rows[n + 1] if n + 1 < len(self._rows) else row
        is_indented = row.left - self._left[n] > _INDENT * row.size
        hangs = after is not row and abs(after.left - row.left) < _ROOM * row.size
        return self._is_full(n - 1) and not (is_indented and not hangs)

    def runs_over(self, n: int) -> bool:
        """Return whether a text goes on in row ``n``, at the top of another column or page."""
        return not ends_sentence(self._rows[n - 1].text) and self._is_full(n - 1)

    def _is_full(self, n: int) -> bool:
        """Return whether the first word of the next row had no room in row ``n``."""
        row, following = self._rows[n], self._rows[n + 1]
        if row.text.endswith(("-", "\xad")):
            return True
        with_next_word = row.right + following.first_word + _ROOM * row.size
        return with_next_word > self._right[self._column(n + 1)]
