"""Misspelt councils in prose: "Folkstone and Hythe District Council"."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from regional_news.gazetteer.names import Names
from regional_news.gazetteer.prose import lexicon as lex
from regional_news.gazetteer.prose.sighting import NameKind, Naming, Sighting, Title
from regional_news.model import Certainty, Resolved
from regional_news.text import Words

_INSIDE = frozenset({"and", "upon", "on", "of", "with", "under", "the"})
_JOINED = frozenset({" ", "-", "\u00a0"})
_COUNCILS = frozenset({"council", "councils"})
_LONGEST_NAME = 7
_MOST_WORDS = 3
_MOST_TRIES = 40
"""How many names of a text are compared with all councils, so that no text takes long."""


def with_slips(
    words: Words, sightings: list[Sighting], bodies: Sequence[int], names: Callable[[], Names]
) -> list[Sighting]:
    """Return ``sightings`` with the councils whose names are misspelt.

    A misspelt name stands before a "Council" among the words ``bodies``, or in a list of councils.
    """
    ends = [at for at in bodies if words.folded[at] in _COUNCILS and words.is_capital(at - 1)]
    lists = len(sightings) > 1 and "councils" in words.folded
    if not ends and not lists:
        return sightings
    found = [*_before_council(words, ends, names)]
    if lists:
        found += _in_lists(words, sightings, names)
    if not found:
        return sightings
    taken = {at for each in found for at in range(each.first, each.end)}
    kept = [each for each in sightings if taken.isdisjoint(range(each.first, each.end))]
    return sorted([*kept, *found], key=lambda each: each.first)


def _before_council(
    words: Words, ends: Sequence[int], names: Callable[[], Names]
) -> Iterator[Sighting]:
    for end in ends[:_MOST_TRIES]:
        for first in range(_farthest(words, end), end):
            if words.is_capital(first) and words.folded[first] not in lex.FUNCTION_WORDS:
                sighting = _misspelt(words, first, end, names)
                if sighting:
                    sighting.entitle(Title(first, end + 1, frozenset(), complete=True))
                    yield sighting
                    break


def _farthest(words: Words, end: int) -> int:
    """Return the first word that may belong to the name that ends with "Council"."""
    first = end
    while first and end - first < _LONGEST_NAME and words.gap(first) in _JOINED:
        if not words.is_capital(first - 1) and words.folded[first - 1] not in _INSIDE:
            break
        first -= 1
    return first


def _in_lists(
    words: Words, sightings: Sequence[Sighting], names: Callable[[], Names]
) -> Iterator[Sighting]:
    for before, after in pairwise(sightings[:_MOST_TRIES]):
        first, end = before.stop, after.start
        if 0 < end - first <= _MOST_WORDS and words.gap(first) == words.gap(end) == ", ":
            sighting = _misspelt(words, first, end, names)
            if sighting:
                yield sighting


def _misspelt(words: Words, first: int, end: int, names: Callable[[], Names]) -> Sighting | None:
    written = " ".join(words.raw(at) for at in range(first, end))
    resolution = names().resolve(f"{written} Council")
    if not isinstance(resolution, Resolved) or resolution.certainty is not Certainty.FUZZY:
        return None
    naming = Naming(resolution.council, NameKind.BODY)
    sighting = Sighting.at(first, end, written.lower(), (naming,))
    sighting.certainty = Certainty.FUZZY
    return sighting
