"""The bar that stays in sight: how many briefs there are, how many need somebody, and Save."""

import streamlit as st

from regional_news.errors import StaleVersion, StoreError
from regional_news.model import Brief
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change
from regional_news.text import amount
from regional_news.ui.editing.focus import focus_when_lost, form_at_work
from regional_news.ui.editing.issue_fields import first_missing
from regional_news.ui.editing.page_items import MEND, Items
from regional_news.ui.editing.page_report import PageReport
from regional_news.ui.editing.readiness import in_words
from regional_news.ui.editing.receipt import saved
from regional_news.ui.editing.spelling import keep_answers
from regional_news.ui.editing.ways_on import SAVE_BAR, asked_first, next_focus
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.session.editing import editor, show_saved, store_for_editor
from regional_news.ui.session.sign_in import person
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.skips import link_to

_SAVE, _NAME, _PRESSED = "save the page", "editor save", "saving what is ready"


def save_bar(snapshot: Snapshot, found: PageReport, items: Items) -> None:
    """Draw the bar, and save what is ready when asked to; what is not stays on the page."""
    with st.bottom:
        refusal = st.container()  # above Save, which stays in sight; kept empty: see brief_form
    with st.bottom, st.container(key=SAVE_BAR, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{standing(items)}**", width="content")
        link_to("Go to the first", next(map(asked_first, items.in_need), ""))
        st.space("stretch")
        who = editor("save", in_bar=True)
        asked = st.button(
            _before_saving(found, items) or save_label(items),
            key=_SAVE,
            type="primary",
            icon=":material/save:",
            disabled=bool(found.missing) or not items.ready,
        )
    if not found.missing or any(form_at_work()):  # else the page leads to what is missing
        last = _SAVE if worksheet().who or person() else _NAME
        last = first_missing(found.missing) if found.missing else last
        focus_when_lost(next_focus(items) or last)
    pressed = st.session_state.pop(_PRESSED, frozenset())
    again = bool(items.ready) and {item.key for item in items.ready} <= pressed
    with refusal:
        if asked or again:
            _save(snapshot, found, items, who, again=again)
        elif pressed:
            st.warning(
                "Somebody else saved something like it meanwhile. Yours is not saved yet: look at "
                "what is compared, then press Save."
            )


def _before_saving(found: PageReport, items: Items) -> str:
    """Return what must be written before anything can be saved; "" where that is nothing."""
    return f"To save, write {in_words(found.missing)}" if found.missing and items.wanted else ""


def standing(items: Items) -> str:
    """Return how many briefs there are and how many need somebody: ``13 briefs · 2 need you``."""
    if not items.wanted:
        return "Nothing to save"
    need = len(items.in_need)
    told = f"{need} {'needs' if need == 1 else 'need'} you" if need else "all ready"
    return f"{amount(len(items.wanted), 'brief')} · {told}"


def save_label(items: Items) -> str:
    """Return what Save does: ``Save 13 briefs``, or only those that are ready."""
    ready, need = len(items.ready), len(items.in_need)
    if not ready:
        told = f"{amount(need, 'brief')} {'needs' if need == 1 else 'need'} you"
        return f"Nothing to save yet: {told}" if need else "Nothing to save"
    return f"Save {amount(ready, 'brief')}" if not items.in_need else f"Save the {ready} ready"


def _save(snapshot: Snapshot, found: PageReport, items: Items, who: str, *, again: bool) -> None:
    """Save what is ready; where others saved meanwhile, compare with that, and then once more."""
    new = [item.now for item in items.ready if item.becomes != MEND]
    try:
        changes = _made(snapshot, found, items, new, who)
    except StoreError as error:
        if isinstance(error, StaleVersion) and not again:
            st.session_state[_PRESSED] = frozenset(item.key for item in items.ready)
            show_saved()
        st.error(plain(str(error)))
        st.button("Look again")
        return
    for item in items.ready:
        keep_answers(item.entry.brief.summary, item.now)
    worksheet().forget([item.key for item in items.ready])
    if not items.in_need:
        worksheet().drop_page()
    issues = tuple(dict.fromkeys(each.issue for each in new))
    saved(*changes, issues=issues, note=_left_out(len(items.copies)))


def _left_out(copies: int) -> str:
    """Return in a sentence that copies were not saved; "" where there are none."""
    told = f"{amount(copies, 'brief')} that stood on the page twice"
    return f"{told} {'was' if copies == 1 else 'were'} left out." if copies else ""


def _made(
    snapshot: Snapshot, found: PageReport, items: Items, new: list[Brief], who: str
) -> list[Change]:
    """Add what is new and mend what has changed; return the changes."""
    store, version, changes = store_for_editor(), found.version, []
    if new and (added := store.append(new, snapshot.codec, who=who, version=version)):
        changes.append(added)
    for item in items.ready:
        if item.becomes == MEND:
            version = changes[-1].new if changes else version
            if mended := store.replace(item.mended, snapshot.codec, who=who, version=version):
                changes.append(mended)
    return changes
