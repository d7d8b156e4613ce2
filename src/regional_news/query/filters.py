"""What a reader asked for: a filter that selects, and that describes itself in words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import PartialDate
from regional_news.query.bitmaps import Mask
from regional_news.themes import Themes

if TYPE_CHECKING:
    from regional_news.query.index import BriefIndex


@dataclass(frozen=True, slots=True)
class BriefFilter:
    """What a reader asked for: any of the values within a group, all of the groups together.

    ``regions``, ``themes`` and ``councils`` hold ids, ``issues`` names. ``mentions`` counts the
    councils that a brief only mentions; ``past`` counts what a council's predecessors did.
    """

    q: str = ""
    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    mentions: bool = False
    past: bool = False

    def __bool__(self) -> bool:
        """Return whether the filter can leave anything out."""
        narrowing = (self.q, self.regions, self.themes, self.councils, self.issues)
        return any(narrowing) or bool(self.since or self.until)

    def mask(self, index: "BriefIndex") -> Mask:
        """Return one truth value for each row of the index."""
        return index.view(self).mask

    def describe(self, labels: "Labels") -> str:
        """Return the filter as a phrase, for titles, file names, feeds and downloads."""
        parts = ["Briefs on " + _either(labels.themes(self.themes)) if self.themes else "Briefs"]
        if self.regions:
            parts.append("from " + _either(labels.regions(self.regions)))
        if self.councils:
            verb = "naming" if self.mentions else "about"
            parts.append(f"{verb} {_either(labels.councils(self.councils))}")
        if self.issues:
            parts.append("in " + _either(self.issues))
        if self.since and self.until:
            parts.append(f"from {self.since.words} to {self.until.words}")
        elif self.since or self.until:
            parts.append(f"since {self.since.words}" if self.since else f"until {self.until.words}")  # type: ignore[union-attr]
        if self.q:
            parts.append(f"with “{self.q}”")
        return " ".join(parts) if self else "All briefs"


class Labels:
    """The names that people read for the ids that filters hold."""

    def __init__(self, gazetteer: Gazetteer, themes: Themes) -> None:
        self._gazetteer = gazetteer
        self._themes = themes

    def regions(self, ids: Collection[str]) -> tuple[str, ...]:
        """Return the names of regions; an id that is none stands for itself."""
        regions = self._gazetteer.regions
        return tuple(regions[i].name if i in regions else i for i in ids)

    def themes(self, ids: Collection[str]) -> tuple[str, ...]:
        """Return the labels of themes; an id that is none stands for itself."""
        return tuple(self._themes[i].label if i in self._themes else i for i in ids)

    def councils(self, ids: Collection[str]) -> tuple[str, ...]:
        """Return the official names of councils; an id that is none stands for itself."""
        return tuple(self._gazetteer[i].name if i in self._gazetteer else i for i in ids)


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]
