"""Who near us has done this: the nearest councils that worked on the same themes."""

from collections.abc import Sequence
from dataclasses import dataclass

from geopy.distance import geodesic

from regional_news.model import Council, CouncilStatus
from regional_news.query import BriefFilter, BriefIndex

NEAR = 100.0
"""Kilometres within which a council is near: about as far as people go for a meeting."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A council, its distance in kilometres and the themes that it shares, in their usual order."""

    council: Council
    km: float
    themes: tuple[str, ...]

    @property
    def distance(self) -> str:
        """The distance in words, no exacter than points inside areas allow: "about 35 km"."""
        return f"about {max(5, round(self.km / 5) * 5):,} km"


def near_peers(
    index: BriefIndex,
    council: Council,
    *,
    most: int = 5,
    themes: Sequence[str] = (),
    alike: bool = False,
) -> tuple[Neighbour, ...]:
    """Return the nearest councils with briefs on ``themes``, by default those of its own briefs.

    Where it has no brief, every council with a brief counts. ``alike`` leaves only serving councils
    of its own kind. Distances are geodesic (WGS84), between the councils' points.
    """
    own = index.view(BriefFilter(councils=(council.id,), past=True))
    asked = tuple(themes) or tuple(own.counts("theme"))
    with_briefs = index.view(BriefFilter(themes=asked)).counts("council")
    nearest = sorted(
        (_km(council, index.gazetteer[other]), other)
        for other in with_briefs
        if other != council.id
        and other not in council.predecessors
        and (not alike or _is_alike(council, index.gazetteer[other]))
    )
    return tuple(
        Neighbour(index.gazetteer[other], km, _shared(index, other, asked))
        for km, other in nearest[:most]
    )


def _is_alike(council: Council, other: Council) -> bool:
    return other.type == council.type and other.status is CouncilStatus.CURRENT


def _shared(index: BriefIndex, council_id: str, themes: tuple[str, ...]) -> tuple[str, ...]:
    counts = index.view(BriefFilter(councils=(council_id,))).counts("theme")
    return tuple(theme for theme in counts if not themes or theme in themes)


def _km(here: Council, there: Council) -> float:
    return float(geodesic((here.lat, here.lon), (there.lat, there.lon)).km)
