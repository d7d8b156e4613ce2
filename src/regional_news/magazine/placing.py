"""Briefs given to the regions of a stretch, by the order of the page and the councils they name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from regional_news.magazine.blocks import Block, Sort
from regional_news.magazine.section import Stretch
from regional_news.model import Draft

RegionsNamed = Callable[[str], Iterable[str]]
"""Returns the ids of the regions in which the councils named in a text lie."""

_AGREES = 4
"""For a paragraph that names a council of the region."""
_SILENT = -1
"""For a paragraph that names no council: a second one under a heading is no brief."""
_DISAGREES = -3
"""For a paragraph that names councils of other regions only."""
_DOUBTFUL = -6
"""For a paragraph that hardly reads like news: one that names no council is no brief."""
_FIRST_UNDER_HEADING = 5
"""For the first brief under a heading: whatever it names, the heading stands above it."""
_FIRST_UNDER_LOST_HEADING = 2
"""For the first brief of a region without a heading: it may be silent, but not disagree."""


@dataclass(frozen=True, slots=True)
class _Placement:
    """Paragraphs with the slots they are given to, both by number, and what that is worth."""

    worth: int = 0
    places: tuple[tuple[int, int], ...] = ()


def place(stretch: Stretch, regions_named: RegionsNamed) -> Iterator[Draft]:
    """Yield the briefs of a stretch; paragraphs that no region wants are left out."""
    slots = (stretch.region, *stretch.lost) if stretch.region else stretch.lost
    if not slots or not stretch.prose:
        return
    named = [frozenset(regions_named(block.text)) for block in stretch.prose]
    places = _best_places(stretch, slots, named)
    for number, (paragraph, slot) in enumerate(places):
        inferred = slots[slot] != stretch.region
        adrift = inferred and not named[paragraph] and _could_move(number, places, slots)
        yield Draft("" if adrift else slots[slot], stretch.prose[paragraph].text, inferred)


def _best_places(
    stretch: Stretch, slots: Sequence[str], named: Sequence[frozenset[str]]
) -> tuple[tuple[int, int], ...]:
    """Return the placement that is worth most among all that keep the order of the page.

    ``best`` holds, for each slot, the best placement so far whose last paragraph went to it.
    """
    best = {-1: _Placement()}
    for paragraph, block in enumerate(stretch.prose):
        before = dict(best)
        for slot, region in enumerate(slots):
            first = _FIRST_UNDER_HEADING if region == stretch.region else _FIRST_UNDER_LOST_HEADING
            for last, placement in before.items():
                gain = _fit(block, region, named[paragraph]) + (first if last != slot else 0)
                worth = placement.worth + gain
                if last <= slot and gain > 0 and worth > best.get(slot, _Placement()).worth:
                    best[slot] = _Placement(worth, (*placement.places, (paragraph, slot)))
    return max(best.values(), key=lambda placement: placement.worth).places


def _fit(block: Block, region: str, named: frozenset[str]) -> int:
    """Return how well a paragraph fits a region."""
    fit = _DOUBTFUL if block.sort is Sort.DOUBTFUL else 0
    if not named:
        return fit + _SILENT
    return fit + (_AGREES if region in named else _DISAGREES)


def _could_move(number: int, places: Sequence[tuple[int, int]], slots: Sequence[str]) -> bool:
    """Return whether another slot is free between the placements before and after."""
    before = places[number - 1][1] if number else -1
    after = places[number + 1][1] if number + 1 < len(places) else len(slots)
    return after - before > 2  # noqa: PLR2004  two steps leave one slot between
