"""Who bears a place: for each place that council names name, the councils that it can stand for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.forms import FormKind, spellings
from regional_news.gazetteer.places import halves_of, head_of, key_of, place_key, unlenited
from regional_news.gazetteer.typewords import Style, name_parts
from regional_news.model import Certainty, Council
from regional_news.text import fold


class Claim(IntEnum):
    """How a council comes by a place, the strongest first."""

    NAME = 0
    """The place is the whole name: Exeter, East Devon."""
    HEAD = 1
    """The place is the name without its river or the like: Newcastle for Newcastle upon Tyne."""
    HALF = 2
    """The place is a half of a joint name: Brighton for Brighton and Hove."""
    INITIALS = 3
    """The place is made of letters that stand for it: RCT for Rhondda Cynon Taf."""


class Fit(Enum):
    """How the type words of a written name agree with a council."""

    RIGHT = auto()
    WRONG = auto()
    """They are another authority's, as people write by mistake: "Wakefield City Council"."""
    OTHER = auto()
    """They name another body: "Kilkenny Borough Council" was no county."""


_TYPES_THAT_MATTER = frozenset(
    {"Irish county council", "Irish city council", "Irish city and county council"}
)
_NATIONS_WITHOUT_COUNTY_COUNCILS = frozenset({"Northern Ireland"})
_TYPES_KNOWN_BY_WHOLE_NAMES = frozenset({"strategic regional authority"})
_TYPES_NEVER_CALLED_BY_PLACE = frozenset({"City corporation (sui generis)"})
_SHIRE = "shire"


@dataclass(frozen=True, slots=True)
class Bearer:
    """A council that a place can stand for, with the styles that its names give it there."""

    council: Council
    styles: frozenset[Style]
    claim: Claim
    certainty: Certainty

    def fits(self, styles: frozenset[Style]) -> bool:
        """Return whether the type words of a written name are this council's own."""
        return self.fit(styles) is Fit.RIGHT

    def fit(self, styles: frozenset[Style]) -> Fit:
        """Return how the styles that a written name claims agree with this council's."""
        claimed = styles - {Style.COUNCIL}
        if Style.COMBINED in self.styles | claimed:
            return self._fit_of_combined(styles)
        if self.council.type in _TYPES_NEVER_CALLED_BY_PLACE:  # no London for the City of London
            return Fit.RIGHT if claimed & {Style.CITY, Style.CORPORATION} else Fit.OTHER
        if claimed <= self._allowed():
            return Fit.RIGHT
        if self.claim is not Claim.NAME or self.council.type in _TYPES_THAT_MATTER:
            return Fit.OTHER
        county = Style.COUNTY in claimed
        return (
            Fit.OTHER
            if county and self.council.nation in _NATIONS_WITHOUT_COUNTY_COUNCILS
            else Fit.WRONG
        )

    def _fit_of_combined(self, styles: frozenset[Style]) -> Fit:
        """Return the fit where either is a combined authority, which is no council."""
        both = Style.COMBINED in self.styles & styles
        bare = Style.COMBINED in self.styles and not styles
        return Fit.RIGHT if both or bare else Fit.OTHER

    def _allowed(self) -> frozenset[Style]:
        either = self.styles & {Style.CITY, Style.COUNTY, Style.CITY_OR_COUNTY}
        return self.styles | {Style.CITY_OR_COUNTY} if either else self.styles


PlaceIndex = Mapping[str, tuple[Bearer, ...]]
"""The bearers of each place, by the place's key."""


class Bearers:
    """The councils of a gazetteer by the places that their names name.

    ``by_place`` gives each council of a place once, with its strongest claim. ``by_spelling`` has
    every name in the gazetteer, folded, that one council alone can mean.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        index: dict[str, dict[str, Bearer]] = defaultdict(dict)
        spelled: dict[str, str] = {}
        for council in gazetteer:
            for folded, key, bearer in _claims(council):
                known = index[key]
                known[council.id] = _joined(known.get(council.id), bearer)
                spelled[folded] = key
        _let_shires_share_heads(index)
        self.by_place: PlaceIndex = {key: tuple(known.values()) for key, known in index.items()}
        self.by_spelling = {
            folded: self.by_place[key][0]
            for folded, key in spelled.items()
            if folded and len(self.by_place[key]) == 1
        }


def _claims(council: Council) -> Iterator[tuple[str, str, Bearer]]:
    """Yield the council's names, folded, the keys of their places, and its claim to each.

    A name that is no more than a part of the council's own comes without a spelling.
    """
    for written, kind in spellings(council):
        whole = kind is FormKind.ALIAS and council.type in _TYPES_KNOWN_BY_WHOLE_NAMES
        if whole or kind is FormKind.ABBREVIATION:
            continue
        folded = fold(written)
        parts = name_parts(folded)
        if parts.place:
            exact = kind in (FormKind.OFFICIAL, FormKind.SHORT)
            certainty = Certainty.EXACT if exact else Certainty.ALIAS
            bearer = Bearer(council, parts.styles, Claim.NAME, certainty)
            yield folded, key_of(parts), bearer
            if head := head_of(parts.place):
                yield "", place_key(head), replace(bearer, claim=Claim.HEAD)
    for name in council.languages.get("ga", ()):
        place = unlenited(" ".join(name_parts(fold(name)).place)).split()
        yield "", place_key(place), Bearer(council, frozenset(), Claim.NAME, Certainty.ALIAS)
    yield from _halves(council)


def _halves(council: Council) -> Iterator[tuple[str, str, Bearer]]:
    styles = name_parts(fold(council.name)).styles
    if Style.COMBINED not in styles:
        for half in halves_of(council.short_name):
            yield "", place_key(half), Bearer(council, styles, Claim.HALF, Certainty.ALIAS)


def _joined(known: Bearer | None, new: Bearer) -> Bearer:
    """Return one bearer of two of the same council: all styles, the stronger claim."""
    if known is None:
        return new
    stronger = known if known.claim <= new.claim else new
    return replace(stronger, styles=known.styles | new.styles)


def _let_shires_share_heads(index: dict[str, dict[str, Bearer]]) -> None:
    """Let Richmondshire be called Richmond beside Richmond upon Thames, as its county town is."""
    heads = {
        key
        for key, known in index.items()
        if any(bearer.claim is Claim.HEAD for bearer in known.values())
    }
    for head in heads:
        for council_id, bearer in index.get(head + _SHIRE, {}).items():
            if bearer.claim is Claim.NAME:
                index[head].setdefault(council_id, replace(bearer, claim=Claim.HEAD))
