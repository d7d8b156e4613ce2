"""The page Explore: filters, list and map of one view."""

import streamlit as st

from regional_news.atlas import Atlas
from regional_news.query import View
from regional_news.ui.brief_list import brief_list
from regional_news.ui.map_panel import map_panel
from regional_news.ui.notes import data_notes
from regional_news.ui.plain import plain
from regional_news.ui.takeaway import take_away


def explore(atlas: Atlas, view: View) -> None:
    """Draw the page."""
    st.title(plain(view.title))
    st.html("<a class='to-map' href='#after-map'>See the map below the list</a>")
    with_list, with_map = st.columns([5, 6], gap="large")
    with with_list:
        brief_list(atlas, view)
    with with_map, st.container(key="map-panel"):
        map_panel(atlas, view)
    take_away(view)
    data_notes(atlas)
