"""What was saved last, told above every page until it is put away, with the way back."""

from dataclasses import dataclass

import streamlit as st

from regional_news.errors import StoreError
from regional_news.query import BriefFilter
from regional_news.store import Change
from regional_news.ui.session.editing import show_saved, store_for_editor, who
from regional_news.ui.session.routes import EXPLORE, go
from regional_news.ui.widgets.plain import plain

_RECEIPT, _OF_PAGE = "receipt", "saved of the page"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A change that was made, the issues to which it added briefs, and what else to say."""

    change: Change
    issues: tuple[str, ...] = ()
    note: str = ""


def saved(change: Change | None, issues: tuple[str, ...] = (), note: str = "") -> None:
    """Keep what was saved for the receipt, and run the page again with it."""
    st.session_state[_RECEIPT] = Receipt(change, issues, note) if change else None
    if change:
        st.session_state[_OF_PAGE] = (*saved_of_page(), change.id)
    show_saved()


def saved_last() -> str:
    """Return the id of the change whose receipt is shown, empty where there is none."""
    last: Receipt | None = st.session_state.get(_RECEIPT)
    return last.change.id if last else ""


def saved_of_page() -> tuple[str, ...]:
    """Return the ids of the changes that were made here since the page was given."""
    ids: tuple[str, ...] = st.session_state.get(_OF_PAGE, ())
    return ids


def receipt() -> None:
    """Draw what was saved last, with the way back."""
    place = st.empty()  # kept where there is no receipt, too: see brief_form
    last: Receipt | None = st.session_state.get(_RECEIPT)
    if last is None:
        return
    with place.container(key="receipt", horizontal=True, vertical_alignment="center"):
        told = f"Saved: {last.change.words}. {last.note}".strip()
        st.success(plain(told), icon=":material/check_circle:")
        undo = st.button("Undo", icon=":material/undo:", key="undo last")
        if last.issues:
            shown = BriefFilter(issues=last.issues)
            label = "See the issue" if len(last.issues) == 1 else "See the briefs"
            st.button(label, icon=":material/map:", on_click=go, args=(EXPLORE, shown))
        st.button("Close", icon=":material/close:", key="close receipt", on_click=_close)
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
    """Let the receipt go: it tells of what was done before another page was given."""
    _close()
    st.session_state[_OF_PAGE] = ()


def _close() -> None:
    st.session_state[_RECEIPT] = None
