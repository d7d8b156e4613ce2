"""Whom a reader writes to."""

import streamlit as st

from regional_news.settings import settings
from regional_news.ui.widgets.plain import plain


def contact_line() -> None:
    """Say at the foot of a page whom to write to, where the settings name somebody."""
    contact = settings().contact
    if contact:
        address = contact if contact.startswith("http") else f"mailto:{contact}"
        st.caption(
            f"Something wrong, or something missing? Write to [{plain(contact)}]({address})."
        )
