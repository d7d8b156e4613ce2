"""Two issues side by side: which themes, regions and councils came, and which went."""

import streamlit as st

from regional_news.query import GROUPS
from regional_news.query.issues import differences, issue, issue_names
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.plain import plain

_TWO = 2


def issues_compared(snapshot: Snapshot) -> None:
    """Draw the choice of two issues and what differs, once somebody opens it."""
    names = issue_names(snapshot.index)
    if len(names) < _TWO:
        return
    place = st.expander("Two issues side by side", key="issues-compared", on_change="rerun")
    if not place.open:
        return
    with place:
        left, right = st.columns(2)
        new = left.selectbox("Issue", names, key="compared issue")
        old = right.selectbox("Beside", names, index=1, key="compared with")
        for name, column in ((new, left), (old, right)):
            held = issue(snapshot.index, name)
            column.markdown(plain(f"{held.when}: {held.totals}"))
        _differences(snapshot, new, old)


def _differences(snapshot: Snapshot, new: str, old: str) -> None:
    labels = snapshot.index.labels
    for each in differences(snapshot.index, new, old):
        st.subheader(f"{GROUPS[each.group].title}s", anchor=False)
        only_new, only_old = st.columns(2)
        for column, name, values in ((only_new, new, each.came), (only_old, old, each.went)):
            said = ", ".join(labels.of(each.group, values)) or "none"
            column.markdown(f"**Only in {plain(name)}:** {plain(said)}")
