"""Who near a council, or like it, has done the same."""

from collections.abc import Iterator, Sequence
from typing import Any

import streamlit as st

from regional_news.model import Council, PartialDate
from regional_news.query.councils import news_of
from regional_news.query.neighbours import NEAR, Neighbour, Peers
from regional_news.query.site import Site
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.components import draw
from regional_news.ui.session.routes import council_href
from regional_news.ui.widgets.plain import plain

_SITE = Site("./")


def council_peers(
    snapshot: Snapshot, council: Council, themes: tuple[str, ...], peers: Peers
) -> None:
    """Link to a council's peers and their newest briefs on the themes that are chosen."""
    st.header("Who else has done this?")
    own = tuple(snapshot.view(news_of(council.id)).counts("theme"))
    st.caption(plain(_told(snapshot, themes, own, peers.near)))
    groups = [
        {"title": title, "said": said, "councils": [*_noted(snapshot, council, found)]}
        for title, said, found in (
            ("Nearest", "", peers.near),
            ("Councils like this one", _likeness(council), peers.alike),
        )
        if found
    ]
    draw("councils", {"level": 3, "groups": groups}, key="near")
    if peers.near and not peers.alike:
        st.caption(plain(f"No other {council.type} that serves today has such a brief."))


def _likeness(council: Council) -> str:
    """Return what makes the councils alike that are told as such."""
    return (
        f"Of the same kind ({council.type}): first those with most of these themes, then those of "
        "the same region, then the nearest."
    )


def _told(
    snapshot: Snapshot, themes: tuple[str, ...], own: tuple[str, ...], near: Sequence[Neighbour]
) -> str:
    labels = snapshot.index.labels.of("theme", themes)
    if themes:
        told = f"Councils with briefs on {' or '.join(labels)}."
    elif own:
        same = ", ".join(snapshot.index.labels.of("theme", own))
        told = f"Councils with briefs on the same themes: {same}."
    else:
        told = "This council has no brief yet. These are the nearest that have one."
    if near and near[0].km > NEAR:
        told += f" None is within {NEAR:.0f} km."
    return f"{told} Distances run between points inside the areas, as the crow flies."


def _noted(
    snapshot: Snapshot, council: Council, peers: Sequence[Neighbour]
) -> Iterator[dict[str, Any]]:
    labels, differ = snapshot.index.labels, len({peer.themes for peer in peers}) > 1
    for peer in peers:
        here = ("same region",) if peer.council.region == council.region else ()
        on = (", ".join(labels.of("theme", peer.themes)),) if differ else ()
        yield {
            "id": peer.council.id,
            "name": peer.council.name,
            "note": " · ".join((*_gone(peer.council), peer.distance, *here, *on)),
            "href": council_href(peer.council.id),
            "brief": _brief(snapshot, peer.newest),
        }


def _brief(snapshot: Snapshot, row: int) -> dict[str, str]:
    """Return the headline of a brief with its address and its date in words."""
    found = snapshot.index.frame.iloc[row]
    day = PartialDate.read(found["published"])
    return {
        "headline": found["headline"] or "Brief without a headline",
        "href": _SITE.brief(found["id"]),
        "when": day.words if day else "",
    }


def _gone(council: Council) -> tuple[str, ...]:
    """Say of a council that serves no more, or not yet, until or since when it does."""
    return (council.years.strip(" ()"),) if council.years else ()
