"""The title of a page, the ways from it, and the filters in use."""

from regional_news.query import BriefFilter, View
from regional_news.ui.components import draw
from regional_news.ui.session import address
from regional_news.ui.widgets.follow import following, take_key


def heading(
    title: str,
    view: View | None = None,
    *,
    here: str = "",
    to_map: bool = False,
    followed: BriefFilter | None = None,
) -> None:
    """Draw the title and beside it the shortcuts: copy the address, follow, filters, the map.

    ``view`` is what a page with filters shows, ``here`` that page's path: each filter in use is
    shown, with a link to the page without it. ``followed`` is whose feed is offered, by default
    that of the view.
    """
    wanted = view.wanted if view is not None else followed
    draw(
        "heading",
        {
            "title": title,
            "filters": view is not None,
            "chips": _chips(view, here) if view is not None else [],
            "map": to_map,
            "follow": following(wanted) if wanted is not None else None,
        },
        {"follow": take_key},
    )


def _chips(view: View, here: str) -> list[dict[str, str]]:
    """Return each option in use with its label and the address of ``here`` without it."""
    return [
        {"label": label, "without": address.href(here, without, address.others())}
        for label, without in view.wanted.parts(view.index.labels)
    ]
