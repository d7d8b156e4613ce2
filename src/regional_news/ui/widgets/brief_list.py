"""The list of briefs: the map's equal for those who cannot use a map."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

import streamlit as st

from regional_news.model import PartialDate
from regional_news.query import BriefFilter, View
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import web_address
from regional_news.ui.components import draw
from regional_news.ui.session import address
from regional_news.ui.session.routes import COUNCILS, go
from regional_news.ui.widgets.notes import NO_BRIEF
from regional_news.ui.widgets.signs import SIGNS

PAGE_SIZE = 15
_SHOWN = (
    *("id", "headline", "summary", "published", "region", "councils", "also_mentions", "themes"),
    *("issue", "source_title", "source_url", "doubts"),
)
Click = Callable[[Any], None]


def brief_list(snapshot: Snapshot, view: View, clicks: Mapping[str, Click] | None = None) -> None:
    """Draw one page of the list, with what is left in words and the way to the other pages.

    ``clicks`` says what a page does otherwise than Explore when something in a card is clicked.
    There the list stands beneath a heading of its own, and the filter is not the reader's.
    """
    here = st.container()
    pages = max(1, -(-len(view) // PAGE_SIZE))
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    cards = [_card(snapshot, view, row) for row in view.cells(page, PAGE_SIZE, _SHOWN)]
    data = {
        "status": view.totals,
        "level": 3 if clicks else 2,
        "chosen": [] if clicks else _chosen(view),
        "cards": cards,
        "empty": NO_BRIEF,
    }
    with here:
        draw("briefs", data, {**_CLICKS, **(clicks or {})})


def focus(council_id: str) -> None:
    """Point the map to a council, or take the pointer away again."""
    point_to("" if st.session_state.get("focus") == council_id else council_id)


def point_to(council_id: str) -> None:
    """Point the map to a council; "" takes the pointer away."""
    st.session_state["focus"] = council_id
    st.session_state["moves"] = st.session_state.get("moves", 0) + 1


def open_council(council_id: str) -> None:
    """Open a council's own page."""
    go(COUNCILS, BriefFilter(councils=(council_id,)))


_CLICKS: dict[str, Click] = {
    "pick": address.pick,
    "focus": focus,
    "open": open_council,
    "clear": address.clear,
}


def _chosen(view: View) -> list[dict[str, str]]:
    """Return the options in use, so that each can be taken away where its effect is seen."""
    wanted, labels = view.wanted, view.index.labels
    names = {
        "region": (wanted.regions, labels.regions(wanted.regions)),
        "theme": (wanted.themes, labels.themes(wanted.themes)),
        "council": (wanted.councils, labels.councils(wanted.councils)),
        "issue": (wanted.issues, wanted.issues),
    }
    return [
        {"group": group, "id": value, "label": label}
        for group, (values, labelled) in names.items()
        for value, label in zip(values, labelled, strict=True)
    ]


def _card(snapshot: Snapshot, view: View, row: Mapping[Any, str]) -> dict[str, Any]:
    regions, themes = snapshot.gazetteer.regions, row["themes"].split()
    region = row["region"]
    return {
        "id": row["id"],
        "headline": row["headline"],
        "summary": row["summary"],
        "published": PartialDate.parse(row["published"]).words if row["published"] else "no date",
        "region": {"id": region, "name": regions[region].name if region else "Region not known"},
        "councils": [
            _council(snapshot, council, mentioned=mentioned)
            for column, mentioned in (("councils", False), ("also_mentions", True))
            for council in row[column].split()
        ],
        "themes": [_theme(snapshot, view, theme) for theme in themes],
        "source": row["source_title"] or row["issue"],
        "url": web_address(row["source_url"]),
        "doubt": row["doubts"],
    }


def _council(snapshot: Snapshot, council_id: str, *, mentioned: bool) -> dict[str, Any]:
    return {
        "id": council_id,
        "name": snapshot.gazetteer[council_id].name,
        "mentioned": mentioned,
        "shown": st.session_state.get("focus") == council_id,
        "href": "councils?council=" + quote(council_id),
    }


def _theme(snapshot: Snapshot, view: View, theme_id: str) -> dict[str, Any]:
    theme = snapshot.themes[theme_id]
    return {
        "id": theme_id,
        "label": theme.label,
        "facet": theme.facet.value,
        "sign": SIGNS[theme.facet],
        "chosen": theme_id in view.wanted.themes,
    }
