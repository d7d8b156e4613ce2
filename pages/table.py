"""Exactly which briefs? A table of the view, and the view as files."""

import streamlit as st

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.session.address import wanted
from regional_news.ui.widgets.brief_table import TABLE, brief_table, printed_table
from regional_news.ui.widgets.heading import heading
from regional_news.ui.widgets.notes import data_notes
from regional_news.ui.widgets.nothing_found import say_nothing_found
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.skips import skip_links
from regional_news.ui.widgets.takeaway import downloads, take_away

snapshot = current_snapshot()
view = snapshot.view(wanted())
if len(view):
    skip_links({"Skip to the table": TABLE})
heading(view.title, view, here="table")
st.markdown(f"**{plain(view.counted)}**")
downloads(view)
if len(view):
    st.caption(
        "Files have the briefs in the order of the list on Explore; sorting the table does not "
        "change them."
    )
    brief_table(snapshot, view)
    printed_table(snapshot, view)
else:
    say_nothing_found(view, "table")
take_away(view, files=False)
data_notes(snapshot)
