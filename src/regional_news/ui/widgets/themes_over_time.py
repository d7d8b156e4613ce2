"""Themes over time: briefs by issue and theme, as a chart and as the table behind it."""

import altair as alt
import pandas as pd
import streamlit as st

from regional_news.query.coverage import Coverage
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.widgets.plain import plain


def themes_over_time(snapshot: Snapshot, covered: Coverage) -> None:
    """Draw the chart of a view and its table."""
    st.header("Themes over time")
    counts = covered.by_issue.rename(columns=lambda theme: snapshot.themes[theme].label)
    facets = {theme.label: theme.facet.label for theme in snapshot.themes}
    long = counts.reset_index().melt("issue", var_name="theme", value_name="briefs")
    long = long[long["briefs"] > 0].assign(facet=lambda rows: rows["theme"].map(facets))
    issues = ", ".join(f"{count:,} in {issue}" for issue, count in covered.issues.items())
    st.caption(plain(f"Each brief is in one issue: {issues}."))
    with st.container(key="over-time"):
        st.altair_chart(
            _points(long, issues=list(counts.index), facets=facets),
            width="stretch",
            alt=f"Briefs by issue and theme. {issues}. The table below has every number.",
        )
    with st.expander("The table behind this chart"):
        st.dataframe(
            counts.T, width="stretch", alt="Briefs by theme, a row each, and issue, a column each"
        )


def _points(
    long: pd.DataFrame, *, issues: list[str], facets: dict[str, str]
) -> alt.LayerChart | alt.FacetChart:
    """Return a chart with a point for each theme and issue, as big as the number beside it."""
    groups = list(dict.fromkeys(facets.values()))
    ink = st.get_option(f"theme.{st.context.theme.type or 'light'}.textColor")
    issue_axis = alt.Axis(labelAngle=0, labelLimit=170, labelExpr="split(datum.label, ', ')")
    places = alt.Chart(long).encode(
        x=alt.X("issue:N", sort=issues, title=None, axis=issue_axis),
        y=alt.Y("theme:N", sort=list(facets), title=None, axis=alt.Axis(labelLimit=220)),
        color=alt.Color("facet:N", sort=groups, title=None, legend=alt.Legend(orient="top")),
        tooltip=["theme", "issue", "briefs"],
    )
    shapes = alt.Scale(domain=groups, range=["circle", "square", "triangle-up"])
    points = places.mark_point(filled=True, opacity=0.9).encode(
        size=alt.Size("briefs:Q", legend=None, scale=alt.Scale(range=[60, 420])),
        shape=alt.Shape("facet:N", sort=groups, title=None, scale=shapes),
    )
    numbers = places.mark_text(align="left", dx=16).encode(text="briefs:Q")
    # The labels' own grey is too faint to read.
    return alt.layer(points, numbers).properties(
        height=540,
        config=alt.Config(
            axis=alt.AxisConfig(labelColor=ink, labelFontSize=12),
            legend=alt.LegendConfig(labelColor=ink),
        ),
    )
