"""A doubt about a brief, with an answer to each of what it can mean, one press away."""

import streamlit as st

from regional_news.ingest import Doubt
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.council_picker import council_label
from regional_news.ui.editing.page_items import Item, doubt_key
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.widgets.plain import plain

_FIELDS = ("councils", "also_mentions")


def doubt_answers(snapshot: Snapshot, item: Item, doubt: Doubt) -> None:
    """Draw a doubt and its answers; an answer settles it, and it is gone."""
    known = doubt_key(item.key, doubt)
    st.warning(plain(f"{doubt}."), icon=":material/help:")
    with st.container(horizontal=True):
        if len(doubt.candidates) > 1:
            for council in doubt.candidates:
                st.button(
                    plain(f"It is {council_label(snapshot, council.id)}"),
                    key=f"{known} {council.id}",
                    on_click=_swap,
                    args=(item, doubt.words, council.id),
                )
        stays = (
            "That is right" if len(doubt.candidates) == 1 or doubt.region else "Leave it to Review"
        )
        st.button(stays, key=f"{known} stays", on_click=worksheet().settle, args=(known,))
        if len(doubt.candidates) == 1:
            st.button(
                plain(f"Take {doubt.candidates[0].short_name} out"),
                key=f"{known} goes",
                on_click=_swap,
                args=(item, doubt.candidates[0].id, ""),
            )


def _swap(item: Item, name: str, council_id: str) -> None:
    """Put a council in the place of a name; an empty id takes the name out."""
    for field in _FIELDS:
        names: tuple[str, ...] = getattr(item.now, field)
        if name in names:
            swapped = [council_id if each == name else each for each in names]
            worksheet().edit(item.key, field, list(dict.fromkeys(filter(None, swapped))))
