"""Which of the councils that share a name is meant: by style, date, region and company."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from regional_news.gazetteer.designators import Style, parts_of
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Council, CouncilStatus, PartialDate
from regional_news.recognition.candidate import Candidate, Naming

_AUTHORITIES = frozenset({"combined authority", "strategic regional authority"})
_WHOLE = frozenset({NameKind.BODY, NameKind.SEAT, NameKind.ABBREVIATION, NameKind.INITIALS})
_SEVERAL = 2
_LOOSE_STYLES: dict[str, set[Style]] = {
    "non-metropolitan district": {Style.BOROUGH, Style.DISTRICT},
    "metropolitan borough": {Style.CITY, Style.BOROUGH, Style.DISTRICT},
    "London borough": {Style.CITY, Style.BOROUGH},
    "Northern Ireland district": {Style.CITY, Style.BOROUGH, Style.DISTRICT},
    "Scottish council area": {Style.CITY, Style.COUNTY, Style.BOROUGH, Style.DISTRICT},
    "Welsh principal area": {Style.CITY, Style.COUNTY, Style.BOROUGH},
    "unitary authority": {Style.COUNTY, Style.BOROUGH, Style.DISTRICT},
    "combined authority": {Style.COMBINED, Style.COUNTY},
}
"""Styles that people give to councils of a type though the official name has another.

A district or unitary without city status is never a "City Council": a body of that name is the
parish council of the town (Chichester, Lichfield, Salisbury).
"""


class Circumstances(NamedTuple):
    """What is known beside the name: the page's region, its date, the councils seen around it."""

    region: str | None
    on: PartialDate | None
    company: AbstractSet[str] = frozenset()


class Homonyms:
    """The styles in which each council is written, to tell those of one name apart."""

    def __init__(self, councils: Iterable[Council]) -> None:
        self._official: dict[str, frozenset[Style]] = {}
        self._accepted: dict[str, frozenset[Style]] = {}
        for council in councils:
            official = _styles(council.name)
            own = official.union(*map(_styles, council.aliases))
            loose = _LOOSE_STYLES.get(council.type, set())
            if council.type == "unitary authority" and own & {Style.CITY, Style.BOROUGH}:
                loose = loose | {Style.CITY}
            self._official[council.id] = official
            either = {Style.CITY_OR_COUNTY} if own & {Style.CITY, Style.COUNTY} else set()
            self._accepted[council.id] = own | loose | either

    def choose(self, candidate: Candidate, known: Circumstances) -> tuple[Council, ...]:
        """Return the councils that the candidate can mean, one where that is certain.

        None where its style belongs to no council of the name: "Chichester City Council".
        """
        pool = [naming.council for naming in candidate.namings if self._accepts(naming, candidate)]
        if len(pool) < _SEVERAL:
            return tuple(pool)
        if candidate.title:
            styles = candidate.title.styles
            pool = _narrow(pool, lambda each: self._official[each.id] == styles)
        for is_likelier in (_in_office(known.on), _in_region(known.region), _in_company(known)):
            if len(pool) == 1:
                break
            pool = _narrow(pool, is_likelier)
        return tuple(pool)

    def has_style(self, council: Council, style: Style | None) -> bool:
        """Return whether "the county council" (or no style) can mean the council."""
        return council.type not in _AUTHORITIES and (
            style is None or style in self._official[council.id]
        )

    def _accepts(self, naming: Naming, candidate: Candidate) -> bool:
        council, title = naming.council, candidate.title
        if title is None or not title.complete:
            return naming.kind in _WHOLE or council.type not in _AUTHORITIES
        if council.type in _AUTHORITIES and Style.COMBINED not in title.styles:
            return naming.kind in _WHOLE
        return title.styles <= self._accepted[council.id]


def _styles(name: str) -> frozenset[Style]:
    """Return what a name claims beyond being a council's."""
    return parts_of(name).styles - {Style.COUNCIL}


def _narrow(pool: list[Council], is_likelier: Callable[[Council], bool]) -> list[Council]:
    """Return those that are likelier; all where none or every one is."""
    return [each for each in pool if is_likelier(each)] or pool


def in_office(council: Council, on: PartialDate | None) -> bool:
    """Return whether the council serves on the date, or today where none is given."""
    return council.status is CouncilStatus.CURRENT if on is None else council.exists_on(on)


def _in_office(on: PartialDate | None) -> Callable[[Council], bool]:
    return lambda council: in_office(council, on)


def _in_region(region: str | None) -> Callable[[Council], bool]:
    return lambda council: council.region == region


def _in_company(known: Circumstances) -> Callable[[Council], bool]:
    return lambda council: council.region in known.company
