"""Stored briefs that say word for word what another one says, each with a press that removes it."""

from collections.abc import Collection, Iterable

import pandas as pd
import streamlit as st

from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change, configured_store, standing
from regional_news.store.sheets import BRIEFS
from regional_news.ui.editing.mending import remove
from regional_news.ui.editing.names_in_doubt import MOST, say_first
from regional_news.ui.editing.review_card import one_press, review_card


def copied_briefs(snapshot: Snapshot) -> bool:
    """Draw the copies, each with the ways to remove or to mend it; return whether there are any."""
    found = copies(snapshot.index.frame)
    if len(found):
        found = found[~found["id"].isin(_added(configured_store().changes()))]
    if len(found):
        st.header(f"Copies: {len(found)}")
        st.markdown("Each says word for word what another brief says, as a copied row does.")
        say_first(len(found))
    shown = found.head(MOST)
    if one_press(f"Remove these {len(shown)} copies", [*shown["id"]]):
        remove(*shown["id"])
    for row in shown.to_dict("records"):
        told = f"It stands twice in {row['issue']}." if row["issue"] else "It stands twice."
        if row["first_in"] != row["issue"]:
            first, again = (row[each] or "no issue" for each in ("first_in", "issue"))
            told = f"It stands in {first} and again in {again}."
        words = (row["headline"], row["summary"])
        answer = ("Remove the copy", "delete")
        if review_card(row["id"], words, told, answer=answer):
            remove(row["id"])
    return bool(len(found))


def copies(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose text another one has word for word, whatever else was corrected.

    That one is of their issue and the same councils, or of their region and an older issue, which
    a column ``first_in`` names. Where two have one id, mending what a spreadsheet spoilt gives the
    second its own first.
    """
    twice = frame[frame.duplicated("summary", keep=False) & (frame["summary"] != "")]
    first_in = twice.groupby(["summary", "region"])["issue"].transform("last")  # newest first
    is_copy = twice.duplicated(["summary", "issue", "councils"]) | (first_in != twice["issue"])
    is_alone = ~frame["id"].duplicated(keep=False).loc[twice.index]
    return twice.assign(first_in=first_in)[is_copy & is_alone]


def _added(changes: Iterable[Change]) -> Collection[str]:
    """Return the ids of the briefs that somebody added here: a copy among them is on purpose."""
    return {
        row.after["id"]
        for change in standing(tuple(changes))
        if change.file == BRIEFS
        for row in change.rows
        if row.before is None and row.after
    }
