"""Showing a view in a page of another site: chosen, seen as it will be, taken as a line of HTML."""

from collections.abc import Mapping
from html import escape
from typing import TypeVar
from urllib.parse import urlencode

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.query.urls import filter_params
from regional_news.settings import settings
from regional_news.ui.session import address

Choice = TypeVar("Choice", str, int)

SHAPES: Mapping[str, str] = {
    "list": "List",
    "newest": "Newest issue",
    "both": "Map and list",
    "map": "Map",
}
LOOKS: Mapping[str, str] = {"": "The reader’s own", "light": "Light", "dark": "Dark"}
HEIGHTS: Mapping[int, str] = {420: "Small", 640: "Medium", 900: "Large"}
"""What is chosen: what is shown, the colours, and how many pixels high the frame is. The first is
shown to all who come for a file: a list, which costs them next to nothing."""

_FRAME = (
    '<iframe src="{}" title="Regional news map" width="100%" height="{}" loading="lazy" '
    'style="border:0"></iframe>'
)


def embedding(wanted: BriefFilter) -> None:
    """Draw the choices for a filter's briefs, the frame that they make, and its HTML."""
    st.markdown("**Show it in a page of your own site or intranet**")
    with st.container(horizontal=True, gap="large"):
        shape = _choice("Show", SHAPES)
        look = _choice("Colours", LOOKS)
        height = _choice("Size", HEIGHTS)
    place = framed(wanted, shape, look)
    st.markdown(_who())
    st.code(_FRAME.format(escape(place), height), language=None, wrap_lines=True)
    st.iframe(place, height=height, alt="What the frame will show")


def framed(wanted: BriefFilter, shape: str, look: str) -> str:
    """Return the address of a filter's briefs for a frame; lists are pages that need no script."""
    site, params = address.site(), [*filter_params(wanted), ("embed", "true")]
    if shape in {"list", "newest"}:
        params += [("look", look)] if look else []
        return f"{site.root}{'briefing' if shape == 'list' else 'latest'}?{urlencode(params)}"
    params += [("embed_options", f"{look}_theme")] if look else []
    params += [("part", shape)] if shape == "map" else []
    return f"{site.root}?{urlencode(params)}"


def _choice(label: str, options: Mapping[Choice, str]) -> Choice:
    first = next(iter(options))
    chosen = st.segmented_control(
        label, list(options), default=first, format_func=lambda each: options[each]
    )
    return first if chosen is None else chosen


def _who() -> str:
    """Return who may show the frame, and what to do where that is not enough."""
    others = [
        each for each in settings().frame_ancestors if each.strip("'") not in {"self", "none"}
    ]
    may = f"these may: {', '.join(others)}" if others else "no other site may as yet"
    members = settings().access == "members"
    return (
        f"Which sites may show it is set on the server: {may}. Ask whoever runs it to add yours "
        "to REGIONAL_NEWS_FRAME_ANCESTORS; until then your page shows an empty frame."
        + (" Readers must be signed in here, which most browsers refuse in a frame." * members)
    )
