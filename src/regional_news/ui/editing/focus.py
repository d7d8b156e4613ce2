"""Where the keyboard goes on when what had the focus is gone."""

import re

import streamlit as st

from regional_news.ui.components import draw

_NO_NAME = re.compile(r"[^a-zA-Z0-9_-]")


def focus_when_lost(key: str) -> None:
    """Give the focus to the first field or button of a keyed part of the page, once it is lost.

    An answered question goes with the button that had the focus, a page that was read with the
    field that it was pasted into. A page calls this once.
    """
    named = f".st-key-{_NO_NAME.sub('-', key)}"
    draw("focus", {"first": named, "run": st.session_state.get("runs")})
