"""Short notes to the reader: what in the address was ignored, what in the data is in doubt."""

import streamlit as st

from regional_news.atlas import Atlas
from regional_news.params import ReadFilter


def address_notes(found: ReadFilter) -> None:
    """Say what in the address nothing answers to."""
    if found.ignored:
        st.warning(f"Ignored in this link, because nothing has that name: {', '.join(found.ignored)}.")


def data_notes(atlas: Atlas) -> None:
    """List the rows of the file that could not be read in full."""
    if not atlas.problems:
        return
    with st.expander(f"{len(atlas.problems)} notes on the data"):
        for problem in atlas.problems:
            st.text(f"regional_news.csv, line {problem.line}: {problem.reason}")
