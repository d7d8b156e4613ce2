"""The briefs of a view as a table that can be sorted."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from textwrap import shorten
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from regional_news.ingest.columns import LABELS
from regional_news.model import PartialDate
from regional_news.query import View
from regional_news.query.site import Site
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import web_address
from regional_news.ui.components import draw
from regional_news.ui.editing.mending import ask_to_mend
from regional_news.ui.session.sign_in import may_edit
from regional_news.ui.widgets.plain import plain

TABLE = "table of briefs"

MOST_ROWS = 5_000
"""How many rows the table shows; downloads hold them all."""


MOST_PRINTED = 100
"""How many rows are printed: some six pages; a briefing holds them all."""

MOST_UNSCROLLED = 6
"""How many rows the table shows without a scroll bar of its own."""

ROW = 112
"""Pixels of a row: six lines, in which names stand whole and most summaries can be followed."""

READ_IN_FULL = "To read a brief in full, tick its row."
READ_AND_MEND = "To read a brief in full, to mend or to delete it, tick its row."


_SITE = Site("./")
_WIDTHS = {
    "headline": 165,
    "summary": 265,
    "region": 90,
    "councils": 150,
    "themes": 140,
    "published": 75,
    "issue": 95,
}
"""Pixels of the columns that are all in sight in a window 1400 pixels wide."""

_LETTER = 1.3
"""Pixels for each letter of a cell that stands whole in a row."""

_PRINTED = [LABELS[name] for name in ("headline", "region", "councils", "themes", "published")]


def brief_table(snapshot: Snapshot, view: View) -> None:
    """Draw the table; the brief of a chosen row stands above it in full, for staff to mend."""
    briefs = view.page(1, MOST_ROWS)
    above = st.container()
    state = st.dataframe(
        _in_sight(readable(snapshot, briefs)),
        key=TABLE,
        on_select="rerun",
        selection_mode="single-row",
        hide_index=True,
        row_height=ROW,
        width="stretch",
        height="content" if len(view) <= MOST_UNSCROLLED else 640,
        alt=f"{view.title}: {view.totals}. One row for each brief.",
        column_config={
            LABELS[name]: st.column_config.TextColumn(width=_WIDTHS[name]) for name in _WIDTHS
        }
        | {
            LABELS["source_url"]: st.column_config.LinkColumn(
                display_text="Open", validate="^https?://"
            )
        },
    )
    if isinstance(state, Mapping):  # as with every table whose rows can be chosen
        with above:
            _chosen(snapshot, briefs, state["selection"]["rows"])
    if len(view) > MOST_ROWS:
        st.caption(f"The first {MOST_ROWS:,} of {len(view):,} briefs. The downloads hold them all.")


def _chosen(snapshot: Snapshot, briefs: pd.DataFrame, chosen: Sequence[int]) -> None:
    """Draw the brief in the chosen row, and for staff the way to its form."""
    edits = may_edit()
    numbers = [row for row in chosen if row < len(briefs)]
    if not numbers:
        st.caption(f":material/article: {READ_AND_MEND if edits else READ_IN_FULL}")
    for number in numbers:
        row = briefs.iloc[number]
        with st.container(border=True, key="chosen-brief"):
            told = readable(snapshot, briefs.iloc[[number]]).iloc[0]
            facts = filter(None, (told[LABELS[name]] for name in ("region", "councils", "themes")))
            when = filter(None, (*facts, _in_words(row["published"]), row["issue"], row["doubts"]))
            st.markdown(f"**{plain(row['headline'])}**")
            st.markdown(plain(row["summary"]))
            st.caption(plain(" · ".join(when)))
            st.markdown(f"[Link to this brief]({_SITE.brief(row['id'])})")
            if edits:
                st.button(
                    plain(f"Mend or delete “{row['headline']}”"),
                    icon=":material/edit:",
                    key="mend chosen row",
                    on_click=ask_to_mend,
                    args=(row["id"],),
                )


def readable(snapshot: Snapshot, briefs: pd.DataFrame) -> pd.DataFrame:
    """Return briefs in words that people read, under the names that columns have in files."""
    labels = snapshot.index.labels

    def names(column: str, group: str) -> "pd.Series[str]":
        return briefs[column].map(lambda ids: ", ".join(labels.of(group, ids.split())))

    told = {
        "headline": briefs["headline"],
        "summary": briefs["summary"],
        "region": names("region", "region"),
        "councils": names("councils", "council"),
        "themes": names("themes", "theme"),
        "published": briefs["published"],
        "issue": briefs["issue"],
        "also_mentions": names("also_mentions", "council"),
        "source_url": briefs["source_url"].map(web_address),
    }
    return pd.DataFrame({LABELS[name]: cells for name, cells in told.items()})


def _in_sight(rows: pd.DataFrame) -> Styler:
    """Return rows shown as far as they have room, a sign where a cell goes on; files are whole."""
    cut: dict[Any, str | Callable[[object], str] | None] = {
        LABELS[name]: partial(shorten, width=int(width / _LETTER), placeholder=" …")
        for name, width in _WIDTHS.items()
    }
    return rows.style.format(cut)


def printed_table(snapshot: Snapshot, view: View) -> None:
    """Draw the first rows once more, hidden, as they go on paper."""
    rows = readable(snapshot, view.page(1, MOST_PRINTED))[list(_PRINTED)]
    rows[LABELS["published"]] = rows[LABELS["published"]].map(_in_words)
    more = len(view) - len(rows)
    told = f"The first {len(rows):,} of {len(view):,} briefs; the briefing to print has them all."
    data = {"header": _PRINTED, "rows": rows.to_numpy().tolist(), "more": told if more > 0 else ""}
    draw("printed", data, key="printed-table")


def _in_words(written: str) -> str:
    day = PartialDate.read(written)
    return day.words if day else ""
