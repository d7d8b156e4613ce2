"""A Nominatim service, asked politely: for names of places in the UK and Ireland alone."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderParseError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from regional_news.geocoding.gazetteer_geocoder import in_the_isles

_COUNTRIES = ("gb", "ie")
_MOST = 5
_TIMEOUT_SECONDS = 5.0


class NominatimGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Geocodes with the Nominatim service at ``url``, at most one request a second.

    Answers outside the UK and Ireland are left out; all others are marked ``raw["review"]``.
    Raises geopy's GeocoderServiceError where the service fails or refuses.
    """

    def __init__(
        self, url: str, *, timeout: float = _TIMEOUT_SECONDS, seconds_between: float = 1.0
    ) -> None:
        super().__init__(timeout=timeout, adapter_factory=URLLibAdapter)
        address = urlsplit(url if "://" in url else f"https://{url}")
        self._service = Nominatim(
            scheme=address.scheme,
            domain=address.netloc + address.path,
            timeout=timeout,
            user_agent=f"regional-news/{version('regional-news')}",
            adapter_factory=URLLibAdapter,
        )
        self._ask = RateLimiter(
            _call,
            min_delay_seconds=seconds_between,
            error_wait_seconds=seconds_between,
            max_retries=0,
            swallow_exceptions=False,
        )

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """Return the best place called ``query`` in these islands, or the best five, or None."""
        answers = self._ask(
            self._service.geocode,
            query,
            exactly_one=False,
            limit=_MOST,
            country_codes=_COUNTRIES,
            timeout=timeout,
        )
        return _accepted(answers, exactly_one=exactly_one)

    def reverse(
        self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """Return the place at a point, or None outside the UK and Ireland, which is not asked."""
        point = Point(query)
        if not in_the_isles(point):
            return None
        answers = self._ask(self._service.reverse, point, exactly_one=False, timeout=timeout)
        return _accepted(answers, exactly_one=exactly_one)


def _call(ask: Callable[..., Any], *args: object, **options: object) -> Any:
    """Return what ``ask`` answers: one function for both ways, so that one limit counts both."""
    try:
        return ask(*args, **options)
    except (AttributeError, TypeError, ValueError) as error:
        raise GeocoderParseError("it does not answer as Nominatim does") from error


def _accepted(
    answers: list[Location] | None, *, exactly_one: bool
) -> Location | list[Location] | None:
    accepted = [
        Location(
            answer.address, answer.point, {**answer.raw, "source": "nominatim", "review": True}
        )
        for answer in answers or ()
        if in_the_isles(answer.point)
    ]
    if not accepted:
        return None
    return accepted[0] if exactly_one else accepted
