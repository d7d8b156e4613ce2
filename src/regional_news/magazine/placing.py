"""Briefs given to the regions of a passage, by the order of the page and the councils they name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from regional_news.magazine.blocks import Piece, Sort
from regional_news.magazine.headline import has_verb
from regional_news.magazine.prose import tells
from regional_news.magazine.section import Passage

RegionsNamed = Callable[[str], Iterable[str]]
"""Returns the ids of the regions in which the councils named in a text lie."""

_FIRST_UNDER_HEADING = 7
"""For the first brief under a heading: whatever it names, the heading stands above it."""
_FIRST_UNDER_LOST_HEADING = 3
"""For the first brief of a region without a heading: it may be silent, but not disagree."""
_AGREES = 4
"""For a paragraph that names a council of the region."""
_DISAGREES = -3
"""For a paragraph that names councils of other regions only."""
_SILENT = -1
"""For a paragraph that names no council."""
_SILENT_AT_LENGTH = 1
"""For one as long as a brief, or with a headline, between two headings: only news stands there."""
_DOUBTFUL = -5
"""For a paragraph that hardly reads like news: it is no second brief.

A short sentence under its region's heading that says what a council of it does reads like news."""

_FEWEST = 5
"""Words of a line that can be all the news of a region."""
_MOST = 400
_LENGTH = 18
"""Words that all but the shortest briefs have."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Paragraphs that make a brief, with the id of their region, empty where nothing tells it.

    ``inferred`` says that the region's heading is lost, ``unsure`` that the text stands under a
    heading and hardly reads like a brief.
    """

    region: str
    pieces: tuple[Piece, ...]
    inferred: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Placement:
    """Paragraphs with the slots they are given to, both by number, and what that is worth."""

    worth: int = 0
    places: tuple[tuple[int, int], ...] = ()


def place(passage: Passage, regions_named: RegionsNamed) -> Iterator[Placed]:
    """Yield the briefs of a passage; paragraphs that no region wants are left out."""
    placed = list(_prose(passage, regions_named))
    if passage.region and not any(each.region == passage.region for each in placed):
        placed += _lines(passage, regions_named)
    yield from placed


def _prose(passage: Passage, regions_named: RegionsNamed) -> Iterator[Placed]:
    slots = passage.regions
    if not slots or not passage.prose:
        return
    named = [frozenset(regions_named(block.told)) for block in passage.prose]
    fits = [[_fit(passage, n, slot, named[n]) for slot in slots] for n in range(len(named))]
    firsts = [
        _FIRST_UNDER_HEADING if slot == passage.region else _FIRST_UNDER_LOST_HEADING
        for slot in slots
    ]
    places = _best_places(fits, firsts)
    for number, (paragraph, slot) in enumerate(places):
        inferred = slots[slot] != passage.region
        adrift = inferred and not named[paragraph] and _could_move(number, places, len(slots))
        pieces = passage.prose[paragraph].pieces
        yield Placed("" if adrift else slots[slot], pieces, inferred)


def _lines(passage: Passage, regions_named: RegionsNamed) -> Iterator[Placed]:
    """Yield what stands under a heading without a brief, for a person to look at.

    All items of a list, or the longest line.
    """
    lines = [block for block in passage.texts if block.sort is Sort.LINE]
    long = [block for block in lines if _FEWEST <= len(block.text.split()) <= _MOST]
    items = [block for block in long if block.is_item]
    for block in items or sorted(long, key=lambda block: len(block.text))[-1:]:
        yield Placed(
            passage.region,
            block.pieces,
            unsure=passage.region not in regions_named(block.text),
        )


def _fit(passage: Passage, paragraph: int, region: str, named: frozenset[str]) -> int:
    """Return how well a paragraph fits a region, whether or not it is the first to do so."""
    block = passage.prose[paragraph]
    between_headings = passage.closed and region == passage.region
    is_headed = between_headings and block.headline is not None
    is_told = region == passage.region and tells(block.text) and has_verb(block.text)
    is_news = block.sort is Sort.BRIEF or is_headed or (is_told and region in named)
    doubt = 0 if is_news else _DOUBTFUL
    if named:
        return doubt + (_AGREES if region in named else _DISAGREES)
    at_length = is_headed or (between_headings and len(block.text.split()) >= _LENGTH)
    return doubt + (_SILENT_AT_LENGTH if at_length else _SILENT)


def _best_places(
    fits: Sequence[Sequence[int]], firsts: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    """Return the placement that is worth most among all that keep the order of the page.

    ``best`` holds, for each slot, the best placement so far whose last paragraph went to it.
    """
    best = {-1: _Placement()}
    for paragraph, row in enumerate(fits):
        before = dict(best)
        for slot, fit in enumerate(row):
            for last, placement in before.items():
                gain = fit + (firsts[slot] if last != slot else 0)
                worth = placement.worth + gain
                if last <= slot and gain > 0 and worth > best.get(slot, _Placement()).worth:
                    best[slot] = _Placement(worth, (*placement.places, (paragraph, slot)))
    return max(best.values(), key=lambda placement: placement.worth).places


def _could_move(number: int, places: Sequence[tuple[int, int]], slots: int) -> bool:
    """Return whether another slot is free between the placements before and after."""
    before = places[number - 1][1] if number else -1
    after = places[number + 1][1] if number + 1 < len(places) else slots
    return after - before - 1 > 1
