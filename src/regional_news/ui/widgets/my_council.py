"""My council: chosen once on its page, kept in the reader's browser, and what is new around it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from regional_news.model import Council
from regional_news.query import BriefFilter
from regional_news.query.councils import news_of
from regional_news.query.neighbours import Neighbour
from regional_news.query.urls import query_string
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.components import draw
from regional_news.ui.session.address import wanted
from regional_news.ui.session.routes import COUNCILS, page_href


def my_council(
    snapshot: Snapshot, council: Council, themes: tuple[str, ...], peers: Sequence[Neighbour]
) -> None:
    """Draw the button that makes a council the reader's own, and what is new since they last came.

    That is told of the council and of its ``peers``, on the themes that are chosen. What there was
    at the last visit only the browser knows; a brief counts as new where their number has grown.
    """
    own = snapshot.view(news_of(council.id))
    counts = snapshot.view(BriefFilter(themes=themes)).counts("council")
    data = {
        "id": council.id,
        "name": council.name,
        "query": query_string(BriefFilter(councils=(council.id,), themes=themes)),
        "counted": [_counted(council, (), len(own))]
        + [_counted(each.council, themes, counts[each.council.id]) for each in peers],
    }
    draw("mine", data)


def _counted(council: Council, themes: tuple[str, ...], briefs: int) -> dict[str, Any]:
    """Return a council with its number of briefs and the key by which a browser keeps it."""
    return {
        "key": " ".join((council.id, *themes)),
        "name": council.name,
        "briefs": briefs,
        "href": page_href(COUNCILS, replace(wanted(), councils=(council.id,), themes=themes)),
    }
