"""The title of a page, with the ways from it: copy the address, open the filters, go to the map."""

from regional_news.ui.components import draw


def heading(title: str, *, filters: bool = True, to_map: bool = False) -> None:
    """Draw the title and beside it the shortcuts that the page has."""
    draw("heading", {"title": title, "filters": filters, "map": to_map}, {})
