"""The two components of our own: the filters with their counts, and the list of briefs.

Streamlit has no list of options with a count beside each and no card that keeps keyboard focus
over a rerun. Both draw what Python hands them and say what was clicked; they hold no state.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent

_HTML = {
    "facets": "<div class='facets'></div>",
    "briefs": "<div class='briefs'><p role='status'></p><ol class='cards'></ol>"
    "<div class='empty' hidden></div></div>",
}


@cache
def _component(name: str) -> Callable[..., Any]:
    script = (_HERE / f"{name}.js").read_text(encoding="utf-8")
    style = (_HERE / f"{name}.css").read_text(encoding="utf-8")
    mount: Callable[..., Any] = st.components.v2.component(
        f"regional_news_{name}", html=_HTML[name], css=style, js=script
    )
    return mount


def draw(name: str, data: Mapping[str, Any], on: Mapping[str, Callable[[Any], None]]) -> None:
    """Draw a component; ``on`` maps what can be clicked to what is then done with its value."""

    def told(event: str) -> Callable[[], None]:
        return lambda: _tell(name, event, on[event])

    callbacks = {f"on_{event}_change": told(event) for event in on}
    _component(name)(key=name, data=dict(data), **callbacks)


def _tell(name: str, event: str, act: Callable[[Any], None]) -> None:
    value = getattr(st.session_state[name], event)
    if value is not None:
        act(value)
