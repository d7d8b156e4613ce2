"""What "the council" or "the county council" refers to, where a text leaves one possibility."""

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


def references(words: Words, councils: Sequence[int]) -> Iterator[Reference]:
    """Yield each "the council" and "the county council" that ends at one of the words ``councils``.

    None where the text also speaks of a town or parish council, which may be meant.
    """
    folded = words.folded
    if any(folded[at - 1] in _LOCAL for at in councils):
        return
    for at in councils:
        styled = at > 1 and folded[at - 1] in _STYLES
        first = at - 2 if styled else at - 1
        if folded[first] == "the" and folded[at] == "council":
            yield Reference(first, at + 1, _STYLES[folded[at - 1]] if styled else None)


class Anaphora:
    """Finds the council that "the council" refers to."""

    def __init__(self, homonyms: Homonyms, councils: Sequence[Council]) -> None:
        self._homonyms = homonyms
        self._councils = councils

    def resolve(
        self,
        words: Words,
        sightings: list[Sighting],
        councils: Sequence[int],
        known: Circumstances,
    ) -> list[Sighting]:
        """Return the sightings with those of "the council", made councils where it means them.

        A reference means the one council named before in full; else the one council whose place the
        text names; else, for a style that one council of the region alone has, that one.
        """
        found: list[Sighting] = []
        for reference in references(words, councils):
            named = [each for each in sightings if self._is_referent(each, reference)]
            if named:
                found.extend(self._again(words, reference, named))
            elif place := self._only_place(sightings, reference, known):
                place.reading, place.certainty = Reading.COUNCIL, Certainty.CONTEXT
            elif reference.style is Style.COUNTY and known.region:
                found.extend(self._only_in_region(words, reference, known))
        return sorted([*sightings, *found], key=lambda each: each.start) if found else sightings

    def _is_referent(self, sighting: Sighting, reference: Reference) -> bool:
        return sighting.reading is Reading.COUNCIL and any(
            self._homonyms.has_style(each, reference.style) for each in sighting.councils
        )

    def _only_place(
        self, sightings: Sequence[Sighting], reference: Reference, known: Circumstances
    ) -> Sighting | None:
        """Return the one bare place in the text that has a council of the style in question."""
        places: dict[str, Sighting] = {}
        for sighting in sightings:
            if sighting.reading is not Reading.BARE or sighting.kind is NameKind.PART:
                continue
            sighting.councils = self._homonyms.choose(sighting, known)
            for council in sighting.councils:
                if self._may_be_meant(council, reference, known):
                    places.setdefault(council.id, sighting)
        return next(iter(places.values())) if len(places) == 1 else None

    def _may_be_meant(self, council: Council, reference: Reference, known: Circumstances) -> bool:
        in_region = known.region in (None, council.region)
        return in_region and self._homonyms.has_style(council, reference.style)

    def _again(
        self, words: Words, reference: Reference, named: Sequence[Sighting]
    ) -> Iterator[Sighting]:
        """Yield the reference itself where it has a style and one council before it to mean."""
        before = {each.councils[0].id: each for each in named if each.end <= reference.first}
        if reference.style is not None and len(before) == 1:
            (antecedent,) = before.values()
            yield _sighting(words, reference, antecedent.councils)

    def _only_in_region(
        self, words: Words, reference: Reference, known: Circumstances
    ) -> Iterator[Sighting]:
        possible = tuple(
            each
            for each in self._councils
            if self._may_be_meant(each, reference, known) and in_office(each, known.on)
        )
        if len(possible) == 1:
            yield _sighting(words, reference, possible)


def _sighting(words: Words, reference: Reference, councils: tuple[Council, ...]) -> Sighting:
    sighting = Sighting.at(
        reference.first,
        reference.end,
        " ".join(words.folded[reference.first : reference.end]),
        tuple(Naming(council, NameKind.NAME) for council in councils),
    )
    sighting.reading, sighting.councils = Reading.COUNCIL, councils
    sighting.certainty = Certainty.CONTEXT
    return sighting
