"""A form for one brief: every field can be changed, councils by any name that they have."""

from dataclasses import replace

import streamlit as st

from regional_news.model import Brief, Council, CouncilStatus, Resolved
from regional_news.snapshot.snapshot import Snapshot
from regional_news.themes.finder import MOST as MOST_THEMES
from regional_news.ui.widgets.plain import plain


def brief_form(snapshot: Snapshot, brief: Brief, key: str) -> Brief:
    """Draw the fields of a brief and return it as they stand now.

    ``key`` tells this form from others; what is typed stays for the session.
    """
    headline = _line("Headline", brief.headline, f"{key} headline")
    place, subject = st.columns(2)
    with place:
        region = _region(snapshot, brief, key)
    with subject:
        themes = _themes(snapshot, brief, key)
    councils = _councils(snapshot, brief, key, "councils", "Councils that it is about")
    mentioned = _councils(snapshot, brief, key, "also_mentions", "Councils that it only mentions")
    summary = st.text_area(
        "Summary", brief.summary, key=f"{key} summary", height=150, persist_state="session"
    )
    return replace(
        brief,
        region=region,
        headline=headline,
        summary=" ".join((summary or "").split()),
        councils=councils,
        also_mentions=mentioned,
        themes=themes,
    )


def names_in_form(brief: Brief, key: str) -> set[str]:
    """Return the councils of a brief as they stand in its form: ids, and names in doubt."""
    fields = {"councils": brief.councils, "also_mentions": brief.also_mentions}
    return {
        name
        for field, given in fields.items()
        for name in st.session_state.get(f"{key} {field}", given)
    }


def settle(key: str, name: str, council_id: str) -> None:
    """Put a council in a form in the place of a name in doubt."""
    for widget in (f"{key} councils", f"{key} also_mentions"):
        chosen = st.session_state.get(widget, [])
        settled = [council_id if each == name else each for each in chosen]
        st.session_state[widget] = list(dict.fromkeys(settled))


def lacks(brief: Brief) -> str:
    """Return what a brief cannot be saved without, as words for people; empty if it is whole."""
    needed = {"a region": brief.region, "a headline": brief.headline, "a summary": brief.summary}
    return " and ".join(words for words, value in needed.items() if not value)


def council_label(snapshot: Snapshot, council_id: str) -> str:
    """Return a council's name, with its years where it serves no more; any other word as it is."""
    council = snapshot.gazetteer.get(council_id)
    return f"{council.name}{_years(council)}" if council else council_id


def council_ids(snapshot: Snapshot) -> list[str]:
    """Return the ids of all councils by name."""
    return sorted(
        (each.id for each in snapshot.gazetteer), key=lambda i: council_label(snapshot, i)
    )


def _years(council: Council) -> str:
    if council.status is CouncilStatus.CURRENT:
        return ""
    known = council.end if council.status is CouncilStatus.ABOLISHED else council.start
    word = "until" if council.status is CouncilStatus.ABOLISHED else "from"
    return f" ({word} {known.year})" if known else f" ({council.status})"


def _line(label: str, value: str, key: str) -> str:
    typed = st.text_input(label, value, key=key, max_chars=300, persist_state="session")
    return " ".join((typed or "").split())


def _region(snapshot: Snapshot, brief: Brief, key: str) -> str:
    regions = snapshot.gazetteer.regions
    ids = [region.id for region in regions]
    chosen = st.selectbox(
        "Region",
        ids,
        index=ids.index(brief.region) if brief.region in ids else None,
        format_func=lambda each: regions[each].name,
        key=f"{key} region",
        placeholder="Choose a region",
        persist_state="session",
    )
    return chosen or ""


def _themes(snapshot: Snapshot, brief: Brief, key: str) -> tuple[str, ...]:
    chosen = st.multiselect(
        "Themes, the main one first",
        [theme.id for theme in snapshot.themes],
        default=[theme for theme in brief.themes if theme in snapshot.themes],
        format_func=lambda each: snapshot.themes[each].label,
        key=f"{key} themes",
        max_selections=max(MOST_THEMES, len(brief.themes)),
        placeholder="Choose one to three",
        persist_state="session",
    )
    return tuple(chosen)


def _councils(
    snapshot: Snapshot, brief: Brief, key: str, field: str, label: str
) -> tuple[str, ...]:
    """Draw the choice of councils; a name that is typed and means one council becomes it."""
    given: tuple[str, ...] = getattr(brief, field)
    in_doubt = [each for each in given if each not in snapshot.gazetteer]
    widget = f"{key} {field}"
    chosen = st.multiselect(
        label,
        [*in_doubt, *council_ids(snapshot)],
        default=list(given),
        format_func=lambda each: council_label(snapshot, each),
        key=widget,
        accept_new_options=True,
        placeholder="Type any name: Caerdydd, GMCA, Bucks",
        on_change=_recognise,
        args=(snapshot, brief, widget),
        persist_state="session",
    )
    for name in chosen:
        if name not in snapshot.gazetteer:
            st.caption(
                f":material/help: {plain(f'“{name}” is not placed; it will wait in Review.')}"
            )
    return tuple(chosen)


def _recognise(snapshot: Snapshot, brief: Brief, widget: str) -> None:
    """Put councils for the names in a choice that mean one."""
    named = (_recognised(snapshot, brief, each) for each in st.session_state[widget])
    st.session_state[widget] = list(dict.fromkeys(named))


def _recognised(snapshot: Snapshot, brief: Brief, name: str) -> str:
    if name in snapshot.gazetteer:
        return name
    resolution = snapshot.resolver.resolve(name, region=brief.region or None, on=brief.published)
    return resolution.council.id if isinstance(resolution, Resolved) else name
