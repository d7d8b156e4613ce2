"""What would be found where a filter leaves nothing: one part taken away, the nearest council."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import cos, hypot, radians

from regional_news.model import Council
from regional_news.query import BriefFilter, View
from regional_news.query.suggestions import FEW

_PARTS = ("regions", "councils", "themes", "issues", "q", "dates", "box")


@dataclass(frozen=True, slots=True)
class Alternative:
    """A wider filter, and how many briefs it leaves."""

    filter: BriefFilter
    briefs: int


def alternatives(view: View) -> tuple[Alternative, ...]:
    """Return the filters that have one part less and leave something, in a fixed order.

    A council may be one that briefs only speak of: its short name as a word finds those.
    """
    wider = [*_said(view), *_wider(view.wanted)]
    found = [Alternative(wanted, len(view.index.view(wanted))) for wanted in wider]
    return tuple(each for each in found if each.briefs)


def nearest(view: View) -> tuple[Council, float] | None:
    """Return the council nearest to the filter's councils, else regions, that has what is asked.

    With its distance in kilometres from the nearest of theirs (WGS84, as the crow flies); None
    where the filter has no place, or nobody anywhere has it.
    """
    from geopy.distance import great_circle  # noqa: PLC0415  few pages need it

    wanted, gazetteer = view.wanted, view.index.gazetteer
    asked = [gazetteer[each] for each in wanted.councils if each in gazetteer]
    asked = asked or [each for each in gazetteer if each.region in wanted.regions]
    elsewhere = view.index.view(wanted.anywhere)
    with_it = [gazetteer[each] for each in elsewhere.counts("council")]
    if not asked or not with_it:
        return None
    here, there = min(product(asked, with_it), key=lambda two: _apart(*two))
    return there, float(great_circle((here.lat, here.lon), (there.lat, there.lon)).km)


def _apart(here: Council, there: Council) -> float:
    """Return what grows with the distance of two councils, and takes little time."""
    east = (here.lon - there.lon) * cos(radians(here.lat))
    return hypot(here.lat - there.lat, east)


def _said(view: View) -> Iterator[BriefFilter]:
    wanted = view.wanted
    if len(wanted.councils) == 1 and not wanted.q and wanted.councils[0] in view.index.gazetteer:
        name = view.index.gazetteer[wanted.councils[0]].short_name
        yield replace(wanted, councils=(), q=name)


def _wider(wanted: BriefFilter) -> Iterator[BriefFilter]:
    words = dict.fromkeys(wanted.q.split())
    if 1 < len(words) <= FEW and "".join(words).isalnum():
        for word in words:
            yield replace(wanted, q=" ".join(each for each in words if each != word))
    for part in _PARTS:
        if part == "dates":
            wider = replace(wanted, since=None, until=None)
        else:
            nothing = getattr(BriefFilter(), part)
            wider = replace(wanted, **{part: nothing})
        if wider != wanted and wider:
            yield wider
