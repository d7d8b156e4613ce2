"""Links to all councils that have briefs."""

from typing import TYPE_CHECKING

import streamlit as st

from regional_news.model import CouncilStatus
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.widgets.council_links import council_links

if TYPE_CHECKING:
    from regional_news.model import Council


def councils_with_briefs(snapshot: Snapshot, wanted: BriefFilter) -> None:
    """List the councils that have briefs, region by region; only those of the regions wanted."""
    counts = snapshot.view(BriefFilter()).counts("council")
    in_office = [each for each in snapshot.gazetteer if each.status is CouncilStatus.CURRENT]
    covered = sum(each.id in counts for each in in_office)
    past = len(counts) - covered
    told = f"{covered:,} of {len(in_office):,} councils in office have briefs so far"
    st.markdown(f"{told}, and {past:,} that are no longer." if past else f"{told}.")
    groups: dict[str, list[tuple[Council, str]]] = {}
    for region in snapshot.gazetteer.regions:
        for council in snapshot.gazetteer if region.id in (wanted.regions or [region.id]) else ():
            if council.region == region.id and council.id in counts:
                note = amount(counts[council.id], "brief")
                groups.setdefault(region.name, []).append((council, note))
    council_links("with-briefs", groups, level=2)
