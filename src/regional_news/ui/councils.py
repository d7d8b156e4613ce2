"""The page Councils: one council, its briefs, its names, its past, and who near it did the same."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from regional_news.model import Council, CouncilStatus
from regional_news.query import BriefFilter
from regional_news.query.neighbours import near_peers
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount, web_address
from regional_news.ui.session import address
from regional_news.ui.session.routes import EXPLORE, go
from regional_news.ui.widgets.brief_list import brief_list, point_to
from regional_news.ui.widgets.council_links import SEARCH, council_links
from regional_news.ui.widgets.heading import heading
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.takeaway import take_away

LANGUAGES = {"cy": "Welsh", "ga": "Irish", "gd": "Scottish Gaelic", "sco": "Scots"}
_MOST_FOUND = 12


def councils(snapshot: Snapshot) -> None:
    """Draw the page."""
    above = st.container()
    _search(snapshot)
    chosen = [snapshot.gazetteer[each] for each in address.wanted().councils]
    if not chosen:
        with above:
            heading("Councils", filters=False)
        _all_with_briefs(snapshot)
        return
    council = chosen[0]
    with above:
        heading(council.name, filters=False)
    _standing(council)
    with_briefs, with_facts = st.columns([3, 2], gap="large")
    with with_briefs:
        _briefs(snapshot, council)
    with with_facts:
        _facts(snapshot, council)
        _near(snapshot, council)


def _search(snapshot: Snapshot) -> None:
    typed = st.text_input(
        "Find a council by any name",
        key=SEARCH,
        placeholder="Try “Caerdydd”, “GMCA” or “Bucks”",
        live="300ms",
        max_chars=100,
    )
    if not typed:
        return
    found = snapshot.resolver.search(typed, _MOST_FOUND)
    if found:
        council_links("found", {"": [(council, council.type) for council in found]})
    else:
        st.markdown("No council has a name that begins so. Try a shorter piece of it.")


def _all_with_briefs(snapshot: Snapshot) -> None:
    """List the councils that have briefs, region by region."""
    counts = snapshot.view(BriefFilter()).counts("council")
    st.markdown(f"{len(counts):,} of {len(snapshot.gazetteer):,} councils have briefs so far.")
    groups: dict[str, list[tuple[Council, str]]] = {}
    for region in snapshot.gazetteer.regions:
        for council in snapshot.gazetteer:
            if council.region == region.id and council.id in counts:
                note = amount(counts[council.id], "brief")
                groups.setdefault(region.name, []).append((council, note))
    council_links("with-briefs", groups, level=2)


def _standing(council: Council) -> None:
    """Say in one line what the council is, and whether it still serves."""
    line = f"{council.type}, {council.nation}"
    if council.status is CouncilStatus.ABOLISHED:
        line += f" · abolished{' on ' + council.end.words if council.end else ''}"
    elif council.status is CouncilStatus.SHADOW:
        line += f" · takes office{' on ' + council.start.words if council.start else ' later'}"
    st.markdown(plain(line[0].upper() + line[1:]))


def _briefs(snapshot: Snapshot, council: Council) -> None:
    st.header("Briefs")
    view = snapshot.view(BriefFilter(councils=(council.id,), mentions=True, past=True))
    replaced = council.predecessors
    if not len(view):
        others = ", nor one that it replaced" if replaced else ""
        st.markdown(f"No brief names this council{others} yet.")
        return
    if replaced:
        st.caption("With those about the councils that it replaced.")
    brief_list(snapshot, view, {"pick": _explore_option, "focus": _explore_council})
    take_away(view)


def _explore_option(choice: Mapping[str, str]) -> None:
    if choice["group"] == "region":
        go(EXPLORE, BriefFilter(regions=(choice["id"],)))
    else:
        go(EXPLORE, BriefFilter(themes=(choice["id"],)))


def _explore_council(council_id: str) -> None:
    point_to(council_id)
    go(EXPLORE, BriefFilter())


def _facts(snapshot: Snapshot, council: Council) -> None:
    st.header("Names and codes")
    names = {"Official name": council.name, "Short name": council.short_name}
    names |= {LANGUAGES[code]: ", ".join(each) for code, each in council.languages.items()}
    names["Also written"] = ", ".join((*council.aliases, *council.abbreviations))
    names |= {
        "GSS code": council.gss_code,
        "Region": snapshot.gazetteer.regions[council.region].name,
    }
    names["In office"] = _life(council)
    names["Point (lat, lon)"] = f"{council.lat:.4f}, {council.lon:.4f}"
    said = {plain(name): plain(value) for name, value in names.items() if value}
    facts = pd.Series(said).to_frame()
    st.table(facts, border="horizontal", hide_header=True, alt=f"{council.name} on record")
    if web_address(council.website):
        st.link_button("Council website", council.website, icon=":material/open_in_new:")
    _family(snapshot, council)


def _family(snapshot: Snapshot, council: Council) -> None:
    """Link to the councils that it replaced, that replaced it, or that it belongs with."""
    gazetteer = snapshot.gazetteer
    groups = {
        "Replaced": gazetteer.predecessors(council),
        "Replaced by": gazetteer.successors(council),
        "County": filter(None, [gazetteer.get(council.parent)]),
        "Combined authority": filter(None, [gazetteer.get(council.combined_authority)]),
        "Members": gazetteer.members(council),
    }
    noted = {title: [(each, each.type) for each in group] for title, group in groups.items()}
    council_links("family", {title: group for title, group in noted.items() if group})


def _near(snapshot: Snapshot, council: Council) -> None:
    st.header("Who near us has done this?")
    peers = near_peers(snapshot.index, council)
    own = snapshot.view(BriefFilter(councils=(council.id,), past=True))
    told = (
        "The nearest councils with briefs on the same themes."
        if len(own)
        else "This council has no brief yet. These are the nearest that have one."
    )
    st.caption(f"{told} Distances run between the councils’ points, as the crow flies.")
    labels = snapshot.index.labels
    noted = [
        (peer.council, f"{peer.km:,.0f} km · {', '.join(labels.themes(peer.themes))}")
        for peer in peers
    ]
    council_links("near", {"": noted})


def _life(council: Council) -> str:
    since = f"since {council.start.words}" if council.start else ""
    until = f"until {council.end.words}" if council.end else ""
    return " ".join(part for part in (since, until) if part)
