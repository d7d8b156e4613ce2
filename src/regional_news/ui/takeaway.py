"""The view as files: built when they are asked for, from exactly the rows on the page."""

import streamlit as st

from regional_news.exports import FORMATS, download
from regional_news.query import View


def downloads(view: View) -> None:
    """Draw a button for each format; a click builds the file and reruns nothing."""
    with st.container(horizontal=True):
        for name, label in FORMATS.items():
            made = download(view, name)
            st.download_button(
                label,
                data=made.read,
                file_name=made.file_name,
                mime=made.media_type,
                key=f"download-{name}",
                on_click="ignore",
                icon=":material/download:",
                disabled=not len(view),
            )
