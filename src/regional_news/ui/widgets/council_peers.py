"""Who near a council has done the same: by a theme of choice, near by and of the same kind."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from regional_news.model import Council
from regional_news.query import BriefFilter
from regional_news.query.neighbours import NEAR, Neighbour, near_peers
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.components import draw
from regional_news.ui.session.routes import COUNCILS, page_href
from regional_news.ui.widgets.council_links import council_links
from regional_news.ui.widgets.plain import plain


@dataclass(frozen=True, slots=True)
class Peers:
    """The nearest councils that worked on the same themes, and the nearest of the same kind."""

    near: tuple[Neighbour, ...]
    alike: tuple[Neighbour, ...]

    @property
    def all(self) -> tuple[Neighbour, ...]:
        """Each of them once, the nearest first."""
        return tuple({each.council.id: each for each in (*self.near, *self.alike)}.values())


def peers_of(snapshot: Snapshot, council: Council, themes: tuple[str, ...]) -> Peers:
    """Return who near a council worked on ``themes``: chosen ones, or the council's own."""
    near = near_peers(snapshot.index, council, themes=themes)
    return Peers(near, near_peers(snapshot.index, council, themes=themes, alike=True))


def council_peers(
    snapshot: Snapshot, council: Council, themes: tuple[str, ...], peers: Peers
) -> None:
    """Link to a council's peers, with a choice of the themes."""
    st.header("Who near us has done this?")
    own = tuple(snapshot.view(BriefFilter(councils=(council.id,), past=True)).counts("theme"))
    _choice(snapshot, council, themes)
    st.caption(plain(_told(snapshot, themes, own, peers.near)))
    kind = f"Nearest of the same kind ({council.type})"
    groups = {"Nearest": _noted(snapshot, peers.near), kind: _noted(snapshot, peers.alike)}
    council_links("near", {title: found for title, found in groups.items() if found})
    if peers.near and not peers.alike:
        st.caption(plain(f"No other {council.type} that serves today has such a brief."))


def _choice(snapshot: Snapshot, council: Council, themes: tuple[str, ...]) -> None:
    """Offer each theme that somebody has worked on, as a link to this page with it."""
    counts = snapshot.view(BriefFilter()).counts("theme")
    here = (council.id,)
    options = [
        {
            "label": snapshot.themes[theme].label,
            "href": page_href(COUNCILS, BriefFilter(councils=here, themes=(theme,))),
            "chosen": theme in themes,
        }
        for theme in counts
    ]
    everything = {
        "label": "The same themes as this council",
        "href": page_href(COUNCILS, BriefFilter(councils=here)),
        "chosen": not themes,
    }
    draw("choice", {"label": "Theme", "options": [everything, *options]})


def _told(
    snapshot: Snapshot, themes: tuple[str, ...], own: tuple[str, ...], near: Sequence[Neighbour]
) -> str:
    labels = snapshot.index.labels.of("theme", themes)
    if themes:
        told = f"Councils with briefs on {' or '.join(labels)}."
    elif own:
        told = "The nearest councils with briefs on the same themes."
    else:
        told = "This council has no brief yet. These are the nearest that have one."
    if near and near[0].km > NEAR:
        told += f" None is within {NEAR:.0f} km."
    return f"{told} Distances run between points inside the areas, as the crow flies."


def _noted(snapshot: Snapshot, peers: Sequence[Neighbour]) -> list[tuple[Council, str]]:
    return [
        (peer.council, " · ".join((*_gone(peer.council), peer.distance, _on(snapshot, peer))))
        for peer in peers
    ]


def _gone(council: Council) -> tuple[str, ...]:
    """Say of a council that serves no more, or not yet, until or since when it does."""
    return (council.years.strip(" ()"),) if council.years else ()


def _on(snapshot: Snapshot, peer: Neighbour) -> str:
    return ", ".join(snapshot.index.labels.of("theme", peer.themes))
