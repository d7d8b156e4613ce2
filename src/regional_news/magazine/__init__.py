"""Magazine pages read into drafts of briefs: layout, never places.

What stands where on the page is decided here; which councils a text names is asked of the caller.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from regional_news.gazetteer.regions import Regions
from regional_news.magazine.blocks import Block, blocks_of
from regional_news.magazine.headline import draft_headline
from regional_news.magazine.outcomes import Choices, Fate, Outcome, Section, section_of
from regional_news.magazine.parts import with_parts
from regional_news.magazine.placing import Placed, RegionsNamed, place
from regional_news.magazine.section import MOST_PROSE, Passage, passages_of, prose_after_title
from regional_news.magazine.titled import with_headlines
from regional_news.reading import Page

__all__ = [
    "Choices",
    "Fate",
    "Outcome",
    "RegionsNamed",
    "Section",
    "draft_headline",
    "read_section",
]


def read_section(
    page: Page, regions: Regions, regions_named: RegionsNamed, choices: Choices | None = None
) -> Section:
    """Return the "Nations and regions news" of a page: its drafts, in the order of the page.

    ``regions_named`` returns the ids of the regions in which the councils named in a text lie;
    where a name may mean several councils, those of all of them. The text of a draft is that of
    its paragraphs, without a heading or a link to the whole story on the same line; a short line
    right above it is its headline. Each paragraph of the page has its outcome; ``choices`` change
    what became of it.
    """
    named = cache(regions_named)
    blocks = with_parts(with_headlines(blocks_of(page.paragraphs, regions)), named)
    placed = _placed(blocks, [region.id for region in regions.in_magazine], named)
    return section_of(page.paragraphs, blocks, placed, choices or {})


def _placed(
    blocks: tuple[Block, ...], order: list[str], regions_named: RegionsNamed
) -> tuple[Placed, ...]:
    """Return the briefs among the blocks of a page; ``order`` is that of the regions."""
    headed = passages_of(blocks, order)
    if not headed:
        return tuple(_without_headings(blocks, order, regions_named))
    # Regions may stand below their briefs, as in a last column: read from its end, they come first.
    footed = passages_of(blocks[::-1], order[::-1])
    if _agreeing(footed, regions_named) > _agreeing(headed, regions_named):
        return tuple(_in_passages(footed, regions_named))[::-1]
    return tuple(_in_passages(headed, regions_named))


def _in_passages(passages: Sequence[Passage], regions_named: RegionsNamed) -> Iterator[Placed]:
    return (brief for passage in passages for brief in place(passage, regions_named))


def _agreeing(passages: Sequence[Passage], regions_named: RegionsNamed) -> int:
    """Return how many headings stand next to prose that names a council of their region."""
    return sum(
        passage.region in regions_named(passage.prose[0].told)
        for passage in passages
        if passage.region and passage.prose
    )


def _without_headings(
    blocks: tuple[Block, ...], order: list[str], regions_named: RegionsNamed
) -> Iterator[Placed]:
    """Yield the briefs of a page on which every heading is lost.

    After the section's title, most paragraphs must name councils; without a title, all of them.
    """
    titled = prose_after_title(blocks)
    prose = [block for block in blocks if block.is_prose] if titled is None else titled
    named = [set(regions_named(block.text)) for block in prose[:MOST_PROSE]]
    if titled is not None and 2 * sum(map(bool, named)) > len(prose):
        yield from place(Passage("", tuple(order), titled), regions_named)
    elif titled is None and all(named) and len(named) == len(prose):
        for block, ids in zip(prose, named, strict=True):
            yield Placed(ids.pop() if len(ids) == 1 else "", block.pieces, inferred=True)
