"""The briefs of one council, and of those that it replaced."""

import streamlit as st

from regional_news.model import Council, CouncilStatus
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.widgets.brief_list import brief_list
from regional_news.ui.widgets.takeaway import take_away

_IN_OFFICE_SO_FAR = (CouncilStatus.CURRENT, CouncilStatus.ABOLISHED)


def council_briefs(snapshot: Snapshot, council: Council) -> None:
    """Draw the list of a council's briefs, those that only mention it included."""
    view = snapshot.view(BriefFilter(councils=(council.id,), mentions=True, past=True))
    st.header(amount(len(view), "brief") if len(view) else "No brief yet")
    replaced = council.predecessors
    verb = "replaced" if council.status in _IN_OFFICE_SO_FAR else "will replace"
    if not len(view):
        others = f", nor one that it {verb}" if replaced else ""
        st.markdown(f"No brief names this council{others}.")
        return
    if replaced:
        st.caption(f"With those about the councils that it {verb}.")
    brief_list(snapshot, view, of_council=council.id)
    take_away(view)
