"""The search box: words, councils, themes and regions, suggested while somebody types."""

from regional_news.query import BriefFilter
from regional_news.query.urls import KNOWN
from regional_news.ui.components import draw


def search_box(wanted: BriefFilter) -> None:
    """Draw the box with the words of the filter; what is taken there changes the address."""
    label = "Search words, councils, themes and regions"
    hint = "Words, councils, themes, regions"
    draw("search", {"label": label, "hint": hint, "q": wanted.q, "filters": list(KNOWN)})


def council_search() -> None:
    """Draw the box in which a council is found by any of its names, to open its page."""
    label, hint = "Find a council by any name", "A council, by any name"
    draw(
        "search", {"label": label, "hint": hint, "q": "", "filters": list(KNOWN), "councils": True}
    )
