"""What "the council" or "the county council" refers to, where a text leaves one possibility."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regional_news.gazetteer.prose.homonyms import Circumstances, Homonyms, in_office
from regional_news.gazetteer.prose.sighting import NameKind, Naming, Reading, Sighting
from regional_news.gazetteer.typewords import Style
from regional_news.model import Certainty, Council
from regional_news.text import Words

_STYLES = {
    "county": Style.COUNTY,
    "city": Style.CITY,
    "borough": Style.BOROUGH,
    "district": Style.DISTRICT,
}
_LOCAL = frozenset({"town", "parish", "community", "village"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A phrase like "the council" at words ``first`` up to ``end``, with its style."""

    first: int
    end: int
    style: Style | None


def references(words: Words, councils: Sequence[int]) -> list[Reference]:
    """Return each "the council" and "the county council" that ends at a word of ``councils``.

    None where the text also speaks of a town or parish council, which may be meant.
    """
    folded = words.folded
    found: list[Reference] = []
    for at in councils:
        before = folded[at - 1]
        if before in _LOCAL:
            return []
        style = _STYLES.get(before) if at > 1 else None
        first = at - 2 if style else at - 1
        if folded[first] == "the" and folded[at] == "council":
            found.append(Reference(first, at + 1, style))
    return found


class Anaphora:
    """Finds the council that "the council" refers to."""

    def __init__(self, homonyms: Homonyms, councils: Sequence[Council]) -> None:
        self._homonyms = homonyms
        self._counties = [each for each in councils if homonyms.has_style(each, Style.COUNTY)]

    def resolve(
        self,
        words: Words,
        sightings: list[Sighting],
        councils: Sequence[int],
        known: Circumstances,
    ) -> list[Sighting]:
        """Return the sightings with those of "the council", made councils where it means them.

        A reference means the one council named in full; else the one council whose place the text
        names; else, for a county council, the only one of the region.
        """
        referring = references(words, councils)
        if not referring:
            return sightings
        by_style: dict[Style | None, list[Reference]] = defaultdict(list)
        for reference in referring:
            by_style[reference.style].append(reference)
        found = [
            _sighting(words, reference, meant)
            for style, each in by_style.items()
            for reference, meant in self._resolve(style, each, sightings, known)
        ]
        return sorted([*sightings, *found], key=lambda each: each.start) if found else sightings

    def _resolve(
        self,
        style: Style | None,
        references: Sequence[Reference],
        sightings: Sequence[Sighting],
        known: Circumstances,
    ) -> Iterator[tuple[Reference, Council]]:
        """Yield the references that are mentions by themselves, with the council that they mean.

        One that makes a place a council leaves the mention to the place.
        """
        named = self._named(style, sightings)
        if named:
            if style is not None and len(named) == 1:
                ((antecedent, council),) = named.values()
                yield from ((each, council) for each in references if each.first >= antecedent.end)
        elif place := self._only_place(style, sightings, known):
            place.reading, place.certainty = Reading.COUNCIL, Certainty.CONTEXT
        elif style is Style.COUNTY and known.region and (county := self._only_county(known)):
            yield from ((each, county) for each in references)

    def _named(
        self, style: Style | None, sightings: Sequence[Sighting]
    ) -> dict[str, tuple[Sighting, Council]]:
        """Return the councils of a style that the text names, with the first sighting of each."""
        named: dict[str, tuple[Sighting, Council]] = {}
        for sighting in sightings:
            if sighting.reading is Reading.COUNCIL:
                for council in sighting.councils:
                    if self._homonyms.has_style(council, style):
                        named.setdefault(council.id, (sighting, council))
        return named

    def _only_place(
        self, style: Style | None, sightings: Sequence[Sighting], known: Circumstances
    ) -> Sighting | None:
        """Return the one bare place in the text that has a council of the style, or None."""
        places: dict[str, Sighting] = {}
        for sighting in sightings:
            if sighting.reading is Reading.BARE and sighting.kind is not NameKind.PART:
                sighting.councils = self._homonyms.choose(sighting, known)
                for council in sighting.councils:
                    if self._may_be_meant(council, style, known):
                        places.setdefault(council.id, sighting)
        return next(iter(places.values())) if len(places) == 1 else None

    def _only_county(self, known: Circumstances) -> Council | None:
        possible = [
            each
            for each in self._counties
            if self._may_be_meant(each, Style.COUNTY, known) and in_office(each, known.on)
        ]
        return possible[0] if len(possible) == 1 else None

    def _may_be_meant(self, council: Council, style: Style | None, known: Circumstances) -> bool:
        in_region = known.region in (None, council.region)
        return in_region and self._homonyms.has_style(council, style)


def _sighting(words: Words, reference: Reference, council: Council) -> Sighting:
    sighting = Sighting.at(
        reference.first,
        reference.end,
        " ".join(words.folded[reference.first : reference.end]),
        (Naming(council, NameKind.NAME),),
    )
    sighting.reading, sighting.councils = Reading.COUNCIL, (council,)
    sighting.certainty = Certainty.CONTEXT
    return sighting
