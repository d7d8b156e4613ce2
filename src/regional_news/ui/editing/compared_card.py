"""A brief of a page beside the one that it is like or stands for, and what becomes of it."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from regional_news.model import Brief
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.change_list import LABELS
from regional_news.ui.editing.item_card import brief_fields, region_name, standing_line, title_of
from regional_news.ui.editing.meanwhile import field_in_words
from regional_news.ui.editing.page_items import ADD, LEAVE, MEND, Item
from regional_news.ui.editing.worksheet import typed_of, worksheet
from regional_news.ui.widgets.differences import marked
from regional_news.ui.widgets.fields import keyed
from regional_news.ui.widgets.plain import plain

_AS_ANOTHER = "Add this as another brief"
_CHOICES = {
    "stored": {
        LEAVE: "Keep the stored one",
        MEND: "Mend the stored one with this",
        ADD: _AS_ANOTHER,
    },
    "word for word": {LEAVE: "Keep the stored one", ADD: _AS_ANOTHER},
    "twice": {LEAVE: "Leave it out", ADD: _AS_ANOTHER},
}


def compared_card(snapshot: Snapshot, item: Item) -> None:
    """Draw a brief beside the other one, with what differs marked, and the choice between them."""
    with st.container(border=True, key=f"card {item.key}"):
        st.markdown(f"### {plain(region_name(snapshot, item))}")
        st.markdown(plain(_told(item)))
        _differences(snapshot, item)
        kind = "twice" if item.same_as else "word for word" if item.is_stored_so else "stored"
        choices = _CHOICES[kind]
        st.radio(
            "What becomes of it",
            list(choices),
            index=list(choices).index(item.becomes),
            format_func=lambda each: choices[each],
            horizontal=True,
            label_visibility="collapsed",
            **keyed(f"{item.key} becomes", item.becomes, partial(_choose, item.key)),
        )
        if item.is_wanted:
            standing_line(item)
            brief_fields(snapshot, item)


def _told(item: Item) -> str:
    """Return in a sentence which brief it is like, and how."""
    other = _other(item)
    if item.same_as:
        how = "The same as" if item.is_copy else "Nearly the same as"
        return f"{how} {item.same_as}: “{title_of(other)}”."
    how = "Word for word, stored" if item.is_copy else "Stored"
    return f"{how} as “{title_of(other)}” in {other.issue}."


def _differences(snapshot: Snapshot, item: Item) -> None:
    """Draw the fields that differ, those of the other brief on the left."""
    # What this one does not tell, as a page no headline, is no difference.
    rows = [each for each in _fields(snapshot, item) if each[2] and each[1] != each[2]]
    if item.is_stored_so or not rows:  # a page has no headlines or themes to compare
        st.markdown(plain(item.now.summary))
        return
    there, here = st.columns(2, gap="medium")
    there.markdown(f"**{'Above' if item.same_as else 'Stored'}**")
    here.markdown("**On this page**")
    for label, before, after in rows:
        for side, text in zip((there, here), marked(before, after), strict=True):
            side.markdown(f":gray[{label}]  \n{text or '—'}")


def _fields(snapshot: Snapshot, item: Item) -> Iterator[tuple[str, str, str]]:
    """Yield what two briefs say of themselves, in words: the label, the other, this one."""
    for column in ("summary", "headline", "councils", "themes"):
        values = (typed_of(brief, column) for brief in (_other(item), item.now))
        other, this = (field_in_words(snapshot, column, value) for value in values)
        yield LABELS[column], other, this


def _other(item: Item) -> Brief:
    assert item.other is not None  # noqa: S101  only such are compared
    return item.other


def _choose(key: str, becomes: str) -> None:
    worksheet().chosen[key] = becomes
