"""A council's name as people write it, resolved to the council that it means.

A name in the gazetteer is looked up; any other is taken apart into its place and its type words.
Where several councils bear a name, region and date decide, or nothing does: a doubt stays a doubt.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import name_parts
from regional_news.gazetteer.homonyms import GIVEN, Circumstances, Fit, Homonyms, Naming
from regional_news.gazetteer.parser import NameParser, Reading
from regional_news.gazetteer.place_index import PlaceIndex
from regional_news.gazetteer.places import COUNTIES_IN_FULL, in_short
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import (
    Ambiguous,
    Certainty,
    Council,
    PartialDate,
    Resolution,
    Resolved,
    Unknown,
)
from regional_news.text import fold

_REMEMBERED = 4096
_ELSEWHERE = Unknown("no council in this region has this name")
_LONGEST = 200
_TOO_LONG = Unknown("it is longer than any name")
_TOO_SHORT = Unknown("initials with one letter for the place need the region")


class Resolver:
    """Resolves the names of the councils in one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        index = PlaceIndex(gazetteer)
        self._settled = index.settled
        self._homonyms = Homonyms(gazetteer)
        self._parser = NameParser(gazetteer, self._homonyms, index)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._interpret)

    def resolve(
        self, name: str, *, region: str | None = None, on: PartialDate | None = None
    ) -> Resolution:
        """Return the council that ``name`` means, those that share it, or why there is none.

        ``region`` is a region's id and ``on`` the date of the text; they decide between councils
        of one name, and never give a name to a council that does not bear it. A name that a council
        shares with its predecessor means the one in office on the date, without a date the later.
        What all this leaves in doubt is settled by what was learnt in review.
        """
        if len(name) > _LONGEST:
            return _TOO_LONG
        return self.settled(name) or self._remembered(name, region, on)

    def settled(self, name: str) -> Resolved | None:
        """Return what ``name`` means in every region and on every date; None where they matter."""
        return self._settled.get(name) or self._settled.get(fold(name))

    def near(self, name: str) -> tuple[Council, ...]:
        """Return the councils that a name is fewest slips away from, whatever vouches for it."""
        return self._parser.slips(name)

    def search(self, prefix: str, limit: int = 10) -> list[Council]:
        """Return the councils that ``prefix`` may mean, best first: to choose from.

        What the whole of it names goes first, then those of which it is the beginning. Where there
        are none, a slip of the pen is allowed for: "Wrexam". Who serves goes before who does not,
        unless the whole names that one and nobody who serves has a name that begins so.
        """
        meant = _meant(self.resolve(prefix))
        others = [council for council in self.beginning(prefix) if council not in meant]
        slips = () if meant or others else self.near(prefix)
        begun = fold(prefix)
        serves = any(n.text.startswith(begun) and not n.council.years for n in self._written)
        found = [*meant, *others, *slips]
        found.sort(key=lambda each: bool(each.years) and (serves or each not in meant))
        return found[:limit]

    def beginning(self, prefix: str) -> list[Council]:
        """Return the councils that have ``prefix`` at the start of a word of a name, best first.

        A name that starts so goes before one with such a word inside, names before aliases, who
        serves before who does not, and then the alphabet decides.
        """
        wanted = fold(prefix)
        if not wanted:
            return []
        best: dict[str, tuple[int, Written]] = {}
        for name in self._written:
            place = 0 if name.text.startswith(wanted) else 1
            if place == 0 or f" {wanted}" in name.text:
                known = best.get(name.council.id)
                if known is None or place < known[0]:
                    best[name.council.id] = (place, name)
        return [name.council for _, name in sorted(best.values(), key=lambda found: _rank(*found))]

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the names by which a search finds councils."""
        return frozenset(word for name in self._written for word in name.text.split())

    @cached_property
    def _written(self) -> tuple["Written", ...]:
        return tuple(name for council in self.gazetteer for name in names_to_search(council))

    def _interpret(self, name: str, region: str | None, on: PartialDate | None) -> Resolution:
        settled = self._settled.get(name_parts(fold(name)).plain)
        if settled is not None:
            return settled
        reading = self._parser.read(name)
        chosen = self._choose(reading, region, on) if isinstance(reading, Reading) else reading
        learnt = None if isinstance(chosen, Resolved) else self.gazetteer.learnt(name)
        return Resolved(learnt, Certainty.ALIAS) if learnt else chosen

    def _choose(self, reading: Reading, region: str | None, on: PartialDate | None) -> Resolution:
        parts = reading.parts
        chosen = self._homonyms.choose(
            reading.namings, parts.styles, Circumstances(region, on), place=parts.place
        )
        if region and not any(_may_be_there(each, region, reading) for each in chosen):
            return _ELSEWHERE
        if len(chosen) > 1 or (chosen and reading.means_something_else and not region):
            return Ambiguous(tuple(naming.council for naming in chosen))
        if not chosen:
            return Unknown()
        if reading.needs_region and not region:
            return _TOO_SHORT
        alone = chosen == self._homonyms.choose(reading.namings, parts.styles, place=parts.place)
        return Resolved(
            chosen[0].council, self._certainty(chosen[0], reading) if alone else Certainty.CONTEXT
        )

    def _certainty(self, naming: Naming, reading: Reading) -> Certainty:
        if reading.fuzzy:
            return Certainty.FUZZY
        right = self._homonyms.fit(naming, reading.parts.styles) is Fit.RIGHT
        named = naming.kind in (NameKind.NAME, NameKind.BODY)
        return Certainty.EXACT if right and named else Certainty.ALIAS


def _may_be_there(naming: Naming, region: str, reading: Reading) -> bool:
    """Return whether the council lies in the region, or is called so wherever it lies."""
    if naming.council.region == region:
        return True
    return naming.kind in GIVEN and not reading.fuzzy


class Written(NamedTuple):
    """A folded name that a search may begin; ``own`` is the official or the short name."""

    text: str
    council: Council
    own: bool


def names_to_search(council: Council) -> Iterator[Written]:
    """Yield the names by which a search finds a council, its own first."""
    for name in (council.name, council.short_name, f"{council.short_name} Council"):
        yield Written(fold(name), council, own=True)
    for short in in_short(fold(council.name)):
        full = COUNTIES_IN_FULL[short]
        yield Written(fold(council.name).replace(full, short), council, own=False)
    for name in council.all_names:
        yield Written(fold(name), council, own=False)


def searchable(council: Council) -> str:
    """Return all by which somebody may look for a council: its names, short forms of counties."""
    return " ".join((*council.all_names, *in_short(fold(council.name))))


def _meant(resolution: Resolution) -> tuple[Council, ...]:
    match resolution:
        case Resolved(council):
            return (council,)
        case Ambiguous(candidates):
            return candidates
        case _:
            return ()


def _rank(place: int, name: Written) -> tuple[int, bool, bool, str]:
    return place, not name.own, bool(name.council.years), fold(name.council.name)
