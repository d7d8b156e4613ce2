"""Magazine pages read into drafts of briefs: layout, never places.

What stands where on the page is decided here; which councils a text names is asked of the caller.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from regional_news.gazetteer.regions import Regions
from regional_news.magazine.blocks import Block, blocks_of
from regional_news.magazine.headline import draft_headline
from regional_news.magazine.placing import RegionsNamed, place
from regional_news.magazine.section import MOST_PROSE, Stretch, prose_after_title, stretches_of
from regional_news.model import Draft
from regional_news.reading import Page

__all__ = ["draft_headline", "find_drafts"]


def find_drafts(page: Page, regions: Regions, regions_named: RegionsNamed) -> tuple[Draft, ...]:
    """Return the briefs of the "Nations and regions news" on a page, in the order of the page.

    ``regions_named`` returns the ids of the regions in which the councils named in a text lie;
    where a name may mean several councils, those of all of them. The text of a draft is the text
    of its paragraph, without a heading or a link to the whole story on the same line.
    """
    blocks = blocks_of(page.paragraphs, regions)
    order = [region.id for region in regions.in_magazine]
    named = cache(regions_named)
    headed = stretches_of(blocks, order)
    if not headed:
        return tuple(_without_headings(blocks, order, named))
    # Regions may stand below their briefs, as in a last column: read from its end, they come first.
    footed = stretches_of(blocks[::-1], order[::-1])
    if _agreeing(footed, named) > _agreeing(headed, named):
        return tuple(_placed(footed, named))[::-1]
    return tuple(_placed(headed, named))


def _placed(stretches: Sequence[Stretch], regions_named: RegionsNamed) -> Iterator[Draft]:
    return (draft for stretch in stretches for draft in place(stretch, regions_named))


def _agreeing(stretches: Sequence[Stretch], regions_named: RegionsNamed) -> int:
    """Return how many headings stand next to prose that names a council of their region."""
    return sum(
        stretch.region in regions_named(stretch.prose[0].text)
        for stretch in stretches
        if stretch.region and stretch.prose
    )


def _without_headings(
    blocks: tuple[Block, ...], order: list[str], regions_named: RegionsNamed
) -> Iterator[Draft]:
    """Yield the briefs of a page on which every heading is lost.

    After the section's title, most paragraphs must name councils; without a title, all of them.
    """
    titled = prose_after_title(blocks)
    prose = [block for block in blocks if block.is_prose] if titled is None else titled
    named = [set(regions_named(block.text)) for block in prose[:MOST_PROSE]]
    if titled is not None and 2 * sum(map(bool, named)) > len(prose):
        yield from place(Stretch("", tuple(order), titled), regions_named)
    elif titled is None and all(named) and len(named) == len(prose):
        for block, ids in zip(prose, named, strict=True):
            yield Draft(ids.pop() if len(ids) == 1 else "", block.text, inferred=True)
