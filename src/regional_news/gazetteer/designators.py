"""The words that say what kind of authority a name belongs to, and a name without them.

A British or Irish authority is named by a place with type words before it ("London Borough of",
"Cyngor Sir", "Comhairle Chontae"), after it ("County Borough Council", "Co. Co.") or both.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from regional_news.text import fold


class Style(StrEnum):
    """What a type word claims about an authority."""

    COUNCIL = "council"
    CITY = "city"
    COUNTY = "county"
    CITY_OR_COUNTY = "city or county"
    BOROUGH = "borough"
    DISTRICT = "district"
    CORPORATION = "corporation"
    COMBINED = "combined authority"
    LONDON = "London borough"


_NOTHING: frozenset[Style] = frozenset()
_COUNCIL, _CITY, _COUNTY, _BOROUGH, _DISTRICT, _CORPORATION, _COMBINED, _LONDON = (
    frozenset({style}) for style in Style if style is not Style.CITY_OR_COUNTY
)

ENGLISH = {
    "council": _COUNCIL,
    "metropolitan": _NOTHING,
    "royal": _NOTHING,
    "unitary": _NOTHING,
    "authority": _NOTHING,
    "government": _NOTHING,
    "shadow": _NOTHING,
    "states": _NOTHING,
    "city": _CITY,
    "county": _COUNTY,
    "borough": _BOROUGH,
    "district": _DISTRICT,
    "corporation": _CORPORATION,
    "combined": _COMBINED,
    "mayoral": _COMBINED,
    "strategic": _COMBINED,
}
"""Type words written out; those without a style say nothing that tells authorities apart."""

ABBREVIATED = {
    "bc": _BOROUGH,
    "boro": _BOROUGH,
    "lb": _BOROUGH | _LONDON,
    "lbc": _BOROUGH | _LONDON,
    "mb": _BOROUGH,
    "mbc": _BOROUGH,
    "mc": _NOTHING,
    "rb": _BOROUGH,
    "cbc": _COUNTY | _BOROUGH,
    "cncl": _COUNCIL,
    "dist": _DISTRICT,
    "met": _NOTHING,
    "dc": _DISTRICT,
    "mdc": _DISTRICT,
    "cc": frozenset({Style.CITY_OR_COUNTY}),
    "co": _COUNTY,
    "coco": _COUNTY,
    "ca": _COMBINED,
    "cca": _COMBINED,
    "mca": _COMBINED,
    "ua": _NOTHING,
}
"""Type words cut short: "Bridgend CBC", "LB Hackney", "Donegal Co. Co."."""

WELSH = {
    "cbs": _COUNCIL | _COUNTY | _BOROUGH,
    **dict.fromkeys(("cyngor", "gyngor", "chyngor", "nghyngor"), _COUNCIL),
    "sir": _COUNTY,
    "sirol": _COUNTY,
    **dict.fromkeys(("dinas", "ddinas"), _CITY),
    **dict.fromkeys(("bwrdeistref", "fwrdeistref"), _BOROUGH),
}
"""Welsh type words, which stand before the place, with what other words make of their start."""

GAELIC = {
    **dict.fromkeys(("comhairle", "chomhairle", "gcomhairle"), _COUNCIL),
    **dict.fromkeys(("contae", "chontae", "gcontae"), _COUNTY),
    **dict.fromkeys(("cathrach", "chathrach", "chathair", "gcathair"), _CITY),
    **dict.fromkeys(("bhuirg", "bhuirge", "buirge"), _BOROUGH),
    **dict.fromkeys(("ceantair", "ceantar", "cheantair", "cheantar", "gceantar"), _DISTRICT),
}
"""Irish and Scottish Gaelic type words, which stand before the place."""

PLURALS = {
    "councils": "council",
    "boroughs": "borough",
    "authorities": "authority",
    "corporations": "corporation",
    "counties": "county",
    "districts": "district",
    "cities": "city",
}
"""Type words that hold for several places: "Hart and Rushmoor District Councils"."""

FILLERS = frozenset({"islands", "operative", "regional"})
"""Words that prose puts before "Council" and that claim nothing: "Co-operative Council"."""

TYPE_WORDS = {
    **ENGLISH,
    **ABBREVIATED,
    **WELSH,
    **GAELIC,
    "councils": _COUNCIL,
    "london": _LONDON,
}
"""Every type word of a name, folded, with the styles that it claims."""

CELTIC = frozenset(WELSH.keys() | GAELIC.keys())
"""The type words that stand before the place without an "of"."""

CELTIC_BODIES = frozenset(word for word in CELTIC if Style.COUNCIL in TYPE_WORDS[word])
"""Those of them that say that a council is meant."""

_AFTER_THE_PLACE = TYPE_WORDS.keys() - CELTIC
_BOROUGH_WORDS = (["borough"], ["boro"])
_JOINING = {"of", "and", "the", "a", "agus"}
_WORD = re.compile(r"[^\W_]+")


def claims(words: Iterable[str]) -> frozenset[Style]:
    """Return everything that folded type words claim, those in the plural included.

    >>> sorted(claims(["county", "borough", "councils"]))
    ['borough', 'council', 'county']
    """
    return _NOTHING.union(*(TYPE_WORDS.get(PLURALS.get(word, word), _NOTHING) for word in words))


class NameParts(NamedTuple):
    """A folded name taken apart: its place, and the words before and after that say its type."""

    before: tuple[str, ...]
    place: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name, its punctuation gone."""
        return (*self.before, *self.place, *self.after)

    @property
    def plain(self) -> str:
        """The name without its punctuation and its article."""
        return " ".join(self.words).removeprefix("the ")

    @property
    def type_words(self) -> tuple[str, ...]:
        """The type words in their order, without the words that join them."""
        return tuple(word for word in (*self.before, *self.after) if word not in _JOINING)

    @property
    def styles(self) -> frozenset[Style]:
        """Everything that the type words claim."""
        return claims(self.type_words)


@lru_cache(maxsize=8192)
def parts_of(name: str) -> NameParts:
    """Return the parts of a name in the gazetteer, which each index of its names asks for."""
    return name_parts(fold(name))


def name_parts(folded: str) -> NameParts:
    """Return the parts of a folded name; the place is empty where it has type words alone.

    "london city of" and "the city of london" have the same place and the same styles.
    """
    words = _WORD.findall(folded)
    start, end = 0, len(words)
    while start < end and _may_lead(words, start):
        start += 1
    while end > start and _may_follow(words, start, end):
        end -= 1
    return NameParts(tuple(words[:start]), tuple(words[start:end]), tuple(words[end:]))


def _may_lead(words: list[str], at: int) -> bool:
    if words[at] == "london":
        return words[at + 1 : at + 2] in _BOROUGH_WORDS
    if words[at] in _JOINING:
        return at > 0 or words[at] == "the"
    return words[at] in TYPE_WORDS


def _may_follow(words: list[str], start: int, end: int) -> bool:
    word, before = words[end - 1], words[end - 2] if end - 1 > start else ""
    if word == "london":
        return words[end : end + 1] in _BOROUGH_WORDS
    if word == "royal":  # a Royal Borough, not the Borough of Vale Royal
        return before != "vale" and words[end : end + 1] in _BOROUGH_WORDS
    if word in _JOINING:
        return word == "the" or before in _AFTER_THE_PLACE
    return word in _AFTER_THE_PLACE
