"""Who bears a place: for each place that council names name, the councils that it can stand for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style, parts_of
from regional_news.gazetteer.places import halves_of, head_of, key_of, place_key, unlenited
from regional_news.gazetteer.surface_forms import TYPES_THAT_ARE_NO_COUNCILS, FormKind, spellings
from regional_news.model import Certainty, Council


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
_LONDON_BOROUGH = "London borough"
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
        if self.council.type in TYPES_THAT_ARE_NO_COUNCILS and styles:
            return Fit.OTHER
        if self.council.type in _TYPES_NEVER_CALLED_BY_PLACE:  # no London for the City of London
            return Fit.RIGHT if claimed & {Style.CITY, Style.CORPORATION} else Fit.OTHER
        if claimed <= self._allowed():
            return Fit.RIGHT
        return Fit.WRONG if self._forgives(claimed) else Fit.OTHER

    def _fit_of_combined(self, styles: frozenset[Style]) -> Fit:
        """Return the fit where either is a combined authority, which is no council."""
        both = Style.COMBINED in self.styles & styles
        bare = Style.COMBINED in self.styles and not styles
        return Fit.RIGHT if both or bare else Fit.OTHER

    def _forgives(self, claimed: frozenset[Style]) -> bool:
        """Return whether wrong type words are a mistake, not the name of another body."""
        if self.claim is not Claim.NAME or self.council.type in _TYPES_THAT_MATTER:
            return False
        if self.council.nation in _NATIONS_WITHOUT_COUNTY_COUNCILS and Style.COUNTY in claimed:
            return False
        return Style.LONDON not in claimed

    def _allowed(self) -> frozenset[Style]:
        allowed = self.styles
        if allowed & {Style.CITY, Style.COUNTY}:
            allowed |= {Style.CITY_OR_COUNTY}
        if self.council.type == _LONDON_BOROUGH:
            allowed |= {Style.LONDON, Style.BOROUGH}
        return allowed


BearersByPlace = Mapping[str, tuple[Bearer, ...]]
"""The bearers of each place, by the place's key."""


class PlaceIndex:
    """The councils of a gazetteer by the places that their names name.

    ``by_place`` gives each council of a place once, with its strongest claim. ``by_spelling`` has
    the names, as spelled in the gazetteer and plain, that mean one council at any time and in any
    region: names of a place with one bearer, and official names that no other council bears.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._index: dict[str, dict[str, Bearer]] = defaultdict(dict)
        self._keys: dict[str, str] = {}
        self._spelled: dict[str, str] = {}
        self._official: dict[str, list[Council]] = defaultdict(list)
        for council in gazetteer:
            self._add(council)
        _let_shires_share_heads(self._index)
        self.by_place: BearersByPlace = {key: tuple(of.values()) for key, of in self._index.items()}
        alone = self._names_of_one()
        spelled = self._spelled.items()
        self.by_spelling = alone | {name: alone[plain] for name, plain in spelled if plain in alone}

    def _add(self, council: Council) -> None:
        official = parts_of(council.name)
        self._official[official.plain].append(council)
        for written, kind in spellings(council):
            if _names_the_place(council, kind):
                parts = parts_of(written)
                key = self._keys[parts.plain] = key_of(parts)
                self._spelled[written] = parts.plain
                exact = kind in (FormKind.OFFICIAL, FormKind.SHORT)
                certainty = Certainty.EXACT if exact else Certainty.ALIAS
                styles = official.styles | parts.styles
                self._claim(key, Bearer(council, styles, Claim.NAME, certainty))
        for key in _irish_keys(council):
            self._claim(key, Bearer(council, official.styles, Claim.NAME, Certainty.ALIAS))
        own = self._index[self._keys[official.plain]][council.id]
        for key, claim in _keys_of_parts(own):
            self._claim(key, replace(own, claim=claim, certainty=Certainty.ALIAS))

    def _claim(self, key: str, bearer: Bearer) -> None:
        known = self._index[key].get(bearer.council.id)
        self._index[key][bearer.council.id] = _joined(known, bearer) if known else bearer

    def _names_of_one(self) -> dict[str, Bearer]:
        places = ((plain, self.by_place.get(key, ())) for plain, key in self._keys.items())
        alone = {plain: bearers[0] for plain, bearers in places if len(bearers) == 1}
        official = {
            plain: self._index[self._keys[plain]][councils[0].id]
            for plain, councils in self._official.items()
            if len(councils) == 1
        }
        return alone | official


def _names_the_place(council: Council, kind: FormKind) -> bool:
    whole = kind is FormKind.ALIAS and council.type in _TYPES_KNOWN_BY_WHOLE_NAMES
    return not whole and kind is not FormKind.ABBREVIATION


def _irish_keys(council: Council) -> Iterator[str]:
    for name in council.languages.get("ga", ()):
        yield place_key(unlenited(" ".join(parts_of(name).place)).split())


def _keys_of_parts(own: Bearer) -> Iterator[tuple[str, Claim]]:
    """Yield the keys of the parts by which the short name of a council is called."""
    if Style.COMBINED in own.styles:
        return
    name = own.council.short_name
    if head := head_of(parts_of(name).place):
        yield place_key(head), Claim.HEAD
    for half in halves_of(name):
        yield place_key(half), Claim.HALF


def _joined(known: Bearer, new: Bearer) -> Bearer:
    """Return one bearer of two of the same council: all styles, the stronger claim."""
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
