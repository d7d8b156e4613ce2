"""The address: the one place that holds what a reader chose, for server and browser alike.

A page reads the filter, the page of the list and what the map shows from its address
(``st.query_params``) at every run and keeps none of it elsewhere. What changes them is an address,
too: a link, or a control that opens one (``visit`` in ``components/shared.js``). The browser then
adds one entry to its history and asks for a run, exactly as it does for Back and Forward. Only
``switch`` and ``put`` change the address from here, for widgets of Streamlit's own.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

import streamlit as st

from regional_news.query import BriefFilter
from regional_news.query.site import Site
from regional_news.query.urls import KNOWN, OLD, ReadFilter, filter_params
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.fields import keyed

PAGE, SHOW, CAMERA = "page", "show", "at"
"""The parameters for the page of the list, for the council that the list points to, and for where
the map stands, which the browser keeps."""

_WANTED = "wanted briefs"

Params = list[tuple[str, str]]
Choice = TypeVar("Choice", bound=str)


def wanted() -> BriefFilter:
    """Return the filter of this run."""
    found: BriefFilter = st.session_state.get(_WANTED, BriefFilter())
    return found


def read_address(snapshot: Snapshot, *, filtered: bool = True) -> ReadFilter:
    """Return the filter in the address, with what in it nothing answers to.

    On a page that is not ``filtered`` there is none: the address then loses what stands there.
    """
    names = (*KNOWN, CAMERA, *OLD) if filtered else ()
    found = snapshot.filters.read({name: st.query_params.get_all(name) for name in names})
    st.session_state[_WANTED] = found.wanted
    return found


def value(name: str) -> str:
    """Return the last value of a parameter as it stands there: "" where it has none."""
    return str(st.query_params.get(name, ""))


def number(name: str, most: int) -> int:
    """Return the whole number from 1 to ``most`` nearest to a parameter's; 1 where it has none."""
    text = value(name)
    return min(max(1, int(text)), most) if text.isascii() and text.isdecimal() else 1


def asked() -> Params:
    """Return all parameters of the address, as they stand there."""
    return [(name, each) for name in st.query_params for each in st.query_params.get_all(name)]


def others() -> Params:
    """Return the parameters that are no filter's and hold on every page of the list."""
    return [(name, each) for name, each in asked() if name not in (*KNOWN, *OLD, PAGE)]


def canonical() -> Params:
    """Return the parameters that mean what this run shows, spelled as everywhere."""
    page = [(name, each) for name, each in asked() if name == PAGE]
    return [*filter_params(wanted()), *others(), *page]


def href(name: str, filters: BriefFilter, more: Sequence[tuple[str, str]] = ()) -> str:
    """Return the address of a page, as links on every page have it: ``table?region=wales``.

    "" is the home page; ``more`` are parameters that are no filter's.
    """
    query = urlencode([*filter_params(filters), *more])
    return (name or "./") + (f"?{query}" if query else "")


def site() -> Site:
    """Return the whole addresses of this app, as the reader's browser knows it."""
    reached = urlsplit(st.context.url or "http://localhost:8501/")
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return Site(f"{reached.scheme}://{reached.netloc}/{base}{'/' if base else ''}")


def here(params: Sequence[tuple[str, str]]) -> str:
    """Return the address of the page that is shown with other parameters."""
    query = urlencode(params)
    return f"?{query}" if query else "?"


def switch(label: str, name: str, *, means: str = "true") -> bool:
    """Draw a switch whose state is a parameter of the address; return whether it is on.

    Switched on, it gives the parameter the value that it ``means``.
    """
    is_on = dict(canonical()).get(name, "") not in {"", "false"}
    st.toggle(label, is_on, **keyed(name, is_on, lambda on: put(name, means if on else "")))
    return is_on


def choice(label: str, name: str, options: Mapping[Choice, str]) -> Choice:
    """Draw a choice that a parameter of the address holds, and return it: an option's value.

    The first option is there where the address has none of them, and then has no parameter.
    """
    first, *_ = options
    chosen = next((option for option in options if option == value(name)), first)

    def take(now: Choice) -> None:
        put(name, "" if now == first else now)

    st.segmented_control(
        label,
        list(options),
        default=chosen,
        required=True,
        format_func=lambda option: options[option],
        **keyed(name, chosen, take),
    )
    return chosen


def put(name: str, text: str) -> None:
    """Give a parameter a value, or take it away where ``text`` is empty.

    A filter's leads back to the first page of the list.
    """
    left = {name, PAGE} if name in KNOWN else {name}
    kept = [(other, each) for other, each in asked() if other not in left]
    st.query_params.from_dict(_gathered([*kept, (name, text)] if text else kept))


def _gathered(params: Params) -> dict[str, list[str]]:
    """Return the values of each parameter."""
    return {name: [v for other, v in params if other == name] for name, _ in params}
