"""The map of news: a base map that never changes, and what a component of our own draws in it."""

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit_folium import st_folium

from regional_news.map.base_map import News, base_map
from regional_news.ui.components import draw

Click = Callable[[Mapping[str, str]], None]


def news_map(
    key: str,
    news: News,
    *,
    height: int,
    on_click: Click | None = None,
    after: str = "",
) -> None:
    """Draw the news; a page has one map, ``height`` pixels high.

    ``on_click`` is called with the kind and the id of what is clicked: a council or a region.
    ``after`` is the key of the widget behind the map, to which a link leads past it.
    """
    frame = f"{key}-frame"
    with st.container(key=frame):
        data = {
            "frame": frame,
            "news": news.payload(),
            "answers": on_click is not None,
            "after": after,
        }
        draw("news", data, {"click": on_click} if on_click else {})
        st_folium(
            base_map(),
            key=key,
            height=height,
            use_container_width=True,
            returned_objects=[],
            render=False,
        )
