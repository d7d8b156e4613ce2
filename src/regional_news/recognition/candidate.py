"""A place of a council's name in a text, on its way to becoming a mention.

Each step of the finder fills in what it decides and leaves the rest alone.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, Self

from regional_news.gazetteer.designators import Style
from regional_news.gazetteer.homonyms import Naming
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Certainty, Council, Role

LETTERS = frozenset(
    {NameKind.ABBREVIATION, NameKind.INITIALS, NameKind.PLACE_INITIALS, NameKind.SEAT}
)
"""Names made of initials, and a building's name that stands for its council."""


class Reading(Enum):
    """What the words around a name make of it."""

    BARE = auto()
    """A name alone: a council only where something says so."""
    COUNCIL = auto()
    OTHER = auto()
    """Another body or no name: never a council."""


class Title(NamedTuple):
    """The style around a name: "London Borough of …", "… County Councils"."""

    first: int
    end: int
    styles: frozenset[Style]
    complete: bool
    """It says that this is an authority; "City" alone does not."""
    plural: bool = False


@dataclass(slots=True)
class Candidate:
    """A name seen at words ``first`` up to ``end`` of a text.

    ``start`` and ``stop`` are the same with the words of its title; ``name`` is the name in folded
    words.
    """

    first: int
    end: int
    name: str
    namings: tuple[Naming, ...]
    start: int
    stop: int
    title: Title | None = None
    reading: Reading = Reading.BARE
    councils: tuple[Council, ...] = ()
    certainty: Certainty = Certainty.EXACT
    role: Role = Role.SUBJECT
    probability: float = 1.0
    evidence: tuple[str, ...] = ()

    @classmethod
    def at(cls, first: int, end: int, name: str, namings: tuple[Naming, ...]) -> Self:
        """Return the candidate of a name that has no title yet."""
        return cls(first, end, name, namings, first, end)

    def entitle(self, title: Title | None) -> None:
        """Give the candidate the title that stands around its name."""
        if title is not None:
            self.title, self.start, self.stop = title, title.first, title.end

    @property
    def has_full_title(self) -> bool:
        """Whether its title says that it is an authority."""
        return self.title is not None and self.title.complete

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the councils that the name may mean."""
        return frozenset(naming.council.id for naming in self.namings)

    @property
    def kind(self) -> NameKind:
        """How the words relate to the first council that they may mean."""
        return self.namings[0].kind
