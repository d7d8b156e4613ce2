"""Theme by region: how many briefs stand where, each number a way to them."""

from dataclasses import replace

import streamlit as st

from regional_news.query.coverage import Coverage
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session.routes import EXPLORE, page_href


def theme_matrix(snapshot: Snapshot, covered: Coverage) -> None:
    """Draw the matrix of a view."""
    st.header("Themes by region")
    counts, regions = covered.matrix, covered.regions
    rows = [
        {
            "id": theme.id,
            "label": theme.label,
            "sign": theme.group.sign,
            "group": theme.group.value,
            "counts": list(counts.loc[theme.id]),
            "hrefs": [_href(covered, theme.id, region.id) for region in regions],
        }
        for theme in snapshot.themes
    ]
    places, briefs = int(counts.to_numpy().sum()), len(covered.view)
    data = {
        "caption": "Choose a number to see the briefs behind it. A brief with several themes "
        f"counts in each of their rows: the {amount(briefs, 'brief')} here "
        f"{'stands' if briefs == 1 else 'stand'} in {amount(places, 'place')}.",
        "columns": [{"id": region.id, "label": region.name} for region in regions],
        "rows": rows,
    }
    draw("matrix", data)


def _href(covered: Coverage, theme: str, region: str) -> str:
    return page_href(EXPLORE, replace(covered.view.wanted, themes=(theme,), regions=(region,)))
