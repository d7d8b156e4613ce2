"""The components of our own: filters with counts, the list of briefs, theme by region.

Streamlit has no list of options with a count beside each, no card that keeps keyboard focus over
a rerun, no table whose numbers can be clicked, no button that copies the address, and nothing that
hands a map its news, notices when it does not draw, or notices a server that came back. They draw
what Python hands them and say what was clicked; they hold no state. ``frame`` shows nothing: it has
the style of the pages, since a file costs a rerun less than a text that is sent with each.
``pyproject.toml`` in the package's folder declares them.

The browser pays for every element of a page at every rerun, so a component draws all that stands
together: the title with its buttons, the filters with theirs.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal

import streamlit as st

_HTML = {
    "facets": "<div class='facets'><h2></h2>"
    "<button type='button' class='clear'>Clear all filters</button></div>",
    "briefs": "<div class='briefs'><p role='status'></p>"
    "<ul class='chosen' aria-label='Filters in use'></ul><ol class='cards'></ol>"
    "<div class='empty' hidden></div></div>",
    "matrix": "<div class='matrix' tabindex='0' role='region' aria-label='Theme by region'>"
    "<table></table></div>",
    "councils": "<div class='councils'></div>",
    "heading": "<div class='heading'><h1></h1><div class='shortcuts'>"
    "<button type='button' class='filters'>Filters</button>"
    "<button type='button' class='map'>Go to the map</button>"
    "<button type='button' class='copy' disabled>Copy link</button>"
    "<p class='said' role='status'></p>"
    "<input class='address' readonly hidden aria-label='Link to this page'></div></div>",
    "frame": "<div hidden></div>",
    "news": "<a class='skip' href='#'>Skip the map</a>"
    "<div class='note'><p role='status'>Drawing the map…</p></div>",
}


@cache
def _component(name: str) -> Callable[..., Any]:
    mount: Callable[..., Any] = st.components.v2.component(
        f"regional-news.{name}",
        html=_HTML[name],
        css=f"{name}.css",
        js=f"{name}.js",
        isolate_styles=name != "frame",  # whose style is that of the whole page
    )
    return mount


def draw(
    name: str,
    data: Mapping[str, Any],
    on: Mapping[str, Callable[[Any], None]],
    *,
    key: str = "",
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    """Draw a component; ``on`` maps what can be clicked to what is then done with its value.

    A component that a page draws several times needs a ``key`` for each.
    """
    key = key or name

    def told(event: str) -> Callable[[], None]:
        return lambda: _tell(key, event, on[event])

    callbacks = {f"on_{event}_change": told(event) for event in on}
    _component(name)(key=key, data=dict(data), width=width, **callbacks)


def _tell(key: str, event: str, act: Callable[[Any], None]) -> None:
    value = getattr(st.session_state[key], event)
    if value is not None:
        act(value)
