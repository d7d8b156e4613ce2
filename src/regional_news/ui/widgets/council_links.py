"""Links to councils' pages: what was found, relatives, neighbours, and all who have briefs."""

from collections.abc import Iterable, Mapping

from regional_news.model import Council
from regional_news.ui.components import draw
from regional_news.ui.session.routes import council_href

Noted = Iterable[tuple[Council, str]]
"""Councils, each with what is said about it beside its name."""


def council_links(place: str, groups: Mapping[str, Noted], *, level: int = 3) -> None:
    """Draw links under a heading of ``level`` for each group; a group without a title has none.

    ``place`` tells several sets of links on one page apart.
    """
    drawn = [
        {"title": title, "councils": [_link(council, note) for council, note in councils]}
        for title, councils in groups.items()
    ]
    draw("councils", {"level": level, "groups": drawn}, key=place)


def _link(council: Council, note: str) -> dict[str, str]:
    return {
        "id": council.id,
        "name": council.name,
        "note": note,
        "href": council_href(council.id),
    }
