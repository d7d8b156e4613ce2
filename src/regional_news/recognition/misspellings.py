"""Misspelt councils in prose: "Folkstone and Hythe District Council"."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from regional_news.gazetteer.homonyms import Naming
from regional_news.gazetteer.resolver import Resolver
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Certainty, Resolved
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Title
from regional_news.text import Words

_INSIDE = frozenset({"and", "upon", "on", "of", "with", "under", "the"})
_JOINED = frozenset({" ", "-", "\u00a0"})
_COUNCILS = frozenset({"council", "councils"})
_LONGEST_NAME = 7
_MOST_WORDS = 3
_MOST_TRIES = 40
"""How many names of a text are compared with all councils, so that no text takes long."""


def with_slips(
    words: Words, candidates: list[Candidate], bodies: Sequence[int], names: Callable[[], Resolver]
) -> list[Candidate]:
    """Return ``candidates`` with the councils whose names are misspelt.

    A misspelt name stands before a "Council" among the words ``bodies``, or in a list of councils.
    """
    ends = [at for at in bodies if words.folded[at] in _COUNCILS and words.is_capital(at - 1)]
    lists = len(candidates) > 1 and "councils" in words.folded
    if not ends and not lists:
        return candidates
    found = [*_before_council(words, ends, names)]
    if lists:
        found += _in_lists(words, candidates, names)
    if not found:
        return candidates
    taken = {at for each in found for at in range(each.first, each.end)}
    kept = [each for each in candidates if taken.isdisjoint(range(each.first, each.end))]
    return sorted([*kept, *found], key=lambda each: each.first)


def _before_council(
    words: Words, ends: Sequence[int], names: Callable[[], Resolver]
) -> Iterator[Candidate]:
    for end in ends[:_MOST_TRIES]:
        for first in range(_farthest(words, end), end):
            if words.is_capital(first) and words.folded[first] not in lex.NOT_IN_NAMES:
                candidate = _misspelt(words, first, end, names)
                if candidate:
                    candidate.entitle(Title(first, end + 1, frozenset(), complete=True))
                    yield candidate
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
    words: Words, candidates: Sequence[Candidate], names: Callable[[], Resolver]
) -> Iterator[Candidate]:
    for before, after in pairwise(candidates[:_MOST_TRIES]):
        first, end = before.stop, after.start
        if 0 < end - first <= _MOST_WORDS and words.gap(first) == words.gap(end) == ", ":
            candidate = _misspelt(words, first, end, names)
            if candidate:
                yield candidate


def _misspelt(
    words: Words, first: int, end: int, names: Callable[[], Resolver]
) -> Candidate | None:
    written = " ".join(words.raw(at) for at in range(first, end))
    resolution = names().resolve(f"{written} Council")
    if not isinstance(resolution, Resolved) or resolution.certainty is not Certainty.FUZZY:
        return None
    naming = Naming(resolution.council, NameKind.BODY)
    candidate = Candidate.at(first, end, written.lower(), (naming,))
    candidate.certainty = Certainty.FUZZY
    return candidate
