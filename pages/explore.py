"""Where is it happening? The map and the list side by side."""

import streamlit as st

from regional_news.query.urls import query_string
from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.session.address import value, wanted
from regional_news.ui.widgets.brief_list import brief_list
from regional_news.ui.widgets.heading import heading
from regional_news.ui.widgets.map_panel import map_panel
from regional_news.ui.widgets.notes import data_notes
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.takeaway import take_away
from regional_news.ui.widgets.welcome import welcome

snapshot = current_snapshot()
view = snapshot.view(wanted())
embedded = st.context.is_embedded
if embedded:
    st.title(plain(view.title), anchor=False)
else:
    heading(view.title, view, to_map=True)
    welcome(snapshot, view.wanted)
if embedded and value("part") == "map":
    map_panel(snapshot, view)
else:
    with_list, with_map = st.columns([5, 6], gap="large")
    with with_map, st.container(key="map-panel"):
        map_panel(snapshot, view)  # first: at an opening its frame takes longest
    with with_list:
        brief_list(snapshot, view)
if embedded:
    st.markdown(f"[Open with filters and downloads](?{query_string(view.wanted)})")
else:
    take_away(view)
    data_notes(snapshot)
