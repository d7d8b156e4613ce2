"""The fields of one brief, its text beside them; what is typed goes to the worksheet."""

from functools import partial
from typing import Any

import streamlit as st

from regional_news.ingest.dates import lies_ahead
from regional_news.ingest.spreadsheet_dates import DAY, cell_date
from regional_news.model import LONGEST, UNDATED, Brief, PartialDate
from regional_news.snapshot.snapshot import Snapshot
from regional_news.table.schema import NO_COUNCIL
from regional_news.themes.finder import MOST as MOST_THEMES
from regional_news.ui.editing.council_picker import Choice, council_picker
from regional_news.ui.editing.date_question import date_question
from regional_news.ui.editing.worksheet import Typed, worksheet
from regional_news.ui.widgets.fields import keyed
from regional_news.ui.widgets.plain import plain


def brief_form(
    snapshot: Snapshot, brief: Brief, key: str, *, source: bool = False, date: str = ""
) -> Brief:
    """Draw a brief, as it stands on the worksheet, to be changed; return it as it stands now.

    ``key`` tells this form from others, over pages and sessions; ``source`` says whether it has
    what the briefs of an issue have in common, too, and ``date`` what is said of an undated
    brief's date. What comes and goes stands in a container of
    its own: the browser draws anew what it moves, and what is being typed there is lost.
    """
    now = worksheet().edited(brief, key)
    text, fields = st.columns([1, 1], gap="medium")
    with text:
        _area("Text", now.summary, key, "summary")
        if source:
            _line("Issue", now.issue, key, "issue")
            _date(now, key, date)
    with fields:
        _line("Headline", now.headline, key, "headline")
        place, subject = st.columns([2, 3])
        with place:
            _region(snapshot, now, key)
        with subject:
            _themes(snapshot, now, key)
        _councils(snapshot, now, key)
        if source:
            _line("Title of the source", now.source_title, key, "source_title")
            _line("Address of the source", now.source_url, key, "source_url")
    return worksheet().edited(brief, key)


def headline_field(brief: Brief, key: str) -> None:
    """Draw the field for the headline alone, its name unseen."""
    now = worksheet().edited(brief, key)
    st.text_input(
        "Headline",
        now.headline,
        max_chars=LONGEST["headline"],
        placeholder="Headline",
        label_visibility="collapsed",
        **_kept(key, "headline", now.headline),
    )


def _kept(key: str, column: str, value: Typed | None) -> dict[str, Any]:
    """Return what lets a widget keep what is entered there on the worksheet."""
    return keyed(f"{key} {column}", value, partial(_edit, key, column))


def _edit(key: str, column: str, value: Typed | None) -> None:
    worksheet().edit(key, column, "" if value is None else value)


def _line(label: str, value: str, key: str, column: str) -> None:
    st.text_input(label, value, max_chars=LONGEST[column], **_kept(key, column, value))


def _date(brief: Brief, key: str, said: str) -> None:
    """Draw the date; it is taken once it can mean one day, month or year only."""
    name = f"{key} published"
    shown = said if brief.published == UNDATED else brief.published.words

    def read(written: str) -> tuple[PartialDate, ...]:
        order = DAY if written != said else ""  # so people here write; a spreadsheet may not
        return cell_date(written, order)

    def take(written: str) -> None:
        meant = read(written)
        if len(meant) == 1:
            _put_date(key, meant[0])

    written = st.text_input(
        "Published", shown, placeholder="April 2024 or 25 April 2024", **keyed(name, shown, take)
    )
    meant = read(written or "")
    if len(meant) > 1:
        date_question(f"Which is “{written}”?", meant, partial(_put_date, key), key=name)
    elif written and not meant:
        st.caption(plain(f"“{written}” is no date. Write it like April 2024."))
    elif meant and lies_ahead(meant[0]):
        st.caption(f":material/help: {meant[0].words} lies more than a year ahead: is it right?")


def _put_date(key: str, day: PartialDate) -> None:
    worksheet().edit(key, "published", str(day))


def _area(label: str, value: str, key: str, column: str) -> None:
    keeps = _kept(key, column, value)
    st.text_area(label, value, height=268, max_chars=LONGEST[column], **keeps)


def _region(snapshot: Snapshot, brief: Brief, key: str) -> None:
    regions = snapshot.gazetteer.regions
    ids = [region.id for region in regions]
    chosen = brief.region if brief.region in ids else None
    st.selectbox(
        "Region",
        ids,
        index=ids.index(chosen) if chosen else None,
        format_func=lambda each: regions[each].name,
        placeholder="Choose a region",
        **_kept(key, "region", chosen),
    )


def _themes(snapshot: Snapshot, brief: Brief, key: str) -> None:
    known = [theme for theme in brief.themes if theme in snapshot.themes]
    st.multiselect(
        "Themes, the main one first",
        [theme.id for theme in snapshot.themes],
        known,
        format_func=lambda each: snapshot.themes[each].label,
        max_selections=max(MOST_THEMES, len(brief.themes)),
        placeholder="Choose one to three",
        select_all=False,
        wrap=True,
        **_kept(key, "themes", known),
    )


def _councils(snapshot: Snapshot, brief: Brief, key: str) -> None:
    """Draw the councils that the brief is about, or that it is about none, and those named."""
    about = Choice("About", brief.councils, brief.region, brief.published)
    take = partial(_chose, key, "councils")
    council_picker(snapshot, about, key=f"{key} councils", on_change=take)
    with st.container():
        if not brief.councils:
            st.button(
                "It is about no council",
                key=f"{key} about none",
                on_click=worksheet().edit,
                args=(key, "councils", [NO_COUNCIL]),
            )
    named = Choice("Only mentions", brief.also_mentions, on=brief.published)
    take = partial(_chose, key, "also_mentions")
    council_picker(snapshot, named, key=f"{key} also_mentions", on_change=take)


def _chose(key: str, column: str, ids: list[str]) -> None:
    """Keep the councils that were chosen; who chooses one takes back that there is none."""
    worksheet().edit(key, column, [each for each in ids if each != NO_COUNCIL] or ids)
