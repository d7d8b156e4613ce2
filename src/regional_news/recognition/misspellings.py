"""Misspelt councils in prose: "Folkstone and Hythe District Council", "Dundee City Counil".

Which council a written name must have meant is the resolver's choice, here as everywhere; this
module only finds the words that are worth asking about.
"""

from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import TYPE_WORDS
from regional_news.gazetteer.homonyms import Naming
from regional_news.gazetteer.resolver import Resolver
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Certainty, Resolved, Unknown
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Title
from regional_news.recognition.designations import read_title
from regional_news.text import Words

_INSIDE = frozenset({"and", "upon", "on", "of", "with", "under", "the"})
_JOINED = frozenset({" ", "-", "\u00a0", ", "})
_BODY = "council"
_LONGEST_NAME = 7
_FEWEST_LETTERS, _MOST_LETTERS = 5, 30
"""Of a word that has a slip; where one is longer, its end is taken as it is."""
_MOST_TRIES = 300
"""How many runs of words are compared with all councils, so that no text takes long."""
_REMEMBERED = 4096
_KNOWN = lex.CLASSES.keys() | lex.FUNCTION_WORDS | lex.NOT_IN_NAMES


class Misspellings:
    """Finds the names of a gazetteer's councils in which a word has a slip."""

    def __init__(self, gazetteer: Gazetteer, names: Collection[str]) -> None:
        """Take the folded names that councils have in texts."""
        self._gazetteer = gazetteer
        words = {word for name in names for word in name.split()}
        self._known = words | _KNOWN
        long = (word for word in (*words, _BODY) if len(word) >= _FEWEST_LETTERS)
        self._near = {slip for word in long for slip in slips_of(word)}
        self._is_slip = lru_cache(maxsize=_REMEMBERED)(self._is_near)

    @cached_property
    def _names(self) -> Resolver:
        """What resolves misspelt names, made when the first one turns up."""
        return Resolver(self._gazetteer)

    def join(self, words: Words, candidates: list[Candidate]) -> list[Candidate]:
        """Return ``candidates`` with the councils whose names are misspelt.

        One before "Council" takes the place of what is seen in it: of Omagh in "Fermangh and Omagh
        District Council". One that stands alone is a name like others, in doubt at best.
        """
        found = [*self._misspelt(words)]
        if not found:
            return candidates
        taken = {at for each in found for at in range(each.start, each.stop)}
        kept = [each for each in candidates if taken.isdisjoint(range(each.start, each.stop))]
        return sorted([*kept, *found], key=lambda each: each.first)

    def _misspelt(self, words: Words) -> Iterator[Candidate]:
        """Yield the councils that runs of words with a slip mean, each beyond the last."""
        tries = past = 0
        unknown = [at for at in words.capitals if words.folded[at] not in self._known]
        for at in sorted(unknown):
            if tries >= _MOST_TRIES or at < past or not self._is_slip(words.folded[at]):
                continue
            for first, stop in _runs(words, at, past):
                tries += 1
                if candidate := self._named(words, first, stop):
                    past = stop
                    yield candidate
                    break

    def _is_near(self, word: str) -> bool:
        """Return whether an unknown word is one letter away from a word of a council's name."""
        return len(word) >= _FEWEST_LETTERS and not self._near.isdisjoint(slips_of(word))

    def _named(self, words: Words, first: int, stop: int) -> Candidate | None:
        written = " ".join(words.raw(at) for at in range(first, stop))
        resolution = self._names.resolve(written)
        titled = _is_body(words.folded[stop - 1])
        if isinstance(resolution, Resolved) and resolution.certainty is Certainty.FUZZY:
            naming = Naming(resolution.council, NameKind.BODY if titled else NameKind.NAME)
            title = Title(first, stop, frozenset(), complete=True)
            candidate = Candidate.at(first, stop, written.lower(), (naming,))
            candidate.entitle(title if titled else read_title(words, first, stop))
        elif titled and isinstance(resolution, Unknown) and (near := self._names.near(written)):
            # Too short for a slip to be sure of, as "Boltn Council": a person is to say.
            namings = tuple(Naming(council, NameKind.NAME) for council in near)
            candidate = Candidate.at(first, stop, written.lower(), namings)
        else:
            return None
        candidate.certainty = Certainty.FUZZY
        return candidate


def _runs(words: Words, at: int, past: int) -> Iterator[tuple[int, int]]:
    """Yield where the names around a word may begin, from ``past`` on, and stop; the longest first.

    Those with "Council", or what should be "Council", at their end go before others.
    """
    first, end = max(past, _farthest(words, at, -1)), _farthest(words, at, 1) + 1
    begins = [each for each in range(first, at + 1) if _may_begin(words, each)]
    bodies = [each for each in range(end, at, -1) if _is_body(words.folded[each - 1])]
    ends = [each for each in range(end, at, -1) if each - 1 in words.capitals]
    for stop in dict.fromkeys((*bodies, *ends)):
        for start in begins:
            yield start, stop


def _may_begin(words: Words, at: int) -> bool:
    """Return whether a name may begin with the word; "Royal Borough" is the style before one."""
    word = words.folded[at]
    return at in words.capitals and word not in lex.NOT_IN_NAMES and word not in TYPE_WORDS


def _farthest(words: Words, at: int, step: int) -> int:
    """Return the last word in a direction that may belong to one name with the word ``at``."""
    for _ in range(_LONGEST_NAME):
        to = at + step
        if not 0 <= to < len(words) or words.gap(max(at, to)) not in _JOINED:
            break
        word = words.folded[to]
        if to not in words.capitals and word not in _INSIDE and not _is_body(word):
            break
        at = to
    return at


def slips_of(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without one letter, the first one apart.

    Two words that share one of these are a slip apart: a letter left out, put in, changed or moved.
    """
    yield word
    for at in range(1, min(len(word), _MOST_LETTERS)):
        yield word[:at] + word[at + 1 :]


_BODIES = frozenset(slips_of(_BODY)) | {"councils"}


def _is_body(word: str) -> bool:
    """Return whether a word is "council", or that with a slip."""
    return word in _BODIES or (word[:1] == "c" and not _BODIES.isdisjoint(slips_of(word)))
