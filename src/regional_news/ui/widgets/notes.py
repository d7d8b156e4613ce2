"""Short notes to the reader: what in the address was ignored, what in the data is in doubt."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.query.urls import ReadFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.table.schema import RowProblem
from regional_news.text import amount
from regional_news.ui.session import address
from regional_news.ui.widgets.plain import plain

NO_BRIEF = "No brief matches these filters. Take one of them away, or clear them all."

_MOST = 20
"""How many rows are told of on a page."""


def nothing_found() -> dict[str, Any]:
    """Return what a list without a brief says, and the links to what would be found."""
    clear = {"label": "Clear all filters", "href": address.href("", BriefFilter())}
    return {"said": NO_BRIEF, "ways": [clear]}


def address_notes(found: ReadFilter) -> None:
    """Say what in the address nothing answers to."""
    if found.ignored:
        unknown = plain(", ".join(found.ignored))
        st.warning(f"Left out of this link, because nothing has that name: {unknown}.")


def data_notes(snapshot: Snapshot) -> None:
    """List the rows of the file that could not be read in full."""
    if not snapshot.problems:
        return
    with st.expander(f"{amount(len(snapshot.problems), 'note')} on the data"):
        row_notes(snapshot.problems)


def row_notes(problems: Sequence[RowProblem]) -> None:
    """List the first of the rows that could not be read in full, as one text.

    Every element is sent to every reader at every rerun.
    """
    lines = [f"regional_news.csv, line {each.line}: {each.reason}" for each in problems[:_MOST]]
    st.text("\n".join(lines))
    if more := len(problems) - len(lines):
        st.markdown(f"… and {more:,} more; `regional-news check` lists all.")
