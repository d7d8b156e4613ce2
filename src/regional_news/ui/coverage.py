"""The page Coverage: who gets written about, about what, and who never was."""

from collections.abc import Mapping
from dataclasses import replace

import altair as alt
import pandas as pd
import streamlit as st

from regional_news.atlas import Atlas
from regional_news.coverage import Coverage
from regional_news.query import BriefFilter, View
from regional_news.ui.components import draw
from regional_news.ui.heading import heading
from regional_news.ui.plain import plain
from regional_news.ui.routes import EXPLORE, go
from regional_news.ui.signs import SIGNS
from regional_news.ui.takeaway import take_away


def coverage(atlas: Atlas, view: View) -> None:
    """Draw the page."""
    heading("Coverage")
    st.markdown(f"{plain(view.title)}: **{view.totals}**")
    covered = Coverage(view)
    _matrix(atlas, covered)
    _over_time(atlas, covered)
    _regions(atlas, covered)
    _never(atlas, covered)
    take_away(view)


def _matrix(atlas: Atlas, covered: Coverage) -> None:
    st.header("Themes by region")
    counts = covered.matrix
    rows = [
        {
            "id": theme.id,
            "label": theme.label,
            "sign": SIGNS[theme.facet],
            "facet": theme.facet.value,
            "counts": list(counts.loc[theme.id]),
        }
        for theme in atlas.themes
    ]
    regions = atlas.gazetteer.regions.in_magazine
    data = {
        "caption": "Choose a number to see the briefs behind it. A brief with several themes "
        f"counts in each of their rows: the {len(covered.view):,} briefs here stand in "
        f"{int(counts.to_numpy().sum()):,} places.",
        "columns": [{"id": region.id, "label": region.name} for region in regions],
        "rows": rows,
    }
    draw("matrix", data, {"pick": lambda cell: _open_cell(covered.view.wanted, cell)})


def _open_cell(wanted: BriefFilter, cell: Mapping[str, str]) -> None:
    go(EXPLORE, replace(wanted, themes=(cell["theme"],), regions=(cell["region"],)))


def _over_time(atlas: Atlas, covered: Coverage) -> None:
    st.header("Themes over time")
    counts = covered.by_issue.rename(columns=lambda theme: atlas.themes[theme].label)
    facets = {theme.label: theme.facet.label for theme in atlas.themes}
    long = counts.reset_index().melt("issue", var_name="theme", value_name="briefs")
    long = long[long["briefs"] > 0].assign(facet=lambda rows: rows["theme"].map(facets))
    chart = (
        alt.Chart(long)
        .mark_point(filled=True, opacity=0.9)
        .encode(
            x=alt.X(
                "issue:N",
                sort=list(counts.index),
                title=None,
                axis=alt.Axis(labelAngle=0, labelLimit=260),
            ),
            y=alt.Y("theme:N", sort=list(facets), title=None, axis=alt.Axis(labelLimit=220)),
            size=alt.Size("briefs:Q", title="Briefs", scale=alt.Scale(range=[60, 420])),
            color=alt.Color("facet:N", sort=list(facets.values()), title="Group"),
            shape=alt.Shape(
                "facet:N",
                sort=list(facets.values()),
                title="Group",
                scale=alt.Scale(range=["circle", "square", "triangle-up"]),
            ),
            tooltip=["theme", "issue", "briefs"],
        )
        .properties(height=520)
    )
    issues = ", ".join(f"{count:,} in {issue}" for issue, count in covered.issues.items())
    st.caption(plain(f"Each brief is in one issue: {issues}."))
    st.altair_chart(
        chart,
        width="stretch",
        alt=f"Briefs by issue and theme. {issues}. The table below has every number.",
    )
    with st.expander("The table behind this chart"):
        st.dataframe(
            counts.T, width="stretch", alt="Briefs by theme, a row each, and issue, a column each"
        )


def _regions(atlas: Atlas, covered: Coverage) -> None:
    st.header("Councils covered, region by region")
    rows = pd.DataFrame(
        {
            "Region": atlas.gazetteer.regions[each.region].name,
            "Councils with a brief": each.covered,
            "Councils in office": each.councils,
            "Share": each.covered / each.councils if each.councils else 0.0,
        }
        for each in covered.by_region
    )
    total = f"{rows['Councils with a brief'].sum():,} of {rows['Councils in office'].sum():,}"
    st.caption(
        f"{total} councils in office have a brief here. A brief about several councils counts "
        "once for each of them, and a council counts once however many briefs it has."
    )
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        height="content",
        alt=f"Councils with a brief by region: {total}",
        column_config={
            "Share": st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)
        },
    )


def _never(atlas: Atlas, covered: Coverage) -> None:
    st.header("Never featured")
    councils = pd.DataFrame(
        {
            "Council": council.name,
            "Region": atlas.gazetteer.regions[council.region].name,
            "Type": council.type,
            "Website": council.website,
        }
        for council in covered.never
    )
    st.caption(
        f"{len(councils):,} councils in office that no brief in any issue is about. "
        "Choose regions beside the page to narrow the list."
    )
    if councils.empty:
        return
    st.dataframe(
        councils,
        hide_index=True,
        width="stretch",
        height=380,
        alt=f"{len(councils):,} councils that were never featured",
        column_config={"Website": st.column_config.LinkColumn()},
    )
    st.download_button(
        "Download this list",
        data=lambda: councils.to_csv(index=False).encode("utf-8-sig"),
        file_name="regional-news-never-featured.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
