"""The briefs of one council, and of those that it replaced."""

import streamlit as st

from regional_news.model import Council
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.brief_list import brief_list
from regional_news.ui.widgets.takeaway import take_away


def council_briefs(snapshot: Snapshot, council: Council) -> None:
    """Draw the list of a council's briefs, those that only mention it included."""
    st.header("Briefs")
    view = snapshot.view(BriefFilter(councils=(council.id,), mentions=True, past=True))
    replaced = council.predecessors
    if not len(view):
        others = ", nor one that it replaced" if replaced else ""
        st.markdown(f"No brief names this council{others} yet.")
        return
    if replaced:
        st.caption("With those about the councils that it replaced.")
    brief_list(snapshot, view, of_council=council.id)
    take_away(view)
