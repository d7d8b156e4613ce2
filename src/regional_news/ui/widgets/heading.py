"""The title of a page, the ways from it, and the filters in use."""

from regional_news.query import View
from regional_news.ui.components import draw
from regional_news.ui.widgets.chips import chips


def heading(title: str, view: View | None = None, *, here: str = "", to_map: bool = False) -> None:
    """Draw the title and beside it the shortcuts: copy the address, open filters, go to the map.

    ``view`` is what a page with filters shows, ``here`` that page's path: each filter in use is
    shown, with a link to the page without it.
    """
    draw(
        "heading",
        {
            "title": title,
            "filters": view is not None,
            "chips": chips(view, here) if view is not None else [],
            "map": to_map,
        },
    )
