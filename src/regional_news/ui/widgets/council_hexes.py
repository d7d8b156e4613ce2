"""Every council the same: a hexagon each, on Coverage."""

import streamlit as st

from regional_news.query import View
from regional_news.ui.widgets.map_panel import mapped
from regional_news.ui.widgets.news_map import news_map


def council_hexes(view: View) -> None:
    """Draw the hexagons of a view; what is chosen there opens on Explore."""
    st.header("Every council the same")
    st.caption(
        "A hexagon for each council in office, as near as can be to where it lies: pale where no "
        "brief is about it. Briefs about councils that are no more are not here."
    )
    news_map("map", mapped(view, form="hexes"), answers=True)
