"""Every way in which a council's name is regularly written.

The rewritings follow from how authorities are named, so that a new council needs no list: its
official name gives the place and the styles, and a style gives the phrases around the place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style, parts_of
from regional_news.gazetteer.mutations import mutated
from regional_news.gazetteer.places import BRIDGES, COUNTIES_IN_FULL, in_short, letters_of
from regional_news.model import Council
from regional_news.text import fold

TYPES_THAT_ARE_NO_COUNCILS = frozenset(
    {"strategic regional authority", "Crown dependency government"}
)
"""Types of authority that nobody calls a council: the Greater London Authority, a government."""


class FormKind(StrEnum):
    """How a written form relates to the council's official name."""

    OFFICIAL = "official"
    REWRITING = "rewriting"
    """The place with other type words that suit the council: "Camden Council"."""
    SHORT = "short"
    """The place alone: "Edinburgh", "East Devon"."""
    ALIAS = "alias"
    LANGUAGE = "language"
    """A name in Welsh, Irish, Scottish Gaelic or Scots."""
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write one council's name, folded."""

    text: str
    council: Council
    kind: FormKind


_LINKS = ("and", "with", *BRIDGES)
_SHORTEST_INITIALS = 3
_TWO = 2
_LANDSCAPES = frozenset({"forest", "chase", "hills"})
_WHOLE_NAMES = frozenset(
    {
        "City corporation (sui generis)",
        "strategic regional authority",
        "Crown dependency government",
    }
)
_COMMON_WORDS = frozenset({"and"})
_WITHOUT_PARTS = _WHOLE_NAMES | {"combined authority"}


class NameKind(StrEnum):
    """How the words in a text relate to a council's names."""

    NAME = "name"
    """The place of the official or short name: "Leeds", "Newry, Mourne and Down"."""
    BODY = "body"
    """A whole name that says of itself what it is: "Greater London Authority"."""
    SEAT = "seat"
    """A building that stands for the body in its own region: City Hall in London."""
    ALIAS = "alias"
    LANGUAGE = "language"
    """A name in Welsh, Irish, Scottish Gaelic or Scots."""
    PART = "part"
    """A part that only a council's style completes: "Basingstoke" in "Basingstoke Council"."""
    ABBREVIATION = "abbreviation"
    INITIALS = "initials"
    """The first letters of an official name, which several councils may share: "HBC"."""


class SurfaceForm(NamedTuple):
    """Folded words that can stand for a council, without the words of its style."""

    council: Council
    kind: NameKind
    words: tuple[str, ...]


def surface_forms(gazetteer: Iterable[Council]) -> Iterator[SurfaceForm]:
    """Yield what every council is called, each form of a council once, whole names before parts.

    A part that is a whole name of some council is left to that council.
    """
    parts: list[SurfaceForm] = []
    whole: set[tuple[str, ...]] = set()
    for council in gazetteer:
        seen: set[tuple[str, ...]] = set()
        for kind, words in forms_of(council):
            if words in seen or not words:
                continue
            seen.add(words)
            form = SurfaceForm(council, kind, words)
            if kind in (NameKind.PART, NameKind.INITIALS):
                parts.append(form)
            else:
                whole.add(words)
                yield form
    yield from (form for form in parts if form.kind is NameKind.INITIALS or form.words not in whole)


def forms_of(council: Council) -> Iterator[tuple[NameKind, tuple[str, ...]]]:
    """Yield the kind and the words of everything that a council is called, the surest first."""
    for kind, written in _names_of(council):
        yield kind, tuple(written.replace(",", "").split())
    yield from ((NameKind.ALIAS, short) for short in _short_names_of(council))
    yield from ((NameKind.PART, part) for part in _shortened(council))
    yield from ((NameKind.INITIALS, (initials,)) for initials in _initials_of(council))


_AROUND_THE_PLACE = {
    Style.CITY: ("{} city council", "{} city", "{} cc", "city of {}", "city of {} council"),
    Style.COUNTY: ("{} county council", "{} cc"),
    Style.BOROUGH: ("{} borough council", "{} bc", "borough of {}", "borough of {} council"),
    Style.DISTRICT: ("{} district council", "{} dc"),
    Style.COMBINED: ("{} combined authority", "{} ca"),
}
_AROUND_THE_PLACE_BY_TYPE = {
    "London borough": (
        "london borough of {}",
        "london borough of {} council",
        "{} london borough council",
        "london borough {}",
        "lb {}",
        "lb of {}",
    ),
    "metropolitan borough": (
        "{} metropolitan borough council",
        "{} metropolitan district council",
        "{} mbc",
        "{} mdc",
        "{} mb council",
        "metropolitan borough of {}",
    ),
    "Welsh principal area": (
        "{} county borough council",
        "{} county borough",
        "{} cbc",
    ),
    "Irish county council": (
        "county {}",
        "co {}",
        "co. {}",
        "{} co. co.",
        "{} coco",
        "{} co. council",
    ),
    "combined authority": (
        "{} mayoral combined authority",
        "{} combined county authority",
        "{} mca",
        "{} cca",
    ),
}


def forms(gazetteer: Gazetteer) -> Iterator[Form]:
    """Return every form of every council, each form of a council once, the official name first.

    A text may come back for several councils ("Galway"): who reads it decides. A rewriting that is
    another council's official name is left to that council.
    """
    official = {fold(council.name) for council in gazetteer}
    for council in gazetteer:
        seen: set[str] = set()
        for form in _forms_of(council):
            taken = form.kind is FormKind.REWRITING and form.text in official
            if form.text not in seen and not taken:
                seen.add(form.text)
                yield form


def places(council: Council) -> tuple[str, ...]:
    """Return the council's place as its official and its short name write it, folded."""
    written = (" ".join(parts_of(name).place) for name in (council.name, council.short_name))
    return tuple(dict.fromkeys(filter(None, written)))


def spellings(council: Council) -> Iterator[tuple[str, FormKind]]:
    """Yield the council's names as the gazetteer spells them, the official name first."""
    yield council.name, FormKind.OFFICIAL
    yield council.short_name, FormKind.SHORT
    yield from ((alias, FormKind.ALIAS) for alias in council.aliases)
    for names in council.languages.values():
        yield from ((name, FormKind.LANGUAGE) for name in names)
    yield from ((letters, FormKind.ABBREVIATION) for letters in council.abbreviations)


def _forms_of(council: Council) -> Iterator[Form]:
    for written, kind in spellings(council):
        yield Form(fold(written), council, kind)
    for rewritten in _rewritings(council):
        yield Form(rewritten, council, FormKind.REWRITING)


def _rewritings(council: Council) -> Iterator[str]:
    styles = parts_of(council.name).styles
    if Style.CORPORATION in styles or council.type in TYPES_THAT_ARE_NO_COUNCILS:
        return
    patterns = [*_AROUND_THE_PLACE_BY_TYPE.get(council.type, ())]
    patterns += [pattern for style in styles for pattern in _AROUND_THE_PLACE.get(style, ())]
    if Style.COMBINED not in styles:
        patterns += ["{} council", "the {} council"]
    for place in places(council):
        yield from (pattern.format(place) for pattern in patterns)


def _names_of(council: Council) -> Iterator[tuple[NameKind, str]]:
    """Return the council's names without the words of its style, which vary in prose."""
    if council.type in _WHOLE_NAMES:
        yield NameKind.BODY, fold(council.name)
    if council.type == "strategic regional authority":
        yield NameKind.SEAT, "city hall"
    bare = _whole if council.type in _WHOLE_NAMES else _place
    for written in (council.name, council.short_name):
        yield from ((NameKind.NAME, name) for name in bare(written))
    for alias in council.aliases:
        yield from ((NameKind.ALIAS, name) for name in bare(alias))
    for language, names in council.languages.items():
        for written in names:
            yield from ((NameKind.LANGUAGE, name) for name in bare(written))
            yield from ((NameKind.LANGUAGE, name) for name in _mutated(written, language))
    yield from ((NameKind.ABBREVIATION, fold(letters)) for letters in council.abbreviations)


def _mutated(written: str, language: str) -> Iterator[str]:
    """Return what becomes of a place's first letter; after "Sir" a Welsh one keeps what it has."""
    parts = parts_of(written)
    if parts.place and "sir" not in parts.before:
        yield from (" ".join(words) for words in mutated(parts.place, language))


def _whole(written: str) -> Iterator[str]:
    yield fold(written)


def _place(written: str) -> Iterator[str]:
    """Return the place in a name; one with an apostrophe also as two words ("king s lynn")."""
    for spelling in {written, written.replace("'", " "), written.replace("-on-", " upon ")}:
        parts = parts_of(spelling)
        royal = ("royal",) if parts.after[:1] == ("royal",) else ()
        yield " ".join((*parts.place, *royal))


def _short_names_of(council: Council) -> Iterator[tuple[str, ...]]:
    """Return what the place is called for short: "the Vale", "the Borders", "H&F"."""
    place = parts_of(council.short_name).place
    if place[:2] == ("vale", "of"):
        yield ("the", "vale")
    if place[:1] == ("scottish",):
        yield ("the", *place[1:])
    if place[2:3] == ("of",):
        yield place[:2]
    if "and" in place[1:-1]:
        joint = place.index("and")
        yield (f"{letters_of(place[:joint])}&{letters_of(place[joint:])}",)


def _shortened(council: Council) -> Iterator[tuple[str, ...]]:
    """Return what is left of the council's name where people shorten it.

    "Basingstoke" of "Basingstoke and Deane", "Nuneaton Bedworth" without its "and", "Castlepoint"
    in one word, "East Herts", "the Vale", "the Borders".
    """
    if council.type in _WITHOUT_PARTS:
        return
    place = parts_of(council.short_name).place
    for link in _LINKS:
        if link in place:
            yield place[: place.index(link)]
    if "and" in place:
        yield tuple(word for word in place if word not in {"and", "city"})
    if len(place) == _TWO and place[1] in _LANDSCAPES and len(place[0]) > _SHORTEST_INITIALS:
        yield place[:1]
    if place[-1:] and len(place) == 1 and place[0].endswith("shire"):
        yield (place[0].removesuffix("shire"),)
    if len(place) == _TWO:
        yield (place[0] + place[1],)
    for short in in_short(" ".join(place)):
        yield tuple(short if COUNTIES_IN_FULL[short] == word else word for word in place)


def _initials_of(council: Council) -> Iterator[str]:
    """Return the first letters of the official name and of the place: "nycc", "mea"."""
    place = parts_of(council.name).place
    for words in (fold(council.name).replace(",", "").split(), place):
        initials = letters_of(words)
        if len(initials) >= _SHORTEST_INITIALS and initials not in _COMMON_WORDS:
            yield initials
