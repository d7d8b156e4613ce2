"""What about this council? Its briefs, its names and past, and who near it did the same."""

import streamlit as st

from regional_news.query.councils import news_of
from regional_news.query.neighbours import peers_of
from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.session.address import wanted
from regional_news.ui.widgets.council_briefs import council_briefs, theme_choice
from regional_news.ui.widgets.council_links import councils_with_briefs
from regional_news.ui.widgets.council_peers import council_peers
from regional_news.ui.widgets.council_profile import names_and_codes, standing
from regional_news.ui.widgets.heading import heading
from regional_news.ui.widgets.locator_map import locator_map
from regional_news.ui.widgets.my_council import my_council
from regional_news.ui.widgets.search_box import council_search

snapshot = current_snapshot()
council_search()
council = next((snapshot.gazetteer[each] for each in wanted().councils), None)
if council is None:
    heading("Councils")
    councils_with_briefs(snapshot, wanted())
else:
    themes = wanted().themes
    heading(council.name, followed=news_of(council.id, themes))
    standing(council)
    peers = peers_of(snapshot.index, council, themes)
    my_council(snapshot, council, themes, peers.all)
    with_briefs, with_facts = st.columns([3, 2], gap="large")
    with with_briefs:
        theme_choice(snapshot, council, themes)
        council_briefs(snapshot, council, themes)
        council_peers(snapshot, council, themes, peers)
    with with_facts:
        locator_map(snapshot, council)
        names_and_codes(snapshot, council)
