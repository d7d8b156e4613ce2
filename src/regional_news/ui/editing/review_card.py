"""A stored brief on Review: its words, why it is here, and what can be done about it."""

from collections.abc import Callable, Sequence

import streamlit as st

from regional_news.ui.editing.mending import ask_to_mend
from regional_news.ui.widgets.plain import plain


def review_card(
    brief_id: str,
    words: tuple[str, str],
    reason: str,
    *,
    answer: tuple[str, str] | None = None,
    body: Callable[[], None] = lambda: None,
) -> bool:
    """Draw a brief with the way to its form; return whether its ``answer`` was pressed.

    ``words`` are its headline and its text; ``answer``, the label and the icon of a button,
    settles it at once where there is one. ``body`` draws what stands beneath the text.
    """
    headline, summary = words
    with st.container(border=True):
        st.markdown(f"**{plain(headline or 'Without a headline')}**  \n{plain(summary)}")
        body()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":orange[:material/help: {plain(reason)}]", width="stretch")
            is_answered = answer is not None and st.button(
                answer[0], icon=f":material/{answer[1]}:", key=f"{answer[0]} {brief_id}"
            )
            st.button(
                "Mend",
                icon=":material/edit:",
                key=f"mend {brief_id} {reason}",
                on_click=ask_to_mend,
                args=(brief_id,),
            )
    return is_answered


def one_press(label: str, brief_ids: Sequence[str]) -> bool:
    """Draw a button that answers for several briefs at once; return whether it was pressed."""
    return len(brief_ids) > 1 and st.button(label, icon=":material/done_all:")
