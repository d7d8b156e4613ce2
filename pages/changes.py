"""What was changed, when and by whom? Every change with before and after, to be taken back."""

import streamlit as st

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.editing.change_list import change_list
from regional_news.ui.session.editing import editor, say_closed, say_recovered
from regional_news.ui.session.sign_in import may_edit

st.title("Changes")
if may_edit():
    say_recovered()
    st.markdown(
        "Whatever was saved can be taken back, unless the same briefs were changed again since."
    )
    editor("changes")
    change_list(current_snapshot())
else:
    say_closed()
