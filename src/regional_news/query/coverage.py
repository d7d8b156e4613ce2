"""Who gets written about: theme × region, briefs by issue, councils covered and never featured.

A brief counts once in every row and column that it belongs to: one with two themes stands in two
rows, so that rows add up to more than the number of briefs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from regional_news.model import Council, CouncilStatus, Region
from regional_news.query import View


@dataclass(frozen=True, slots=True)
class RegionCoverage:
    """How many of a region's councils in office have had a brief."""

    region: str
    covered: int
    councils: int


@dataclass(frozen=True)
class Coverage:
    """The coverage of a view."""

    view: View

    @cached_property
    def matrix(self) -> pd.DataFrame:
        """Briefs by theme (rows: ids) and region (columns: ids of ``regions``)."""
        counts = self.view.cross("theme", "region")
        return counts[[region.id for region in self.regions]]

    @property
    def regions(self) -> tuple[Region, ...]:
        """The magazine's thirteen regions, or those of the filter."""
        asked = self.view.wanted.regions
        thirteen = self.view.index.gazetteer.regions.in_magazine
        return tuple(region for region in thirteen if not asked or region.id in asked)

    @cached_property
    def by_issue(self) -> pd.DataFrame:
        """Briefs by issue (rows: titles, the oldest first) and theme (columns: ids)."""
        return self.view.cross("issue", "theme").iloc[::-1]

    @cached_property
    def issues(self) -> Mapping[str, int]:
        """Briefs by issue; these do add up to the number of briefs in the view."""
        return self.view.counts("issue")

    @cached_property
    def by_region(self) -> tuple[RegionCoverage, ...]:
        """Councils covered of all councils in office, region by region, zeros included."""
        covered = self.view.counts("council")
        return tuple(
            RegionCoverage(
                region.id,
                sum(council.id in covered for council in self._in_office(region.id)),
                len(self._in_office(region.id)),
            )
            for region in self.view.index.gazetteer.regions
        )

    @cached_property
    def never(self) -> tuple[Council, ...]:
        """Councils in office that no brief in the data is about, in the regions of the filter."""
        featured = self.view.index.column("council").present
        regions = self.view.wanted.regions or [r.id for r in self.view.index.gazetteer.regions]
        return tuple(
            council
            for region in regions
            for council in self._in_office(region)
            if council.id not in featured
        )

    def _in_office(self, region: str) -> list[Council]:
        return [
            council
            for council in self.view.index.gazetteer
            if council.region == region and council.status is CouncilStatus.CURRENT
        ]
