"""The title of a page, with the ways from it: copy the address, open the filters, go to the map."""

import streamlit as st

from regional_news.ui.components import draw
from regional_news.ui.plain import plain


def heading(title: str, *, filters: bool = True, to_map: bool = False) -> None:
    """Draw the title and beside it the shortcuts that the page has."""
    with st.container(horizontal=True, vertical_alignment="center", key="heading"):
        st.title(plain(title), anchor=False)
        shortcuts = {"view": title, "filters": filters, "map": to_map}
        draw("shortcuts", shortcuts, {}, width="content")
