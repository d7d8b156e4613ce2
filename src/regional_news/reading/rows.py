"""Spans of letters on a page put together into rows: the lines of its columns and its headings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SPACE = 0.17
"""From so many ems on, room between two spans is a space."""
_TOUCHING = 0.45
"""Ems between two spans of one row, at most, where nothing else tells that they belong together."""
_STRETCHED = 5.0
"""Ems to which a space grows at most where a narrow column is justified."""
_OVERLAP = -0.6
_ALIGNED = 4
"""Rows that begin at one place by no chance, where others stand left of each of them."""
_SAME = 0.12
"""Ems by which two places differ at most that are meant to be one."""
INITIAL_SIZE = 1.6
"""An initial is larger than its text by this factor at least: two lines high, nearly."""
_RAISED = 0.7
"""Ems by which baselines differ at most in one row, between letters of different size."""


@dataclass(slots=True)
class Span:
    """Letters of one size and weight on one baseline, in points from the lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    first_end: float = 0.0
    """Where its first word ends; 0 where that is unknown."""


@dataclass(slots=True)
class Row:
    """Spans that stand beside one another, from left to right; there is at least one.

    ``noted`` says that it begins with the raised mark of a note, ``indent`` by how many points a
    drop cap pushes it to the right.
    """

    spans: list[Span]
    noted: bool = False
    indent: float = 0.0

    @property
    def main(self) -> Span:
        """The span with the most letters: its size and baseline are those of the row."""
        return max(self.spans, key=lambda span: len(span.text))

    @property
    def baseline(self) -> float:
        """The height at which most letters stand."""
        return self.main.baseline

    @property
    def size(self) -> float:
        """The size of most letters."""
        return self.main.size

    @property
    def left(self) -> float:
        """Where the row begins, or would without the drop cap before it."""
        return self.spans[0].left - self.indent

    @property
    def right(self) -> float:
        """Where the row ends."""
        return self.spans[-1].right

    @property
    def first_word(self) -> float:
        """How wide its first word is, in points."""
        first = self.spans[0]
        if " " in first.text and first.first_end:
            return first.first_end - first.left
        end = next((a for a, b in pairwise(self.spans) if _is_space(a, b)), self.spans[-1])
        return end.right - first.left

    @property
    def text(self) -> str:
        """The letters, with a space wherever there is room for one."""
        return "".join(self.pieces())

    def pieces(self) -> Iterator[str]:
        """Yield the text of each span, with the space before it."""
        yield self.spans[0].text
        for before, span in pairwise(self.spans):
            yield " " * _is_space(before, span) + span.text


def rows_of(spans: Iterable[Span]) -> list[Row]:
    """Return the rows of a page, in the order in which their first spans are drawn."""
    rows: list[Row] = []
    for span in spans:
        if rows and _stand_together(rows[-1].spans[-1], span):
            rows[-1].spans.append(span)
        else:
            rows.append(Row([span]))
    return _without_stretched_spaces(_with_strays(rows))


def body_size(rows: Iterable[Row]) -> float:
    """Return the size of most letters, in points."""
    letters: Counter[float] = Counter()
    for row in rows:
        for span in row.spans:
            letters[round(span.size, 1)] += len(span.text)
    return letters.most_common(1)[0][0] if letters else 1.0


def _is_space(before: Span, span: Span) -> bool:
    return span.left - before.right > _SPACE * min(before.size, span.size)


def _stand_together(before: Span, span: Span, *, widest: float = _TOUCHING) -> bool:
    """Return whether ``span`` goes on right of ``before``, be it raised or lowered a little."""
    if _is_initial(before, span) or _is_initial(span, before):
        return False
    size = max(before.size, span.size)
    rise = abs(before.baseline - span.baseline) / size
    is_other_size = abs(before.size - span.size) > _SAME * size
    if rise > (_RAISED if is_other_size else _SAME):
        return False
    return _OVERLAP < (span.left - before.right) / size < widest


def _is_initial(span: Span, text: Span) -> bool:
    """Return whether a span may be a drop cap beside ``text``: which line it begins is open."""
    return len(span.text.strip("“‘\"'")) == 1 and span.size >= INITIAL_SIZE * text.size


def _with_strays(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with those joined that touch, though other rows were drawn between them."""
    ending_at: dict[tuple[int, int], Row] = {}
    kept: list[Row] = []
    for row in rows:
        first = row.spans[0]
        places = _cells(first.left, first.baseline)
        before = next((ending_at[place] for place in places if place in ending_at), None)
        if before and _stand_together(before.spans[-1], first) and _stands_free(before, row):
            before.spans += row.spans
            row = before  # noqa: PLW2901  from here on they are one
        else:
            kept.append(row)
        ending_at[_cell(row.right, row.spans[-1].baseline)] = row
    return kept


def _stands_free(before: Row, row: Row) -> bool:
    return row.spans[0].left >= before.right - _SAME * row.size


def _cell(x: float, baseline: float) -> tuple[int, int]:
    return round(x / 4), round(baseline / 2)


def _cells(x: float, baseline: float) -> Iterator[tuple[int, int]]:
    """Yield the cells in which a row may end that touches a place."""
    column, line = _cell(x, baseline)
    for at in (0, -1, 1):
        for back in range(3):
            yield column - back, line + at


def _without_stretched_spaces(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with those joined that only a stretched space parts.

    What begins where other rows of the page begin, too, is a column or a cell of its own.
    """
    follows = [False, *(_is_stretched(a, b) for a, b in pairwise(rows))][: len(rows)]
    leading, following = Counter[int](), Counter[int]()
    for row, after in zip(rows, follows, strict=True):
        (following if after else leading).update(_edges(row))
    kept: list[Row] = []
    for row, after in zip(rows, follows, strict=True):
        cell = _edge(row)
        if after and not leading[cell] and following[cell] < _ALIGNED:
            kept[-1].spans += row.spans
        else:
            kept.append(row)
    return kept


def _edge(row: Row) -> int:
    return round(4 * row.left)


def _edges(row: Row) -> tuple[int, ...]:
    """Return the quarters of a point near which a row begins."""
    return (_edge(row) - 1, _edge(row), _edge(row) + 1)


def _is_stretched(before: Row, row: Row) -> bool:
    return _stand_together(before.spans[-1], row.spans[0], widest=_STRETCHED)
