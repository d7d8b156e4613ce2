"""The pages by name, and the way from one to another with the filters kept."""

from typing import Any

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.settings import PROJECT
from regional_news.ui.session import address
from regional_news.ui.session.sign_in import may_edit

EXPLORE, TABLE, COVERAGE, COUNCILS = "explore", "table", "coverage", "councils"

TITLES = {
    EXPLORE: ("Explore", ":material/map:", "Where is it happening? The map and the list."),
    TABLE: ("Table", ":material/table_rows:", "Exactly which briefs? Sort and download them."),
    COVERAGE: ("Coverage", ":material/grid_on:", "Who gets written about, and who does not?"),
    COUNCILS: ("Councils", ":material/account_balance:", "One council: its briefs and past."),
    "add_issue": ("Add an issue", ":material/note_add:", "Put the next issue in."),
    "review": ("Review", ":material/rule:", "What is in doubt, and settling it."),
    "about": ("About", ":material/info:", "Method, sources, licences, accessibility."),
}
"""The pages: file name → title, icon, the question that the page answers."""

EDITED = ("add_issue", "review")
"""The pages that change the data: shown to those who may."""

FILTERED = (EXPLORE, TABLE, COVERAGE)
"""The pages that show the filters."""

_NEXT = "next page"


def pages() -> dict[str, Any]:
    """Return the pages to show, the first one being the home page."""
    return {
        name: st.Page(
            PROJECT / "pages" / f"{name}.py",
            title=title,
            icon=icon,
            help=question,
            url_path=name,
            default=name == EXPLORE,
            visibility="hidden" if name in EDITED and not may_edit() else "visible",
        )
        for name, (title, icon, question) in TITLES.items()
        if (PROJECT / "pages" / f"{name}.py").exists()
    }


def go(name: str, wanted: BriefFilter) -> None:
    """Ask for another page with a filter; it opens at the start of the next run."""
    address.put_all(wanted)
    st.session_state[_NEXT] = name


def follow(all_pages: dict[str, Any]) -> None:
    """Open the page that was asked for, if one was.

    The empty query leaves the address to the widgets that are bound to it.
    """
    if _NEXT in st.session_state:
        st.switch_page(all_pages[st.session_state.pop(_NEXT)], query_params={})
