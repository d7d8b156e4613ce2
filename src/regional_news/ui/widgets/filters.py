"""The filters beside every list: search, dates, switches, and the options with their counts."""

from heapq import nlargest
from typing import Any

import streamlit as st

from regional_news.query import View
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.components import draw
from regional_news.ui.session import address
from regional_news.ui.widgets.notes import address_notes
from regional_news.ui.widgets.signs import SIGNS

MOST_SHOWN = 40
"""How many councils are listed before somebody looks for one."""

COUNCIL_NAMES = "assets/council-names.json"
"""Where the filters fetch the names by which councils are found, beside the page."""


def filters(snapshot: Snapshot, *, shown: bool) -> None:
    """Draw the filters and keep what they say for the page (``address.wanted``).

    They are drawn on every page, so that the address keeps them; a page that has no list hides
    them.
    """
    if not shown:
        with st.container(key="kept-filters"):
            _search_box()
            _behind_a_button()
        address_notes(address.read_address(snapshot))
        return
    _search_box()
    with st.sidebar:
        options = st.container()
        _behind_a_button()
    found = address.read_address(snapshot)
    view = snapshot.view(found.wanted)
    groups = [
        _regions(snapshot, view),
        _themes(snapshot, view),
        _councils(snapshot, view),
        _issues(view),
    ]
    with options:
        data = {"title": "Filter the briefs", "filtered": bool(view.wanted), "groups": groups}
        draw("facets", data, {"pick": address.pick, "clear": address.clear})
    address_notes(found)


def _search_box() -> None:
    st.text_input(
        "Search words and councils",
        key="q",
        bind="query-params",
        placeholder="Try “sensors”, “Caerdydd” or “GMCA”",
        on_change=address.first_page,
        max_chars=200,
    )


def _behind_a_button() -> None:
    """Draw the filters that are seldom used, and the hidden ones.

    The browser draws what is in a popover only while that is open: a closed one costs a filter
    change no time.
    """
    with st.popover("Dates and mentions", width="stretch"):
        _dates_and_switches()
        address.keep_groups()


def _dates_and_switches() -> None:
    for name, label, example in (
        ("since", "Published since", "2023 or 2023-04"),
        ("until", "Published until", "2025 or 2025-02"),
    ):
        st.text_input(
            label,
            key=name,
            bind="query-params",
            placeholder=example,
            max_chars=10,
            on_change=address.first_page,
        )
    for name, label, explanation in (
        (
            "mentions",
            "Count councils that are only mentioned",
            "A brief about one council often names others. They are shown as hollow bubbles.",
        ),
        (
            "past",
            "Include councils that a chosen one replaced",
            "Cumberland Council then also finds what Carlisle City Council did before 2023.",
        ),
    ):
        st.toggle(
            label, key=name, bind="query-params", on_change=address.first_page, help=explanation
        )


class _Counted:
    """The options of one group with the number of briefs that each would leave."""

    def __init__(self, view: View, group: str) -> None:
        self._counts = view.facet(group)
        self._chosen = frozenset(getattr(view.wanted, f"{group}s"))

    def option(self, value: str, label: str, **more: str) -> dict[str, Any]:
        """Return one option as the component draws it."""
        state = {"count": self.count(value), "chosen": value in self._chosen}
        return {"id": value, "label": label, **state, **more}

    def count(self, value: str) -> int:
        """Return how many briefs an option would leave."""
        return self._counts.get(value, 0)


def _regions(snapshot: Snapshot, view: View) -> dict[str, Any]:
    counted = _Counted(view, "region")
    options = [
        counted.option(region.id, region.name) for region in snapshot.gazetteer.regions.in_magazine
    ]
    return _group("region", "Region", [{"options": options}], open=True)


def _themes(snapshot: Snapshot, view: View) -> dict[str, Any]:
    counted = _Counted(view, "theme")
    sections = [
        {
            "title": facet.label,
            "sign": SIGNS[facet],
            "colour": facet.value,
            "options": [
                counted.option(theme.id, theme.label, help=theme.definition) for theme in themes
            ],
        }
        for facet, themes in snapshot.themes.by_facet().items()
    ]
    return _group("theme", "Theme", sections, open=True)


def _councils(snapshot: Snapshot, view: View) -> dict[str, Any]:
    """Return the group of councils: those with most briefs, and the counts to find others by."""
    counted = _Counted(view, "council")
    ever = view.index.column("council", mentions=view.wanted.mentions).present
    counts = {each: counted.count(each) for each in sorted({*ever, *view.wanted.councils})}
    most = nlargest(MOST_SHOWN, counts.values())
    least = most[-1] if most else 0
    first = [each for each in counts if counts[each] >= least]
    first.sort(key=lambda each: (-counts[each], snapshot.gazetteer[each].name))
    shown = dict.fromkeys((*first[:MOST_SHOWN], *view.wanted.councils))
    options = [counted.option(each, snapshot.gazetteer[each].name) for each in shown]
    more = {"find": "Find a council", "names": COUNCIL_NAMES, "counts": counts}
    return _group("council", "Council", [{"options": options}], **more)


def _issues(view: View) -> dict[str, Any]:
    counted = _Counted(view, "issue")
    options = [counted.option(issue, issue) for issue in view.index.column("issue").ids]
    return _group("issue", "Issue", [{"options": options}])


def _group(key: str, title: str, sections: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"key": key, "title": title, "sections": sections, "open": False, "find": "", **more}
