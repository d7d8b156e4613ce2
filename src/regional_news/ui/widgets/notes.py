"""Short notes to the reader: what in the address was ignored, what in the data is in doubt."""

from functools import lru_cache

import streamlit as st

from regional_news.query.urls import ReadFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.table.schema import RowProblem
from regional_news.text import amount
from regional_news.ui.widgets.plain import plain

_MOST = 20
"""How many rows are told of on a page."""


def address_notes(found: ReadFilter) -> None:
    """Say what in the address nothing answers to."""
    if found.ignored:
        unknown = plain(", ".join(found.ignored))
        st.warning(f"Left out of this link, because nothing has that name: {unknown}.")


def data_notes(snapshot: Snapshot) -> None:
    """Tell readers which briefs could not be read in full, and what is in doubt about them."""
    if not snapshot.problems:
        return
    with st.expander(f"{amount(len(snapshot.problems), 'note')} on the data"):
        st.text(_told_first(snapshot))
        if more := len(snapshot.problems) - _MOST:
            st.markdown(f"… and {more:,} more; Review lists all." if more > 0 else "")


@lru_cache(maxsize=1)
def _told_first(snapshot: Snapshot) -> str:
    """Return the first notes as one text, the same for all readers of a snapshot."""
    return "\n".join(told(snapshot, each) for each in snapshot.problems[:_MOST])


def told(snapshot: Snapshot, problem: RowProblem) -> str:
    """Return what is wrong with a brief, with its headline; files and lines mean nothing here."""
    frame = snapshot.index.frame
    headlines = frame.loc[frame["id"] == problem.brief_id, "headline"]
    headline = next((each for each in headlines if each), "A brief without a headline")
    return f"{headline}: {problem.reason}."
