"""The rows of a page in the order in which they are read, where headings stand beside the text."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby, pairwise

from regional_news.reading.rows import Row

_NARROW = 0.7
"""Headings in a column of their own are narrower than the text beside them by this factor."""
_SPARSE = 0.7
"""And they have fewer rows than the text by this factor."""
_MOST = 400
"""Rows of headings on a page that are looked at; a page with more is no page of a magazine."""
_GAP = 1.35
"""Rows further apart than so many steps are parted."""


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page with every heading that stands beside its text before it.

    Pages are drawn in the order in which they are read, nearly always. But where headings have a
    column of their own, some programs draw all of them first or last, and some draw line by line
    over both columns.
    """
    beside = _headings_beside(rows)
    step = step_of(rows)
    if not beside or _are_in_order(rows, beside, step):
        return list(rows)
    text = [row for row in rows if id(row) not in beside]
    headings = sorted((row for row in rows if id(row) in beside), key=lambda row: -row.baseline)
    return list(_merged(_blocks(text, step), _blocks(headings, step)))


def step_of(rows: Sequence[Row]) -> float:
    """Return the step from line to line that one row in four stays within, in points."""
    steps = sorted(
        a.baseline - b.baseline
        for a, b in pairwise(rows)
        if 0 < a.baseline - b.baseline < 3 * a.size
    )
    return steps[len(steps) // 4] if steps else max((row.size for row in rows), default=1.0)


def _headings_beside(rows: Sequence[Row]) -> set[int]:
    """Return the identities of the rows in a narrow, sparse column beside the text."""
    lefts = Counter(round(row.left) for row in rows)
    edge = max(lefts, key=lambda x: (sum(lefts[x + near] for near in (-1, 0, 1)), -x), default=0)
    text = [row for row in rows if abs(row.left - edge) <= row.size]
    if not text:
        return set()
    right = max(row.right for row in text)
    top, foot = max(row.baseline for row in text), min(row.baseline for row in text)
    beside = [
        row
        for row in rows
        if (row.right < edge - 0.3 * row.size or row.left > right + 0.3 * row.size)
        and foot - row.size <= row.baseline <= top + row.size
    ]
    wide = max((row.right - row.left for row in beside), default=0.0)
    is_column = wide < _NARROW * (right - edge) and len(beside) < _SPARSE * len(text)
    return {id(row) for row in beside} if is_column and len(beside) <= _MOST else set()


def _are_in_order(rows: Sequence[Row], beside: Collection[int], step: float) -> bool:
    """Return whether every heading is drawn whole, and right before text at its height."""
    runs = [list(run) for _, run in groupby(rows, key=lambda row: id(row) in beside)]
    last_foot = None
    for run, text in pairwise([*runs, []]):
        if id(run[0]) not in beside:
            continue
        is_whole = all(0 < a.baseline - b.baseline < 2 * step for a, b in pairwise(run))
        goes_on = last_foot is not None and 0 < last_foot - run[0].baseline < _GAP * step
        above = bool(text) and text[0].baseline > run[-1].baseline - 1.5 * step
        if not is_whole or goes_on or not above:
            return False
        last_foot = run[-1].baseline
    return True


def _blocks(rows: Sequence[Row], step: float) -> list[list[Row]]:
    """Return the rows in blocks, parted by gaps and turns of the column."""
    blocks = [[row] for row in rows[:1]]
    for before, row in pairwise(rows):
        if 0 <= before.baseline - row.baseline <= _GAP * max(step, 1.2 * row.size):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _merged(text: Sequence[list[Row]], headings: Sequence[list[Row]]) -> Iterator[Row]:
    """Yield the rows of all blocks, each heading before the block beside which it stands."""
    before: dict[int, list[list[Row]]] = {}
    for heading in headings:
        place = max(range(len(text)), key=lambda n: (_overlap(heading, text[n]), -n))
        before.setdefault(place, []).append(heading)
    for place, block in enumerate(text):
        beside = before.get(place, [])
        if len(beside) > 1:
            yield from _line_by_line(block, beside)
        else:
            yield from chain(*beside, block)


def _overlap(a: Sequence[Row], b: Sequence[Row]) -> float:
    """Return by how many points two blocks overlap in height; less than 0 is their distance."""
    top = min(each[0].baseline + each[0].size for each in (a, b))
    return top - max(each[-1].baseline for each in (a, b))


def _line_by_line(block: Sequence[Row], headings: Sequence[Sequence[Row]]) -> Iterator[Row]:
    """Yield a block in which nothing parts one text from the next but the headings beside it."""
    waiting = list(headings)
    for row in block:
        while waiting and row.baseline <= waiting[0][0].baseline + 0.5 * row.size:
            yield from waiting.pop(0)
        yield row
    yield from chain.from_iterable(waiting)
