"""Every change of the data, the newest first: who, what, when, before and after, and Undo."""

from collections.abc import Mapping, Sequence

import streamlit as st

from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import (
    SOMEBODY,
    Change,
    RowChange,
    configured_store,
    in_words,
    made,
    resting_on,
    standing,
)
from regional_news.text import amount, listed
from regional_news.ui.editing.receipt import take_back
from regional_news.ui.widgets.plain import plain

PAGE_SIZE = 20
_EVERYTHING = {"who": None, "from": None, "to": None}
_MOST_ROWS = 30
LABELS = {
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
    """Draw one page of the changes, of all or of whom and when somebody asks for."""
    changes = configured_store().changes()
    if not changes:
        st.info("Nothing was changed yet.")
        return
    shown = _asked_for(changes)[::-1]
    count = amount(len(changes), "change")
    how_many = count if len(shown) == len(changes) else f"{len(shown):,} of {count}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{how_many}**, the newest first.", width="content")
        if len(shown) < len(changes):
            st.button("Show all", on_click=st.session_state.update, args=(_EVERYTHING,))
    here, pages = st.container(), -(-len(shown) // PAGE_SIZE)
    page = st.pagination(pages, key=f"page of {len(shown)} changes") if pages > 1 else 1
    stand = {change.id for change in standing(changes)}
    with here:
        for change in shown[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]:
            with st.container(border=True, key=f"change {change.id}"):
                _change(snapshot, change, changes, stands=change.id in stand)


def _asked_for(changes: Sequence[Change]) -> Sequence[Change]:
    """Draw who and when, which the address holds, and return the changes that fit."""
    people = list(dict.fromkeys(change.who for change in reversed(changes)))
    with st.container(horizontal=True):
        who = st.selectbox(
            "Who",
            people,
            index=None,
            format_func=_named,
            placeholder="Everybody",
            key="who",
            width=320,
            bind="query-params",
        )
        since, until = (
            st.date_input(
                label,
                None,
                format="DD/MM/YYYY",
                key=label.lower(),
                width=192,
                bind="query-params",
            )
            for label in ("From", "To")
        )
    return made(changes, by=who or "", since=since, until=until)


def _named(who: str) -> str:
    """Return who made a change, in words: nobody is called Somebody."""
    return f"{who} (no name given)" if who == SOMEBODY else who


def _change(snapshot: Snapshot, change: Change, changes: Sequence[Change], *, stands: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = change.words.removeprefix(change.who)
        st.markdown(f"**{plain(_named(change.who))}**{plain(words)}", width="stretch")
        later = resting_on(change, changes) if stands else ()
        if not stands:
            st.markdown(":gray[:material/undo: Taken back]", width="content")
        elif not later:
            if st.button("Undo", icon=":material/undo:", key=f"undo {change.id}"):
                take_back(change.id)
        else:
            st.markdown(":gray[:material/lock: Changed again since]", width="content")
    if later:
        st.caption(plain(f"To take this back, first take back: {in_words(later)}."))
    place = st.expander("Before and after", key=f"rows {change.id}", on_change="rerun")
    if place.open:
        with place:
            _rows(snapshot, change.rows)


def _rows(snapshot: Snapshot, rows: Sequence[RowChange]) -> None:
    """Draw the first rows of a change, and how many more there are."""
    for row in rows[:_MOST_ROWS]:
        _row(snapshot, row)
    if len(rows) > _MOST_ROWS:
        st.caption(f"… and {len(rows) - _MOST_ROWS:,} more.")
    if not rows:
        st.caption("No brief says anything else: only how the file is written was put in order.")


def _row(snapshot: Snapshot, row: RowChange) -> None:
    """Draw what differs in a row, side by side."""
    told = row.after or row.before or {}
    st.markdown(f"**{plain(told.get('headline') or told.get('alias') or '')}**")
    before, after = st.columns(2, gap="medium")
    for side, title, cells in ((before, "Before", row.before), (after, "After", row.after)):
        side.markdown(f":gray[{title}]  \n{_cells(snapshot, cells, row.changed)}")


def _cells(snapshot: Snapshot, cells: Mapping[str, str] | None, changed: Sequence[str]) -> str:
    if cells is None:
        return "*Not there*"
    lines = [f"**{LABELS.get(each, each)}:** {_told(snapshot, each, cells)}" for each in changed]
    return "  \n".join(lines)


def _told(snapshot: Snapshot, column: str, cells: Mapping[str, str]) -> str:
    """Return a cell as people read it: themes and councils by their names."""
    text = cells.get(column, "")
    if column == "themes":
        known = filter(snapshot.themes.__contains__, listed(text))
        text = "; ".join(snapshot.themes[each].label for each in known)
    if column == "council" and text in snapshot.gazetteer:
        text = snapshot.gazetteer[text].name
    return plain(text) or "—"
