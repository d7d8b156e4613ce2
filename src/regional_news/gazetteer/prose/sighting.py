"""A place of a council's name in a text, on its way to becoming a mention.

Each step of the finder fills in what it decides and leaves the rest alone.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from regional_news.gazetteer.typewords import Style
from regional_news.model import Certainty, Council, Role


class NameKind(StrEnum):
    """How the words in the text relate to a council's names."""

    NAME = auto()
    """The place of the official or short name: "Leeds", "Newry, Mourne and Down"."""
    BODY = auto()
    """A whole name that says of itself what it is: "Greater London Authority"."""
    SEAT = auto()
    """A building that stands for the body in its own region: City Hall in London."""
    ALIAS = auto()
    LANGUAGE = auto()
    """A name in Welsh, Irish, Scottish Gaelic or Scots."""
    PART = auto()
    """A part that only a council's style completes: "Basingstoke" in "Basingstoke Council"."""
    ABBREVIATION = auto()
    INITIALS = auto()
    """The first letters of an official name, which several councils may share: "HBC"."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One council that a name may mean."""

    council: Council
    kind: NameKind


class Reading(Enum):
    """What the words around a name make of it."""

    BARE = auto()
    """A name alone: a council only where something says so."""
    COUNCIL = auto()
    OTHER = auto()
    """A person, a newspaper, a club, another body: never a council."""


@dataclass(frozen=True, slots=True)
class Title:
    """The style around a name: "London Borough of …", "… County Councils"."""

    first: int
    end: int
    styles: frozenset[Style]
    complete: bool
    """It says that this is an authority; "City" alone does not."""
    plural: bool = False


@dataclass(slots=True)
class Sighting:
    """A name seen at words ``first`` up to ``end`` of a text."""

    first: int
    end: int
    name: str
    """The folded words of the name, without a title."""
    namings: tuple[Naming, ...]
    title: Title | None = None
    reading: Reading = Reading.BARE
    councils: tuple[Council, ...] = ()
    certainty: Certainty = Certainty.EXACT
    role: Role = Role.SUBJECT
    locative: bool = False
    """It stands after "in", "near", "from": a place, unless the text then calls it the council."""

    @property
    def start(self) -> int:
        """The first word, with those of a title before the name."""
        return self.title.first if self.title else self.first

    @property
    def stop(self) -> int:
        """The word after the last, with those of a title after the name."""
        return self.title.end if self.title else self.end

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the councils that the name may mean."""
        return frozenset(naming.council.id for naming in self.namings)

    @property
    def kind(self) -> NameKind:
        """How the words relate to the first council that they may mean."""
        return self.namings[0].kind
