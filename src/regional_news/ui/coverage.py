"""The page Coverage: who gets written about, about what, and who never was."""

from collections.abc import Mapping
from dataclasses import replace

import altair as alt
import pandas as pd
import pyarrow as pa
import streamlit as st

from regional_news.exports.csv_file import guarded
from regional_news.query import BriefFilter, View
from regional_news.query.coverage import Coverage
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import web_address
from regional_news.ui.components import draw
from regional_news.ui.session.routes import EXPLORE, go
from regional_news.ui.widgets.heading import heading
from regional_news.ui.widgets.notes import NO_BRIEF
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.signs import SIGNS
from regional_news.ui.widgets.takeaway import take_away


def coverage(snapshot: Snapshot, view: View) -> None:
    """Draw the page."""
    heading("Coverage")
    st.markdown(f"{plain(view.title)}: **{view.totals}**")
    covered = Coverage(view)
    if len(view):
        _matrix(snapshot, covered)
        _over_time(snapshot, covered)
    else:
        st.info(NO_BRIEF)
    _regions(snapshot, covered)
    _never(snapshot, covered)
    take_away(view)


def _matrix(snapshot: Snapshot, covered: Coverage) -> None:
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
        for theme in snapshot.themes
    ]
    regions = snapshot.gazetteer.regions.in_magazine
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


def _over_time(snapshot: Snapshot, covered: Coverage) -> None:
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


def _regions(snapshot: Snapshot, covered: Coverage) -> None:
    st.header("Councils covered, region by region")
    rows = pd.DataFrame(
        {
            "Region": snapshot.gazetteer.regions[each.region].name,
            "Councils with a brief": each.covered,
            "Councils in office": each.councils,
            "Share": 100 * each.covered / each.councils if each.councils else 0.0,
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
            "Share": st.column_config.ProgressColumn(format="%.0f%%", min_value=0, max_value=100)
        },
    )


def _never(snapshot: Snapshot, covered: Coverage) -> None:
    st.header("Never featured")
    councils = pd.DataFrame(
        {
            "Council": council.name,
            "Region": snapshot.gazetteer.regions[council.region].name,
            "Type": council.type,
            "Website": web_address(council.website),
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
        data=lambda: _csv(councils),
        file_name="regional-news-never-featured.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _csv(councils: pd.DataFrame) -> bytes:
    """Return a table as CSV for spreadsheets, in which no cell is a formula."""
    safe = {name: guarded(pa.array(texts, pa.string())) for name, texts in councils.items()}
    written: str = pa.table(safe).to_pandas().to_csv(index=False)
    return written.encode("utf-8-sig")
