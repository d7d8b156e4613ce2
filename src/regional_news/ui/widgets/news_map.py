"""The map of news: a base map that never changes, and what a component of our own draws in it."""

import streamlit as st
from streamlit_folium import st_folium

from regional_news.map.base_map import News, base_map
from regional_news.ui.components import draw

HEIGHT = 640
"""Pixels, where the style of the page does not say how high a map is."""


def news_map(
    key: str,
    news: News,
    *,
    answers: bool = False,
    after: str = "",
    limits: bool = False,
) -> None:
    """Draw the news; a page has one map.

    Where it ``answers``, what is chosen on it, councils or a region, opens on Explore, and the
    address has where the map stands, so that a link and Back lead there. ``after`` is the key of
    what lies behind the map, to which a link leads past it. Where it ``limits`` the briefs, the
    address has the box that it shows, each time it has come to rest elsewhere.
    """
    frame = f"{key}-frame"
    with st.container(key=frame):
        data = {
            "frame": frame,
            "news": news.payload(),
            "answers": answers,
            "after": after,
            "limits": limits,
        }
        draw("news", data)
        st_folium(
            base_map(),
            key=key,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[],
            render=False,
        )
