"""A small map that says where a council is, beside those that are near it."""

from html import escape

import streamlit as st

from regional_news.exports.sketch import sketch
from regional_news.model import Council
from regional_news.settings import settings
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.plain import plain

INK = {"light": ("#f1eee6", "#8a8577", "#c2570c"), "dark": ("#1f2a31", "#5b6a74", "#f0a05a")}
"""The colours of land, shore and point in each theme."""


def locator_map(snapshot: Snapshot, council: Council) -> None:
    """Draw the outlines of the regions with one point: where the council is."""
    drawn = sketch({council.id: 1}, snapshot.gazetteer, settings().data / "boundaries.geojson")
    land, shore, ink = INK[st.context.theme.type or "light"]
    paths = "".join(f'<path d="{escape(path)}"/>' for path in drawn.outlines)
    points = "".join(f'<circle cx="{each.x}" cy="{each.y}" r="10"/>' for each in drawn.bubbles)
    region = snapshot.gazetteer.regions[council.region].name
    with st.container(key="locator"):
        st.image(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawn.width}" '
            f'height="{drawn.height}" viewBox="0 0 {drawn.width} {drawn.height}">'
            f'<g fill="{land}" stroke="{shore}">{paths}</g><g fill="{ink}">{points}</g></svg>',
            caption=plain(f"{council.name} is in {region}."),
            alt=f"Map: {council.name} in {region}",
            width=160,
        )
