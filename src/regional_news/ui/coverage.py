"""The page Coverage: who gets written about, about what, and who never was."""

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from regional_news.atlas import Atlas
from regional_news.coverage import Coverage
from regional_news.query import View
from regional_news.ui import address
from regional_news.ui.components import draw
from regional_news.ui.filters import filter_panel, search_box
from regional_news.ui.plain import plain
from regional_news.ui.takeaway import downloads


def coverage(atlas: Atlas) -> None:
    """Draw the page."""
    heading = st.container()
    search_box()
    view = filter_panel(atlas)
    with heading:
        st.title("Coverage")
        st.markdown(f"{plain(view.title)}: **{view.totals}**")
    covered = Coverage(view)
    _matrix(atlas, view, covered)
    _over_time(atlas, covered)
    _councils(atlas, covered)
    _never(covered)
    downloads(view)
