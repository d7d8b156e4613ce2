"""Short notes to the reader: what in the address was ignored, what in the data is in doubt."""

import streamlit as st

from regional_news.atlas import Atlas
from regional_news.params import ReadFilter
from regional_news.ui.plain import plain


def address_notes(found: ReadFilter) -> None:
    """Say what in the address nothing answers to."""
    if found.ignored:
        unknown = plain(", ".join(found.ignored))
        st.warning(f"Left out of this link, because nothing has that name: {unknown}.")


def data_notes(atlas: Atlas) -> None:
    """List the rows of the file that could not be read in full."""
    if not atlas.problems:
        return
    count = len(atlas.problems)
    with st.expander(f"{count} {'note' if count == 1 else 'notes'} on the data"):
        for problem in atlas.problems:
            st.text(f"regional_news.csv, line {problem.line}: {problem.reason}")
