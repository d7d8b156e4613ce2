"""The gazetteer as a geopy geocoder: a council's name to its point, a point to its council.

Points are WGS84 degrees, latitude first, as everywhere in geopy.
"""

from typing import Any

from geopy.adapters import URLLibAdapter
from geopy.distance import great_circle
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from regional_news.gazetteer.resolver import Resolver
from regional_news.gazetteer.surface_forms import TYPES_THAT_ARE_NO_COUNCILS
from regional_news.model import (
    Ambiguous,
    Certainty,
    Council,
    CouncilStatus,
    PartialDate,
    Resolved,
    Unknown,
)

_SOUTH, _WEST, _NORTH, _EAST = 48.9, -11.0, 61.1, 2.1
_NEAREST = 5
_NO_LOCAL_COUNCILS = TYPES_THAT_ARE_NO_COUNCILS | {"combined authority"}


def in_the_isles(point: Point) -> bool:
    """Return whether a point lies in the box round the UK, Ireland and the Crown Dependencies."""
    return bool(_SOUTH <= point.latitude <= _NORTH and _WEST <= point.longitude <= _EAST)


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Geocodes the names of councils without a network.

    ``Location.raw`` has the council's ``id`` and ``gss_code``, the ``certainty`` of the match, and
    ``review``, which is true where somebody should look at the answer.
    """

    def __init__(self, names: Resolver) -> None:
        super().__init__(adapter_factory=URLLibAdapter)
        self._names = names

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - of the contract; nothing here waits
        region: str | None = None,
        on: PartialDate | None = None,
    ) -> Location | list[Location] | None:
        """Return the place of the council called ``query``, or None.

        A name that several councils share has no one place: ``exactly_one=False`` lists them all.
        ``region`` is a region's id and ``on`` the date of the text, as in ``Names.resolve``.
        """
        match self._names.resolve(query, region=region, on=on):
            case Resolved(council, certainty):
                found = _location(council, certainty=certainty, review=certainty is Certainty.FUZZY)
                return found if exactly_one else [found]
            case Ambiguous(candidates) if not exactly_one:
                return [_location(each, certainty="ambiguous", review=True) for each in candidates]
            case Ambiguous() | Unknown():
                return None

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - as above
    ) -> Location | list[Location] | None:
        """Return the serving council whose point is nearest to ``query``, or the nearest five.

        Points stand for areas here, so that near a boundary the neighbour may be nearer. Outside
        the UK, Ireland and the Crown Dependencies the answer is None. ``raw["km"]`` is the distance
        on a sphere. Raises ValueError where ``query`` is no point.
        """
        point = Point(query)
        if not in_the_isles(point):
            return None
        ranked = sorted((_km(point, council), council.id) for council in self._serving())
        found = [
            _location(self._names.gazetteer[council_id], certainty="nearest", review=True, km=km)
            for km, council_id in ranked[: 1 if exactly_one else _NEAREST]
        ]
        if not found:
            return None
        return found[0] if exactly_one else found

    def _serving(self) -> list[Council]:
        return [
            council
            for council in self._names.gazetteer
            if council.status is CouncilStatus.CURRENT and council.type not in _NO_LOCAL_COUNCILS
        ]


def _location(council: Council, **raw: object) -> Location:
    facts = {"id": council.id, "gss_code": council.gss_code, "source": "gazetteer", **raw}
    return Location(council.name, (council.lat, council.lon), facts)


def _km(point: Point, council: Council) -> float:
    return float(great_circle((point.latitude, point.longitude), (council.lat, council.lon)).km)
