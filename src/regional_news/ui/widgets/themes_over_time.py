"""Themes over time: how many briefs each issue had on each theme, and the table behind it."""

import altair as alt
import pandas as pd
import streamlit as st

from regional_news.query.coverage import Coverage
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.widgets.plain import plain

_ROW, _COLUMN, _EDGE = 25, 30, 250
"""Pixels of a theme, of an issue, and of the labels beside them."""

_FEW = 6
"""So many issues are named in the sentence above the chart."""


def themes_over_time(snapshot: Snapshot, covered: Coverage) -> None:
    """Draw a field for each theme and issue, the fuller the more briefs, and the table behind."""
    st.header("Themes over time")
    counts = covered.by_issue.rename(columns=lambda theme: snapshot.themes[theme].label)
    told = _told(covered)
    st.caption(plain(told))
    with st.container(key="over-time"):
        st.altair_chart(
            _fields(counts),
            width=max(700, _EDGE + _COLUMN * len(counts)),
            alt=f"Briefs by issue and theme. {told} The table below has every number.",
        )
    with st.expander("The table behind this chart"):
        st.dataframe(
            counts.T, width="stretch", alt="Briefs by theme, a row each, and issue, a column each"
        )


def _told(covered: Coverage) -> str:
    issues = covered.issues
    if len(issues) <= _FEW:
        each = ", ".join(f"{count:,} in {issue}" for issue, count in issues.items())
        return f"Each brief is in one issue: {each}. A brief with several themes counts in each."
    least, most = min(issues.values()), max(issues.values())
    held = amount(least, "brief") if least == most else f"{least:,} to {amount(most, 'brief')}"
    return (
        f"{len(issues):,} issues from left to right, the oldest first, with {held} each. "
        "A brief with several themes counts in each."
    )


def _fields(counts: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Return a chart with a row for each theme and a column for each issue."""
    long = counts.reset_index().melt("issue", var_name="theme", value_name="briefs")
    dark = st.context.theme.type == "dark"
    ink = st.get_option(f"theme.{'dark' if dark else 'light'}.textColor")
    slanted = len(counts) > _FEW
    issue = alt.Axis(
        labelAngle=-60 if slanted else 0,
        labelLimit=170,
        orient="top",
        labelExpr="datum.label" if slanted else "split(datum.label, ', ')",
    )
    themes = alt.Axis(labelLimit=220, labelOverlap=False)
    places = alt.Chart(long).encode(
        x=alt.X("issue:N", sort=list(counts.index), title=None, axis=issue),
        y=alt.Y("theme:N", sort=list(counts.columns), title=None, axis=themes),
        tooltip=["theme", "issue", "briefs"],
    )
    full = "#6db3f2" if dark else "#0b62a8"
    fields = places.mark_rect(color=full).encode(
        opacity=alt.Opacity("briefs:Q", legend=None, scale=alt.Scale(range=[0.03, 0.55]))
    )
    numbers = places.mark_text(fontSize=12, color=ink).encode(text="briefs:Q")
    return alt.layer(fields, numbers).properties(
        height=_ROW * len(counts.columns),
        config=alt.Config(
            axis=alt.AxisConfig(labelColor=ink, labelFontSize=12, domain=False, ticks=False),
            view=alt.ViewConfig(stroke=None),
        ),
    )
