"""The news section of a page: a passage from each region's heading to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regional_news.magazine.blocks import Block, Sort
from regional_news.reading import ParagraphKind

MOST_PROSE = 40
"""Paragraphs of a passage that are looked at; a region has a brief or two."""
_INTRODUCTIONS = 3
"""Paragraphs beside the first briefs that may introduce them or stand around them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The prose under one region's heading, up to the next heading that is there.

    ``region`` is empty before the first heading. ``lost`` holds the regions whose headings should
    stand between the two and do not, in the order of the page. ``closed`` says that another
    heading follows. ``above`` holds the regions whose headings stand right above this one, as
    where a table has headings in one row and briefs in the next. ``texts`` are the blocks of the
    passage, prose or not, without headings and without what stands around news.
    """

    region: str
    lost: tuple[str, ...]
    prose: tuple[Block, ...]
    closed: bool = False
    above: tuple[str, ...] = ()
    texts: tuple[Block, ...] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions to which the prose may belong, in the order of the page."""
        return tuple(filter(None, (*self.above, self.region, *self.lost)))


def passages_of(blocks: Sequence[Block], order: Sequence[str]) -> tuple[Passage, ...]:
    """Return the passages of the news section, none where no region has a heading.

    ``order`` holds the ids of the regions in the fixed order of their headings.
    """
    headings = _section_headings(blocks, order)
    if not headings:
        return ()
    regions = [blocks[index].region for index in headings]
    places = [order.index(region) if region in order else len(order) for region in regions]
    lost = [
        tuple(region for region in order[before + 1 : after] if region not in regions)
        for before, after in pairwise((-1, *places, len(order)))
    ]
    ends = (*headings[1:], _end(blocks, headings[-1]))
    passages = [Passage("", lost[0], _prose_before(blocks, headings[0], len(lost[0])))]
    above: tuple[str, ...] = ()
    for region, between, start, end in zip(regions, lost[1:], headings, ends, strict=True):
        prose = tuple(block for block in blocks[start:end] if block.is_prose)[:MOST_PROSE]
        closed = end in headings
        passages.append(
            Passage(region, between, prose, closed, above, _texts(blocks[start + 1 : end], closed))
        )
        above = () if prose else passages[-1].regions
    return tuple(passages)


def _texts(blocks: Sequence[Block], closed: bool) -> tuple[Block, ...]:  # noqa: FBT001
    """Return what can be read under a heading: the first line, where nothing tells its end."""
    texts = [
        block
        for block in blocks
        if block.sort in (Sort.BRIEF, Sort.DOUBTFUL, Sort.LINE)
        and block.pieces[0].kind is not ParagraphKind.HEADING
    ]
    return tuple(texts[: None if closed else 1])


def prose_after_title(blocks: Sequence[Block]) -> tuple[Block, ...] | None:
    """Return the prose after the section's title, or None where the page has no such title.

    The last title that has prose after it: one before may stand in a list of contents.
    """
    titles = [index for index, block in enumerate(blocks) if block.sort is Sort.TITLE]
    prose = [tuple(block for block in blocks[title:] if block.is_prose) for title in titles[-3:]]
    return next((each[:MOST_PROSE] for each in reversed(prose) if each), None)


def _section_headings(blocks: Sequence[Block], order: Sequence[str]) -> list[int]:
    """Return the places of the headings that head news, in one run in which no region comes twice.

    A list of contents, of links or of contacts names regions too, with nothing to read under them.
    """
    headings = _headings(blocks)
    over_prose = {
        start
        for start, end in pairwise((*headings, len(blocks)))
        if any(block.is_prose for block in blocks[start:end])
    }

    def worth(run: Sequence[int]) -> tuple[int, int]:
        places = [order.index(blocks[i].region) for i in run if blocks[i].region in order]
        return len(over_prose.intersection(run)), sum(a < b for a, b in pairwise(places))

    return max(reversed(list(_runs(blocks, headings))), key=worth)


def _headings(blocks: Sequence[Block]) -> list[int]:
    """Return the places of the regions' headings; one that comes again at once is the same."""
    headings: list[int] = []
    for index, block in enumerate(blocks):
        again = headings and block.region == blocks[headings[-1]].region
        if block.sort is Sort.REGION and not again:
            headings.append(index)
    return headings


def _runs(blocks: Sequence[Block], headings: Sequence[int]) -> Iterator[list[int]]:
    """Yield the longest runs of headings in which no region comes twice."""
    run: list[int] = []
    for index in headings:
        regions = [blocks[each].region for each in run]
        if blocks[index].region in regions:
            yield run
            run = run[regions.index(blocks[index].region) + 1 :]
        run = [*run, index]
    yield run


def _prose_before(blocks: Sequence[Block], first: int, lost: int) -> tuple[Block, ...]:
    """Return the prose before the first heading that may be briefs whose headings are lost.

    It begins after the section's title, or else after the last line that is no prose.
    """
    if not lost:
        return ()
    before = range(first - 1, -1, -1)
    title = next((i for i in before if blocks[i].sort is Sort.TITLE), None)
    line = next((i for i in before if blocks[i].sort is Sort.LINE), -1)
    start = line if title is None else title
    prose = tuple(block for block in blocks[start + 1 : first] if block.is_prose)
    return prose[-(lost + _INTRODUCTIONS) :]


def _end(blocks: Sequence[Block], last: int) -> int:
    """Return where the section ends: at the first line after the last heading's first brief."""
    met_prose = False
    for index, block in enumerate(blocks[last + 1 :], start=last + 1):
        other_region = block.sort is Sort.REGION and block.region != blocks[last].region
        if other_region or (met_prose and block.sort in (Sort.LINE, Sort.TITLE)):
            return index
        met_prose = met_prose or block.is_prose
    return len(blocks)
