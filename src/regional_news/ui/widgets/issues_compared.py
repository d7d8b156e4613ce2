"""Two issues side by side: which themes, regions and councils came, and which went."""

from dataclasses import replace

import streamlit as st

from regional_news.query import GROUPS, BriefFilter
from regional_news.query.issues import differences, issue, issue_names
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session.routes import EXPLORE, page_href
from regional_news.ui.widgets.plain import plain

_TWO = 2


def issues_compared(snapshot: Snapshot) -> None:
    """Draw the choice of two issues and what differs, once somebody opens it."""
    names = issue_names(snapshot.index)
    if len(names) < _TWO:
        return
    place = st.expander("Two issues side by side", key="issues-compared", on_change="rerun")
    if not place.open:
        return
    with place:
        left, right = st.columns(2)
        new = left.selectbox("Issue", names, key="compared issue")
        old = right.selectbox("Beside", names, index=1, key="compared with")
        for name, column in ((new, left), (old, right)):
            held = issue(snapshot.index, name)
            column.markdown(plain(f"{held.when}: {held.totals}"))
        _differences(snapshot, new, old)


def _differences(snapshot: Snapshot, new: str, old: str) -> None:
    """Draw what only one of the two has, each a link to exactly those briefs."""
    for each in differences(snapshot.index, new, old):
        st.subheader(f"{GROUPS[each.group].title}s", anchor=False)
        sides = (("came", new, each.came), ("went", old, each.went))
        for column, (side, name, values) in zip(st.columns(2), sides, strict=True):
            with column:
                links = _links(snapshot, name, each.group, values)
                group = {"title": f"Only in {name}", "said": "" if links else "none"}
                drawn = {"level": 4, "groups": [group | {"councils": links}]}
                draw("councils", drawn, key=f"{side}-{each.group}")


def _links(
    snapshot: Snapshot, issue_name: str, group: str, values: tuple[str, ...]
) -> list[dict[str, str]]:
    counts = snapshot.view(BriefFilter(issues=(issue_name,))).counts(group)
    found = []
    for value, label in zip(values, snapshot.index.labels.of(group, values), strict=True):
        chosen = {GROUPS[group].field: (value,)}
        wanted = replace(BriefFilter(issues=(issue_name,)), **chosen)  # type: ignore[arg-type]
        note = amount(counts[value], "brief")
        found.append({"name": label, "href": page_href(EXPLORE, wanted), "note": note})
    return found
