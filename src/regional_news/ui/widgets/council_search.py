"""Finding a council: by any of its names, or among those with briefs."""

from typing import TYPE_CHECKING

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.widgets.council_links import SEARCH, council_links

if TYPE_CHECKING:
    from regional_news.model import Council

_MOST_FOUND = 12


def council_search(snapshot: Snapshot) -> None:
    """Draw a box for a name, and links to the councils that have it."""
    typed = st.text_input(
        "Find a council by any name",
        key=SEARCH,
        placeholder="Try “Caerdydd”, “GMCA” or “Bucks”",
        live="300ms",
        max_chars=100,
    )
    if not typed:
        return
    found = snapshot.resolver.search(typed, _MOST_FOUND)
    if found:
        council_links("found", {"": [(council, council.type) for council in found]})
    else:
        st.markdown("No council has a name that begins so. Try a shorter piece of it.")


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
