"""A council's name as people write it, resolved to the council that it means.

A name in the gazetteer is looked up; any other is taken apart into its place and its type words.
Where several councils bear a name, region and date decide, or nothing does: a doubt stays a doubt.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style, name_parts
from regional_news.gazetteer.parser import NameParser, Reading
from regional_news.gazetteer.place_index import Bearer, Claim
from regional_news.gazetteer.places import in_short
from regional_news.gazetteer.surface_forms import Form, FormKind, forms
from regional_news.model import (
    Ambiguous,
    Certainty,
    Council,
    CouncilStatus,
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
        reader = NameParser(gazetteer)
        self._settled = {
            spelling: Resolved(bearer.council, bearer.certainty)
            for spelling, bearer in reader.bearers.by_spelling.items()
        }
        self._reader = reader
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
        settled = self._settled.get(name) or self._settled.get(fold(name))
        return settled or self._remembered(name, region, on)

    def search(self, prefix: str, limit: int = 10) -> list[Council]:
        """Return the councils that have ``prefix`` at the start of a word of a name, best first.

        What the whole of it names goes first. Then a name that starts so goes before one with such
        a word inside, names before aliases, serving councils before abolished ones, and then the
        alphabet decides.
        """
        wanted = fold(prefix)
        if not wanted:
            return []
        best: dict[str, tuple[int, Form]] = {}
        for form in self._forms:
            place = 0 if form.text.startswith(wanted) else 1
            if place == 0 or f" {wanted}" in form.text:
                known = best.get(form.council.id)
                if known is None or place < known[0]:
                    best[form.council.id] = (place, form)
        ranked = sorted(best.values(), key=lambda found: _rank(*found))
        meant = _meant(self.resolve(prefix))
        others = [form.council for _, form in ranked if form.council not in meant]
        return [*meant, *others][:limit]

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return tuple(forms(self.gazetteer))

    def _interpret(self, name: str, region: str | None, on: PartialDate | None) -> Resolution:
        settled = self._settled.get(name_parts(fold(name)).plain)
        if settled is not None:
            return settled
        reading = self._reader.read(name)
        chosen = self._choose(reading, region, on) if isinstance(reading, Reading) else reading
        learnt = None if isinstance(chosen, Resolved) else self.gazetteer.learnt(name)
        return Resolved(learnt, Certainty.ALIAS) if learnt else chosen

    def _choose(self, reading: Reading, region: str | None, on: PartialDate | None) -> Resolution:
        near = _in_region(reading, region)
        chosen = self._best(_in_office(near, on))
        if not chosen:
            return _ELSEWHERE if region else Unknown()
        if len(chosen) > 1:
            return Ambiguous(tuple(bearer.council for bearer in chosen))
        if reading.needs_region and not region:
            return _TOO_SHORT
        alone = chosen == self._best(_in_office(reading.bearers, None))
        return Resolved(chosen[0].council, chosen[0].certainty if alone else Certainty.CONTEXT)

    def _best(self, bearers: Sequence[Bearer]) -> Sequence[Bearer]:
        """Return the bearers that no other goes before.

        A council goes before the combined authority of its name, a successor before those that it
        replaced, and a whole name before a half.
        """
        for goes_first in (_is_council, self._is_latest_of(bearers), _is_no_half):
            bearers = [bearer for bearer in bearers if goes_first(bearer)] or bearers
        return bearers

    def _is_latest_of(self, bearers: Sequence[Bearer]) -> Callable[[Bearer], bool]:
        councils = [bearer.council for bearer in bearers]
        replaced = {old.id for council in councils for old in self.gazetteer.predecessors(council)}
        return lambda bearer: bearer.council.id not in replaced


def _in_region(reading: Reading, region: str | None) -> Sequence[Bearer]:
    """Return the bearers in the region; where there are none, those called so wherever they are."""
    near = [bearer for bearer in reading.bearers if region in (None, bearer.council.region)]
    if near or reading.needs_region:
        return near
    return [
        bearer
        for bearer in reading.bearers
        if bearer.claim is Claim.NAME and bearer.certainty is not Certainty.FUZZY
    ]


def _in_office(bearers: Sequence[Bearer], on: PartialDate | None) -> Sequence[Bearer]:
    """Return the bearers in office on the date; where there are none, all but halves of names."""
    if on is None:
        serving = [each for each in bearers if each.council.status is CouncilStatus.CURRENT]
        return [each for each in bearers if each.claim is not Claim.HALF or each in serving]
    serving = [each for each in bearers if each.council.exists_on(on)]
    return serving or [each for each in bearers if each.claim is not Claim.HALF]


def _is_council(bearer: Bearer) -> bool:
    return Style.COMBINED not in bearer.styles


def _is_no_half(bearer: Bearer) -> bool:
    return bearer.claim is not Claim.HALF


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


def _rank(place: int, form: Form) -> tuple[int, bool, bool, str]:
    council = form.council
    return (
        place,
        form.kind not in (FormKind.OFFICIAL, FormKind.SHORT, FormKind.REWRITING),
        council.status is CouncilStatus.ABOLISHED,
        fold(council.name),
    )
