"""A stored brief in its form, wherever one meets it: mended in place, or deleted."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import streamlit as st

from regional_news.errors import StaleVersion, StoreError
from regional_news.model import UNDATED, Brief
from regional_news.snapshot.cache import current_snapshot, settled_snapshot
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change, briefs_in, configured_store, deleting
from regional_news.table.schema import NO_COUNCIL
from regional_news.ui.editing.autosave import autosave_worksheet
from regional_news.ui.editing.readiness import in_words, needs, unsaved
from regional_news.ui.editing.receipt import saved
from regional_news.ui.editing.worksheet import STORED, as_opened, worksheet
from regional_news.ui.session.editing import editor, store_for_editor, token_of, who, with_newest
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.skips import skip_links

_WHERE = "page of the brief to mend"


def ask_to_mend(brief_id: str) -> None:
    """Let the form of a stored brief open at the next run, over whatever page is shown."""
    _close()
    worksheet().mending = brief_id


def mend_asked(snapshot: Snapshot, here: str) -> None:
    """Open the form of the brief that somebody asked to mend, if one is asked for.

    It stays open over every run of the page ``here`` until it is closed, and opens again in a
    session that takes over: a connection that comes back runs the page, too.
    """
    brief_id = worksheet().mending
    if not brief_id or st.session_state.setdefault(_WHERE, here) != here:
        _close()
        return
    brief = _stored(snapshot, brief_id)
    if brief is None and (opened := as_opened(brief_id)):
        _deleted_form(snapshot, opened)
        return
    if brief is None:
        _close()
        st.warning("This brief is gone; somebody may have deleted it. See Changes.")
        return
    _form(snapshot, brief)


def _close() -> None:
    sheet = worksheet()
    if not sheet.edits.get(key := f"{STORED}{sheet.mending}"):
        sheet.opened.pop(key, None)
    sheet.mending = ""
    st.session_state.pop(_WHERE, None)


@st.dialog("Mend this brief", width="large", icon=":material/edit:", on_dismiss=_close)
def _form(snapshot: Snapshot, brief: Brief) -> None:
    key = f"{STORED}{brief.id}"
    # Readers' lists only ask for it, and do not wait for what reads prose.
    from regional_news.ui.editing.brief_form import brief_form  # noqa: PLC0415
    from regional_news.ui.editing.meanwhile import meanwhile  # noqa: PLC0415
    from regional_news.ui.editing.spelling import spelling_offer  # noqa: PLC0415

    skip_links({"Skip to Save": f"{key} save"}, "mending")
    waits = meanwhile(snapshot, brief, key)
    with st.container():  # see brief_form
        spelling_offer(snapshot, worksheet().edited(brief, key), key)
    mended = brief_form(snapshot, brief, key, source=True)
    missing = unsaved(mended)
    with st.container():
        if missing:
            st.warning(f"It needs {in_words(missing)} before it can be saved.")
        elif lacking := needs(mended):
            st.caption(f":material/help: It still needs {in_words(lacking)}.")
    autosave_worksheet("form")
    with st.container(horizontal=True):
        editor("mend", in_bar=True)
        save = st.button(
            "Save",
            type="primary",
            icon=":material/save:",
            key=f"{key} save",
            # Not where nothing is typed: what stands in a field comes with the press.
            disabled=waits or bool(missing),
        )
        if mended != brief:
            st.button(
                "Drop what I typed",
                key=f"{key} drop",
                on_click=_drop,
                args=(key, brief),
            )
        st.space("stretch")
        delete = st.button("Delete this brief", icon=":material/delete:", key=f"{key} delete")
    if save and mended == brief:
        _close()
        st.rerun()
    elif save:
        if _stored(current_snapshot(), brief.id) != brief:
            st.rerun()
        _change([brief], lambda now, token, _: _replaced(now, token, mended))
    if delete:
        _change([brief], _deleted)


@st.dialog("This brief was deleted", width="large", icon=":material/delete:", on_dismiss=_close)
def _deleted_form(snapshot: Snapshot, brief: Brief) -> None:
    """Draw a brief that somebody deleted while its form was open, as it stands there."""
    key = f"{STORED}{brief.id}"
    from regional_news.ui.editing.brief_form import brief_form  # noqa: PLC0415  see _form

    by = deleting(brief.id, configured_store().changes())
    told = f"It was deleted by {by.who} on {by.moment}." if by else "It was deleted by hand."
    st.warning(plain(told), icon=":material/delete:")
    mended = brief_form(snapshot, brief, key, source=True)
    autosave_worksheet("form")
    with st.container(horizontal=True):
        editor("mend", in_bar=True)
        again = st.button(
            "Add it again as it is here",
            type="primary",
            icon=":material/add:",
            key=f"{key} again save",  # another than Save, of which the press may come here
            disabled=bool(unsaved(mended)),
        )
        gone = st.button("Let it go", icon=":material/close:", key=f"{key} let go")
    if gone:
        worksheet().forget([key])
        _close()
        st.rerun()
    if again:
        _add_again(key, mended)


def _add_again(key: str, brief: Brief) -> None:
    try:
        change = with_newest(
            lambda now, token: store_for_editor().append(
                [brief], now.codec, who=who(), version=token
            )
        )
    except StoreError as error:
        st.error(plain(str(error)))
        return
    if change is None:  # it is there again: its form tells what differs
        st.rerun()
    worksheet().forget([key])
    _close()
    saved(change)


def say_about_none(*brief_ids: str) -> None:
    """Save that stored briefs are about no council, as a person says."""
    _change(_all_stored(brief_ids), _said_to_be_about_none)


def take_council(brief_id: str, council_id: str, column: str) -> None:
    """Save that a stored brief is about one more council, or mentions it, as ``column`` says."""

    def placed(now: Snapshot, token: str, brief: Brief) -> Change | None:
        named = (council_id, *getattr(brief, column))  # offered since the text names it first
        return _replaced(now, token, replace(brief, **{column: named}))  # type: ignore[arg-type]

    _change(_all_stored([brief_id]), placed)


def respell(mended: Brief) -> None:
    """Save a stored brief in which what was misspelt is corrected."""
    _change(_all_stored([mended.id]), lambda now, token, _: _replaced(now, token, mended))


def remove(*brief_ids: str) -> None:
    """Delete stored briefs without opening their form."""
    _change(_all_stored(brief_ids), _deleted)


def _replaced(snapshot: Snapshot, token: str, brief: Brief) -> Change | None:
    from regional_news.ui.editing.spelling import keep_answers  # noqa: PLC0415  see _form

    before = _stored(snapshot, brief.id)
    change = store_for_editor().replace(brief, snapshot.codec, who=who(), version=token)
    worksheet().forget([f"{STORED}{brief.id}"])
    if before:
        keep_answers(before.summary, brief)
    return change


def _deleted(snapshot: Snapshot, token: str, brief: Brief) -> Change | None:
    """Delete a brief; what was typed in its form is there again once that is taken back."""
    return store_for_editor().delete(brief.id, snapshot.codec, who=who(), version=token)


def _said_to_be_about_none(snapshot: Snapshot, token: str, brief: Brief) -> Change | None:
    return _replaced(snapshot, token, replace(brief, councils=(NO_COUNCIL,)))


def _change(briefs: Iterable[Brief], make: Callable[[Snapshot, str, Brief], Change | None]) -> None:
    """Make a change of each brief; what others saved meanwhile matters only if it is the same one.

    The form shows the brief as it was opened: where that is how it still stands, nobody's work
    is written over.
    """
    snapshot, changes = current_snapshot(), list[Change]()

    def made(brief: Brief, token: str) -> Change | None:
        if _stored(snapshot, brief.id) != brief:
            raise StoreError(
                "Somebody else changed this brief in the meantime, so nothing was saved. What you "
                "typed stays: press Save again to see what they changed."
            )
        return make(snapshot, token, brief)

    try:
        for brief in briefs:
            try:
                change = made(brief, changes[-1].new if changes else token_of(snapshot))
            except StaleVersion:  # somebody else saved in the same instant: see with_newest
                snapshot = settled_snapshot()
                change = made(brief, token_of(snapshot))
            if change:
                changes.append(change)
    except StoreError as error:
        if not changes:
            st.error(plain(str(error)))
            return
        saved(*changes, note=str(error))
    _close()
    saved(*changes)


def _all_stored(brief_ids: Iterable[str]) -> list[Brief]:
    snapshot = current_snapshot()
    return [brief for each in brief_ids if (brief := _stored(snapshot, each))]


def _stored(snapshot: Snapshot, brief_id: str) -> Brief | None:
    """Return a brief as it stands; one whose date cannot be read is undated."""
    frame = snapshot.index.frame
    found = frame[frame["id"] == brief_id]
    dated = found["published"] != ""
    brief = next(briefs_in(found.assign(published=found["published"].where(dated, "1900"))), None)
    return brief if brief is None or dated.iloc[0] else replace(brief, published=UNDATED)


def _drop(key: str, brief: Brief) -> None:
    worksheet().forget([key])
    ask_to_mend(brief.id)
