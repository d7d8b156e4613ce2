"""Who may change the data, and what changes it."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from regional_news.errors import NotAllowed, StaleVersion
from regional_news.recognition.corrections import FILE_NAME, Corrections
from regional_news.settings import settings
from regional_news.snapshot.cache import current_snapshot, settled_snapshot
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import SOMEBODY, Store, configured_store
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.session.sign_in import may_edit, person
from regional_news.ui.widgets.fields import keyed
from regional_news.ui.widgets.plain import plain

Saved = TypeVar("Saved")

_EDITOR, _RECOVERED = "editor", "recovered"
_YOUR_NAME = "Your name, for your colleagues"


def say_closed() -> None:
    """Say that editing is switched off, and how to switch it on."""
    st.info(
        "Briefs cannot be added or reviewed here. Staff sign in first; on your own machine, start "
        "the app with `make run`, or as the README says for Windows, and open the link that it "
        "prints.",
        icon=":material/lock:",
    )


def say_recovered() -> None:
    """Say once a session what became of a save that was cut short."""
    if _RECOVERED not in st.session_state:
        st.session_state[_RECOVERED] = configured_store().recover()
        if st.session_state[_RECOVERED]:
            st.warning(plain(st.session_state[_RECOVERED]))


def editor(place: str, *, in_bar: bool = False) -> str:
    """Return the editor's name for the journal; where nobody signs in, ask for it once.

    ``place`` tells the fields of a page apart; all have the same name. On Changes it can be given
    anew. A field stays where it was asked for: what stands beside it must not jump; ``in_bar``
    says that there is no room above it for what it is for.
    """
    widget = f"{_EDITOR} {place}"
    asks = st.session_state.setdefault(f"{widget} asks", not worksheet().who)
    if person() is None and (asks or place == "changes"):
        st.text_input(
            _YOUR_NAME,
            worksheet().who,
            max_chars=80,
            placeholder=_YOUR_NAME if in_bar else "",
            label_visibility="collapsed" if in_bar else "visible",
            width=280,
            **keyed(widget, worksheet().who, _named),
        )
    return who()


def _named(name: str) -> None:
    worksheet().who = name


def who() -> str:
    """Return the address of who is signed in, else the name that was last given.

    The user whom the server runs as is nobody who sits at a browser.
    """
    signed_in = person()
    if signed_in is not None:
        return signed_in.email
    return worksheet().who or SOMEBODY


def corrections() -> Corrections:
    """Return the answers that staff gave to offers of councils, to ask or to add to."""
    return Corrections(settings().data / FILE_NAME)


def store_for_editor() -> Store:
    """Return the store to change; raises NotAllowed where the person may not.

    Asked again at every change, since a page may stand open while a sign-in expires.
    """
    if not may_edit():
        raise NotAllowed("You may not change the briefs here, so nothing was saved; sign in again.")
    return configured_store()


def token_of(snapshot: Snapshot) -> str:
    """Return the store's version token for what the snapshot holds; none where it is overtaken."""
    return configured_store().version_at(snapshot.stored_at)


def with_newest(save: Callable[[Snapshot, str], Saved]) -> Saved:
    """Return what ``save`` returns of the newest snapshot and its version token.

    Where somebody else saves in the same instant it is called once more: what it checks of the
    briefs that it changes still holds, and the others are not its concern.
    """
    snapshot = current_snapshot()
    try:
        return save(snapshot, token_of(snapshot))
    except StaleVersion:
        snapshot = settled_snapshot()
        return save(snapshot, token_of(snapshot))


def show_saved() -> None:
    """Run the page again with what was just saved, however long that takes to be read."""
    settled_snapshot()
    st.rerun()
