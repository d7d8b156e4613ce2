"""Who near us has done this: the nearest councils that worked on the same themes."""

from dataclasses import dataclass

from geopy.distance import geodesic

from regional_news.model import Council
from regional_news.query import BriefFilter, BriefIndex


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A council, its distance in kilometres and the themes that it shares, in their usual order."""

    council: Council
    km: float
    themes: tuple[str, ...]


def near_peers(index: BriefIndex, council: Council, *, most: int = 5) -> tuple[Neighbour, ...]:
    """Return the nearest councils with briefs on the themes of ``council``'s own briefs.

    Where it has no brief, every council with a brief counts. Distances are geodesic (WGS84),
    between the councils' points.
    """
    own = index.view(BriefFilter(councils=(council.id,), past=True))
    themes = tuple(own.counts("theme"))
    with_briefs = index.view(BriefFilter(themes=themes)).counts("council")
    nearest = sorted(
        (_km(council, index.gazetteer[other]), other)
        for other in with_briefs
        if other != council.id and other not in council.predecessors
    )
    return tuple(
        Neighbour(index.gazetteer[other], km, _shared(index, other, themes))
        for km, other in nearest[:most]
    )


def _shared(index: BriefIndex, council_id: str, themes: tuple[str, ...]) -> tuple[str, ...]:
    counts = index.view(BriefFilter(councils=(council_id,))).counts("theme")
    return tuple(theme for theme in counts if not themes or theme in themes)


def _km(here: Council, there: Council) -> float:
    return float(geodesic((here.lat, here.lon), (there.lat, there.lon)).km)
