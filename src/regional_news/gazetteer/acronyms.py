"""Initials: the letters that stand for a council, made from the words of its name.

"NMDDC" is Newry, Mourne and Down District Council. Letters that several councils share ("NCC") give
all of them, so that no list of clashes is needed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import NameParts, Style, parts_of
from regional_news.gazetteer.place_index import Bearer, Claim
from regional_news.gazetteer.places import SMALL_WORDS, letters_of
from regional_news.model import Certainty, Council

_WELSH_LETTERS = ("ch", "dd", "ff", "ll", "rh", "th")
_FEWEST_ALONE = 3


@dataclass(frozen=True, slots=True)
class Initialled:
    """A council that some initials stand for."""

    bearer: Bearer
    sure: bool
    """The gazetteer gives them, or two letters or more stand for the place."""
    whole: bool
    """They stand for the whole name: NMDDC."""
    place: bool
    """They stand for the place and want a type word: RCT in "RCT CBC"."""


Initials = Mapping[str, tuple[Initialled, ...]]


def initials_index(gazetteer: Gazetteer) -> Initials:
    """Return the councils that each set of initials stands for."""
    index: dict[str, dict[str, Initialled]] = defaultdict(dict)
    for council in gazetteer:
        for letters, initialled in _initials(council):
            index[letters].setdefault(council.id, initialled)
    return {letters: tuple(known.values()) for letters, known in index.items()}


def initialled(index: Initials, parts: NameParts) -> tuple[Initialled, ...]:
    """Return the councils that a name stands for if it is initials, with or without type words."""
    found = index.get(_run_together(parts), ())
    alone = parts.styles <= {Style.COUNCIL}
    return tuple(
        each
        for each in found
        if (each.whole and alone)
        or (each.place and parts.type_words and each.bearer.fits(parts.styles))
    )


def _run_together(parts: NameParts) -> str:
    return "".join(word for word in parts.place if word not in SMALL_WORDS)


def _initials(council: Council) -> Iterator[tuple[str, Initialled]]:
    parts = parts_of(council.name)
    bearer = Bearer(council, parts.styles, Claim.INITIALS, Certainty.ALIAS)
    for given in council.abbreviations:
        letters = _run_together(parts_of(given))
        yield letters, Initialled(bearer, sure=True, whole=True, place=True)
    for place in _letters_of_place(council, parts.place):
        if len(place) >= _FEWEST_ALONE:
            yield place, Initialled(bearer, sure=True, whole=False, place=True)
        for letters in _with_type(council, parts, place):
            sure = len(place) > 1
            yield letters, Initialled(bearer, sure=sure, whole=True, place=False)


def _letters_of_place(council: Council, place: tuple[str, ...]) -> Iterable[str]:
    """Return the place's initials with and without its small words, and with Welsh letters."""
    letters = [letters_of(place), "".join(word[0] for word in place)]
    if "cy" in council.languages:
        main = (word for word in place if word not in SMALL_WORDS)
        initials = (word[:2] if word[:2] in _WELSH_LETTERS else word[0] for word in main)
        letters.append("".join(initials))
    return dict.fromkeys(letters)


def _with_type(council: Council, parts: NameParts, place: str) -> Iterator[str]:
    """Yield the place's letters with those of the type words, as many as writers leave there."""
    before, after = letters_of(parts.before), letters_of(parts.after)
    yield before + place + after
    yield place + after if after else before + place
    if Style.COMBINED not in parts.styles:
        yield place + "c"
    if council.type == "metropolitan borough":
        yield place + "mbc"
