"""Stored briefs that are to be placed or mended, each with the way to its form."""

from collections import defaultdict
from functools import cache

import streamlit as st

from regional_news.model import Brief
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import briefs_in
from regional_news.ui.editing.mending import ask_to_mend, say_about_none
from regional_news.ui.editing.names_in_doubt import MOST, say_first
from regional_news.ui.editing.spoilt_rows import dates_said, said_to_be_about_none
from regional_news.ui.widgets.plain import plain

_ELSEWHERE = "Its councils lie in other regions than its own."
_NONE = "It is about no council."


def briefs_to_place(snapshot: Snapshot) -> bool:
    """Draw the briefs to place, each with the way to its form; return whether there are any."""
    found = misplaced(snapshot, said_to_be_about_none(snapshot))
    if found:
        st.header(f"Briefs to place: {len(found)}")
        say_first(len(found))
    for brief, reason in found[:MOST]:
        if _brief(brief.id, brief.headline, brief.summary, reason):
            say_about_none(snapshot, brief.id)
    return bool(found)


def briefs_to_mend(snapshot: Snapshot) -> bool:
    """Draw the briefs of which something cannot be read; return whether there are any."""
    told, wrong = dates_said(snapshot), defaultdict[str, list[str]](list)
    for problem in snapshot.problems:
        if not problem.name and problem.brief_id not in told:
            wrong[problem.brief_id].append(problem.reason)
    if wrong:
        st.header(f"Briefs to mend: {len(wrong)}")
        say_first(len(wrong))
    frame = snapshot.index.frame
    for row in frame[frame["id"].isin(wrong)].head(MOST).to_dict("records"):
        _brief(row["id"], row["headline"], row["summary"], "; ".join(wrong[row["id"]]))
    return bool(wrong)


def _brief(brief_id: str, headline: str, summary: str, reason: str) -> bool:
    """Draw a brief and why it is here; return whether somebody says that it is about no council."""
    with st.container(border=True):
        st.markdown(f"**{plain(headline or 'Without a headline')}**  \n{plain(summary)}")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":orange[:material/help: {plain(reason)}]", width="stretch")
            right = reason == _NONE and st.button(
                "That is right", icon=":material/check:", key=f"none {brief_id}"
            )
            st.button(
                "Mend",
                icon=":material/edit:",
                key=f"mend {brief_id} {reason}",
                on_click=ask_to_mend,
                args=(brief_id,),
            )
    return right


def misplaced(
    snapshot: Snapshot, about_none: frozenset[str] = frozenset()
) -> list[tuple[Brief, str]]:
    """Return the briefs about no council, or about councils of other regions only.

    ``about_none`` are the ids of those that somebody said are about none.
    """
    settled = {each.brief_id for each in snapshot.problems if each.name} | about_none

    @cache
    def is_elsewhere(councils: str, region: str) -> bool:
        return region not in {snapshot.gazetteer[each].region for each in councils.split()}

    frame = snapshot.index.frame
    columns = zip(frame["id"], frame["councils"], frame["region"], strict=True)
    odd = [
        is_elsewhere(councils, region) if councils else brief_id not in settled
        for brief_id, councils, region in columns
    ]
    return [(brief, _ELSEWHERE if brief.councils else _NONE) for brief in briefs_in(frame[odd])]
