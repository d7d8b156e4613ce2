"""Bodies whose names look like a council's and are none that the gazetteer holds."""

from collections.abc import Sequence
from itertools import pairwise

from regional_news.gazetteer.designators import NameParts, Style
from regional_news.gazetteer.places import place_key

_LOCAL = frozenset({"town", "parish", "community", "neighbourhood", "village"})
_LOCAL_BODIES = frozenset({"council", "councils", "meeting", "clerk"})
_LOCAL_LETTERS = frozenset({"tc", "pc"})
_LOCAL_WELSH = frozenset({"tref", "cymuned", "plwyf", "dref", "gymuned"})

PARISHES_WITH_CITY_COUNCILS = frozenset(
    {
        *("bangor", "chichester", "ely", "hereford", "lichfield", "ripon", "salisbury"),
        *("stasaph", "stdavids", "truro", "wells"),
    }
)
"""Cities of England and Wales whose "City Council" is that of a parish or a community."""

_CITY = frozenset({Style.CITY, Style.CITY_OR_COUNTY})

LETTERS_WITH_OTHER_MEANINGS = frozenset({"abc", "bcp", "dlr", "lcr", "rct"})
"""Letters of councils that mean something else more often: a business continuity plan, a trial."""

_OTHER_BODIES = frozenset(
    {
        *("academy", "ambulance", "club", "college", "commissioner", "constabulary"),
        *("federation", "fc", "fire", "foundation", "health", "healthcare", "hospital"),
        *("hospitals", "museum", "nhs", "park", "parliament", "partnership", "police"),
        *("school", "society", "trust", "union", "university"),
    }
)

_LOCAL_REASON = "a town, parish or community council, which are left out here"
_OTHER_REASON = "not a local authority"


def refusal(parts: NameParts) -> str:
    """Return why the name is that of a body outside the gazetteer, or "" where it need not be."""
    if _is_local(parts.words) or is_parish_with_city_council(parts.place, parts.styles):
        return _LOCAL_REASON
    return _OTHER_REASON if _OTHER_BODIES.intersection(parts.words) else ""


def _is_local(words: tuple[str, ...]) -> bool:
    pairs = pairwise(words)
    english = any(word in _LOCAL and body in _LOCAL_BODIES for word, body in pairs)
    letters = _LOCAL_LETTERS.issuperset(words[-1:]) and len(words) > 1
    welsh = words[:1] == ("cyngor",) and not _LOCAL_WELSH.isdisjoint(words[1:2])
    return english or letters or welsh


def is_parish_with_city_council(place: Sequence[str], styles: frozenset[Style]) -> bool:
    """Return whether a place with these styles is a parish that calls its council a city's."""
    if styles.isdisjoint(_CITY) or Style.DISTRICT in styles:
        return False
    return place_key(place) in PARISHES_WITH_CITY_COUNCILS
