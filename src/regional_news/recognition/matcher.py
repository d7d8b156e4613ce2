"""Names of councils seen in words, the longest first: the finder's first pass.

All names are looked for at once (Aho-Corasick), so that the size of the gazetteer does not matter;
the spaces around them see to it that a name begins and ends where a word does.
"""

from dataclasses import dataclass
from itertools import islice

import ahocorasick

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.homonyms import Naming
from regional_news.gazetteer.place_index import forms_and_places, key_of
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.recognition.candidate import Candidate
from regional_news.text import Words

Name = tuple[str, ...]

MOST_HITS = 10_000
"""How many names and words like "council" are read, more than any publication has in a text."""

_PARAGRAPH = 2
_INSIDE_NAMES = frozenset({" ", "-", "‐", "‑", "–", "", "'", "’", ". "})
_IN_CAPITALS = frozenset({NameKind.ABBREVIATION, NameKind.INITIALS, NameKind.PLACE_INITIALS})
_WHOLE = frozenset({NameKind.BODY, NameKind.SEAT})
_AUTHORITY_WORDS = frozenset({"combined", "mayoral", "county", "strategic", "ca", "cca", "mca"})


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
    """Only a combined authority has the name, made of others: alone it stands for those."""


_BODIES = ("council", "councils", "councillors", "authority")
_BODY = _Entry("", 1)
"""No name: the words with which a text refers to a council that it names elsewhere."""


class Matcher:
    """The names of all councils of a gazetteer, looked for together."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._entries: dict[Name, _Entry] = {}
        forms, of_place = forms_and_places(gazetteer)
        for council, kind, name in forms:
            commas = "," in council.name
            if kind in _WHOLE:
                self._add(name, Naming(council, kind), commas=commas)
            for naming in of_place.get(key_of(name), ()):
                self._add(name, naming, commas=commas)
        self._automaton = self._compile()

    def spot(self, words: Words) -> tuple[list[Candidate], list[int]]:
        """Return the names in ``words`` in their order, of overlapping ones the longest.

        With them come the words like "council" that follow another word: where they stand.
        """
        found: list[Candidate] = []
        bodies: list[int] = []
        taken = 0
        for first, minus_end, entry in self._hits(words):
            end = -minus_end
            if entry is _BODY:
                bodies += [first] if first else []
                continue
            if first < taken or (entry.area and not _is_titled(words, end)):
                continue
            if entry.length > 1 and not _is_one_name(words, first, end, entry):
                continue
            namings = entry.namings
            if entry.in_capitals and not words.raw(first).isupper():
                namings = tuple(each for each in namings if each.kind not in _IN_CAPITALS)
            if namings:
                found.append(Candidate(first, end, entry.name, namings, first, end))
                taken = end
        return found, bodies

    def _hits(self, words: Words) -> list[tuple[int, int, _Entry]]:
        """Return all names and bodies in the words: the first word and, below zero, the end.

        Sorted so: those that start first and, of these, end last before others.
        """
        text = words.joined
        hits = []
        counted = end = 0
        for at, entry in islice(self._automaton.iter(text), MOST_HITS):
            end += text.count(" ", counted, at)
            counted = at
            hits.append((end - entry.length, -end, entry))
        if len(hits) > 1:
            hits.sort()
        return hits

    @property
    def names(self) -> list[str]:
        """All names that it knows, as folded words with a space between them."""
        return [entry.name for entry in self._entries.values()]

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
            entry.area = "and" in name and all(
                each.council.type == "combined authority" and each.kind not in _IN_CAPITALS
                for each in entry.namings
            )

    def _compile(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for entry in self._entries.values():
            automaton.add_word(f" {entry.name} ", entry)
        for word in _BODIES:
            automaton.add_word(f" {word} ", _BODY)
        automaton.make_automaton()
        return automaton


def _is_one_name(words: Words, first: int, end: int, entry: _Entry) -> bool:
    """Return whether nothing but space, hyphens and the name's own commas parts its words."""
    for at in range(first + 1, end):
        gap = words.gap(at)
        if gap in _INSIDE_NAMES or (entry.commas and gap == ", "):
            continue
        if not gap.isspace() or gap.count("\n") >= _PARAGRAPH:
            return False
    return True


def _is_titled(words: Words, at: int) -> bool:
    """Return whether a word for authorities follows: "… Combined", "'s combined"."""
    said = words.folded[at : at + 2]
    return not _AUTHORITY_WORDS.isdisjoint(said[1:] if said[:1] == ["s"] else said[:1])
