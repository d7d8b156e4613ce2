"""Links to all councils that have briefs."""

from typing import TYPE_CHECKING

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.widgets.council_links import council_links

if TYPE_CHECKING:
    from regional_news.model import Council


def councils_with_briefs(snapshot: Snapshot) -> None:
    """List the councils that have briefs, region by region."""
    counts = snapshot.view(BriefFilter()).counts("council")
    st.markdown(f"{len(counts):,} of {len(snapshot.gazetteer):,} councils have briefs so far.")
    groups: dict[str, list[tuple[Council, str]]] = {}
    for region in snapshot.gazetteer.regions:
        for council in snapshot.gazetteer:
            if council.region == region.id and council.id in counts:
                note = amount(counts[council.id], "brief")
                groups.setdefault(region.name, []).append((council, note))
    council_links("with-briefs", groups, level=2)
