"""What others changed in a brief while its form was open, and whose words are kept."""

from collections.abc import Sequence

import streamlit as st

from regional_news.model import Brief
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change, configured_store
from regional_news.ui.editing.change_list import LABELS
from regional_news.ui.editing.council_picker import council_label
from regional_news.ui.editing.worksheet import FORM, Typed, typed_of, worksheet
from regional_news.ui.widgets.differences import marked
from regional_news.ui.widgets.plain import plain


def meanwhile(snapshot: Snapshot, brief: Brief, key: str) -> bool:
    """Draw what others changed in a brief since its form was opened.

    Return whether a field that both changed waits for a choice; the others take what is new.
    """
    sheet = worksheet()
    opened = sheet.opened.setdefault(key, {name: typed_of(brief, name) for name in FORM})
    changed = [name for name in FORM if opened.get(name) != typed_of(brief, name)]
    typed = sheet.edits.get(key, {})
    open_ones = [name for name in changed if typed.get(name, now := typed_of(brief, name)) != now]
    with st.container():
        if changed:
            _say_who(brief, changed)
        for name in open_ones:
            _choice(snapshot, brief, key, name)
    return bool(open_ones)


def _say_who(brief: Brief, changed: Sequence[str]) -> None:
    changes = configured_store().changes()
    found = [_last(changes, brief, name) for name in changed]
    words = [each.words if each else "somebody changed the file by hand" for each in found]
    who = "; ".join(dict.fromkeys(words))
    fields = ", ".join(LABELS[name] for name in changed)
    told = f"Changed since you opened this brief: {fields} ({who})."
    st.info(plain(f"{told} What you typed is not saved yet: press Save."))


def _last(changes: Sequence[Change], brief: Brief, column: str) -> Change | None:
    """Return the newest change of a field of a brief."""
    for change in reversed(changes):
        for row in change.rows:
            if row.after and row.after.get("id") == brief.id and column in row.changed:
                return change
    return None


def _choice(snapshot: Snapshot, brief: Brief, key: str, column: str) -> None:
    """Draw a field that both changed, theirs and mine side by side, and the choice between them."""
    mine = typed_of(worksheet().edited(brief, key), column)
    words = [field_in_words(snapshot, column, each) for each in (typed_of(brief, column), mine)]
    with st.container(border=True, key=f"both {key} {column}"):
        st.markdown(f"**{LABELS[column]}: which one is right?**")
        sides = st.columns(2, gap="medium")
        keeps = {"Keep theirs": False, "Keep mine": True}
        for side, text, keep in zip(sides, marked(*words), keeps, strict=True):
            side.markdown(f":gray[{'Mine' if keeps[keep] else 'Theirs'}]  \n{text or '—'}")
            side.button(
                keep,
                key=f"{keep} {key} {column}",
                on_click=_keep,
                args=(brief, key, column, keeps[keep]),
            )


def _keep(brief: Brief, key: str, column: str, mine: bool) -> None:  # noqa: FBT001  a callback
    """Let a field hold what was typed, or what others saved; it counts as seen."""
    sheet = worksheet()
    sheet.opened[key][column] = typed_of(brief, column)
    if not mine:
        sheet.edits[key].pop(column)


def field_in_words(snapshot: Snapshot, column: str, value: Typed) -> str:
    """Return what a field holds as people read it."""
    if isinstance(value, list):
        names = [
            snapshot.themes[each].label
            if column == "themes" and each in snapshot.themes
            else council_label(snapshot, each)
            for each in value
        ]
        return "; ".join(names)
    if column == "region" and value:
        return snapshot.gazetteer.regions[value].name
    return value
