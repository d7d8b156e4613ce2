"""The title of a page, with the ways from it: copy the address, open the filters, go to the map."""

from regional_news.ui.components import draw


def heading(title: str, *, chosen: int | None = None, to_map: bool = False) -> None:
    """Draw the title and beside it the shortcuts that the page has.

    ``chosen`` is how many filters are in use; None where the page has no filters.
    """
    data = {"title": title, "filters": chosen is not None, "chosen": chosen, "map": to_map}
    draw("heading", data)
