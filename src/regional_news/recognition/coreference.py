"""What "the council" or "the county council" refers to, where a text leaves one possibility.

"The authority" is the council as well, and councillors who decide something are those of it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style
from regional_news.gazetteer.homonyms import Circumstances, Homonyms, Naming, in_office
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Certainty, Council
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.scorer import Weights
from regional_news.text import Words

_STYLES: dict[str, Style | None] = {
    "local": None,
    "county": Style.COUNTY,
    "city": Style.CITY,
    "borough": Style.BOROUGH,
    "district": Style.DISTRICT,
}
_LOCAL = frozenset({"town", "parish", "community", "village"})
_OWN = frozenset({"the", "local"})
_PERFECT = (["have"], ["had"], ["has"])
_BODIES = frozenset({"council", "authority"})
_NOT_BODIES = lex.DWELLINGS | {"of"}


class Reference(NamedTuple):
    """A phrase like "the council" at words ``first`` up to ``end``, with its style."""

    first: int
    end: int
    style: Style | None


def references(words: Words, bodies: Sequence[int]) -> list[Reference]:
    """Return each phrase like "the county council" that ends at a word of ``bodies``.

    None where the text also speaks of a town or parish council, which may be meant; nor "the
    authority" where it speaks of another authority.
    """
    folded = words.folded
    if any(folded[at - 1] in _LOCAL for at in bodies):
        return []
    found = [reference for at in bodies if (reference := _reference(folded, at))]
    if any(folded[each.end - 1] == "authority" for each in found) and _has_other_authority(folded):
        return [each for each in found if folded[each.end - 1] != "authority"]
    return found


def _has_other_authority(folded: Sequence[str]) -> bool:
    return any(word == "authority" and before not in _OWN for before, word in pairwise(folded))


def _reference(folded: list[str], at: int) -> Reference | None:
    first = at - 1
    while first and folded[first] in _STYLES:
        first -= 1
    if folded[at] == "councillors":
        verb = at + 2 if folded[at + 1 : at + 2] in _PERFECT else at + 1
        refers = not lex.DECISIONS.isdisjoint(folded[verb : verb + 1])
    else:
        refers = folded[first] == "the" and folded[at] in _BODIES
        refers = refers and _NOT_BODIES.isdisjoint(folded[at + 1 : at + 2])
    return Reference(first, at + 1, _STYLES.get(folded[at - 1])) if refers else None


class Anaphora:
    """Finds the council that "the council" refers to."""

    def __init__(self, homonyms: Homonyms, gazetteer: Gazetteer, weights: Weights) -> None:
        self._likely = weights.certain[Certainty.CONTEXT]
        self._least = weights.offer
        self._homonyms = homonyms
        self._gazetteer = gazetteer
        self._counties = [each for each in gazetteer if homonyms.has_style(each, Style.COUNTY)]

    def resolve(
        self,
        words: Words,
        candidates: list[Candidate],
        bodies: Sequence[int],
        known: Circumstances,
    ) -> list[Candidate]:
        """Return the candidates with those of "the council", made councils where it means them.

        A reference means the one council named in full; else the one council whose place the text
        names; else, for a county council, that of the districts in the text or the only one of the
        region.
        """
        referring = references(words, bodies)
        found = [
            self._sighting(words, reference, meant)
            for style in dict.fromkeys(each.style for each in referring)
            for reference, meant in self._resolve(style, referring, candidates, known)
        ]
        return sorted([*candidates, *found], key=lambda each: each.start) if found else candidates

    def _resolve(
        self,
        style: Style | None,
        references: Sequence[Reference],
        candidates: Sequence[Candidate],
        known: Circumstances,
    ) -> Iterator[tuple[Reference, Council]]:
        """Yield those of a style that are mentions by themselves, with the council that they mean.

        One that makes a place a council leaves the mention to the place.
        """
        alike = [each for each in references if each.style is style]
        if named := self._named(style, candidates):
            if style is not None and len(named) == 1:
                ((antecedent, council),) = named.values()
                yield from ((each, council) for each in alike if each.first >= antecedent.end)
        elif place := self._only_place(style, candidates, known):
            place.reading, place.certainty = Reading.COUNCIL, Certainty.CONTEXT
            place.probability = max(place.probability, self._likely)
            place.councils = tuple(self._heir(council, known) for council in place.councils)
        elif style is Style.COUNTY and (county := self._county(candidates, known)):
            yield from ((each, county) for each in alike)

    def _named(
        self, style: Style | None, candidates: Sequence[Candidate]
    ) -> dict[str, tuple[Candidate, Council]]:
        """Return the councils of a style that the text names, with the first candidate of each."""
        named: dict[str, tuple[Candidate, Council]] = {}
        for candidate in candidates:
            if candidate.reading is Reading.COUNCIL:
                for council in candidate.councils:
                    if self._homonyms.has_style(council, style):
                        named.setdefault(council.id, (candidate, council))
        return named

    def _only_place(
        self, style: Style | None, candidates: Sequence[Candidate], known: Circumstances
    ) -> Candidate | None:
        """Return the one bare place in the text that has a council of the style, or None."""
        places: dict[str, Candidate] = {}
        for candidate in candidates:
            if candidate.reading is Reading.BARE and candidate.probability >= self._least:
                for council in candidate.councils:
                    if self._may_be_meant(council, style, known):
                        places.setdefault(council.id, candidate)
        return next(iter(places.values())) if len(places) == 1 else None

    def _heir(self, council: Council, known: Circumstances) -> Council:
        """Return the council itself while it serves, then its only successor that does."""
        if in_office(council, known.on):
            return council
        heirs = [each for each in self._gazetteer.successors(council) if in_office(each, known.on)]
        return heirs[0] if len(heirs) == 1 else council

    def _county(self, candidates: Sequence[Candidate], known: Circumstances) -> Council | None:
        """Return the county in which the districts in the text lie, else the region's only one."""
        districts = [each.councils[0] for each in candidates if len(each.councils) == 1]
        parents = {each.parent for each in districts if each.parent and in_office(each, known.on)}
        if not parents and not known.region:
            return None
        possible = [
            each
            for each in (map(self._gazetteer.__getitem__, parents) if parents else self._counties)
            if self._may_be_meant(each, Style.COUNTY, known) and in_office(each, known.on)
        ]
        return possible[0] if len(possible) == 1 else None

    def _may_be_meant(self, council: Council, style: Style | None, known: Circumstances) -> bool:
        in_region = known.region in (None, council.region)
        return in_region and self._homonyms.has_style(council, style)

    def _sighting(self, words: Words, reference: Reference, council: Council) -> Candidate:
        first, end, _ = reference
        return Candidate(
            first,
            end,
            " ".join(words.folded[first:end]),
            (Naming(council, NameKind.NAME),),
            first,
            end,
            reading=Reading.COUNCIL,
            councils=(council,),
            certainty=Certainty.CONTEXT,
            probability=self._likely,
        )
