"""What a page shows until it is drawn, or for good where it cannot be: its briefs as plain HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

from regional_news.exports.plain.cards import cards
from regional_news.exports.plain.pages import template
from regional_news.query import View
from regional_news.query.site import Site

BRIEFS = 15
"""How many briefs are shown; a link leads to all."""


@dataclass(frozen=True, slots=True)
class Menu:
    """The pages by their addresses, and which of them is shown; none within another's frame."""

    pages: Mapping[str, str]
    here: str


def opening(view: View | None, title: str, site: Site, menu: Menu, notice: str = "") -> str:
    """Return a piece of HTML with an id of its own, ``opening``, that needs no script.

    ``view`` is what the page shows; None where it shows no briefs.
    """
    shown = cards(view.index, view.rows[:BRIEFS], site) if view is not None else ()
    return template("opening.html").render(
        title=title,
        notice=notice,
        menu=menu,
        home=site.root,
        latest=site.latest,
        contents=site.contents,
        totals=view.counted if view is not None else "",
        all_of=view.title if view is not None else "",
        whole=site.view(view.wanted) if view is not None else site.contents,
        left_out=view is not None and len(view) > BRIEFS,
        cards=list(shown),
    )
