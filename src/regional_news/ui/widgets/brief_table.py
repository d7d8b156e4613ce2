"""The briefs of a view as a table that can be sorted."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from regional_news.model import PartialDate
from regional_news.query import View
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import web_address
from regional_news.ui.components import draw
from regional_news.ui.editing.mending import ask_to_mend
from regional_news.ui.session.sign_in import may_edit
from regional_news.ui.widgets.plain import plain

MOST_ROWS = 5_000
"""How many rows the table shows; downloads hold them all."""


MOST_PRINTED = 100
"""How many rows are printed: some six pages; a briefing holds them all."""

MOST_UNSCROLLED = 15
"""How many rows the table shows without a scroll bar of its own."""


_PRINTED = ("Headline", "Region", "Councils", "Themes", "Published")


def brief_table(snapshot: Snapshot, view: View) -> None:
    """Draw the table; staff may choose a row and mend its brief."""
    briefs = view.page(1, MOST_ROWS)
    edits = may_edit()
    above = st.container()
    state = st.dataframe(
        readable(snapshot, briefs),
        key="table of briefs",
        on_select="rerun" if edits else "ignore",
        selection_mode="single-row",
        hide_index=True,
        width="stretch",
        height="content" if len(view) <= MOST_UNSCROLLED else 640,
        alt=f"{view.title}: {view.totals}. One row for each brief.",
        column_config={
            # From Headline to Published all is in sight in a window 1400 pixels wide.
            "Headline": st.column_config.TextColumn(width=270),
            "Region": st.column_config.TextColumn(width=160),
            "Councils": st.column_config.TextColumn(width=230),
            "Themes": st.column_config.TextColumn(width=225),
            "Summary": st.column_config.TextColumn(width="large"),
            "Source": st.column_config.LinkColumn(display_text="Open", validate="^https?://"),
        },
    )
    if isinstance(state, Mapping):  # else nothing can be chosen
        with above:
            _mend(briefs, state["selection"]["rows"])
    if len(view) > MOST_ROWS:
        st.caption(f"The first {MOST_ROWS:,} of {len(view):,} briefs. The downloads hold them all.")


def _mend(briefs: pd.DataFrame, chosen: Sequence[int]) -> None:
    """Draw the way to the form of the brief in the chosen row."""
    rows = [briefs.iloc[row] for row in chosen if row < len(briefs)]
    with st.container(horizontal=True, vertical_alignment="center"):
        if not rows:
            st.caption(":material/edit: To mend or delete a brief, tick its row.")
        for row in rows:
            st.button(
                plain(f"Mend or delete “{row['headline']}”"),
                icon=":material/edit:",
                key="mend chosen row",
                on_click=ask_to_mend,
                args=(row["id"],),
            )


def readable(snapshot: Snapshot, briefs: pd.DataFrame) -> pd.DataFrame:
    """Return briefs with the names that people read in place of ids."""
    labels = snapshot.index.labels

    def names(column: str, group: str) -> "pd.Series[str]":
        return briefs[column].map(lambda ids: ", ".join(labels.of(group, ids.split())))

    return pd.DataFrame(
        {
            "Headline": briefs["headline"],
            "Region": names("region", "region"),
            "Councils": names("councils", "council"),
            "Themes": names("themes", "theme"),
            "Published": briefs["published"],
            "Issue": briefs["issue"],
            "Summary": briefs["summary"],
            "Also mentions": names("also_mentions", "council"),
            "Source": briefs["source_url"].map(web_address),
        }
    )


def printed_table(snapshot: Snapshot, view: View) -> None:
    """Draw the first rows once more, hidden, as they go on paper."""
    rows = readable(snapshot, view.page(1, MOST_PRINTED))[list(_PRINTED)]
    rows["Published"] = rows["Published"].map(_in_words)
    more = len(view) - len(rows)
    told = f"The first {len(rows):,} of {len(view):,} briefs; the briefing to print has them all."
    data = {"header": _PRINTED, "rows": rows.to_numpy().tolist(), "more": told if more > 0 else ""}
    draw("printed", data, key="printed-table")


def _in_words(written: str) -> str:
    day = PartialDate.read(written)
    return day.words if day else ""
