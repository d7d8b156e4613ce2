"""A part of the page that is folded, whose line may come to say something else."""

from typing import Any

import streamlit as st


def steady_fold(line: str, key: str) -> Any:
    """Return an expander that tells whether it is open; what its line says changes once it closes.

    Streamlit takes an expander with another line for another one, and draws it closed, with the
    field in it that somebody types in.
    """
    shown = f"{key} line"
    if not st.session_state.get(key):
        st.session_state[shown] = line
    return st.expander(st.session_state.setdefault(shown, line), key=key, on_change="rerun")
