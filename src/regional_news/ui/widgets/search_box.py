"""The search box: words, councils, themes and regions, suggested while somebody types."""

from regional_news.query import BriefFilter
from regional_news.ui.components import draw


def search_box(wanted: BriefFilter) -> None:
    """Draw the box with the words of the filter."""
    draw("search", {"q": wanted.q})
