"""Which of the councils that share a name is meant: one choice, for names and for prose.

The words of the style decide first, then the region, the date and the company; what they leave
open stays a doubt.
"""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum, auto
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style, parts_of
from regional_news.gazetteer.stoplist import is_parish_with_city_council
from regional_news.gazetteer.surface_forms import (
    AREAS,
    CITY_CORPORATION,
    TYPES_THAT_ARE_NO_COUNCILS,
    NameKind,
)
from regional_news.model import Council, CouncilStatus, PartialDate

Styles = frozenset[Style]

WHOLE = frozenset(
    {NameKind.BODY, NameKind.SEAT, NameKind.ABBREVIATION, NameKind.INITIALS}
    | {NameKind.PLACE_INITIALS}
)
"""Kinds of names that stand for the body itself, never for its area."""

GIVEN = frozenset({NameKind.NAME, NameKind.BODY, NameKind.ALIAS, NameKind.LANGUAGE})
"""Kinds of names in words that the register gives; the others are shortened by rule."""

_PARTS = frozenset({NameKind.PART, NameKind.STEM})
_TYPES_THAT_MATTER = frozenset(
    {"Irish county council", "Irish city council", "Irish city and county council"}
)
_NATIONS_WITHOUT_COUNTY_COUNCILS = frozenset({"Northern Ireland"})
_NEVER_A_CITY = "non-metropolitan district"
_ENGLISH_COUNCIL: Styles = frozenset({Style.COUNCIL})


class Naming(NamedTuple):
    """One council that a name may mean, and how the name relates to it."""

    council: Council
    kind: NameKind


class Circumstances(NamedTuple):
    """What is known beside the name: the page's region, its date, regions of councils around it."""

    region: str | None = None
    on: PartialDate | None = None
    company: AbstractSet[str] = frozenset()


class Fit(Enum):
    """How the type words of a written name agree with a council."""

    RIGHT = auto()
    WRONG = auto()
    """They are another authority's, as people write by mistake: "Wakefield City Council"."""
    OTHER = auto()
    """They name another body: "Kilkenny Borough Council" was no county."""


class Homonyms:
    """The styles in which each council is written, to tell those of one name apart."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._official = {each.id: parts_of(each.name).styles for each in gazetteer}
        self._own = {each.id: _styles_of(each) for each in gazetteer}

    def choose(
        self,
        namings: Sequence[Naming],
        styles: Styles,
        known: Circumstances = Circumstances(),  # noqa: B008  it never changes
        *,
        place: Sequence[str] = (),
    ) -> tuple[Naming, ...]:
        """Return what a name can mean, one naming where that is certain, none where nothing fits.

        ``styles`` are what its type words claim, ``place`` its other words. A council goes before
        the combined authority of its name, one in office before those that are not, a successor
        before those that it replaced, and a whole name before a part.
        """
        pool = self.fitting(namings, styles, place)
        if len(pool) == 1 and (styles or pool[0].kind not in _PARTS):
            return tuple(pool)
        if len(pool) > 1:
            if Style.COUNCIL in styles:
                pool = _narrow(pool, lambda each: self._is_official(each, styles, known.on))
            pool = _narrow(pool, lambda each: known.region in (None, each.council.region))
            if known.region:
                pool = _narrow(pool, lambda each: each.kind is not NameKind.INITIALS)
        pool = _in_office(pool, known.on, titled=bool(styles))
        if len(pool) > 1:
            for goes_first in (_is_council, self._is_latest_of(pool), _is_whole):
                pool = _narrow(pool, goes_first)
            if known.company:
                pool = _narrow(pool, lambda each: each.council.region in known.company)
        return tuple(pool)

    def fitting(
        self, namings: Sequence[Naming], styles: Styles, place: Sequence[str] = ()
    ) -> list[Naming]:
        """Return the namings that the type words fit; where there are none, those of a mistake."""
        if is_parish_with_city_council(place, styles):
            return []
        if len(namings) == 1:
            return [] if self.fit(namings[0], styles) is Fit.OTHER else [*namings]
        fits = [(naming, self.fit(naming, styles)) for naming in namings]
        right = [naming for naming, fit in fits if fit is Fit.RIGHT]
        if styles - _ENGLISH_COUNCIL:
            right = [each for each in right if each.kind not in _PARTS] or right
        if any(each.kind is not NameKind.STEM for each in right):
            return right
        return right + [naming for naming, fit in fits if fit is Fit.WRONG]

    def fit(self, naming: Naming, styles: Styles) -> Fit:
        """Return how the styles that a written name claims agree with the council's own."""
        council, kind = naming
        claimed = styles - _ENGLISH_COUNCIL
        if not _may_stand_so(kind, styles):
            return Fit.OTHER
        if council.type in AREAS or Style.COMBINED in claimed:
            return Fit.RIGHT if _is_area_so_called(council, styles) else Fit.OTHER
        if council.type == CITY_CORPORATION:  # no London for the City of London
            whole = claimed & {Style.CITY, Style.CORPORATION} or kind is NameKind.BODY
            return Fit.RIGHT if whole else Fit.OTHER
        if claimed <= self._own[council.id]:
            return Fit.RIGHT
        return Fit.WRONG if _forgives(naming, claimed) else Fit.OTHER

    def has_style(self, council: Council, style: Style | None) -> bool:
        """Return whether "the county council" (or no style) can mean the council."""
        return council.type not in AREAS and (style is None or style in self._official[council.id])

    def _is_official(self, naming: Naming, styles: Styles, on: PartialDate | None) -> bool:
        """Return whether the styles are those of the official name, and it is not yet to come."""
        council, kind = naming
        official = kind is NameKind.NAME and self._official[council.id] == styles
        return official and not is_to_come(council, on)

    def _is_latest_of(self, pool: Iterable[Naming]) -> Callable[[Naming], bool]:
        replaced = {
            old.id for naming in pool for old in self._gazetteer.predecessors(naming.council)
        }
        return lambda naming: naming.council.id not in replaced


def in_office(council: Council, on: PartialDate | None) -> bool:
    """Return whether the council serves on the date, or today where none is given."""
    return council.status is CouncilStatus.CURRENT if on is None else council.exists_on(on)


def is_to_come(council: Council, on: PartialDate | None) -> bool:
    """Return whether the council takes office only after the date, or after today."""
    if council.status not in (CouncilStatus.SHADOW, CouncilStatus.DECIDED):
        return False
    return on is None or not council.exists_on(on)


def _styles_of(council: Council) -> Styles:
    """Return what all names of a council claim, and what may be written for it."""
    others = (name for names in council.languages.values() for name in names)
    names = (council.name, *council.aliases, *others)
    styles: Styles = frozenset[Style]().union(*(parts_of(name).styles for name in names))
    if styles & {Style.CITY, Style.COUNTY}:
        styles |= {Style.CITY_OR_COUNTY}
    if council.type == "London borough":
        styles |= {Style.LONDON, Style.BOROUGH}
    return styles - _ENGLISH_COUNCIL


def _may_stand_so(kind: NameKind, styles: Styles) -> bool:
    """Return whether a name of the kind may have the styles, and may do without."""
    claimed = bool(styles - _ENGLISH_COUNCIL)
    if kind is NameKind.INITIALS:
        return not claimed
    if kind is NameKind.STEM:
        return claimed
    return bool(styles) or kind not in (NameKind.TITLED, NameKind.PLACE_INITIALS)


def _is_area_so_called(council: Council, styles: Styles) -> bool:
    """Return whether an authority that is no council has the styles: its own, or none at all."""
    combined = council.type not in TYPES_THAT_ARE_NO_COUNCILS and Style.COMBINED in styles
    return council.type in AREAS and (combined or not styles)


def _forgives(naming: Naming, claimed: Styles) -> bool:
    """Return whether wrong type words are a mistake, not the name of another body."""
    council, kind = naming
    if kind not in GIVEN or council.type in _TYPES_THAT_MATTER:
        return False
    if council.nation in _NATIONS_WITHOUT_COUNTY_COUNCILS and Style.COUNTY in claimed:
        return False
    if council.type == _NEVER_A_CITY and Style.CITY in claimed:
        return False  # a body of that name is the parish council of the town
    return Style.LONDON not in claimed


def _in_office(pool: list[Naming], on: PartialDate | None, *, titled: bool) -> list[Naming]:
    """Return those in office; where there are none, all but untitled parts of old names."""
    serving = [each for each in pool if in_office(each.council, on)]
    if on is not None and serving:
        return serving
    left = [each for each in pool if titled or each.kind not in _PARTS or each in serving]
    return _narrow(left, lambda each: not is_to_come(each.council, on))


def _narrow(pool: list[Naming], is_likelier: Callable[[Naming], bool]) -> list[Naming]:
    """Return those that are likelier; all where none or every one is."""
    return [each for each in pool if is_likelier(each)] or pool


def _is_council(naming: Naming) -> bool:
    return naming.council.type not in AREAS


def _is_whole(naming: Naming) -> bool:
    return naming.kind is not NameKind.PART
