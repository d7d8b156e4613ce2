"""What a list without a brief says: what would be found instead, each a link."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from regional_news.query import BriefFilter, View
from regional_news.query.alternatives import alternatives, nearest
from regional_news.query.suggestions import suggestions
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session.routes import EXPLORE, council_href, page_href
from regional_news.ui.widgets.plain import plain


def nothing_found(view: View, here: str = EXPLORE) -> dict[str, Any]:
    """Return the sentence and the links: without one part of the filter, the nearest, all."""
    labels = view.index.labels
    ways = [
        {
            "label": f"{wider.filter.describe(labels)}: {wider.briefs:,}",
            "href": page_href(here, wider.filter),
        }
        for wider in alternatives(view)
    ]
    if found := nearest(view):
        council, km = found
        what = view.wanted.anywhere.describe(labels)
        near = f"{what} near by: {council.name}, {km:,.0f} km"
        ways.append({"label": near, "href": council_href(council.id)})
    if offered := [*_offered(view, here)]:
        ways = [*offered, *ways]
    elif len(view.wanted.councils) == 1:
        council = view.index.gazetteer[view.wanted.councils[0]]
        near = f"{council.name}, and who near it has done something"
        ways.append({"label": near, "href": council_href(council.id)})
    ways.append({"label": "Clear all filters", "href": page_href(here, BriefFilter())})
    return {"said": _sentence(view), "ways": ways}


def _offered(view: View, here: str) -> Iterator[dict[str, str]]:
    """Yield what the search box offers for these words: the briefs, else the council's page."""
    wanted = view.wanted
    for each in suggestions(view.index, wanted.q, wanted) if wanted.q else ():
        if each.briefs:
            what = f"“{each.label}”" if each.kind in {"Filter", "Words"} else each.label
            told = f"Did you mean {what}? {amount(each.briefs, 'brief')}"
            yield {"label": told, "href": page_href(here, each.filter)}
        elif each.council:
            told = f"Did you mean {each.label}? No brief here; to its page"
            yield {"label": told, "href": council_href(each.council)}


def say_nothing_found(view: View, here: str) -> None:
    """Draw the same where a page has no list."""
    told = nothing_found(view, here)
    st.markdown(f"**{plain(told['said'])}**")
    links = [{"name": way["label"], "href": way["href"], "note": ""} for way in told["ways"]]
    draw("councils", {"level": 2, "groups": [{"title": "", "councils": links}]}, key="ways")


def _sentence(view: View) -> str:
    """Return "No briefs on Sensors & IoT from Wales: 3 elsewhere." or so."""
    title = view.title[0].lower() + view.title[1:]
    elsewhere = view.wanted.anywhere
    count = len(view.index.view(elsewhere)) if elsewhere != view.wanted and elsewhere else 0
    if count:
        return f"No {title}: {count:,} elsewhere."
    return f"No {title}."
