"""The list of briefs: the map's equal for those who cannot use a map."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from regional_news.model import PartialDate
from regional_news.query import BriefFilter, View
from regional_news.query.site import Site
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import web_address
from regional_news.ui.components import draw
from regional_news.ui.editing.mending import ask_to_mend
from regional_news.ui.session import address
from regional_news.ui.session.routes import council_href
from regional_news.ui.session.sign_in import may_edit
from regional_news.ui.widgets.nothing_found import nothing_found
from regional_news.ui.widgets.page_links import PAGE_SIZE, page_links, page_of

_SHOWN = (
    *("id", "headline", "summary", "published", "region", "councils", "also_mentions", "themes"),
    *("issue", "source_title", "source_url", "doubts"),
)

_SITE = Site("./")


def brief_list(snapshot: Snapshot, view: View, *, of_council: str = "") -> None:
    """Draw one page of the list, with what is left in words and links to the other pages.

    On the page of a council (``of_council``) the list stands beneath a heading that tells how many
    there are, and its links to regions and themes lead to Explore; there they change the filter.
    """
    page, pages = page_of(view)
    edits = may_edit() and not st.context.is_embedded
    links = _CouncilLinks() if of_council else _ExploreLinks(view.wanted)
    key = ("cards", view.wanted, page, of_council, tuple(address.asked()))
    draw(
        "briefs",
        {
            "status": "" if of_council else view.counted,
            "whole": _whole(snapshot, view),
            "printed": _printed(page, len(view)),
            "level": 3 if of_council else 2,
            "cards": snapshot.once(key, lambda: _cards(snapshot, links, view, page)),
            "page": page,
            "marks": view.marks,
            "pages": page_links(page, pages),
            "empty": {} if len(view) else nothing_found(view),
            "mend": edits,
        },
        {"mend": ask_to_mend} if edits else {},
    )


def _whole(snapshot: Snapshot, view: View) -> dict[str, str]:
    """Return the link to what lies beyond the map's view, too, {} where nothing does."""
    wanted = replace(view.wanted, box=None)
    briefs = len(snapshot.view(wanted))
    if briefs == len(view):
        return {}
    label = f"List all {briefs:,}, not only what the map shows"
    return {"label": label, "href": address.href("", wanted, address.others())}


def _printed(page: int, listed: int) -> str:
    """Return what paper says of a list of which it has one page alone."""
    first, last = (page - 1) * PAGE_SIZE + 1, min(page * PAGE_SIZE, listed)
    if last - first + 1 >= listed:
        return ""
    return f"Briefs {first} to {last} of {listed:,}; “Briefing to print” has them all."


class _ExploreLinks:
    """Where the links of a card lead on Explore: each takes an option in, or out again."""

    def __init__(self, wanted: BriefFilter) -> None:
        self.wanted = wanted
        self.shown = address.value(address.SHOW)
        self._kept = [each for each in address.others() if each[0] != address.SHOW]

    def region(self, region: str) -> str:
        """Return the address with a region taken in, or out."""
        return self._href(replace(self.wanted, regions=_toggled(self.wanted.regions, region)))

    def theme(self, theme: str) -> str:
        """Return the address with a theme taken in, or out."""
        return self._href(replace(self.wanted, themes=_toggled(self.wanted.themes, theme)))

    def show(self, council: str) -> str:
        """Return the address in which the list points to a council, or no longer does."""
        page = [each for each in address.asked() if each[0] == address.PAGE]
        shown = [] if council == self.shown else [(address.SHOW, council)]
        return address.href("", self.wanted, [*self._kept, *shown, *page])

    def _href(self, wanted: BriefFilter) -> str:
        return address.href("", wanted, address.others())


class _CouncilLinks(_ExploreLinks):
    """Where the links of a card lead on a council's page: to Explore, with nothing else chosen."""

    def __init__(self) -> None:
        super().__init__(BriefFilter())
        self.shown = ""

    def show(self, council: str) -> str:
        """Return the address in which the map shows a council among all."""
        return address.href("", BriefFilter(), [(address.SHOW, council)])

    def _href(self, wanted: BriefFilter) -> str:
        return address.href("", wanted)


def _toggled(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(v for v in values if v != value) if value in values else (*values, value)


def _cards(
    snapshot: Snapshot, links: _ExploreLinks, listed: View, page: int
) -> list[dict[str, Any]]:
    return [_card(snapshot, links, row) for row in listed.cells(page, PAGE_SIZE, _SHOWN)]


def _card(snapshot: Snapshot, links: _ExploreLinks, row: Mapping[Any, str]) -> dict[str, Any]:
    regions, region = snapshot.gazetteer.regions, row["region"]
    return {
        "id": row["id"],
        "headline": row["headline"],
        "summary": row["summary"],
        "published": PartialDate.parse(row["published"]).words if row["published"] else "no date",
        "region": {
            "name": regions[region].name if region else "Region not known",
            "href": links.region(region) if region else "",
        },
        "councils": [
            _council(snapshot, links, council, said)
            for column in ("councils", "also_mentions")
            for council in row[column].split()
            for said in [_said_of(snapshot.gazetteer[council].name, column, row["doubts"])]
        ],
        "themes": [_theme(snapshot, links, theme) for theme in row["themes"].split()],
        "source": row["source_title"] or row["issue"],
        "url": web_address(row["source_url"]),
        "page": _SITE.brief(row["id"]),
        "doubt": row["doubts"],
    }


def _said_of(name: str, column: str, doubts: str) -> str:
    """Return what is said beside a council: one that a shared name may mean is in doubt."""
    if column == "councils":
        return ""
    in_doubt = re.search(rf"(could be| or) {re.escape(name)}(?= or |;|$)", doubts)
    return "perhaps mentioned" if in_doubt else "mentioned"


def _council(
    snapshot: Snapshot, links: _ExploreLinks, council_id: str, mentioned: str
) -> dict[str, Any]:
    return {
        "id": council_id,
        "name": snapshot.gazetteer[council_id].name,
        "mentioned": mentioned,
        "shown": links.shown == council_id,
        "show": links.show(council_id),
        "href": council_href(council_id),
    }


def _theme(snapshot: Snapshot, links: _ExploreLinks, theme_id: str) -> dict[str, Any]:
    theme = snapshot.themes[theme_id]
    return {
        "id": theme_id,
        "label": theme.label,
        "group": theme.group.value,
        "sign": theme.group.sign,
        "chosen": theme_id in links.wanted.themes,
        "href": links.theme(theme_id),
    }
