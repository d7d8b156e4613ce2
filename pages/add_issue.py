"""Put the next issue in: a page or a spreadsheet is read, looked over and saved."""

import streamlit as st

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.editing.issue_fields import issue_fields
from regional_news.ui.editing.page_input import given_page
from regional_news.ui.editing.page_preview import page_preview
from regional_news.ui.editing.page_report import page_report
from regional_news.ui.editing.save_bar import save_bar
from regional_news.ui.editing.ways_on import ways_on
from regional_news.ui.session.editing import say_closed, say_recovered
from regional_news.ui.session.sign_in import may_edit

snapshot = current_snapshot()
head = st.container()
with head:
    st.title("Add an issue")
if may_edit():
    # Each in a container: what comes and goes in one must not move the next, see brief_form.
    with st.container():
        say_recovered()
        page = given_page()
    with st.container():
        issues = snapshot.index.column("issue").ids
        source = issue_fields(page, issues) if page else None
    with st.container():
        found = page_report(snapshot, page, source) if page and source else None
    if found:
        items = page_preview(snapshot, found)
        save_bar(snapshot, found, items)
        with head:
            ways_on(items)
else:
    say_closed()
