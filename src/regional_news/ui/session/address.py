"""The filter in the address bar: Streamlit keeps it there, this module reads and changes it.

Region, theme, council and issue live in multiselects that are bound to the query string and not
shown, because the filters that people see carry counts and an address must not. The rest are
widgets that people see (``ui.filters``). Whether the browser draws a widget does not matter: the
server changes the address.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.query.urls import KNOWN, MANY, ReadFilter
from regional_news.snapshot.snapshot import Snapshot

_WANTED = "wanted briefs"


def wanted() -> BriefFilter:
    """Return the filter of this run."""
    found: BriefFilter = st.session_state.get(_WANTED, BriefFilter())
    return found


def keep_groups() -> None:
    """Draw what keeps the groups in the address, hidden."""
    with st.container(key="address"):
        for group in MANY:
            st.multiselect(
                f"Chosen {group}s",
                [],
                key=group,
                accept_new_options=True,
                bind="query-params",
            )


def read_address(snapshot: Snapshot) -> ReadFilter:
    """Return the filter in the address, with what in it nothing answers to.

    Every widget that is bound to a parameter must have been drawn in this run.
    """
    found = snapshot.filters.read({name: _values(name) for name in KNOWN})
    st.session_state[_WANTED] = found.wanted
    return found


def pick(choice: Mapping[str, str]) -> None:
    """Add an option to its group, or take it out again."""
    group, option = choice["group"], choice["id"]
    chosen = _chosen(group)
    put(
        group,
        [each for each in chosen if each != option] if option in chosen else [*chosen, option],
    )


def pick_alone(group: str, option: str) -> None:
    """Make an option the only one of its group, or empty the group where it was that already."""
    put(group, [] if _chosen(group) == [option] else [option])


def put(group: str, options: list[str]) -> None:
    """Set a group; the list goes back to its first page."""
    st.session_state[group] = options
    first_page()


def put_all(filters: BriefFilter) -> None:
    """Set the whole filter."""
    for group in MANY:
        put(group, list(getattr(filters, f"{group}s")))
    for name in ("q", "since", "until"):
        st.session_state[name] = str(getattr(filters, name) or "")
    for name in ("mentions", "past"):
        st.session_state[name] = getattr(filters, name)


def clear(_: Any = None) -> None:
    """Remove every filter."""
    put_all(BriefFilter())


def first_page() -> None:
    """Go back to the first page of the list."""
    st.session_state["page"] = 1


def _chosen(group: str) -> list[str]:
    """Return the ids in a group, whatever spelling the address has."""
    return list(getattr(wanted(), f"{group}s"))


def _values(name: str) -> list[str]:
    value = st.session_state.get(name)
    if isinstance(value, list):
        return value
    return [str(value).lower() if isinstance(value, bool) else value] if value else []
