"""The worksheet saved in the editor's browser, and restored in a session that begins."""

import streamlit as st

from regional_news.ui.components import draw
from regional_news.ui.editing.worksheet import as_json, restore, worksheet
from regional_news.ui.session.sign_in import person

_ASKED = "browser was asked"
_MOST = 2_000_000
"""Characters that a browser surely has room for; what is longer only the session keeps."""


def autosave_worksheet(place: str = "") -> None:
    """Draw, unseen, what keeps the worksheet of this session; in a form too, which runs by itself.

    Drawn before the page, it gives back what the browser kept at the first run of a session;
    what is begun in the meantime goes before it. Two tabs keep what is begun in each of them, and
    have the editor's name in common.
    """
    signed_in = person()
    text = as_json(worksheet())
    data = {
        "place": f"regional news, begun by {signed_in.email if signed_in else 'this machine'}",
        "asks": not st.session_state.get(_ASKED) and not text,
        "text": text if len(text) <= _MOST else "",
        "who": worksheet().who,
    }
    draw("autosave", data, {"saved": _take}, key=f"autosave {place}".strip())


def _take(text: str) -> None:
    st.session_state[_ASKED] = True
    if text and not as_json(worksheet()):
        restore(text)
