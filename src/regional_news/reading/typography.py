"""What typesetters do to letters, undone: drop caps, small capitals, the raised marks of notes."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from regional_news.reading.rows import INITIAL_SIZE, Row, Span
from regional_news.reading.wordlist import with_initial

_MOST_DROP_CAPS = 100
"""Drop caps of a page that are looked at."""
_SMALL_CAPITAL = (0.6, 0.92)
"""How large small capitals are, measured by the capitals beside them."""
_NOTE_SIZE = 0.85
_NOTE_RISE = 0.15
"""Marks of notes are smaller than the text by this factor, and raised by so many ems."""
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:[,–-]\d{1,3})*|[a-z]|[*†‡§¶]{1,3})[\])]?[.,]?$")
_UNIT = re.compile(r"(?:\b[kcm]?m|\bft|\bCO|\d)$")
_SAME = 0.05


def make_letters_plain(rows: Sequence[Row]) -> None:
    """Take the raised marks of notes out of rows, and make small capitals letters like others."""
    for row in rows:
        _drop_note_marks(row)
    _lower_small_capitals(rows)


def _drop_note_marks(row: Row) -> None:
    """Take the raised marks out of a row, or tell that the row begins with one: it is a note."""
    main = row.main
    row.noted = _is_note_mark(row.spans[0], main)
    row.spans[0].text += " " * row.noted
    last = ""
    kept: list[Span] = []
    for span in row.spans:
        if not kept or not _is_note_mark(span, main) or _UNIT.search(last[-3:]):
            kept.append(span)
        else:
            kept[-1].right = span.right  # what comes next follows as closely as it did
        last = span.text
    row.spans = kept


def _is_note_mark(span: Span, main: Span) -> bool:
    is_raised = span.baseline - main.baseline > _NOTE_RISE * main.size
    return is_raised and span.size < _NOTE_SIZE * main.size and bool(_NOTE_MARK.match(span.text))


def _lower_small_capitals(rows: Sequence[Row]) -> None:
    """Put lower case for small capitals: in words with a larger initial, and in words around."""
    sizes = [_small_capitals(row) for row in rows]
    nearby = zip([(0.0, 0.0), *sizes], sizes, [*sizes[1:], (0.0, 0.0)], strict=False)
    for row, pairs in zip(rows, nearby, strict=True):
        for span in row.spans:
            for big, small in pairs:
                if small and abs(span.size - small) < _SAME * small:
                    span.size = big
                    span.text = span.text.lower() if span.text.isupper() else span.text


def _small_capitals(row: Row) -> tuple[float, float]:
    """Return the size of the capitals and of the small capitals in a row; 0 for none."""
    for big, small in pairwise(row.spans):
        touching = small.left - big.right < _SAME * big.size
        in_scale = _SMALL_CAPITAL[0] < small.size / big.size < _SMALL_CAPITAL[1]
        level = abs(big.baseline - small.baseline) < _SAME * big.size
        if touching and in_scale and level and big.text[-1].isupper() and small.text[0].isalpha():
            return big.size, small.size
    return 0.0, 0.0


def with_drop_caps(rows: Sequence[Row], body: float) -> list[Row]:
    """Return the rows of a page with every drop cap put before the row that it begins.

    ``body`` is the size of the page's text.
    """
    caps = [row for row in rows if _may_be_drop_cap(row, body)][:_MOST_DROP_CAPS]
    dropped = {id(cap) for cap in caps if _drop(cap, rows)}
    return [row for row in rows if id(row) not in dropped]


def _may_be_drop_cap(row: Row, body: float) -> bool:
    letters = row.text.strip("“‘\"'")
    return len(letters) == 1 and letters.isupper() and row.size >= INITIAL_SIZE * body


def _drop(cap: Row, rows: Iterable[Row]) -> bool:
    """Put a drop cap before the highest of the rows at its right; return whether there is one."""
    beside = [row for row in rows if row is not cap and _stands_beside(cap, row)]
    if not beside:
        return False
    first = max(beside, key=lambda row: row.baseline)
    for row in beside:
        row.indent = row.spans[0].left - cap.left
    first.spans[0].text = with_initial(cap.text, first.spans[0].text)
    return True


def _stands_beside(cap: Row, row: Row) -> bool:
    gap = (row.spans[0].left - cap.right) / row.size
    middle = row.baseline + 0.3 * row.size
    return -0.6 < gap < 1.5 and cap.baseline - 0.2 * row.size < middle < cap.baseline + cap.size  # noqa: PLR2004  ems
