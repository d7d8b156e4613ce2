"""Who may change the data, and what changes it."""

import streamlit as st

from regional_news.atlas import Atlas, version_of
from regional_news.desk import Desk
from regional_news.journal import user
from regional_news.settings import settings
from regional_news.store import Store

_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
_EDITOR = "editor"


def may_edit() -> bool:
    """Return whether whoever looks at the page may add and review briefs."""
    return settings().editing == "open" and st.get_option("server.address") in _THIS_MACHINE


def say_closed() -> None:
    """Say that editing is switched off, and how to switch it on."""
    st.info(
        "Briefs cannot be added or reviewed here. On your own machine, start the app with "
        "`REGIONAL_NEWS_EDITING=open regional-news serve`.",
        icon=":material/lock:",
    )


def editor() -> str:
    """Draw the field for the editor's name, for the journal, and return the name."""
    st.text_input(
        "Your name, for the journal",
        user(),
        key=_EDITOR,
        max_chars=80,
        width=400,
        persist_state="session",
    )
    return who()


def who() -> str:
    """Return the editor's name as it was last given."""
    return str(st.session_state.get(_EDITOR) or "").strip() or user()


def desk_of(atlas: Atlas) -> Desk:
    """Return a desk with the names and themes of an atlas, made once for each version."""
    return _desk(atlas, atlas.version)


@st.cache_resource(max_entries=2, show_spinner=False)
def _desk(_atlas: Atlas, _version: object) -> Desk:
    return Desk(_atlas.gazetteer, _atlas.names, _atlas.themes)


def store_of(atlas: Atlas) -> Store:
    """Return the store of the data folder, with the names and themes of an atlas."""
    return Store(settings().data, atlas.names, atlas.themes)


def token_of(atlas: Atlas) -> str:
    """Return the store's version token for what the atlas holds; none where it is overtaken."""
    token = store_of(atlas).version()
    return token if version_of(settings().data) == atlas.version else ""
