"""Names of councils seen in words, the longest first: the finder's first pass.

Words are turned into numbers and all names are looked for at once (Aho-Corasick), so that the size
of the gazetteer does not matter and a name begins and ends where a word does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat

import ahocorasick

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.prose.lexicon import SHIRES
from regional_news.gazetteer.prose.sighting import NameKind, Naming, Sighting
from regional_news.gazetteer.typewords import name_parts
from regional_news.model import Council
from regional_news.text import Words, fold

Name = tuple[str, ...]

_UNKNOWN_WORD = 0
_LINKS = ("and", "with", "upon", "on", "under")
_NOT_INITIALS = frozenset({"and", "of", "the", "on", "upon", "with", "in", "under"})
_SHORTEST_INITIALS = 3
_TWO = 2
_LANDSCAPES = frozenset({"forest", "chase", "hills"})
_PARAGRAPH = 2
_INSIDE_NAMES = frozenset({" ", "-", "‐", "‑", "–", "", "'", "’", ". "})
_IN_CAPITALS = frozenset({NameKind.ABBREVIATION, NameKind.INITIALS})
_AUTHORITY_WORDS = frozenset({"combined", "mayoral", "county", "strategic", "ca", "cca", "mca"})
_WHOLE_NAMES = frozenset(
    {"City corporation (sui generis)", "strategic regional authority", "Crown dependency government"}
)
_WITHOUT_PARTS = _WHOLE_NAMES | {"combined authority"}


@dataclass(slots=True)
class _Entry:
    """A name with the councils that it may mean; ``commas``: it may be written with commas."""

    length: int
    namings: tuple[Naming, ...] = ()
    commas: bool = False
    area: bool = False
    """Only a combined authority has the name: alone it is an area, which may cover other names."""


class Spotter:
    """The names of all councils of a gazetteer, looked for together."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._entries: dict[Name, _Entry] = {}
        for council in gazetteer:
            for kind, written in _names(council):
                self._add(tuple(written.replace(",", "").split()), Naming(council, kind), commas="," in council.name)
            for articled in _with_article(council):
                self._add(articled, Naming(council, NameKind.ALIAS), commas=False)
        whole_names = set(self._entries)
        for council in gazetteer:
            for part in _parts(council):
                if part not in whole_names:
                    self._add(part, Naming(council, NameKind.PART), commas=False)
            for initials in _initials(council):
                self._add((initials,), Naming(council, NameKind.INITIALS), commas=False)
        self._numbers: dict[str, int] = {}
        self._automaton = self._compile()

    def spot(self, words: Words) -> list[Sighting]:
        """Return the names in ``words`` in their order; of overlapping ones the longest."""
        numbers = tuple(map(self._numbers.get, words.folded, repeat(_UNKNOWN_WORD)))
        hits = [
            (last + 1 - entry.length, last + 1, entry)
            for last, entry in self._automaton.iter(numbers)
            if entry.length == 1 or _is_one_name(words, last + 1 - entry.length, last + 1, entry)
        ]
        if len(hits) > 1:
            hits.sort(key=lambda hit: (hit[0], -hit[1]))
        found: list[Sighting] = []
        taken = 0
        for first, end, entry in hits:
            if first >= taken and not (entry.area and _word(words, end) not in _AUTHORITY_WORDS):
                namings = _as_written(words, first, entry.namings)
                if namings:
                    found.append(Sighting(first, end, " ".join(words.folded[first:end]), namings))
                    taken = end
        return found

    def look_up(self, name: Name) -> tuple[Naming, ...]:
        """Return the councils that ``name`` may mean, as folded words."""
        entry = self._entries.get(name)
        return entry.namings if entry else ()

    def _add(self, name: Name, naming: Naming, *, commas: bool) -> None:
        if not name:
            return
        entry = self._entries.setdefault(name, _Entry(len(name)))
        entry.commas |= commas
        if all(known.council.id != naming.council.id for known in entry.namings):
            entry.namings += (naming,)
            entry.area = all(
                each.council.type == "combined authority" and each.kind not in _IN_CAPITALS
                for each in entry.namings
            )

    def _compile(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY, ahocorasick.KEY_SEQUENCE)
        for name, entry in self._entries.items():
            for word in name:
                self._numbers.setdefault(word, len(self._numbers) + 1)
            automaton.add_word(tuple(self._numbers[word] for word in name), entry)
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
        parts = name_parts(fold(spelling))
        royal = ("royal",) if parts.after[:1] == ("royal",) else ()
        yield " ".join((*parts.place, *royal))


def _with_article(council: Council) -> Iterator[Name]:
    """Return the name that needs its article: "the Vale" of Glamorgan, "the Borders"."""
    place = name_parts(fold(council.short_name)).place
    if place[:2] == ("vale", "of"):
        yield ("the", "vale")
    if place[:1] == ("scottish",):
        yield ("the", *place[1:])


def _parts(council: Council) -> Iterator[Name]:
    """Return what is left of the council's name where people shorten it.

    "Basingstoke" of "Basingstoke and Deane", "Nuneaton Bedworth" without its "and", "Castlepoint"
    in one word, "East Herts", "the Vale", "the Borders".
    """
    if council.type in _WITHOUT_PARTS:
        return
    place = name_parts(fold(council.short_name)).place
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
    if SHIRES.keys() & set(place):
        yield tuple(SHIRES.get(word, word) for word in place)


def _initials(council: Council) -> Iterator[str]:
    """Return the first letters of the official name and of the place: "nycc", "mea"."""
    place = name_parts(fold(council.name)).place
    for words in (fold(council.name).replace(",", "").split(), place):
        initials = "".join(word[0] for word in words if word not in _NOT_INITIALS)
        if len(initials) >= _SHORTEST_INITIALS:
            yield initials


def _is_one_name(words: Words, first: int, end: int, entry: _Entry) -> bool:
    """Return whether nothing but space, hyphens and the name's own commas parts its words."""
    for gap in words.gaps[first + 1 : end]:
        if gap in _INSIDE_NAMES or (entry.commas and gap == ", "):
            continue
        if gap.isspace() and gap.count("\n") < _PARAGRAPH:
            continue
        return False
    return True


def _word(words: Words, at: int) -> str:
    return words.folded[at] if at < len(words) else ""


def _as_written(words: Words, first: int, namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Return the namings that the capitals allow: abbreviations want capitals throughout."""
    raw = words.raw[first]
    if raw.isupper() and len(raw) > 1:
        return namings
    return tuple(naming for naming in namings if naming.kind not in _IN_CAPITALS)
