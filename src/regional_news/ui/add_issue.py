"""The page Add an issue: a page is read, looked over and saved; and taken back, if it was wrong."""

import hashlib
from dataclasses import dataclass

import streamlit as st

from regional_news.errors import StoreError, UnreadablePage
from regional_news.ingest import Source
from regional_news.model import PartialDate
from regional_news.query import BriefFilter
from regional_news.reading import Page, read_page
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change
from regional_news.text import amount
from regional_news.ui.preview import Preview, prepared, preview
from regional_news.ui.session.editing import (
    editor,
    say_closed,
    say_recovered,
    show_saved,
    store_for_editor,
    who,
)
from regional_news.ui.session.routes import EXPLORE, go
from regional_news.ui.session.sign_in import may_edit
from regional_news.ui.widgets.plain import plain

FORMATS = ["html", "htm", "pdf", "docx", "txt"]
_UPLOAD, _PASTED, _ROUND = "new page", "pasted page", "new page round"
_RECEIPT, _UNDONE = "receipt", "undone"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was saved, and as which issue."""

    change: Change
    issue: str


def add_issue(snapshot: Snapshot) -> None:
    """Draw the page."""
    st.title("Add an issue")
    if not may_edit():
        say_closed()
        return
    say_recovered()
    receipt: Receipt | None = st.session_state.get(_RECEIPT)
    if receipt:
        _receipt(receipt)
        return
    if st.session_state.pop(_UNDONE, False):
        st.success("Taken back: the briefs are as they were before.", icon=":material/undo:")
    st.markdown(
        "Give the news page of an issue, look over the briefs that are found on it, and save. "
        "Nothing is saved before you choose Save."
    )
    page, key = _page()
    source = _source(page, key) if page else None
    if page and source:
        drawn = preview(snapshot, prepared(snapshot, page, source))
        _save(snapshot, drawn, source.issue)


def _page() -> tuple[Page | None, str]:
    """Draw the ways to give a page; return it with a key made from its bytes."""
    turn = st.session_state.setdefault(_ROUND, 0)
    upload, paste = st.columns(2, gap="large")
    with upload:
        widget = f"upload {turn}"
        st.file_uploader(
            "The page as a file", FORMATS, key=widget, on_change=_uploaded, args=(widget,)
        )
    with paste:
        pasted = st.text_area(
            "Or its text, pasted", key=f"{_PASTED} {turn}", height=130, persist_state="session"
        )
    name, data = st.session_state.get(_UPLOAD) or ("", (pasted or "").encode())
    if not data:
        return None, ""
    if name:
        st.caption(f":material/description: {plain(name)}")
    try:
        return _read(data, name), hashlib.sha256(data).hexdigest()[:12]
    except UnreadablePage as error:
        st.error(plain(str(error)))
        return None, ""


def _uploaded(widget: str) -> None:
    """Keep the file beyond a visit to another page, which would empty the field."""
    file = st.session_state[widget]
    st.session_state[_UPLOAD] = (file.name, file.getvalue()) if file else None


@st.cache_data(max_entries=4, show_spinner="Reading the page…")
def _read(data: bytes, name: str) -> Page:
    return read_page(data, filename=name)


def _source(page: Page, key: str) -> Source | None:
    """Draw what all briefs of the page have in common, as far as the page tells it."""
    left, right = st.columns(2, gap="large")
    with left:
        issue = _text("Name of the issue", page.issue, f"{key} issue", "In Our View 38")
        title = _text("Title of the source", page.title, f"{key} title", "")
    with right:
        published = _text("Published", str(page.published or ""), f"{key} date", "2023-09")
        url = _text("Address of the source", page.url, f"{key} url", "https://")
    if not issue or not published:
        st.info("Name the issue and say when it came out: then its briefs are shown.")
        return None
    try:
        return Source(issue, PartialDate.parse(published), title, url)
    except ValueError as error:
        st.error(plain(f"{error}."))
        return None


def _text(label: str, value: str, key: str, example: str) -> str:
    typed = st.text_input(label, value, key=key, placeholder=example, persist_state="session")
    return " ".join((typed or "").split())


def _save(snapshot: Snapshot, drawn: Preview, issue: str) -> None:
    """Draw what is needed to save, and save when asked to."""
    st.divider()
    who_saves = editor()
    for brief, missing in drawn.incomplete:
        st.warning(plain(f"“{brief.headline or brief.summary[:60]}” lacks {missing}."))
    count = len(drawn.briefs)
    label = f"Save {amount(count, 'brief')}"
    ready = count > 0 and not drawn.incomplete
    if st.button(label, type="primary", icon=":material/save:", disabled=not ready):
        try:
            change = store_for_editor().append(
                drawn.briefs, snapshot.codec, who=who_saves, version=drawn.version
            )
        except StoreError as error:
            st.error(plain(str(error)))
            st.button("Look again", on_click=drawn.forget)
            return
        drawn.forget()
        st.session_state[_RECEIPT] = Receipt(change, issue) if change else None
        show_saved()


def _receipt(receipt: Receipt) -> None:
    """Draw what was saved, with the way back."""
    st.success(plain(f"Saved: {receipt.change.words}."), icon=":material/check_circle:")
    with st.container(horizontal=True):
        undo = st.button("Undo", icon=":material/undo:")
        shown = BriefFilter(issues=(receipt.issue,))
        st.button("See the issue", icon=":material/map:", on_click=go, args=(EXPLORE, shown))
        st.button("Add another page", icon=":material/note_add:", on_click=_start_anew)
    if undo:
        try:
            store_for_editor().undo(who=who(), change_id=receipt.change.id)
        except StoreError as error:
            st.error(plain(str(error)))
            return
        st.session_state[_RECEIPT], st.session_state[_UNDONE] = None, True
        show_saved()


def _start_anew() -> None:
    st.session_state[_RECEIPT] = st.session_state[_UPLOAD] = None
    st.session_state[_ROUND] += 1
