"""Who has done this: the nearest councils that worked on the same themes, and those like ours."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from geopy.distance import geodesic

from regional_news.model import Council, CouncilStatus
from regional_news.query import BriefFilter, BriefIndex
from regional_news.query.councils import news_of

NEAR = 100.0
"""Kilometres within which a council is near: about as far as people go for a meeting."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A council, its distance in kilometres and the themes that it shares, in their usual order.

    ``newest`` is the row in the index of its newest brief on one of those themes.
    """

    council: Council
    km: float
    themes: tuple[str, ...]
    newest: int

    @property
    def distance(self) -> str:
        """The distance in words, no exacter than points inside areas allow: "about 35 km"."""
        return f"about {max(5, round(self.km / 5) * 5):,} km"


@dataclass(frozen=True, slots=True)
class Peers:
    """Who did the same: the councils that are nearest, and those that are most like a council."""

    near: tuple[Neighbour, ...] = ()
    alike: tuple[Neighbour, ...] = ()

    @property
    def all(self) -> tuple[Neighbour, ...]:
        """Each of them once, the nearest first."""
        return tuple({each.council.id: each for each in (*self.near, *self.alike)}.values())


def peers_of(
    index: BriefIndex, council: Council, themes: Sequence[str] = (), *, most: int = 5
) -> Peers:
    """Return who has briefs on ``themes``, by default those of the council's own briefs.

    Where it has no brief, every council with a brief counts. Like it are serving councils of its
    own kind: first those with most of the themes, then those of its region, then the nearest.
    Distances are geodesic (WGS84), between the councils' points.
    """
    own = index.view(news_of(council.id))
    asked = tuple(themes) or tuple(own.counts("theme"))
    view = index.view(BriefFilter(themes=asked))
    worked = view.cross("council", "theme")
    by_km = sorted(
        (_km(council, index.gazetteer[other]), other)
        for other in view.counts("council")
        if other != council.id and other not in council.predecessors
    )
    shared = {other: _shared(worked, other, asked) for _, other in by_km}
    alike = [each for each in by_km if _is_alike(council, index.gazetteer[each[1]])]
    alike.sort(key=lambda each: (-len(shared[each[1]]), _is_elsewhere(index, council, each[1])))

    def told(found: Sequence[tuple[float, str]]) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(index.gazetteer[other], km, shared[other], _newest(index, other, asked))
            for km, other in found[:most]
        )

    return Peers(told(by_km), told(alike))


def _is_alike(council: Council, other: Council) -> bool:
    return other.type == council.type and other.status is CouncilStatus.CURRENT


def _is_elsewhere(index: BriefIndex, council: Council, other: str) -> bool:
    return index.gazetteer[other].region != council.region


def _shared(worked: pd.DataFrame, council_id: str, asked: Sequence[str]) -> tuple[str, ...]:
    counts = worked.loc[council_id].items()
    return tuple(str(theme) for theme, n in counts if n and (not asked or theme in asked))


def _newest(index: BriefIndex, council_id: str, themes: Sequence[str]) -> int:
    rows = index.view(BriefFilter(councils=(council_id,), themes=tuple(themes))).rows
    return int(rows[0])


def _km(here: Council, there: Council) -> float:
    return float(geodesic((here.lat, here.lon), (there.lat, there.lon)).km)
