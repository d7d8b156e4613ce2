"""The pages by name, and the way from one to another with the filters kept."""

from dataclasses import replace
from typing import Any

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.settings import PROJECT
from regional_news.ui.session import address
from regional_news.ui.session.sign_in import may_edit

EXPLORE, TABLE, COVERAGE, COUNCILS, ABOUT = "explore", "table", "coverage", "councils", "about"

TITLES = {
    EXPLORE: ("Explore", "Where is it happening? The map and the list."),
    TABLE: ("Table", "Exactly which briefs? Sort and download them."),
    COVERAGE: ("Coverage", "Who gets written about, and who does not?"),
    COUNCILS: ("Councils", "One council: its briefs and past."),
    "add_issue": ("Add an issue", "Put the next issue in."),
    "review": ("Review", "What is in doubt, and settling it."),
    "changes": ("Changes", "What was changed, by whom, and taking it back."),
    ABOUT: ("About", "Method, sources, licences, accessibility."),
}
"""The pages: file name → title, the question that the page answers."""

EDITED = ("add_issue", "review", "changes")
"""The pages that change the data: shown to those who may."""

FILTERED = (EXPLORE, TABLE, COVERAGE)
"""The pages that show the filters."""

_NEXT = "next address"


def pages() -> dict[str, Any]:
    """Return the pages to show, the first one being the home page."""
    return {
        name: st.Page(
            PROJECT / "pages" / f"{name}.py",
            title=title,
            url_path=name,
            default=name == EXPLORE,
            visibility="hidden" if name in EDITED and not may_edit() else "visible",
        )
        for name, (title, _) in TITLES.items()
        if (PROJECT / "pages" / f"{name}.py").exists()
    }


def paths() -> dict[str, str]:
    """Return the titles of the pages by their paths below the root of the app; "" is the home."""
    return {"" if name == EXPLORE else name: title for name, (title, _) in TITLES.items()}


def page_href(name: str, filters: BriefFilter) -> str:
    """Return the address of a page with a filter: ``table?region=wales``."""
    return address.href("" if name == EXPLORE else name, filters)


def council_href(council_id: str) -> str:
    """Return the address of a council's own page, which keeps the rest of the filter."""
    return page_href(COUNCILS, replace(address.wanted(), councils=(council_id,)))


def menu(here: str) -> list[dict[str, Any]]:
    """Return the links of the menu on a page, which keep the filter where briefs are shown.

    The council of a council's page is that page's, not the filter's.
    """
    kept = address.wanted()
    without = replace(kept, councils=())

    def shown(name: str) -> BriefFilter:
        if name in EDITED:
            return BriefFilter()
        return without if COUNCILS in (here, name) else kept

    return [
        {
            "title": title,
            "question": question,
            "href": page_href(name, shown(name)),
            "here": name == here,
        }
        for name, (title, question) in TITLES.items()
        if name not in EDITED or may_edit()
    ]


def go(name: str, filters: BriefFilter) -> None:
    """Let the browser open a page with a filter, as a link to it would, once this run is drawn."""
    st.session_state[_NEXT] = page_href(name, filters)


def next_address() -> str:
    """Return the address that ``go`` was last asked for, once; "" where it was not."""
    return str(st.session_state.pop(_NEXT, ""))
