"""What a reader sees when a page fails: a sentence, never a traceback."""

import logging

import streamlit as st

LOG = logging.getLogger(__name__)


def say_sorry(error: Exception) -> bool:
    """Log the error and tell the reader what to do; return True: nothing else is shown."""
    LOG.error("A page failed", exc_info=error)
    st.error(
        "This page could not be drawn. Nothing was lost: reload it, or clear the filters and try "
        "again. If it happens twice, tell the editors what you did.",
        icon=":material/error:",
    )
    return True
