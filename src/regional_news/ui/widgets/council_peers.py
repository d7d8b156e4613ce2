"""Who near a council has done the same."""

import streamlit as st

from regional_news.model import Council
from regional_news.query import BriefFilter
from regional_news.query.neighbours import near_peers
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.council_links import council_links


def council_peers(snapshot: Snapshot, council: Council) -> None:
    """Link to the nearest councils that worked on the same themes."""
    st.header("Who near us has done this?")
    peers = near_peers(snapshot.index, council)
    own = snapshot.view(BriefFilter(councils=(council.id,), past=True))
    told = (
        "The nearest councils with briefs on the same themes."
        if len(own)
        else "This council has no brief yet. These are the nearest that have one."
    )
    st.caption(f"{told} Distances run between the councils’ points, as the crow flies.")
    labels = snapshot.index.labels
    noted = [
        (peer.council, f"{peer.km:,.0f} km · {', '.join(labels.of('theme', peer.themes))}")
        for peer in peers
    ]
    council_links("near", {"": noted})
