"""Where a name lies: asked of the gazetteer, of saved answers, and of a service if allowed."""

import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geopy.adapters import URLLibAdapter
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
)
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from regional_news.errors import StoreError
from regional_news.gazetteer.resolver import Resolver
from regional_news.geocoding.gazetteer_geocoder import GazetteerGeocoder
from regional_news.geocoding.nominatim import NominatimGeocoder
from regional_news.geocoding.saved import SavedAnswers
from regional_news.model import PartialDate
from regional_news.settings import Settings

_SAVED = "geocoded.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Placed:
    """A name with a point; ``review`` says that somebody should look at it."""

    location: Location
    review: bool


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name without a point; ``reason`` is a phrase for people. What it stands in is kept."""

    reason: str


class ChainGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Asks one geocoder after the other until one knows the name.

    The gazetteer goes first, and where it is in doubt nobody else is asked. Answers of the service
    are saved. No failure of the service is an exception here.
    """

    def __init__(
        self,
        gazetteer: GazetteerGeocoder,
        saved: SavedAnswers,
        service: NominatimGeocoder | None = None,
    ) -> None:
        super().__init__(adapter_factory=URLLibAdapter)
        self._gazetteer = gazetteer
        self._saved = saved
        self._service = service

    def place(
        self,
        name: str,
        *,
        region: str | None = None,
        on: PartialDate | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Placed | Unplaced:
        """Return where ``name`` lies, or why nobody can tell."""
        councils = self._gazetteer.geocode(name, exactly_one=False, region=region, on=on) or []
        if len(councils) > 1:
            shared = ", ".join(council.address for council in councils)
            return Unplaced(f"several councils share this name: {shared}")
        known: Any = councils[0] if councils else self._saved.geocode(name)
        if known:
            return Placed(known, known.raw["review"])
        if self._service is None:
            return Unplaced("no council that is known here has this name")
        return self._ask(self._service, name, timeout)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        region: str | None = None,
        on: PartialDate | None = None,
    ) -> Location | list[Location] | None:
        """Return the place called ``query``, or None; ``place`` also tells why there is none."""
        placed = self.place(query, region=region, on=on, timeout=timeout)
        if isinstance(placed, Unplaced):
            return None
        return placed.location if exactly_one else [placed.location]

    def reverse(
        self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """Return the nearest council, as the gazetteer tells it."""
        return self._gazetteer.reverse(query, exactly_one=exactly_one, timeout=timeout)

    def near(self, place: Location) -> list[Location]:
        """Return the councils nearest to a place, the nearest first; at most five."""
        return [*(self._gazetteer.reverse(place.point, exactly_one=False) or ())]

    def _ask(self, service: NominatimGeocoder, name: str, timeout: Any) -> Placed | Unplaced:
        try:
            found = service.geocode(name, timeout=timeout)
        except GeocoderServiceError as error:
            reason = _trouble(error)
            _log.warning("“%s” stays unplaced: %s", name, reason)
            return Unplaced(reason)
        if found is None:
            return Unplaced("the geocoding service knows no such place in the UK or Ireland")
        try:
            self._saved.save(name, found)
        except StoreError as error:
            _log.warning("%s", error)
        return Placed(found, review=True)


def open_geocoder(names: Resolver, settings: Settings) -> ChainGeocoder:
    """Return the geocoder that the settings allow: without a service unless one is named."""
    service = _service(settings.nominatim_url) if settings.nominatim_url else None
    return ChainGeocoder(GazetteerGeocoder(names), SavedAnswers(settings.data / _SAVED), service)


@lru_cache(maxsize=1)
def _service(url: str) -> NominatimGeocoder:
    """Return the one client of the service, so that one limit counts all requests."""
    return NominatimGeocoder(url)


def _trouble(error: GeocoderServiceError) -> str:
    match error:
        case GeocoderTimedOut():
            return "the geocoding service did not answer in time; try again later"
        case GeocoderRateLimited():
            wait = f"in {error.retry_after} seconds" if error.retry_after else "later"
            return f"the geocoding service gets too many requests; try again {wait}"
        case GeocoderInsufficientPrivileges() | GeocoderAuthenticationFailure():
            return "the geocoding service refuses to answer; ask whoever runs it for access"
        case _:
            return f"the geocoding service failed ({error}); try again later"
