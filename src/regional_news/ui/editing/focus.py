"""Where the keyboard goes on when what had the focus is gone."""

import streamlit as st

from regional_news.ui.components import draw

_AT = "form at work"


def stay_at(form: str, field: str = "") -> None:
    """Remember in which form, by its key, somebody pressed last what is gone then.

    ``field`` is the key of what has the focus next where the form has no more questions.
    """
    st.session_state[_AT] = form, field


def form_at_work() -> tuple[str, str]:
    """Return the key of that form and the field, "" where there is none."""
    at: tuple[str, str] = st.session_state.get(_AT, ("", ""))
    return at


def focus_when_lost(key: str) -> None:
    """Give the focus to the first field or button of a keyed part of the page, once it is lost.

    An answered question goes with the button that had the focus, a page that was read with the
    field that it was pasted into. A page calls this once.
    """
    draw("focus", {"run": st.session_state.get("runs")}, key=f"lead {key}")
