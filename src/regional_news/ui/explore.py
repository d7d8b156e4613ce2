"""The page Explore: filters, list and map of one view."""

import streamlit as st

from regional_news.atlas import Atlas
from regional_news.ui.brief_list import brief_list
from regional_news.ui.filters import filter_panel, search_box
from regional_news.ui.map_panel import map_panel
from regional_news.ui.notes import data_notes
from regional_news.ui.plain import plain


def explore(atlas: Atlas) -> None:
    """Draw the page."""
    heading = st.container()
    search_box()
    view = filter_panel(atlas)
    heading.title(plain(view.title))
    with_list, with_map = st.columns([5, 6], gap="large")
    with with_list:
        brief_list(atlas, view, open_council=open_council)
    with with_map, st.container(key="map-panel"):
        map_panel(atlas, view)
    data_notes(atlas)


def open_council(council_id: str) -> None:
    """Open a council's own page."""
    st.session_state["open_council"] = council_id
