"""What was left out of a page: folded, each paragraph one tap from being a brief or part of one."""

import streamlit as st

from regional_news.ingest import IngestReport
from regional_news.magazine import Fate, Outcome
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.widgets.fold import steady_fold
from regional_news.ui.widgets.plain import plain


def left_out(report: IngestReport) -> None:
    """Draw the paragraphs in and next to the section of which nothing was made, with why."""
    with st.container():  # see brief_form
        if report.left_out:
            _folded(report)


def _folded(report: IngestReport) -> None:
    with steady_fold(f"Left out: {len(report.left_out)}", "left out") as fold:
        if fold.open:
            st.caption("What stands between and around the briefs. Nothing of it will be saved.")
            for outcome in report.left_out:
                _paragraph(outcome, joins=_follows_brief(report, outcome))


def _follows_brief(report: IngestReport, outcome: Outcome) -> bool:
    before = report.outcomes[: outcome.number - 1]
    return any(each.draft is not None for each in before)


def _paragraph(outcome: Outcome, *, joins: bool) -> None:
    with st.container(border=True, key=f"left out {outcome.number}"):
        st.markdown(plain(outcome.text))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(f"{outcome.reason[0].upper()}{outcome.reason[1:]}"), width="content")
            st.button(
                "Make it a brief",
                key=f"make {outcome.number}",
                icon=":material/add:",
                on_click=_choose,
                args=(outcome.number, Fate.BRIEF),
            )
            if joins:
                st.button(
                    "Join it to the brief before",
                    key=f"join {outcome.number}",
                    icon=":material/vertical_align_top:",
                    on_click=_choose,
                    args=(outcome.number, Fate.PART),
                )


def _choose(number: int, fate: Fate) -> None:
    worksheet().fates[number] = fate
