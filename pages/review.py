"""What is in doubt? Names and briefs to settle, each with a choice that is learnt."""

import streamlit as st

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.editing.briefs_to_place import briefs_to_mend, briefs_to_place
from regional_news.ui.editing.copied_briefs import copied_briefs
from regional_news.ui.editing.names_in_doubt import names_in_doubt
from regional_news.ui.editing.spoilt_rows import spoilt_rows
from regional_news.ui.session.editing import editor, say_closed, say_recovered
from regional_news.ui.session.sign_in import may_edit

snapshot = current_snapshot()
st.title("Review")
if may_edit():
    say_recovered()
    name = st.container()
    with st.container(key="in-doubt"):
        found = [
            spoilt_rows(snapshot),
            briefs_to_mend(snapshot),
            copied_briefs(snapshot),
            names_in_doubt(snapshot),
            briefs_to_place(snapshot),
        ]
    if any(found):
        with name:
            editor("review")
    else:
        st.success(
            "Nothing is in doubt: every name has its council.", icon=":material/check_circle:"
        )
else:
    say_closed()
