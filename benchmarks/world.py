"""What the contests are about: synthetic briefs of some number, indexed, and as plain tables."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

import pandas as pd
from synthetic import synthetic_briefs

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.model import PartialDate
from regional_news.query import BriefIndex
from regional_news.reference import Reference
from regional_news.settings import PROJECT
from regional_news.table.schema import BriefTable
from regional_news.themes import Themes, load_themes

DATA = PROJECT / "data"


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the real gazetteer."""
    return load_gazetteer(DATA)


@lru_cache(maxsize=1)
def themes() -> Themes:
    """Return the real themes."""
    return load_themes(DATA / "themes.toml")


@dataclass(frozen=True)
class World:
    """Synthetic briefs with their index."""

    index: BriefIndex

    @classmethod
    @lru_cache(maxsize=1)
    def of(cls, size: int) -> Self:
        """Return the world with so many briefs; only the newest is kept."""
        table = BriefTable(synthetic_briefs(size, gazetteer(), themes()))
        return cls(BriefIndex(table, Reference.of(gazetteer(), themes())))

    @property
    def frame(self) -> pd.DataFrame:
        """The briefs, in the order of the index."""
        return self.index.frame

    @cached_property
    def days(self) -> pd.DataFrame:
        """The first and the last day that each brief's date can mean, as ordinals."""
        dates = {text: PartialDate.parse(text) for text in self.frame["published"].unique()}
        first = {text: date.first.toordinal() for text, date in dates.items()}
        last = {text: date.last.toordinal() for text, date in dates.items()}
        published = self.frame["published"]
        return pd.DataFrame(
            {
                "row": range(len(published)),
                "first": published.map(first),
                "last": published.map(last),
            }
        )

    def long(self, group: str) -> pd.DataFrame:
        """Return a group's values, a row for each of a brief's: columns row and value."""
        column = self.frame[{"theme": "themes", "council": "councils"}.get(group, group)]
        if group in ("theme", "council"):
            column = column.str.split().explode()
        values = pd.Categorical(column.to_numpy())
        return pd.DataFrame({"row": column.index.to_numpy(), "value": values})
