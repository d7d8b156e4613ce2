"""One brief of a page to look over: its text, its fields, what it needs, what becomes of it.

One that wants nothing but a headline is a line with the field for it.
"""

from functools import partial
from textwrap import shorten

import streamlit as st

from regional_news.ingest import Doubt
from regional_news.model import UNDATED, Brief
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.brief_form import brief_form, headline_field
from regional_news.ui.editing.council_picker import council_label
from regional_news.ui.editing.focus import stay_at
from regional_news.ui.editing.offers import offers
from regional_news.ui.editing.page_items import ADD, LEAVE, Item, doubt_key
from regional_news.ui.editing.readiness import in_words
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.widgets.fields import keyed
from regional_news.ui.widgets.fold import steady_fold
from regional_news.ui.widgets.plain import plain

_LINE = 90
"""Characters of a text that stand for a headline."""
_BEGINNING = 140
"""Characters of a text: two lines beside the field."""
_FIELDS = ("councils", "also_mentions")


def _open_card(snapshot: Snapshot, item: Item) -> None:
    """Draw a brief that the page leaves something to a person in, or left."""
    with st.container(border=True, key=f"card {item.key}"):
        st.markdown(f"### {plain(region_name(snapshot, item))}", width="stretch")
        standing_line(item)
        _rest(snapshot, item)


def asked_card(snapshot: Snapshot, item: Item) -> None:
    """Draw a brief that the page left something to a person in; as a line where it suffices."""
    whole = f"whole {item.key}"
    if not item.wants_headline or st.session_state.get(whole):
        _open_card(snapshot, item)
        return
    with st.container(border=True, key=f"card {item.key}"):
        text, field = st.columns([1, 1], gap="medium", vertical_alignment="center")
        with text:
            st.markdown(_in_a_line(snapshot, item))
        with field, st.container(horizontal=True, vertical_alignment="center"):
            headline_field(item.entry.brief, item.key)
            st.button(
                "Open the whole form",
                key=f"open {item.key}",
                type="tertiary",
                on_click=_open,
                args=(whole, item.key),
            )
        with st.container(key=f"asks {item.key}"):  # see brief_fields
            offers(snapshot, item)


def _open(whole: str, key: str) -> None:
    st.session_state[whole] = True
    stay_at(key, f"{key} headline")


def folded_card(snapshot: Snapshot, item: Item) -> None:
    """Draw a brief that was ready from the start, as a line that opens into its form."""
    icon = ":material/check_circle:" if item.is_ready else ":material/help:"
    icon = icon if item.is_wanted else ":material/block:"
    label = f"{icon} **{plain(region_name(snapshot, item))}**"
    # In one, which is hidden while the form is open: the line cannot change then.
    label += f" :gray[{plain(item.now.headline)} · {plain(councils_and_themes(snapshot, item))}]"
    place = steady_fold(label, f"fold {item.key}")
    if place.open:
        with place:
            standing_line(item)
            _rest(snapshot, item)
    with st.container(key=None if place.open else f"asks {item.key}"):  # see brief_fields
        if not place.open:  # a press answers, without the form
            offers(snapshot, item)


def _rest(snapshot: Snapshot, item: Item) -> None:
    brief_fields(snapshot, item)
    st.checkbox(
        "Add this brief",
        item.is_wanted,
        **keyed(f"{item.key} wanted", item.is_wanted, partial(_tick, item.key)),
    )


def brief_fields(snapshot: Snapshot, item: Item) -> None:
    """Draw what is in doubt about a brief, what is offered, and its form."""
    with st.container(
        key=f"asks {item.key}"
    ):  # what is gone once it is settled must not move the form: see brief_form
        for doubt in item.doubts:
            _doubt_answers(snapshot, item, doubt)
        offers(snapshot, item)
    undated = item.entry.brief.published == UNDATED and not item.waits
    brief_form(snapshot, item.entry.brief, item.key, source=undated, date=item.entry.date)


def _doubt_answers(snapshot: Snapshot, item: Item, doubt: Doubt) -> None:
    """Draw a doubt and its answers; an answer settles it, and it is gone."""
    known = doubt_key(item.key, doubt)
    st.warning(plain(f"{doubt}."), icon=":material/help:")
    with st.container(horizontal=True):
        if len(doubt.candidates) > 1:
            for council in doubt.candidates:
                st.button(
                    plain(f"It is {council_label(snapshot, council.id)}"),
                    key=f"{known} {council.id}",
                    on_click=_swap,
                    args=(item, doubt.words, council.id),
                )
        stays = (
            "That is right" if len(doubt.candidates) == 1 or doubt.region else "Leave it to Review"
        )
        st.button(stays, key=f"{known} stays", on_click=_settle, args=(item, known))
        if len(doubt.candidates) == 1:
            st.button(
                plain(f"Take {doubt.candidates[0].short_name} out"),
                key=f"{known} goes",
                on_click=_swap,
                args=(item, doubt.candidates[0].id, ""),
            )


def _settle(item: Item, known: str) -> None:
    worksheet().settle(known)
    stay_at(item.key)


def _swap(item: Item, name: str, council_id: str) -> None:
    """Put a council in the place of a name; an empty id takes the name out."""
    stay_at(item.key)
    for field in _FIELDS:
        names: tuple[str, ...] = getattr(item.now, field)
        if name in names:
            swapped = [council_id if each == name else each for each in names]
            worksheet().edit(item.key, field, list(dict.fromkeys(filter(None, swapped))))


def standing_line(item: Item) -> None:
    """Say what the brief needs, or that it is ready."""
    with st.container():
        if not item.is_wanted:
            st.markdown(":material/block: Left out")
        elif item.needed:
            st.markdown(plain_icon("edit", f"Needs {in_words(item.needed)}"))
        elif item.unsure:
            st.markdown(
                plain_icon("edit", "Needs your word on a council that its text names first")
            )
        elif item.is_ready:
            st.markdown(":green[:material/check_circle: Ready]")


def plain_icon(icon: str, words: str) -> str:
    """Return Markdown with an icon before words."""
    return f":orange[:material/{icon}: **{plain(words)}**]"


def region_name(snapshot: Snapshot, item: Item) -> str:
    """Return the name of the brief's region, or that it has none."""
    regions = snapshot.gazetteer.regions
    return regions[item.now.region].name if item.now.region in regions else "Without a region"


def title_of(brief: Brief) -> str:
    """Return the headline of a brief, or the first words of its text."""
    return brief.headline or shorten(brief.summary, _LINE, placeholder=" …")


def councils_and_themes(snapshot: Snapshot, item: Item) -> str:
    """Return the councils and the themes, so that nobody need open what is right.

    And the date where each brief has its own, as rows do.
    """
    about, mentioned = (
        "; ".join(council_label(snapshot, each) for each in councils)
        for councils in (item.now.councils, item.now.also_mentions)
    )
    themes = [snapshot.themes[each].label for each in item.now.themes if each in snapshot.themes]
    has_date = worksheet().grid and item.now.published != UNDATED
    dated = [item.now.published.words] if has_date else []
    told = (*dated, about, f"mentions {mentioned}" if mentioned else "", *themes)
    return " · ".join(filter(None, told))


def _tick(key: str, wanted: bool) -> None:  # noqa: FBT001  a callback
    worksheet().chosen[key] = ADD if wanted else LEAVE


def _in_a_line(snapshot: Snapshot, item: Item) -> str:
    """Return how the text begins, and the region, the councils and the themes in words."""
    sign = ":green[:material/check_circle:]" if item.is_ready else ":orange[:material/edit:]"
    told = plain(shorten(item.now.summary, _BEGINNING, placeholder=" …"))
    about = f"{region_name(snapshot, item)} · {councils_and_themes(snapshot, item)}"
    return f"{sign} {told}  \n:gray[{plain(about)}]"
