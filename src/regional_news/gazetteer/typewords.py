"""The words that say what kind of authority a name belongs to, and a name without them.

A British or Irish authority is named by a place with type words before it ("London Borough of",
"Cyngor Sir", "Comhairle Chontae"), after it ("County Borough Council", "Co. Co.") or both.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """What a type word claims about an authority."""

    CITY = "city"
    COUNTY = "county"
    CITY_OR_COUNTY = "city or county"
    BOROUGH = "borough"
    DISTRICT = "district"
    CORPORATION = "corporation"
    AUTHORITY = "authority"


_NOTHING: frozenset[Style] = frozenset()
_CITY, _COUNTY, _BOROUGH, _DISTRICT = (
    frozenset({style}) for style in (Style.CITY, Style.COUNTY, Style.BOROUGH, Style.DISTRICT)
)
_CORPORATION, _AUTHORITY = frozenset({Style.CORPORATION}), frozenset({Style.AUTHORITY})

ENGLISH = {
    "council": _NOTHING,
    "metropolitan": _NOTHING,
    "royal": _NOTHING,
    "unitary": _NOTHING,
    "government": _NOTHING,
    "shadow": _NOTHING,
    "states": _NOTHING,
    "city": _CITY,
    "county": _COUNTY,
    "borough": _BOROUGH,
    "district": _DISTRICT,
    "corporation": _CORPORATION,
    "authority": _AUTHORITY,
    "combined": _AUTHORITY,
    "mayoral": _AUTHORITY,
}
"""Type words written out; those without a style say nothing that tells councils apart."""

ABBREVIATED = {
    "bc": _BOROUGH,
    "boro": _BOROUGH,
    "lb": _BOROUGH,
    "mb": _BOROUGH,
    "mbc": _BOROUGH,
    "rb": _BOROUGH,
    "cbc": _COUNTY | _BOROUGH,
    "dc": _DISTRICT,
    "mdc": _DISTRICT,
    "cc": frozenset({Style.CITY_OR_COUNTY}),
    "co": _COUNTY,
    "coco": _COUNTY,
    "ca": _AUTHORITY,
    "cca": _AUTHORITY,
    "mca": _AUTHORITY,
    "ua": _NOTHING,
}
"""Type words cut short: "Bridgend CBC", "LB Hackney", "Donegal Co. Co."."""

WELSH = {
    "cyngor": _NOTHING,
    "sir": _COUNTY,
    "sirol": _COUNTY,
    "dinas": _CITY,
    "bwrdeistref": _BOROUGH,
}
"""Welsh type words, which stand before the place."""

GAELIC = {
    "comhairle": _NOTHING,
    "contae": _COUNTY,
    "chontae": _COUNTY,
    "cathrach": _CITY,
    "chathair": _CITY,
    "bhuirg": _BOROUGH,
    "ceantair": _DISTRICT,
}
"""Irish and Scottish Gaelic type words, which stand before the place."""

TYPE_WORDS = {**ENGLISH, **ABBREVIATED, **WELSH, **GAELIC}
"""Every type word, folded, with the styles that it claims."""

_AFTER_THE_PLACE = ENGLISH.keys() | ABBREVIATED.keys()
_JOINING = {"of", "and", "the", "a", "agus"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A folded name taken apart: the words of its place and what its type words claim."""

    place: tuple[str, ...]
    styles: frozenset[Style]
    has_type_word: bool


def name_parts(folded: str) -> NameParts:
    """Return the parts of a folded name; the place is empty where it has type words alone.

    "london city of" and "the city of london" have the same parts.
    """
    words = _WORD.findall(folded)
    start, end = 0, len(words)
    while start < end and _may_lead(words, start):
        start += 1
    while end > start and _may_follow(words, start, end):
        end -= 1
    claimed = [TYPE_WORDS[word] for word in (*words[:start], *words[end:]) if word in TYPE_WORDS]
    return NameParts(tuple(words[start:end]), frozenset().union(*claimed), bool(claimed))


def _may_lead(words: list[str], at: int) -> bool:
    if words[at] == "london":
        return words[at + 1 : at + 2] == ["borough"]
    if words[at] in _JOINING:
        return at > 0 or words[at] == "the"
    return words[at] in TYPE_WORDS


def _may_follow(words: list[str], start: int, end: int) -> bool:
    word, before = words[end - 1], words[end - 2] if end - 1 > start else ""
    if word == "london":
        return words[end : end + 1] in (["borough"], ["boro"])
    if word in _JOINING:
        return word == "the" or before in _AFTER_THE_PLACE
    return word in _AFTER_THE_PLACE
