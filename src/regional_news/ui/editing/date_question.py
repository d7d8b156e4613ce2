"""Which date is meant: a question with an answer to each of what it can be."""

from collections.abc import Callable, Sequence

import streamlit as st

from regional_news.model import PartialDate
from regional_news.ui.widgets.plain import plain


def date_question(
    question: str,
    days: Sequence[PartialDate],
    take: Callable[[PartialDate], None],
    *,
    key: str,
) -> None:
    """Draw a question about a date, with a button for each answer."""
    st.markdown(plain(question))
    with st.container(horizontal=True):
        for each in days:
            st.button(each.words, key=f"{key} is {each}", on_click=take, args=(each,))
