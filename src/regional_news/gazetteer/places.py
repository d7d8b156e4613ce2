"""The place in a council's name: one key for all its spellings, and its short names."""

import re
from collections.abc import Iterable, Iterator, Sequence

from regional_news.gazetteer.designators import parts_of

COUNTIES_IN_FULL = {
    "beds": "bedfordshire",
    "berks": "berkshire",
    "bucks": "buckinghamshire",
    "cambs": "cambridgeshire",
    "carms": "carmarthenshire",
    "derbys": "derbyshire",
    "glam": "glamorgan",
    "glos": "gloucestershire",
    "hants": "hampshire",
    "herefs": "herefordshire",
    "herts": "hertfordshire",
    "hunts": "huntingdonshire",
    "lancs": "lancashire",
    "leics": "leicestershire",
    "lincs": "lincolnshire",
    "northants": "northamptonshire",
    "northd": "northumberland",
    "northumb": "northumberland",
    "notts": "nottinghamshire",
    "oxon": "oxfordshire",
    "pembs": "pembrokeshire",
    "salop": "shropshire",
    "shrops": "shropshire",
    "staffs": "staffordshire",
    "warks": "warwickshire",
    "wilts": "wiltshire",
    "worcs": "worcestershire",
    "yorks": "yorkshire",
}
"""Folded short forms of counties and what they stand for."""

_UNSPOKEN = {"and", "the", "of", "with", "agus", "an", "na"}
"""Words that writers drop or swap ("Nuneaton Bedworth", "Blackburn and Darwen")."""

_IN_FULL = {
    "upon": "on",
    "saint": "st",
    "isle": "island",
    "isles": "islands",
    "gt": "great",
    "gtr": "greater",
    **COUNTIES_IN_FULL,
}
"""The usual short spellings of counties and of words in names of places."""

_IN_FULL_WITH_DIRECTIONS = {
    **_IN_FULL,
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "nth": "north",
    "sth": "south",
    "ne": "northeast",
    "nw": "northwest",
    "se": "southeast",
    "sw": "southwest",
}
"""The same with short points of the compass, which need another word: "W Dunbartonshire"."""

COMPASS = frozenset(
    {"north", "south", "east", "west", "mid", "central", "greater", "upper", "lower"}
)
"""Words that tell neighbours apart, so that a slip of the pen must leave them alone."""

QUALIFIERS = COMPASS | {
    *("northern", "southern", "eastern", "western", "wider", "inner", "outer", "little"),
    *("northeast", "northwest", "southeast", "southwest", "combined"),
}
"""Words before a name that make it another place: there is no Western Devon Council."""

_ISLES = frozenset({"isles", "islands"})
_JOINTS = re.compile(r",| and | & | with ")
_FORMER_COUNTIES = frozenset({"cleveland"})
SMALL_WORDS = frozenset({"and", "of", "the", "with", "on", "upon", "under", "in", "le", "nan"})
"""Words that initials pass over."""

BRIDGES = ("upon", "on", "under", "in")
"""What leads from a place to its river or the like: Newcastle upon Tyne."""


def place_key(words: Sequence[str]) -> str:
    """Return one key for all spellings of a place: words in full and run together.

    The Isles of Scilly are the Scilly Isles.
    """
    if len(words) > 1 and words[0] in _ISLES:
        words = (*words[1:], words[0])
    in_full = _IN_FULL_WITH_DIRECTIONS if len(words) > 1 else _IN_FULL
    return "".join(in_full.get(word, word) for word in words if word not in _UNSPOKEN)


def halves_of(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the places that a joint name joins: Brighton and Hove for "Brighton and Hove".

    A lone point of the compass is no place: "Mid and East Antrim" gives East Antrim alone. Nor is
    a river ("Stoke-on-Trent") or a county that was.
    """
    if name.count("-") == 1:
        name = name.replace("-", ",")  # Dún Laoghaire-Rathdown
    halves = [parts_of(half).place for half in _JOINTS.split(name)]
    if len(halves) > 1:
        yield from (
            half
            for half in halves
            if half and not COMPASS.issuperset(half) and not _FORMER_COUNTIES.issuperset(half)
        )


def in_short(folded: str) -> tuple[str, ...]:
    """Return the short forms of the counties that stand in a folded name, if any does."""
    words = set(folded.split())
    return tuple(short for short, full in COUNTIES_IN_FULL.items() if full in words)


def letters_of(words: Iterable[str]) -> str:
    """Return the first letters of a name's words, without those of its small words."""
    return "".join(word[0] for word in words if word not in SMALL_WORDS)
