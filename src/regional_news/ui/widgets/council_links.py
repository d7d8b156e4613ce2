"""Links to councils' pages: what was found, relatives, neighbours, and all who have briefs."""

from collections.abc import Iterable, Mapping

import streamlit as st

from regional_news.model import Council, CouncilStatus
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session.routes import council_href
from regional_news.ui.widgets.plain import plain

Noted = Iterable[tuple[Council, str]]
"""Councils, each with what is said about it beside its name."""


def council_links(place: str, groups: Mapping[str, Noted], *, level: int = 3) -> None:
    """Draw links under a heading of ``level`` for each group; a group without a title has none.

    ``place`` tells several sets of links on one page apart.
    """
    drawn = [
        {"title": title, "councils": [_link(council, note) for council, note in councils]}
        for title, councils in groups.items()
    ]
    draw("councils", {"level": level, "groups": drawn}, key=place)


def councils_with_briefs(snapshot: Snapshot, wanted: BriefFilter) -> None:
    """List the councils that have briefs, region by region; of those, what a filter leaves."""
    counts = snapshot.view(BriefFilter()).counts("council")
    in_office = [each for each in snapshot.gazetteer if each.status is CouncilStatus.CURRENT]
    covered = sum(each.id in counts for each in in_office)
    past = len(counts) - covered
    told = f"{covered:,} of {len(in_office):,} councils in office have briefs so far"
    st.markdown(f"{told}, and {past:,} that are no longer." if past else f"{told}.")
    if wanted:
        view = snapshot.view(wanted)
        told = plain(f"{view.title}: {view.totals}.")
        st.markdown(f"{told} [All councils with briefs](councils)")
        counts = view.counts("council")
    groups: dict[str, list[tuple[Council, str]]] = {}
    for region in snapshot.gazetteer.regions:
        for council in snapshot.gazetteer:
            if council.region == region.id and council.id in counts:
                note = amount(counts[council.id], "brief")
                groups.setdefault(region.name, []).append((council, note))
    if groups:
        council_links("with-briefs", groups, level=2)


def _link(council: Council, note: str) -> dict[str, str]:
    return {
        "id": council.id,
        "name": council.name,
        "note": note,
        "href": council_href(council.id),
    }
