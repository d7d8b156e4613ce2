"""Councils covered: how many of each region's councils have had a brief, and who never had one."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import streamlit as st

from regional_news.exports.csv_file import guarded
from regional_news.model import Council
from regional_news.query.coverage import Coverage
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount, web_address
from regional_news.ui.widgets.council_links import council_links
from regional_news.ui.widgets.plain import plain


def councils_covered(snapshot: Snapshot, covered: Coverage) -> None:
    """Draw a line for each region: covered councils of all in office."""
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
    title = covered.view.title
    what = f"a brief among “{title}”" if covered.view.wanted else "a brief"
    st.caption(
        plain(
            f"{total} councils in office have {what}. A brief about several councils counts once "
            "for each of them, and a council counts once however many briefs it has. Combined "
            "authorities, the Greater London Authority and the City of London Corporation count as "
            "councils of their regions; so do the three governments of the Crown Dependencies, "
            "though the magazine’s page has no heading for them, nor the table above a column."
        )
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


def never_featured(snapshot: Snapshot, covered: Coverage) -> None:
    """Draw links to the councils in office that no brief is about, with the list as a file."""
    regions = snapshot.gazetteer.regions
    where = snapshot.index.labels.of("region", covered.view.wanted.regions)
    within = f" in {' or '.join(where)}" if where else ""
    if not covered.never:
        st.markdown(plain(f"Every council in office{within} has featured in a brief."))
        return
    told = amount(len(covered.never), "council")
    st.markdown(plain(f"No brief is about {told} in office{within}."))
    with st.expander("See which"):  # with a line that a filter changed it would fold again
        groups: dict[str, list[tuple[Council, str]]] = {}
        for council in covered.never:
            groups.setdefault(regions[council.region].name, []).append((council, council.type))
        council_links("never", groups)
        _download(snapshot, covered.never)


def _download(snapshot: Snapshot, never: Sequence[Council]) -> None:
    councils = pd.DataFrame(
        {
            "Council": council.name,
            "Region": snapshot.gazetteer.regions[council.region].name,
            "Type": council.type,
            "Website": web_address(council.website),
        }
        for council in never
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
