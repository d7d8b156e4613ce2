"""What a list without a brief says: what would be found instead, each a link."""

from dataclasses import replace
from typing import Any

from regional_news.query import BriefFilter, View
from regional_news.query.alternatives import alternatives, nearest
from regional_news.text import amount
from regional_news.ui.session import address
from regional_news.ui.session.routes import EXPLORE, council_href, page_href


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
        what = replace(view.wanted, regions=(), councils=()).describe(labels)
        ways.append(
            {"label": f"{what} near by: {council.name}, {km:,.0f} km", "href": council_href(council.id)}
        )
    ways.append({"label": "Clear all filters", "href": page_href(here, BriefFilter())})
    return {"said": _sentence(view), "ways": ways}


def _sentence(view: View) -> str:
    """Return "No briefs on Sensors & IoT from Wales: 3 elsewhere." or so."""
    title = view.title[0].lower() + view.title[1:]
    elsewhere = replace(view.wanted, regions=(), councils=())
    count = len(view.index.view(elsewhere)) if elsewhere != view.wanted and elsewhere else 0
    if count:
        return f"No {title}: {count:,} elsewhere."
    return f"No {title}."
