"""Councils, regions, themes and what names mean: loaded once, handed round as one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.regions import Regions
from regional_news.gazetteer.resolver import Resolver
from regional_news.themes import Themes, load_themes


@dataclass(frozen=True)
class Reference:
    """What briefs refer to, of one version of the data folder."""

    gazetteer: Gazetteer
    resolver: Resolver
    themes: Themes

    @classmethod
    def of(cls, gazetteer: Gazetteer, themes: Themes) -> "Reference":
        """Return the reference of a gazetteer and themes; what names mean follows from both."""
        return cls(gazetteer, Resolver(gazetteer), themes)

    @property
    def regions(self) -> Regions:
        """The magazine's regions."""
        return self.gazetteer.regions


def open_reference(folder: Path, learnt: Iterable[tuple[str, str]] | None = None) -> Reference:
    """Return the reference in a data folder, for example ``open_reference(Path("data"))``.

    ``learnt`` are pairs of a name and a council's id that were learnt in review, where they are
    not in the folder's aliases.csv. Raises DataError where a file cannot be read.
    """
    return Reference.of(load_gazetteer(folder, learnt), load_themes(folder / "themes.toml"))
