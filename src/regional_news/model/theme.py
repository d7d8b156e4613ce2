"""What briefs can be about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ThemeGroup(StrEnum):
    """The groups of themes, in the order in which they are shown."""

    TECHNOLOGY = "technology"
    SERVICE = "service"
    ORGANISATION = "organisation"

    @property
    def label(self) -> str:
        """The heading under which the group's themes are shown."""
        return {"technology": "Technology", "service": "Services"}.get(self.value, "Organisation")

    @property
    def sign(self) -> str:
        """The sign that the group has beside its colour."""
        return {"technology": "●", "service": "■"}.get(self.value, "▲")


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that a brief can be about, with the words that suggest it.

    ``triggers`` maps a phrase to its points; ``otherwise`` holds phrases that give the theme only
    to a text without any other theme; ``blockers`` look like a trigger but are not.
    """

    id: str
    label: str
    group: ThemeGroup
    definition: str
    triggers: Mapping[str, float] = field(default_factory=dict)
    otherwise: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """A theme found in a text with the words that decided it."""

    theme: Theme
    evidence: tuple[str, ...]
    score: float
