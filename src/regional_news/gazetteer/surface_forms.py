"""Every way in which a council's name is regularly written.

The rewritings follow from how authorities are named, so that a new council needs no list: its
official name gives the place and the styles, and a style gives the phrases around the place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style, parts_of
from regional_news.model import Council
from regional_news.text import fold

TYPES_THAT_ARE_NO_COUNCILS = frozenset(
    {"strategic regional authority", "Crown dependency government"}
)
"""Types of authority that nobody calls a council: the Greater London Authority, a government."""


class FormKind(StrEnum):
    """How a written form relates to the council's official name."""

    OFFICIAL = "official"
    REWRITING = "rewriting"
    """The place with other type words that suit the council: "Camden Council"."""
    SHORT = "short"
    """The place alone: "Edinburgh", "East Devon"."""
    ALIAS = "alias"
    LANGUAGE = "language"
    """A name in Welsh, Irish, Scottish Gaelic or Scots."""
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write one council's name, folded."""

    text: str
    council: Council
    kind: FormKind


_AROUND_THE_PLACE = {
    Style.CITY: ("{} city council", "{} city", "{} cc", "city of {}", "city of {} council"),
    Style.COUNTY: ("{} county council", "{} cc"),
    Style.BOROUGH: ("{} borough council", "{} bc", "borough of {}", "borough of {} council"),
    Style.DISTRICT: ("{} district council", "{} dc"),
    Style.COMBINED: ("{} combined authority", "{} ca"),
}
_AROUND_THE_PLACE_BY_TYPE = {
    "London borough": (
        "london borough of {}",
        "london borough of {} council",
        "{} london borough council",
        "london borough {}",
        "lb {}",
        "lb of {}",
    ),
    "metropolitan borough": (
        "{} metropolitan borough council",
        "{} metropolitan district council",
        "{} mbc",
        "{} mdc",
        "{} mb council",
        "metropolitan borough of {}",
    ),
    "Welsh principal area": (
        "{} county borough council",
        "{} county borough",
        "{} cbc",
    ),
    "Irish county council": (
        "county {}",
        "co {}",
        "co. {}",
        "{} co. co.",
        "{} coco",
        "{} co. council",
    ),
    "combined authority": (
        "{} mayoral combined authority",
        "{} combined county authority",
        "{} mca",
        "{} cca",
    ),
}


def forms(gazetteer: Gazetteer) -> Iterator[Form]:
    """Return every form of every council, each form of a council once, the official name first.

    A text may come back for several councils ("Galway"): who reads it decides. A rewriting that is
    another council's official name is left to that council.
    """
    official = {fold(council.name) for council in gazetteer}
    for council in gazetteer:
        seen: set[str] = set()
        for form in _forms_of(council):
            taken = form.kind is FormKind.REWRITING and form.text in official
            if form.text not in seen and not taken:
                seen.add(form.text)
                yield form


def places(council: Council) -> tuple[str, ...]:
    """Return the council's place as its official and its short name write it, folded."""
    written = (" ".join(parts_of(name).place) for name in (council.name, council.short_name))
    return tuple(dict.fromkeys(filter(None, written)))


def spellings(council: Council) -> Iterator[tuple[str, FormKind]]:
    """Yield the council's names as the gazetteer spells them, the official name first."""
    yield council.name, FormKind.OFFICIAL
    yield council.short_name, FormKind.SHORT
    yield from ((alias, FormKind.ALIAS) for alias in council.aliases)
    for names in council.languages.values():
        yield from ((name, FormKind.LANGUAGE) for name in names)
    yield from ((letters, FormKind.ABBREVIATION) for letters in council.abbreviations)


def _forms_of(council: Council) -> Iterator[Form]:
    for written, kind in spellings(council):
        yield Form(fold(written), council, kind)
    for rewritten in _rewritings(council):
        yield Form(rewritten, council, FormKind.REWRITING)


def _rewritings(council: Council) -> Iterator[str]:
    styles = parts_of(council.name).styles
    if Style.CORPORATION in styles or council.type in TYPES_THAT_ARE_NO_COUNCILS:
        return
    patterns = [*_AROUND_THE_PLACE_BY_TYPE.get(council.type, ())]
    patterns += [pattern for style in styles for pattern in _AROUND_THE_PLACE.get(style, ())]
    if Style.COMBINED not in styles:
        patterns += ["{} council", "the {} council"]
    for place in places(council):
        yield from (pattern.format(place) for pattern in patterns)
