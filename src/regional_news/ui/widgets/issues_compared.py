"""Two issues side by side: which themes, regions and councils came, and which went.

Which two, the address says: ``coverage?compare=In Our View 38&beside=In Our View 37``.
"""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from regional_news.query import GROUPS, BriefFilter
from regional_news.query.issues import differences, issue, issue_names
from regional_news.query.urls import filter_params
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session import address
from regional_news.ui.session.routes import COVERAGE, EXPLORE, page_href
from regional_news.ui.widgets.plain import plain

_NEW, _OLD = "compare", "beside"
_TWO = 2


def comparison_href(new: str, wanted: BriefFilter) -> str:
    """Return the address of an issue beside the one before it, by what a filter leaves of them."""
    return address.href(COVERAGE, replace(wanted, issues=()), [(_NEW, new)])


def issues_compared(snapshot: Snapshot) -> None:
    """Draw the choice of two issues and, where the address has one, what differs.

    Of both counts what the rest of the filter leaves.
    """
    names = issue_names(snapshot.index)
    if len(names) < _TWO:
        return
    new, old = compared(snapshot)
    left, right = st.columns(2)
    with left:
        firsts = {name: (name, old if name != old else "") for name in names}
        _choice("Compare an issue", {"None": ("", ""), **firsts}, (new, old), key=_NEW)
    if not new:
        return
    with right:
        others = {name: (new, name) for name in names if name != new}
        _choice("Beside", others, (new, old), key=_OLD)
    for name, column in ((new, left), (old, right)):
        held = issue(snapshot.index, name, address.wanted())
        column.markdown(plain(f"{held.when}: {held.totals}"))
    if rest := replace(address.wanted(), issues=()):
        st.caption(plain(f"Of both: {rest.describe(snapshot.index.labels)}."))
    _differences(snapshot, new, old)


def compared(snapshot: Snapshot) -> tuple[str, str]:
    """Return the two issues that the address names; beside one alone stands the one before it."""
    names, new, old = issue_names(snapshot.index), address.value(_NEW), address.value(_OLD)
    if new not in names or len(names) < _TWO:
        return "", ""
    at = names.index(new)
    others = [*names[at + 1 :], *reversed(names[:at])]
    return new, old if old in others else others[0]


def _choice(
    label: str, options: Mapping[str, tuple[str, str]], asked: tuple[str, str], *, key: str
) -> None:
    """Offer pairs of issues, each at its address."""
    kept = [(name, each) for name, each in address.others() if name not in (_NEW, _OLD)]
    kept = [*filter_params(address.wanted()), *kept]
    drawn = [
        {
            "label": name,
            "href": address.here([*kept, *filter(all, zip((_NEW, _OLD), pair, strict=True))]),
            "chosen": pair == asked,
        }
        for name, pair in options.items()
    ]
    draw("choice", {"label": label, "options": drawn}, key=key)


def _differences(snapshot: Snapshot, new: str, old: str) -> None:
    """Draw what only one of the two has, each a link to exactly those briefs."""
    for each in differences(snapshot.index, new, old, address.wanted()):
        st.header(f"{GROUPS[each.group].title}s that came and went", anchor=False)
        sides = (("came", new, each.came), ("went", old, each.went))
        for column, (side, name, values) in zip(st.columns(2), sides, strict=True):
            with column:
                links = _links(snapshot, name, each.group, values)
                group = {"title": f"Only in {name}", "said": "" if links else "none"}
                drawn = {"level": 3, "groups": [group | {"councils": links}]}
                draw("councils", drawn, key=f"{side}-{each.group}")


def _links(
    snapshot: Snapshot, issue_name: str, group: str, values: tuple[str, ...]
) -> list[dict[str, str]]:
    of_it = replace(address.wanted(), issues=(issue_name,))
    counts = snapshot.view(of_it).counts(group)
    found = []
    for value, label in zip(values, snapshot.index.labels.of(group, values), strict=True):
        chosen = {GROUPS[group].field: (value,)}
        wanted = replace(of_it, **chosen)  # type: ignore[arg-type]
        note = amount(counts[value], "brief")
        found.append({"name": label, "href": page_href(EXPLORE, wanted), "note": note})
    return found
