"""What each council is called in prose: its names without their style, and what they become.

Styles vary in prose and are read apart from the names.
"""

from collections.abc import Iterator

from regional_news.gazetteer.acronyms import letters_of
from regional_news.gazetteer.designators import parts_of
from regional_news.gazetteer.places import BRIDGES
from regional_news.gazetteer.shires import IN_FULL, in_short
from regional_news.model import Council
from regional_news.recognition.candidate import NameKind
from regional_news.recognition.lexicon import FUNCTION_WORDS
from regional_news.text import fold

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
_WITHOUT_PARTS = _WHOLE_NAMES | {"combined authority"}


def names_of(council: Council) -> Iterator[tuple[NameKind, str]]:
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
    for names in council.languages.values():
        for written in names:
            yield from ((NameKind.LANGUAGE, name) for name in bare(written))
    yield from ((NameKind.ABBREVIATION, fold(letters)) for letters in council.abbreviations)


def _whole(written: str) -> Iterator[str]:
    yield fold(written)


def _place(written: str) -> Iterator[str]:
    """Return the place in a name; one with an apostrophe also as two words ("king s lynn")."""
    for spelling in {written, written.replace("'", " "), written.replace("-on-", " upon ")}:
        parts = parts_of(spelling)
        royal = ("royal",) if parts.after[:1] == ("royal",) else ()
        yield " ".join((*parts.place, *royal))


def short_names_of(council: Council) -> Iterator[tuple[str, ...]]:
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


def shortened(council: Council) -> Iterator[tuple[str, ...]]:
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
        yield tuple(short if IN_FULL[short] == word else word for word in place)


def initials_of(council: Council) -> Iterator[str]:
    """Return the first letters of the official name and of the place: "nycc", "mea"."""
    place = parts_of(council.name).place
    for words in (fold(council.name).replace(",", "").split(), place):
        initials = letters_of(words)
        if len(initials) >= _SHORTEST_INITIALS and initials not in FUNCTION_WORDS:
            yield initials
