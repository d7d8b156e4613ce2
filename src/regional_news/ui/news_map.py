"""The map of news: a base map that never changes, and what a component of our own draws in it."""

from collections.abc import Callable

import streamlit as st
from streamlit_folium import st_folium

from regional_news.gazetteer.councils import Gazetteer
from regional_news.mapping import News, base_map
from regional_news.ui.components import draw


def news_map(
    key: str,
    news: News,
    gazetteer: Gazetteer,
    *,
    height: int,
    on_click: Callable[[], None] | None = None,
) -> None:
    """Draw the news; a page has one map, ``height`` pixels high.

    After a click, ``st.session_state[key]["last_active_drawing"]`` is what was clicked, as GeoJSON.
    """
    frame = f"{key}-frame"
    with st.container(key=frame):
        draw("news", {"frame": frame, "news": news.payload(gazetteer)}, {})
        st_folium(
            base_map(),
            key=key,
            height=height,
            use_container_width=True,
            returned_objects=["last_active_drawing"] if on_click else [],
            on_change=on_click,
            render=False,
        )
