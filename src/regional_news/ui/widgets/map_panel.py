"""The map beside the list: bubbles or hexagons for councils, and what may be changed about them."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from regional_news.map.base_map import Colour, Form, MapView, News
from regional_news.model import Box
from regional_news.query import View
from regional_news.query.councils import latest, newest, theme_groups
from regional_news.query.urls import query_string
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.session import address
from regional_news.ui.widgets.news_map import news_map

_KEY, _AFTER = "map", "shade"
_ISLANDS = Box(49.0, -11.0, 61.5, 2.5)
_SHOWN, _MOVES = "shown council", "moves of the map"

FORMS: Mapping[Form, str] = {"map": "Map", "hexes": "Hexagons"}
COLOURS: Mapping[Colour, str] = {"number": "Number", "theme": "Theme", "recent": "Newest"}
"""What a reader chooses between: as it stands in the address, and on the page."""


def map_panel(snapshot: Snapshot, view: View) -> None:
    """Draw the map of the view and its switches.

    What they and the map choose, the address holds.
    """
    here = st.container()
    with st.container(key="map-switches", horizontal=True, vertical_alignment="center"):
        form = address.choice("Show councils as", "form", FORMS)
        colour = address.choice("Colour by", "colour", COLOURS)
        shaded = address.switch("Shade regions by number of briefs", _AFTER)
        if form == "map":  # hexagons do not lie where their councils are
            address.switch("List only what the map shows", "box", means=_in_sight())
    limits = form == "map" and view.wanted.box is not None
    if limits:
        view = snapshot.view(replace(view.wanted, box=None))  # what lies beyond the part it shows
    with here:
        news = _news(snapshot, view, form=form, colour=colour, shaded=shaded)
        news_map(_KEY, news, answers=True, after=_AFTER, limits=limits)


def council_hexes(view: View) -> None:
    """Draw the hexagons of a view; what is chosen there opens on Explore."""
    st.header("Every council the same")
    st.caption(
        "A hexagon for each council in office, as near as can be to where it lies: pale where no "
        "brief is about it. Briefs about councils that are no more are not here."
    )
    news_map(_KEY, mapped(view, form="hexes"), answers=True)


def _in_sight() -> str:
    """Return the box that the map shows as far as the server knows; the browser then mends it."""
    return str(Box.read(address.value(address.CAMERA)) or _ISLANDS)


def mapped(view: View, *, form: Form = "map", colour: Colour = "number") -> News:
    """Return what a map tells of a view."""
    about = view.facet("council", mentions=False)
    named = view.facet("council", mentions=True) if view.wanted.mentions else about
    return News(
        counts=about,
        mentioned={council: count - about[council] for council, count in named.items()},
        chosen=view.wanted.councils,
        regions=view.wanted.regions,
        theme=st.context.theme.type or "light",
        form=form,
        colour=colour,
        groups=theme_groups(view) if colour == "theme" else {},
        newest=newest(view) if colour == "recent" else {},
        latest=latest(view) if colour == "recent" else "",
        query=query_string(replace(view.wanted, councils=())),
    )


def _news(snapshot: Snapshot, view: View, *, form: Form, colour: Colour, shaded: bool) -> News:
    return replace(
        mapped(view, form=form, colour=colour),
        focus=address.value(address.SHOW),
        shades=view.facet("region") if shaded else None,
        view=_wish(snapshot),
    )


def _wish(snapshot: Snapshot) -> MapView:
    """Return where the list asks the map to go: to the council that the address shows.

    A wish is new where another council is shown than in the run before.
    """
    state, shown = st.session_state, address.value(address.SHOW)
    if state.get(_SHOWN, "") != shown:
        state[_SHOWN], state[_MOVES] = shown, state.get(_MOVES, 0) + 1
    council = snapshot.gazetteer.get(shown)
    bounds = ((council.lat, council.lon),) * 2 if council else None
    return MapView(state.get(_MOVES, 0), bounds, at_start=bool(council))
