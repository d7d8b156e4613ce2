"""The page Explore: filters, list and map of one view."""

import streamlit as st

from regional_news.query import View
from regional_news.query.urls import query_string
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.brief_list import brief_list
from regional_news.ui.widgets.heading import heading
from regional_news.ui.widgets.map_panel import map_panel
from regional_news.ui.widgets.notes import data_notes
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.takeaway import take_away


def explore(snapshot: Snapshot, view: View) -> None:
    """Draw the page; within another page's frame it is the title, the list and the map."""
    if st.context.is_embedded:
        st.title(plain(view.title), anchor=False)
    else:
        heading(view.title, to_map=True)
    with_list, with_map = st.columns([5, 6], gap="large")
    with with_map, st.container(key="map-panel"):
        map_panel(snapshot, view)  # first: at an opening its frame takes longest
    with with_list:
        brief_list(snapshot, view)
    if st.context.is_embedded:
        st.markdown(f"[Open with filters and downloads](?{query_string(view.wanted)})")
        return
    take_away(view)
    data_notes(snapshot)
