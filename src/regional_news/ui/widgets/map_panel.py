"""The map beside the list: bubbles for councils, outlines for regions, and its controls."""

import streamlit as st

from regional_news.map.base_map import MapView, News, bounds_of
from regional_news.query import View
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.session import address
from regional_news.ui.widgets.news_map import news_map

HEIGHT = 640
_KEY, _AFTER = "map", "shade"
_SHOWN, _MOVES = "shown council", "moves of the map"


def map_panel(snapshot: Snapshot, view: View) -> None:
    """Draw the map of the view; a click on a bubble or an outline changes the filter.

    What they filter, the address holds.
    """
    here = st.container()
    shaded = address.switch("Shade regions by number of briefs", _AFTER)
    with here:
        news = _news(snapshot, view, shaded=shaded)
        news_map(_KEY, news, height=HEIGHT, answers=True, after=_AFTER)


def _news(snapshot: Snapshot, view: View, *, shaded: bool) -> News:
    about = view.facet("council", mentions=False)
    named = view.facet("council", mentions=True) if view.wanted.mentions else about
    return News(
        counts=about,
        mentioned={council: count - about[council] for council, count in named.items()},
        chosen=view.wanted.councils,
        focus=address.value(address.SHOW),
        regions=view.wanted.regions,
        shades=view.facet("region") if shaded else None,
        view=_wish(snapshot),
        theme=st.context.theme.type or "light",
    )


def _wish(snapshot: Snapshot) -> MapView:
    """Return where the list asks the map to go: to the council that the address shows.

    A wish is new where another council is shown than in the run before.
    """
    state, shown = st.session_state, address.value(address.SHOW)
    if state.get(_SHOWN, "") != shown:
        state[_SHOWN], state[_MOVES] = shown, state.get(_MOVES, 0) + 1
    council = snapshot.gazetteer.get(shown)
    bounds = bounds_of([council]) if council else None
    return MapView(state.get(_MOVES, 0), bounds, at_start=bool(council))
