"""Names of councils seen in words, the longest first: the finder's first pass.

All names are looked for at once (Aho-Corasick), so that the size of the gazetteer does not matter;
the spaces around them see to it that a name begins and ends where a word does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import ahocorasick

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.initials import letters_of
from regional_news.gazetteer.places import BRIDGES
from regional_news.gazetteer.prose.lexicon import FUNCTION_WORDS
from regional_news.gazetteer.prose.sighting import NameKind, Naming, Sighting
from regional_news.gazetteer.shires import IN_FULL, in_short
from regional_news.gazetteer.typewords import parts_of
from regional_news.model import Council
from regional_news.text import Words, fold

Name = tuple[str, ...]

MOST_NAMES = 20_000
"""More than any publication has in a text: the rest is not read, so that no text takes long."""

_LINKS = ("and", "with", *BRIDGES)
_SHORTEST_INITIALS = 3
_TWO = 2
_LANDSCAPES = frozenset({"forest", "chase", "hills"})
_PARAGRAPH = 2
_INSIDE_NAMES = frozenset({" ", "-", "‐", "‑", "–", "", "'", "’", ". "})
_IN_CAPITALS = frozenset({NameKind.ABBREVIATION, NameKind.INITIALS})
_AUTHORITY_WORDS = frozenset({"combined", "mayoral", "county", "strategic", "ca", "cca", "mca"})
_WHOLE_NAMES = frozenset(
    {
        "City corporation (sui generis)",
        "strategic regional authority",
        "Crown dependency government",
    }
)
_WITHOUT_PARTS = _WHOLE_NAMES | {"combined authority"}


@dataclass(slots=True)
class _Entry:
    """A name with the councils that it may mean; ``commas``: it may be written with commas."""

    name: str
    length: int
    namings: tuple[Naming, ...] = ()
    commas: bool = False
    in_capitals: bool = False
    """Some of the namings are abbreviations, which count in capitals only."""
    area: bool = False
    """Only a combined authority has the name: alone it is an area, which may cover other names."""


class Spotter:
    """The names of all councils of a gazetteer, looked for together."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._entries: dict[Name, _Entry] = {}
        for council in gazetteer:
            for kind, written in _names(council):
                self._add(
                    tuple(written.replace(",", "").split()),
                    Naming(council, kind),
                    commas="," in council.name,
                )
            for short in _short_of(council):
                self._add(short, Naming(council, NameKind.ALIAS), commas=False)
        whole_names = set(self._entries)
        for council in gazetteer:
            for part in _parts(council):
                if part not in whole_names:
                    self._add(part, Naming(council, NameKind.PART), commas=False)
            for initials in _initials(council):
                self._add((initials,), Naming(council, NameKind.INITIALS), commas=False)
        self._automaton = self._compile()

    def spot(self, words: Words) -> list[Sighting]:
        """Return the names in ``words`` in their order; of overlapping ones the longest."""
        found: list[Sighting] = []
        taken = 0
        for first, minus_end, entry in self._hits(words):
            end = -minus_end
            if first < taken or (entry.area and _word(words, end) not in _AUTHORITY_WORDS):
                continue
            if entry.length > 1 and not _is_one_name(words, first, end, entry):
                continue
            namings = entry.namings
            if entry.in_capitals and not words.raw(first).isupper():
                namings = tuple(each for each in namings if each.kind not in _IN_CAPITALS)
            if namings:
                found.append(Sighting(first, end, entry.name, namings, first, end))
                taken = end
        return found

    def _hits(self, words: Words) -> list[tuple[int, int, _Entry]]:
        """Return all names in the words with their first word and, below zero, their end.

        Sorted so: those that start first and, of these, end last before others.
        """
        text = words.joined
        hits = []
        counted = end = 0
        for at, entry in islice(self._automaton.iter(text), MOST_NAMES):
            end += text.count(" ", counted, at)
            counted = at
            hits.append((end - entry.length, -end, entry))
        if len(hits) > 1:
            hits.sort()
        return hits

    def look_up(self, name: Name) -> tuple[Naming, ...]:
        """Return the councils that ``name`` may mean, as folded words."""
        entry = self._entries.get(name)
        return entry.namings if entry else ()

    def _add(self, name: Name, naming: Naming, *, commas: bool) -> None:
        if not name:
            return
        entry = self._entries.setdefault(name, _Entry(" ".join(name), len(name)))
        entry.commas |= commas
        if all(known.council.id != naming.council.id for known in entry.namings):
            entry.namings += (naming,)
            entry.in_capitals |= naming.kind in _IN_CAPITALS
            entry.area = all(
                each.council.type == "combined authority" and each.kind not in _IN_CAPITALS
                for each in entry.namings
            )

    def _compile(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for entry in self._entries.values():
            automaton.add_word(f" {entry.name} ", entry)
        automaton.make_automaton()
        return automaton


def _names(council: Council) -> Iterator[tuple[NameKind, str]]:
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


def _short_of(council: Council) -> Iterator[Name]:
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


def _parts(council: Council) -> Iterator[Name]:
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


def _initials(council: Council) -> Iterator[str]:
    """Return the first letters of the official name and of the place: "nycc", "mea"."""
    place = parts_of(council.name).place
    for words in (fold(council.name).replace(",", "").split(), place):
        initials = letters_of(words)
        if len(initials) >= _SHORTEST_INITIALS and initials not in FUNCTION_WORDS:
            yield initials


def _is_one_name(words: Words, first: int, end: int, entry: _Entry) -> bool:
    """Return whether nothing but space, hyphens and the name's own commas parts its words."""
    for at in range(first + 1, end):
        gap = words.gap(at)
        if gap in _INSIDE_NAMES or (entry.commas and gap == ", "):
            continue
        if not gap.isspace() or gap.count("\n") >= _PARAGRAPH:
            return False
    return True


def _word(words: Words, at: int) -> str:
    return words.folded[at] if at < len(words) else ""
