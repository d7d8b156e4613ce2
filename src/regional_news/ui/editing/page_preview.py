"""The briefs of a page to look over: those that need somebody first, then those that are ready."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import streamlit as st

from regional_news.map.base_map import News
from regional_news.model import Brief
from regional_news.snapshot.snapshot import Snapshot
from regional_news.table.schema import NO_COUNCIL
from regional_news.text import amount
from regional_news.ui.editing.compared_card import compared_card
from regional_news.ui.editing.issue_fields import DATE
from regional_news.ui.editing.item_card import asked_card, folded_card, title_of
from regional_news.ui.editing.left_out import left_out
from regional_news.ui.editing.page_items import Item, Items, items_of
from regional_news.ui.editing.page_report import PageReport
from regional_news.ui.editing.receipt import saved_of_page
from regional_news.ui.editing.ways_on import SAVE_BAR, ways_on
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.widgets.fold import steady_fold
from regional_news.ui.widgets.news_map import news_map
from regional_news.ui.widgets.plain import plain

_CARDS = 40
"""How many cards of a kind are drawn at first: each costs the server and the browser time.

More where those before the first that needs somebody are settled.
"""


def page_preview(snapshot: Snapshot, found: PageReport) -> Items:
    """Draw the briefs on a page; return them as they stand now."""
    is_dated = DATE not in found.missing
    items = items_of(found.report, worksheet(), found.same, is_dated=is_dated)
    with st.container():  # see brief_form
        if not found.report.found:
            st.info("No brief was found. Is this the page with the nations and regions news?")
        _say_stored(found)
    new = [item for item in items.all if not item.other]
    _asked(snapshot, items, [item for item in new if item.asked])
    _compared(snapshot, items)
    ways_on(items, place="past those that are ready")
    ready = [item for item in new if not item.asked]
    _section(snapshot, f"Ready from the start: {len(ready)}", ready, folded_card)
    copied = [item for item in items.all if item.is_copied]
    so = [item for item in copied if not item.same_as]
    _fold(snapshot, "stored already", so, found.report.known)
    _fold(snapshot, "on this page twice", [item for item in copied if item.same_as])
    left_out(found.report)
    if items.wanted:
        _map(snapshot, items.wanted)
    return items


def _asked(snapshot: Snapshot, items: Items, asked: Sequence[Item]) -> None:
    """Draw those that were left to a person, what is in doubt first."""
    left = sum(not item.is_ready for item in asked)
    of_all = f" of {len(asked)}" if left < len(asked) else ""
    title = f"For you to settle: {left}{of_all}" if left else f"Settled: {len(asked)}"

    def card(snapshot: Snapshot, item: Item) -> None:
        if not item.wants_headline:  # a line is passed as quickly as a link past it
            ways_on(items, item)
        asked_card(snapshot, item)

    in_order = sorted(asked, key=lambda item: item.wants_headline)
    _section(snapshot, title, in_order, card, beneath=partial(_about_none, asked))


def _about_none(asked: Sequence[Item]) -> None:
    """Draw one press that says of all that lack a council that they are about none."""
    keys = [item.key for item in asked if item.is_wanted and item.wants_council]
    if len(keys) > 1:
        st.button(
            f"None of the {len(keys)} without a council is about one: that is right",
            icon=":material/done_all:",
            on_click=_say_about_none,
            args=(keys,),
        )


def _say_about_none(keys: Iterable[str]) -> None:
    for key in keys:
        worksheet().edit(key, "councils", [NO_COUNCIL])


def _compared(snapshot: Snapshot, items: Items) -> None:
    """Draw those that say otherwise what another one says, on the page or stored."""
    compared = [item for item in items.all if item.other and not item.is_copied]
    for where, are in (("Twice on this page", True), ("Stored already", False)):
        here = [item for item in compared if bool(item.same_as) is are]
        _section(snapshot, f"{where}, in other words: {len(here)}", here, compared_card)


def _section(
    snapshot: Snapshot,
    title: str,
    items: Sequence[Item],
    card: Callable[[Snapshot, Item], None],
    beneath: Callable[[], None] = lambda: None,
) -> None:
    with st.container():  # an empty one, too, keeps the next where it is: see brief_form
        if items:
            kind = title.partition(":")[0]
            with st.container():
                st.header(title)
                beneath()
            _cards(snapshot, kind, items, card)


def _fold(snapshot: Snapshot, how: str, items: Sequence[Item], known: Sequence[Brief] = ()) -> None:
    """Draw what is there word for word as one line, which opens to compare and to add anyway."""
    count = len(items) + len(known)
    if not count:
        return
    title = f"{amount(count, 'brief')} that {'is' if count == 1 else 'are'} {how}"
    if added := sum(item.is_wanted for item in items):
        title += f" · {added} added anyway"
    with st.container(), steady_fold(title, how) as fold:
        if fold.open:
            if known:
                st.markdown("\n".join(f"- {plain(title_of(brief))}" for brief in known))
            _cards(snapshot, how, items, compared_card)


def _cards(
    snapshot: Snapshot, kind: str, items: Sequence[Item], card: Callable[[Snapshot, Item], None]
) -> None:
    kind = f"cards of {kind}"
    places = enumerate(items, start=1)
    needy = next((at for at, item in places if item.is_wanted and not item.is_ready), 0)
    most = st.session_state[kind] = max(needy, st.session_state.get(kind, _CARDS))
    for item in items[:most]:
        card(snapshot, item)
    if len(items) > most:
        more = min(len(items) - most, _CARDS)
        st.button(f"Show {more} more", key=f"more {kind}", on_click=_show_more, args=(kind,))


def _show_more(kind: str) -> None:
    st.session_state[kind] += _CARDS


def _say_stored(found: PageReport) -> None:
    """Say which stored issue the page seems to be."""
    same = found.same
    if found.added and found.added.id in saved_of_page():
        return  # the receipt tells it
    if same is None or not (same.pairs or found.report.known or found.report.twins):
        return
    when = f"on {found.added.day} by {found.added.who}" if found.added else "already"
    told = f"This looks like {same.issue}, {amount(len(same.briefs), 'brief')}, stored {when}."
    st.info(
        plain(f"{told} What is stored stays as it is: add what is new, or mend what has changed."),
        icon=":material/library_books:",
    )


def _map(snapshot: Snapshot, items: Iterable[Item]) -> None:
    """Draw the map of what will be added."""
    counts = Counter(
        each for item in items for each in item.now.councils if each in snapshot.gazetteer
    )
    st.header("On the map")
    st.caption(f"{amount(len(counts), 'council')} that the briefs are about.")
    theme = st.context.theme.type or "light"
    news_map("preview", News(counts, theme=theme, fitted=True), after=SAVE_BAR)
