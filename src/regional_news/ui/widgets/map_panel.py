"""The map beside the list: bubbles for councils, outlines for regions, and its controls."""

from collections.abc import Mapping

import streamlit as st

from regional_news.map.base_map import MapView, News, bounds_of
from regional_news.query import View
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.session import address
from regional_news.ui.widgets.news_map import news_map

HEIGHT = 640
_KEY, _AFTER = "map", "shade"


def map_panel(snapshot: Snapshot, view: View) -> None:
    """Draw the map of the view; a click on a bubble or an outline changes the filter."""
    here = st.container()
    shaded = st.toggle("Shade regions by number of briefs", key=_AFTER, bind="query-params")
    with here:
        news = _news(snapshot, view, shaded=shaded)
        news_map(_KEY, news, height=HEIGHT, on_click=_clicked, after=_AFTER)


def _news(snapshot: Snapshot, view: View, *, shaded: bool) -> News:
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
        view=_wish(snapshot),
        theme=st.context.theme.type or "light",
    )


def _wish(snapshot: Snapshot) -> MapView:
    """Return where the list last asked the map to go: to the council in focus."""
    council = snapshot.gazetteer.get(st.session_state.get("focus", ""))
    return MapView(st.session_state.get("moves", 0), bounds_of([council]) if council else None)


def _clicked(thing: Mapping[str, str]) -> None:
    """Filter to what was clicked, or stop filtering where it was the one thing chosen."""
    if thing["kind"] in ("council", "region"):
        address.pick_alone(thing["kind"], thing["id"])
