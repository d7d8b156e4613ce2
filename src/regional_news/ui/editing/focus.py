"""Where the keyboard goes on when what had the focus is gone."""

import streamlit as st

from regional_news.ui.components import draw


def focus_when_lost(key: str) -> None:
    """Give the focus to the first field or button of a keyed part of the page, once it is lost.

    An answered question goes with the button that had the focus, a page that was read with the
    field that it was pasted into. A page calls this once.
    """
    draw("focus", {"run": st.session_state.get("runs")}, key=f"lead {key}")
