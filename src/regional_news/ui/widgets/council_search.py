"""Finding a council by any of its names."""

import streamlit as st

from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.council_links import council_links

_MOST_FOUND = 12


def council_search(snapshot: Snapshot) -> None:
    """Draw a box for a name, and links to the councils that have it."""
    typed = st.text_input(
        "Find a council by any name",
        key="council-name",
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
