"""The filter in the address bar: Streamlit keeps it there, this module reads and changes it.

Region, theme, council and issue live in multiselects that are bound to the query string and not
shown, because the filters that people see carry counts and an address must not. The rest are
widgets that people see.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from regional_news.atlas import Atlas
from regional_news.params import KNOWN, MANY, ReadFilter

SEEN = {"q": "", "since": "", "until": "", "mentions": False, "past": False}
"""The parameters whose widgets people see, with the value that leaves them out of the address."""

_HIDDEN = ".st-key-address { display: none; }"


def read_address(atlas: Atlas) -> ReadFilter:
    """Return the filter in the address, with what in it nothing answers to."""
    st.html(f"<style>{_HIDDEN}</style>")
    with st.container(key="address"):
        for group in MANY:
            st.multiselect(
                f"Chosen {group}s",
                [],
                key=group,
                accept_new_options=True,
                bind="query-params",
            )
    return atlas.filters.read({name: _values(name) for name in KNOWN})


def canonical(found: ReadFilter) -> Mapping[str, list[str]]:
    """Return the ids that the groups should hold: other spellings turned into ids."""
    wanted = found.wanted
    groups = (wanted.regions, wanted.themes, wanted.councils, wanted.issues)
    return {name: list(ids) for name, ids in zip(MANY, groups, strict=True)}


def pick(choice: Mapping[str, str]) -> None:
    """Add an option to its group, or take it out again; the list goes back to its first page."""
    group, option = choice["group"], choice["id"]
    chosen = list(st.session_state.get(group, []))
    chosen.remove(option) if option in chosen else chosen.append(option)
    st.session_state[group] = chosen
    first_page()


def clear(_: Any = None) -> None:
    """Remove every filter."""
    for group in MANY:
        st.session_state[group] = []
    for name, nothing in SEEN.items():
        st.session_state[name] = nothing
    first_page()


def first_page() -> None:
    """Go back to the first page of the list."""
    st.session_state["page"] = 1


def _values(name: str) -> list[str]:
    value = st.session_state.get(name)
    if isinstance(value, list):
        return value
    return [str(value).lower() if isinstance(value, bool) else value] if value else []
