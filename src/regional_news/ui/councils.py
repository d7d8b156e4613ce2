"""The page Councils: one council, its briefs, its names, its past, and who near it did the same."""

from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from regional_news.atlas import Atlas
from regional_news.model import Council, CouncilStatus
from regional_news.neighbours import near_peers
from regional_news.query import BriefFilter
from regional_news.ui import address
from regional_news.ui.brief_list import brief_list, focus, safe_url
from regional_news.ui.plain import plain
from regional_news.ui.routes import EXPLORE, go
from regional_news.ui.takeaway import take_away

LANGUAGES = {"cy": "Welsh", "ga": "Irish", "gd": "Scottish Gaelic", "sco": "Scots"}
_MOST_FOUND = 12


def councils(atlas: Atlas) -> None:
    """Draw the page."""
    heading = st.container()
    _search(atlas)
    chosen = [atlas.gazetteer[each] for each in address.wanted().councils]
    if not chosen:
        heading.title("Councils")
        st.markdown("Find a council by any of its names, or choose one in a brief or on the map.")
        return
    council = chosen[0]
    heading.title(plain(council.name))
    _standing(council)
    with_briefs, with_facts = st.columns([3, 2], gap="large")
    with with_briefs:
        _briefs(atlas, council)
    with with_facts:
        _facts(atlas, council)
        _near(atlas, council)


def _search(atlas: Atlas) -> None:
    typed = st.text_input(
        "Find a council by any name",
        key="council-name",
        placeholder="Try “Caerdydd”, “GMCA”, “Bucks” or “Comhairle Contae na Mí”",
        live="300ms",
        max_chars=100,
    )
    if not typed:
        return
    found = atlas.names.search(typed, _MOST_FOUND)
    if not found:
        st.markdown("No council has a name that begins so. Try a shorter piece of it.")
    _buttons(found, "found")


def _standing(council: Council) -> None:
    """Say in one line what the council is, and whether it still serves."""
    line = f"{council.type}, {council.nation}"
    if council.status is CouncilStatus.ABOLISHED:
        line += f" · abolished{' on ' + council.end.words if council.end else ''}"
    elif council.status is CouncilStatus.SHADOW:
        line += f" · takes office{' on ' + council.start.words if council.start else ' later'}"
    st.markdown(plain(line[0].upper() + line[1:]))


def _briefs(atlas: Atlas, council: Council) -> None:
    st.header("Briefs")
    if council.predecessors:
        st.caption("With those about the councils that it replaced.")
    view = atlas.view(BriefFilter(councils=(council.id,), mentions=True, past=True))
    if not len(view):
        st.markdown("No brief names this council yet.")
        return
    brief_list(atlas, view, {"pick": _explore_option, "focus": _explore_council})
    take_away(view)


def _explore_option(choice: Mapping[str, str]) -> None:
    if choice["group"] == "region":
        go(EXPLORE, BriefFilter(regions=(choice["id"],)))
    else:
        go(EXPLORE, BriefFilter(themes=(choice["id"],)))


def _explore_council(council_id: str) -> None:
    focus(council_id)
    go(EXPLORE, BriefFilter())


def _facts(atlas: Atlas, council: Council) -> None:
    st.header("Names and codes")
    names = {"Official name": council.name, "Short name": council.short_name}
    names |= {LANGUAGES[code]: ", ".join(each) for code, each in council.languages.items()}
    names["Also written"] = ", ".join((*council.aliases, *council.abbreviations))
    names |= {"GSS code": council.gss_code, "Region": atlas.gazetteer.regions[council.region].name}
    names["In office"] = _life(council)
    names["Point (lat, lon)"] = f"{council.lat:.4f}, {council.lon:.4f}"
    said = {plain(name): plain(value) for name, value in names.items() if value}
    st.table(pd.Series(said, name="On record").to_frame(), border="horizontal")
    if safe_url(council.website):
        st.link_button("Council website", council.website, icon=":material/open_in_new:")
    gazetteer = atlas.gazetteer
    for title, group in (
        ("Replaced", gazetteer.predecessors(council)),
        ("Replaced by", gazetteer.successors(council)),
        ("County", filter(None, [gazetteer.get(council.parent)])),
        ("Combined authority", filter(None, [gazetteer.get(council.combined_authority)])),
        ("Members", gazetteer.members(council)),
    ):
        _family(title, tuple(group))


def _family(title: str, group: tuple[Council, ...]) -> None:
    if not group:
        return
    with st.expander(
        f"{title}: {len(group)}" if len(group) > 1 else f"{title} {plain(group[0].name)}"
    ):
        _buttons(group, title)


def _buttons(group: Iterable[Council], place: str) -> None:
    """Draw a button for each council that opens its page."""
    with st.container(horizontal=True, gap="small"):
        for council in group:
            st.button(
                plain(council.name),
                key=f"{place}-{council.id}",
                on_click=address.put,
                args=("council", [council.id]),
                help=council.type,
            )


def _near(atlas: Atlas, council: Council) -> None:
    st.header("Who near us has done this?")
    peers = near_peers(atlas.index, council)
    st.caption(
        "The nearest councils with briefs on the same themes. Distances run between the councils’ "
        "points, as the crow flies."
    )
    for peer in peers:
        themes = ", ".join(atlas.index.labels.themes(peer.themes))
        with st.container(border=True, gap="xsmall"):
            st.button(
                plain(peer.council.name),
                key=f"near-{peer.council.id}",
                on_click=address.put,
                args=("council", [peer.council.id]),
                type="tertiary",
            )
            st.caption(plain(f"{peer.km:,.0f} km away · {themes}"))


def _life(council: Council) -> str:
    since = f"since {council.start.words}" if council.start else ""
    until = f"until {council.end.words}" if council.end else ""
    return " ".join(part for part in (since, until) if part)
