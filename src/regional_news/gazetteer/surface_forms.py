"""What every council is called: the one list of written forms, for names and for prose.

The forms leave out the words of the style ("County Borough Council"), which vary and are read
apart. Most follow by rule from the names in the register, so that a new council needs no list.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from regional_news.gazetteer.designators import parts_of
from regional_news.gazetteer.mutations import mutated
from regional_news.gazetteer.places import (
    BRIDGES,
    COUNTIES_IN_FULL,
    SMALL_WORDS,
    halves_of,
    in_short,
    letters_of,
)
from regional_news.model import Council
from regional_news.text import fold

CITY_CORPORATION = "City corporation (sui generis)"
TYPES_THAT_ARE_NO_COUNCILS = frozenset(
    {"strategic regional authority", "Crown dependency government"}
)
"""Types of authority that nobody calls a council: the Greater London Authority, a government."""

AREAS = frozenset({"combined authority", *TYPES_THAT_ARE_NO_COUNCILS})
"""Types whose name without its style is an area, which prose names for other reasons."""

_WHOLE_NAMES = TYPES_THAT_ARE_NO_COUNCILS | {CITY_CORPORATION}
_WITHOUT_PARTS = _WHOLE_NAMES | {"combined authority"}
_LINKS = ("and", "with", *BRIDGES)
_LANDSCAPES = frozenset({"forest", "chase", "hills"})
_SHIRE = "shire"
_TOWNS_OF_SHIRES = {
    "cheshire": "chester",
    "hampshire": "southampton",
    "lancashire": "lancaster",
}
_SHORTEST_INITIALS = 3
_TWO = 2
_WELSH_LETTERS = ("ch", "dd", "ff", "ll", "rh", "th")

Name = tuple[str, ...]


class NameKind(StrEnum):
    """How written words relate to a council's names, the surest first."""

    BODY = "body"
    """A whole name that says of itself what it is: "Greater London Authority"."""
    NAME = "name"
    """The place of the official or short name: "Leeds", "Newry, Mourne and Down"."""
    SEAT = "seat"
    """A building that stands for the body in its own region: City Hall in London."""
    ALIAS = "alias"
    LANGUAGE = "language"
    """A name in Welsh, Irish, Scottish Gaelic or Scots, as it stands alone or in a sentence."""
    ABBREVIATION = "abbreviation"
    """Letters in use, or those of a joint name: "GMCA", "D&G"."""
    TITLED = "titled"
    """A name in use only with the word "Council": "Highlands Council"."""
    PART = "part"
    """A part of the name: "Basingstoke" in "Basingstoke Council"."""
    STEM = "stem"
    """The town in a county's name, which only the whole style makes the council: "Huntingdon"."""
    INITIALS = "initials"
    """The first letters of an official name, which several councils may share: "HBC"."""
    PLACE_INITIALS = "place initials"
    """The first letters of the place, which a style completes: "RCT" in "RCT CBC"."""


class SurfaceForm(NamedTuple):
    """Folded words that can stand for a council, without the words of its style."""

    council: Council
    kind: NameKind
    words: Name


_ORDER = {kind: number for number, kind in enumerate(NameKind)}
_GUESSED = frozenset({NameKind.PART, NameKind.STEM, NameKind.INITIALS, NameKind.PLACE_INITIALS})


def surface_forms(gazetteer: Iterable[Council]) -> Iterator[SurfaceForm]:
    """Yield what every council is called, each form of a council once, given names before parts."""
    guessed: list[SurfaceForm] = []
    for council in gazetteer:
        seen: set[Name] = set()
        for kind, words in sorted(forms_of(council), key=lambda form: _ORDER[form[0]]):
            if words and words not in seen:
                seen.add(words)
                form = SurfaceForm(council, kind, words)
                if kind in _GUESSED:
                    guessed.append(form)
                else:
                    yield form
    yield from guessed


def forms_of(council: Council) -> Iterator[tuple[NameKind, Name]]:
    """Yield the kind and the words of everything that a council is called.

    >>> ("alias", ("western", "isles")) in forms_of(gazetteer["na-h-eileanan-siar"])
    True
    """
    yield from ((kind, tuple(name.replace(",", "").split())) for kind, name in _given(council))
    yield from ((NameKind.ALIAS, short) for short in _called(council))
    yield from ((NameKind.ALIAS, respelled) for respelled in _respelled(council))
    yield from ((NameKind.ABBREVIATION, (letters,)) for letters in _joint_letters(council))
    if council.type not in _WITHOUT_PARTS:
        yield from ((NameKind.PART, part) for part in _parts(council))
        yield from ((NameKind.STEM, stem) for stem in _stems(council))
    yield from _initials(council)


def _given(council: Council) -> Iterator[tuple[NameKind, str]]:
    """Yield the names in the register without the words of their style."""
    if council.type in _WHOLE_NAMES:
        yield NameKind.BODY, fold(council.name)
    if council.type == "strategic regional authority":
        yield NameKind.SEAT, "city hall"
    bare = _whole if council.type in _WHOLE_NAMES else _place
    for written in (council.name, council.short_name):
        yield from ((NameKind.NAME, name) for name in bare(written))
    for alias in council.aliases:
        titled = parts_of(alias).after == ("council",)
        kind = NameKind.TITLED if titled else NameKind.ALIAS
        yield from ((kind, name) for name in bare(alias))
    for language, names in council.languages.items():
        for written in names:
            yield from ((NameKind.LANGUAGE, name) for name in bare(written))
            yield from ((NameKind.LANGUAGE, name) for name in _mutated(written, language))
    for letters in council.abbreviations:
        yield NameKind.ABBREVIATION, "&".join(letters.lower().split("&"))


def _whole(written: str) -> Iterator[str]:
    yield fold(written)


def _place(written: str) -> Iterator[str]:
    """Yield the place in a name; one with an apostrophe also as two words ("king s lynn")."""
    spellings = (written, written.replace("'", " "), written.replace("-on-", " upon "))
    for spelling in dict.fromkeys(spellings):
        yield " ".join(parts_of(spelling).place)


def _mutated(written: str, language: str) -> Iterator[str]:
    """Yield what becomes of a place's first letter; after "Sir" a Welsh one keeps what it has."""
    parts = parts_of(written)
    if parts.place and "sir" not in parts.before:
        yield from (" ".join(words) for words in mutated(parts.place, language))


def _called(council: Council) -> Iterator[Name]:
    """Yield what the place is called for short: "the Vale", "the Borders"."""
    place = parts_of(council.short_name).place
    if place[:_TWO] == ("vale", "of"):
        yield ("the", "vale")
    if place[:1] == ("scottish",):
        yield ("the", *place[1:])


def _respelled(council: Council) -> Iterator[Name]:
    """Yield the place as people spell it: "Nuneaton Bedworth", "Castlepoint", "East Herts"."""
    place = parts_of(council.short_name).place
    if council.type in _WITHOUT_PARTS:
        return
    if "and" in place:
        yield tuple(word for word in place if word not in {"and", "city"})
    if len(place) == _TWO:
        yield (place[0] + place[1],)
    for short in in_short(" ".join(place)):
        yield tuple(short if COUNTIES_IN_FULL[short] == word else word for word in place)


def _joint_letters(council: Council) -> Iterator[str]:
    """Yield the letters of a joint name as writers join them: "h&f", "b&nes"."""
    place = parts_of(council.short_name).place
    if "and" in place[1:-1] and council.type not in _WITHOUT_PARTS:
        joint = place.index("and")
        yield f"{letters_of(place[:joint])}&{letters_of(place[joint:])}"


def _parts(council: Council) -> Iterator[Name]:
    """Yield what is left of the council's name where people shorten it.

    "Basingstoke" and "Deane" of "Basingstoke and Deane", "Bracknell", "Forest of" in "Forest of
    Dean".
    """
    place = parts_of(council.short_name).place
    yield from (place[: place.index(link)] for link in _LINKS if link in place)
    yield from halves_of(council.short_name)
    if place[_TWO : _TWO + 1] == ("of",):
        yield place[:_TWO]
    if len(place) == _TWO and place[1] in _LANDSCAPES and len(place[0]) > _SHORTEST_INITIALS:
        yield place[:1]


def _stems(council: Council) -> Iterator[Name]:
    place = parts_of(council.short_name).place
    if len(place) == 1 and place[0].endswith(_SHIRE):
        yield (_TOWNS_OF_SHIRES.get(place[0], place[0].removesuffix(_SHIRE)),)


def _initials(council: Council) -> Iterator[tuple[NameKind, Name]]:
    """Yield the letters of the whole name and of the place: "nmddc", "mea"; three at least."""
    parts = parts_of(council.name)
    before, after = letters_of(parts.before), letters_of(parts.after)
    for place in _letters_of_place(council, parts.place):
        whole = [before + place + after, place + after if after else before + place]
        if council.type != "combined authority":
            whole.append(place + "c")
        if council.type == "metropolitan borough":
            whole.append(place + "mbc")
        for letters in whole:
            if len(letters) >= _SHORTEST_INITIALS:
                yield NameKind.INITIALS, (letters,)
        if len(place) >= _SHORTEST_INITIALS:
            yield NameKind.PLACE_INITIALS, (place,)


def _letters_of_place(council: Council, place: Name) -> Iterable[str]:
    """Return the place's initials with and without its small words, and with Welsh letters."""
    letters = [letters_of(place), "".join(word[0] for word in place)]
    if "cy" in council.languages:
        main = (word for word in place if word not in SMALL_WORDS)
        initials = (word[:2] if word[:2] in _WELSH_LETTERS else word[0] for word in main)
        letters.append("".join(initials))
    return dict.fromkeys(letters)
