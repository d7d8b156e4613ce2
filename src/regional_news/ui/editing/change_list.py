"""Every change of the data, the newest first: who, what, when, before and after, and Undo."""

from collections.abc import Mapping, Sequence

import streamlit as st

from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change, RowChange, configured_store, resting_on, standing
from regional_news.text import amount
from regional_news.ui.editing.receipt import take_back
from regional_news.ui.widgets.plain import plain

PAGE_SIZE = 20
_MOST_ROWS = 30
_LABELS = {
    "id": "Id",
    "issue": "Issue",
    "published": "Published",
    "region": "Region",
    "headline": "Headline",
    "summary": "Text",
    "councils": "About",
    "also_mentions": "Only mentions",
    "themes": "Themes",
    "source_title": "Title of the source",
    "source_url": "Address of the source",
    "alias": "Name",
    "council": "Council",
    "since": "Since",
    "by": "By",
}


def change_list(snapshot: Snapshot) -> None:
    """Draw one page of the changes."""
    changes = configured_store().changes()
    if not changes:
        st.info("Nothing was changed yet.")
        return
    pages = -(-len(changes) // PAGE_SIZE)
    here = st.container()
    page = st.pagination(pages, key="page of changes") if pages > 1 else 1
    newest = changes[::-1][(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    stand = {change.id for change in standing(changes)}
    with here:
        st.markdown(f"**{amount(len(changes), 'change')}**, the newest first.")
        for change in newest:
            with st.container(border=True, key=f"change {change.id}"):
                _change(snapshot, change, changes, stands=change.id in stand)


def _change(snapshot: Snapshot, change: Change, changes: Sequence[Change], *, stands: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = change.words.removeprefix(change.who)
        st.markdown(f"**{plain(change.who)}**{plain(words)}", width="stretch")
        later = resting_on(change, changes) if stands else None
        if not stands:
            st.markdown(":gray[:material/undo: Taken back]", width="content")
        elif later is None:
            if st.button("Undo", icon=":material/undo:", key=f"undo {change.id}"):
                take_back(change.id)
        else:
            st.markdown(":gray[:material/lock: Changed again since]", width="content")
    if stands and later is not None:
        st.caption(plain(f"To take this back, first take back: {later.words}."))
    place = st.expander("Before and after", key=f"rows {change.id}", on_change="rerun")
    if place.open:
        with place:
            for row in change.rows[:_MOST_ROWS]:
                _row(snapshot, row)
            if more := len(change.rows) - _MOST_ROWS:
                st.caption(f"… and {more:,} more." if more > 0 else "")


def _row(snapshot: Snapshot, row: RowChange) -> None:
    """Draw what differs in a row, side by side."""
    told = row.after or row.before or {}
    st.markdown(f"**{plain(told.get('headline') or told.get('alias') or '')}**")
    before, after = st.columns(2, gap="medium")
    for side, title, cells in ((before, "Before", row.before), (after, "After", row.after)):
        with side, st.container(border=True):
            st.markdown(f":gray[{title}]")
            st.markdown(_cells(snapshot, cells, row.changed))


def _cells(snapshot: Snapshot, cells: Mapping[str, str] | None, changed: Sequence[str]) -> str:
    if cells is None:
        return "*Not there*"
    lines = [f"**{_LABELS.get(each, each)}:** {_told(snapshot, each, cells)}" for each in changed]
    return "  \n".join(lines)


def _told(snapshot: Snapshot, column: str, cells: Mapping[str, str]) -> str:
    """Return a cell as people read it: themes and councils by their names."""
    text = cells.get(column, "")
    if column == "themes":
        ids = [each.strip() for each in text.split(";") if each.strip()]
        text = "; ".join(snapshot.themes[each].label for each in ids if each in snapshot.themes)
    if column == "council" and text in snapshot.gazetteer:
        text = snapshot.gazetteer[text].name
    return plain(text) or "—"
