"""A brief that wants nothing but a headline: one line with the field for it."""

from textwrap import shorten

import streamlit as st

from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.brief_form import headline_field
from regional_news.ui.editing.item_card import councils_and_themes, open_card, region_name
from regional_news.ui.editing.offers import offers
from regional_news.ui.editing.page_items import Item
from regional_news.ui.widgets.plain import plain

_BEGINNING = 140
"""Characters of a text: two lines beside the field."""


def asked_card(snapshot: Snapshot, item: Item) -> None:
    """Draw a brief that the page left something to a person in; as a line where it suffices."""
    whole = f"whole {item.key}"
    if not item.wants_headline or st.session_state.get(whole):
        open_card(snapshot, item)
        return
    with st.container(border=True, key=f"card {item.key}"):
        text, field = st.columns([1, 1], gap="medium", vertical_alignment="center")
        with text:
            st.markdown(_told(snapshot, item))
        with field, st.container(horizontal=True, vertical_alignment="center"):
            headline_field(item.entry.brief, item.key)
            st.button(
                "Open the whole form",
                key=f"open {item.key}",
                type="tertiary",
                on_click=st.session_state.update,
                args=({whole: True},),
            )
        with st.container():  # see brief_fields
            offers(snapshot, item)


def _told(snapshot: Snapshot, item: Item) -> str:
    """Return how the text begins, and the region, the councils and the themes in words."""
    sign = ":green[:material/check_circle:]" if item.is_ready else ":orange[:material/edit:]"
    told = plain(shorten(item.now.summary, _BEGINNING, placeholder=" …"))
    about = f"{region_name(snapshot, item)} · {councils_and_themes(snapshot, item)}"
    return f"{sign} {told}  \n:gray[{plain(about)}]"
