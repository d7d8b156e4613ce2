"""What a geocoding service knows of a name that no council has: asked when somebody says so."""

from collections.abc import Sequence

import streamlit as st

from regional_news.errors import DataError
from regional_news.geocoding.chain import Placed, Unplaced, open_geocoder
from regional_news.settings import settings
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.council_picker import council_label
from regional_news.ui.widgets.plain import plain

_NEAREST = 3


def suggested_council(snapshot: Snapshot, name: str) -> str:
    """Draw what the service knows of ``name``; return the id of the council chosen, or "".

    Nothing is drawn where the settings name no service, and nothing is asked before the button.
    """
    if not settings().nominatim_url:
        return ""
    answered = f"{name} is answered"
    if st.button("Ask the geocoding service", key=f"{name} is asked", icon=":material/pin_drop:"):
        st.session_state[answered] = _ask(snapshot, name)
    match st.session_state.get(answered):
        case Unplaced(reason):
            st.warning(plain(f"“{name}” stays unplaced: {reason}."))
        case Placed(location), councils:
            st.markdown(plain(f"The service suggests: {location.address}. Is it one of these?"))
            return _choice(snapshot, name, councils)
    return ""


def _ask(snapshot: Snapshot, name: str) -> Unplaced | tuple[Placed, Sequence[str]]:
    """Return the answer with the ids of the councils nearest to it."""
    geocoder = open_geocoder(snapshot.resolver, settings())
    try:
        with st.spinner("Asking the geocoding service …"):
            placed = geocoder.place(name)
    except DataError as error:
        return Unplaced(str(error))
    if isinstance(placed, Unplaced):
        return placed
    return placed, [each.raw["id"] for each in geocoder.near(placed.location)[:_NEAREST]]


def _choice(snapshot: Snapshot, name: str, councils: Sequence[str]) -> str:
    with st.container(horizontal=True):
        for council_id in councils:
            label = plain(council_label(snapshot, council_id))
            if st.button(label, key=f"{name} is near {council_id}"):
                return council_id
    return ""
