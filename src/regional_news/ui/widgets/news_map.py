"""The map of news: a base map that never changes, and what a component of our own draws in it."""

import streamlit as st
from streamlit_folium import st_folium

from regional_news.map.base_map import News, base_map
from regional_news.ui.components import draw


def news_map(
    key: str,
    news: News,
    *,
    height: int,
    answers: bool = False,
    after: str = "",
) -> None:
    """Draw the news; a page has one map, ``height`` pixels high.

    Where it ``answers``, a click on a council or a region makes that the only one of the filter.
    ``after`` is the key of the widget behind the map, to which a link leads past it.
    """
    frame = f"{key}-frame"
    with st.container(key=frame):
        data = {
            "frame": frame,
            "news": news.payload(),
            "answers": answers,
            "after": after,
        }
        draw("news", data)
        st_folium(
            base_map(),
            key=key,
            height=height,
            use_container_width=True,
            returned_objects=[],
            render=False,
        )
