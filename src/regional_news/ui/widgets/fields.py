"""Fields that show a value kept elsewhere, and hand on what is entered in them."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def keyed(name: str, value: Any, take: Callable[[Any], None]) -> dict[str, Any]:
    """Return the key and the callback of a widget whose default is ``value``.

    ``take`` gets what somebody enters, words without spaces too many. Where ``value`` has become
    another than was shown or entered, the key is a new one, and a new field shows it:

        st.text_input("Name", issue.name, **keyed("name", issue.name, rename))

    Streamlit could set the value of a field that stands, but does not tell a browser for certain:
    a run that begins before the one that sets it is drawn takes its place. The field is then drawn
    empty, and what is empty counts as entered. A default comes with every run. What a browser sends
    of a field that is gone, or as it was shown, is nobody's entry and is not handed on.
    """
    mark = f"{name} shows"
    turn, shown = st.session_state.get(mark, (0, value))
    if shown not in (value, _ENTERED):
        turn += 1
    st.session_state[mark] = turn, value
    widget = f"{name} {turn}" if turn else name
    return {"key": widget, "on_change": _took, "args": (mark, turn, widget, take)}


def key_now(name: str) -> str:
    """Return the key of the widget that shows a value now."""
    turn, _ = st.session_state.get(f"{name} shows", (0, None))
    return f"{name} {turn}" if turn else name


_ENTERED = object()
"""What a field shows until its value has been kept: it may be kept in other words."""


def _took(mark: str, turn: int, widget: str, take: Callable[[Any], None]) -> None:
    now, shown = st.session_state[mark]
    value = st.session_state.get(widget, shown)
    if isinstance(value, str):
        value = " ".join(value.split())
    if now != turn or value == shown:
        return
    st.session_state[mark] = turn, _ENTERED
    take(value)
