"""What was saved or answered last, told above every page until put away, with the way back."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from regional_news.errors import StoreError
from regional_news.query import BriefFilter
from regional_news.store import Change
from regional_news.text import amount
from regional_news.ui.session.editing import show_saved, store_for_editor, who
from regional_news.ui.session.routes import EXPLORE, go
from regional_news.ui.widgets.plain import plain

_RECEIPT, _OF_PAGE = "receipt", "saved of the page"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one press changed, the issues to which it added briefs, and what else to say."""

    changes: tuple[Change, ...]
    issues: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one press answered, in a sentence, and what takes that back: it changed no brief."""

    words: str
    take_back: Callable[[], None]


def answered(words: str, take_back: Callable[[], None]) -> None:
    """Keep what one press answered for the receipt, and run the page again with it.

    ``take_back`` raises StoreError where the answer cannot be taken back.
    """
    st.session_state[_RECEIPT] = Answer(words, take_back)
    st.rerun()


def saved(*changes: Change, issues: tuple[str, ...] = (), note: str = "") -> None:
    """Keep what one press saved for the receipt, and run the page again with it."""
    st.session_state[_RECEIPT] = Receipt(changes, issues, note) if changes else None
    st.session_state[_OF_PAGE] = (*saved_of_page(), *(change.id for change in changes))
    show_saved()


def saved_last() -> str:
    """Return the id of the change whose receipt is shown, empty where there is none."""
    last: Receipt | Answer | None = st.session_state.get(_RECEIPT)
    return last.changes[-1].id if isinstance(last, Receipt) else ""


def saved_of_page() -> tuple[str, ...]:
    """Return the ids of the changes that were made here since the page was given."""
    ids: tuple[str, ...] = st.session_state.get(_OF_PAGE, ())
    return ids


def receipt() -> None:
    """Draw what was saved or answered last, with the way back."""
    place = st.empty()  # kept where there is no receipt, too: see brief_form
    last: Receipt | Answer | None = st.session_state.get(_RECEIPT)
    if last is None:
        return
    with place.container(key="receipt", horizontal=True, vertical_alignment="center"):
        if isinstance(last, Answer):
            _draw_answer(last)
        else:
            _draw_saved(last)


def _draw_saved(last: Receipt) -> None:
    more = amount(len(last.changes) - 1, "more change")
    words = last.changes[-1].words + (f", and {more}" if last.changes[1:] else "")
    _say(f"Saved: {words}. {last.note}".strip())
    undo = st.button("Undo", icon=":material/undo:", key="undo last")
    if last.issues:
        shown = BriefFilter(issues=last.issues)
        label = "See the issue" if len(last.issues) == 1 else "See the briefs"
        st.button(label, icon=":material/map:", on_click=go, args=(EXPLORE, shown))
    _way_out()
    if undo:
        take_back(*(change.id for change in reversed(last.changes)))


def _draw_answer(last: Answer) -> None:
    _say(last.words)
    back = st.button("Take the answer back", icon=":material/undo:", key="take answer back")
    _way_out()
    if back:
        try:
            last.take_back()
        except StoreError as error:
            st.error(plain(str(error)))
            return
        _close()
        st.rerun()


def _say(told: str) -> None:
    st.success(plain(told), icon=":material/check_circle:")


def _way_out() -> None:
    st.button("Close", icon=":material/close:", key="close receipt", on_click=_close)


def take_back(*change_ids: str) -> None:
    """Undo changes one after the other, or say why one cannot be undone."""
    undone: list[Change] = []
    for change_id in change_ids:
        try:
            change = store_for_editor().undo(who=who(), change_id=change_id)
        except StoreError as error:
            if not undone:
                st.error(plain(str(error)))
                return
            saved(*undone, note=str(error))
        undone += [change] if change else []
    saved(*undone)


def put_away() -> None:
    """Let the receipt go: it tells of what was done before another page was given."""
    _close()
    st.session_state[_OF_PAGE] = ()


def _close() -> None:
    st.session_state[_RECEIPT] = None
