"""What was saved last, told above every page until it is put away, with the way back."""

from dataclasses import dataclass

import streamlit as st

from regional_news.errors import StoreError
from regional_news.query import BriefFilter
from regional_news.store import Change
from regional_news.ui.session.editing import show_saved, store_for_editor, who
from regional_news.ui.session.routes import EXPLORE, go
from regional_news.ui.widgets.plain import plain

_RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A change that was made, the issue that it concerns, if one, and what else there is to say."""

    change: Change
    issue: str = ""
    note: str = ""


def saved(change: Change | None, issue: str = "", note: str = "") -> None:
    """Keep what was saved for the receipt, and run the page again with it."""
    st.session_state[_RECEIPT] = Receipt(change, issue, note) if change else None
    show_saved()


def saved_last() -> str:
    """Return the id of the change whose receipt is shown, empty where there is none."""
    last: Receipt | None = st.session_state.get(_RECEIPT)
    return last.change.id if last else ""


def receipt() -> None:
    """Draw what was saved last, with the way back."""
    last: Receipt | None = st.session_state.get(_RECEIPT)
    if last is None:
        return
    with st.container(key="receipt"):
        told = f"Saved: {last.change.words}. {last.note}".strip()
        st.success(plain(told), icon=":material/check_circle:")
        with st.container(horizontal=True):
            undo = st.button("Undo", icon=":material/undo:", key="undo last")
            if last.issue:
                shown = BriefFilter(issues=(last.issue,))
                st.button(
                    "See the issue", icon=":material/map:", on_click=go, args=(EXPLORE, shown)
                )
            st.button("Close", icon=":material/close:", key="close receipt", on_click=put_away)
    if undo:
        take_back(last.change.id)


def take_back(change_id: str) -> None:
    """Undo a change, or say why it cannot be undone."""
    try:
        change = store_for_editor().undo(who=who(), change_id=change_id)
    except StoreError as error:
        st.error(plain(str(error)))
        return
    saved(change)


def put_away() -> None:
    """Let the receipt go: it tells of what was done before."""
    st.session_state[_RECEIPT] = None
