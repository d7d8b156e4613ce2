"""Who gets written about? Themes by region, themes over time, and the gaps."""

import streamlit as st

from regional_news.query.coverage import Coverage
from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.session.address import wanted
from regional_news.ui.widgets.councils_covered import councils_covered, never_featured
from regional_news.ui.widgets.heading import heading
from regional_news.ui.widgets.issues_compared import issues_compared
from regional_news.ui.widgets.map_panel import council_hexes
from regional_news.ui.widgets.nothing_found import say_nothing_found
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.takeaway import take_away
from regional_news.ui.widgets.theme_matrix import theme_matrix
from regional_news.ui.widgets.themes_over_time import themes_over_time

snapshot = current_snapshot()
view = snapshot.view(wanted())
covered = Coverage(view)
heading("Coverage", view, here="coverage")
st.markdown(f"{plain(view.title)}: **{plain(view.counted)}**")
never_featured(snapshot, covered)
issues_compared(snapshot)
if len(view):
    theme_matrix(snapshot, covered)
    themes_over_time(snapshot, covered)
else:
    say_nothing_found(view, "coverage")
council_hexes(view)
councils_covered(snapshot, covered)
take_away(view)
