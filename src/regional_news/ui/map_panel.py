"""The map beside the list: bubbles for councils, outlines for regions, and its controls."""

import streamlit as st

from regional_news.atlas import Atlas
from regional_news.mapping import Bounds, MapView, News, bounds_of
from regional_news.query import View
from regional_news.ui import address
from regional_news.ui.news_map import news_map

HEIGHT = 640
_KEY = "map"


def map_panel(atlas: Atlas, view: View) -> None:
    """Draw the map of the view; a click on a bubble or an outline changes the filter."""
    st.html(
        "<div id='the-map' tabindex='-1' role='group' aria-label='Map'>"
        "<a class='skip' href='#after-map'>Skip the map</a></div>"
    )
    here = st.container()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Fit to results", icon=":material/fit_screen:", on_click=_fit, args=(atlas, view))
        st.button("Whole map", icon=":material/public:", on_click=_move, args=(None,))
        shaded = st.toggle("Shade regions by number of briefs", key="shade", bind="query-params")
    with here:
        news = _news(atlas, view, shaded=shaded)
        news_map(_KEY, news, atlas.gazetteer, height=HEIGHT, on_click=_clicked)
    st.html("<div id='after-map' tabindex='-1'></div>")


def _news(atlas: Atlas, view: View, *, shaded: bool) -> News:
    state = st.session_state
    about = view.facet("council", mentions=False)
    named = view.facet("council", mentions=True) if view.wanted.mentions else about
    return News(
        counts=about,
        mentioned={council: count - about[council] for council, count in named.items()},
        chosen=view.wanted.councils,
        focus=state.get("focus", ""),
        regions=view.wanted.regions,
        shades=view.facet("region") if shaded else None,
        view=_wish(atlas),
        theme=st.context.theme.type or "light",
    )


def _wish(atlas: Atlas) -> MapView:
    """Return where the map was last asked to go: to the council in focus, or to some bounds."""
    council = atlas.gazetteer.get(st.session_state.get("focus", ""))
    bounds = bounds_of([council]) if council else st.session_state.get("bounds")
    return MapView(st.session_state.get("moves", 0), bounds)


def _fit(atlas: Atlas, view: View) -> None:
    _move(bounds_of(atlas.gazetteer[council] for council in view.counts("council")))


def _move(bounds: Bounds | None) -> None:
    st.session_state["focus"] = ""
    st.session_state["bounds"] = bounds
    st.session_state["moves"] = st.session_state.get("moves", 0) + 1


def _clicked() -> None:
    """Filter to what was clicked, or stop filtering where it was the one thing chosen."""
    drawing = (st.session_state[_KEY] or {}).get("last_active_drawing") or {}
    clicked = drawing.get("properties", {})
    group, value = clicked.get("kind"), clicked.get("id")
    if group in ("council", "region"):
        address.pick_alone(group, value)
