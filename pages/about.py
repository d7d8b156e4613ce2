"""How it is made: method, sources, licences, accessibility, version."""

from datetime import UTC, datetime
from importlib.metadata import version

import streamlit as st

from regional_news.model import PartialDate
from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.widgets.method import METHOD, SOURCES, USING, holdings

LINE = 760
"""Pixels that a line of prose has at most; longer ones are hard to follow."""

snapshot = current_snapshot()
st.title("About this map")
st.markdown(f"{holdings(snapshot.index)}\n{USING}", width=LINE)
st.markdown(METHOD.format(councils=len(snapshot.gazetteer)), width=LINE)
st.markdown(SOURCES, width=LINE)
st.header("Version")
newest = max((ns for ns, _, _ in snapshot.version), default=0)
day = datetime.fromtimestamp(newest / 1e9, tz=UTC).date()
st.markdown(
    f"Version {version('regional-news')} · {len(snapshot.index):,} briefs · data last "
    f"changed on {PartialDate(day.year, day.month, day.day).words}"
)
