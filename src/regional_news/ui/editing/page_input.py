"""The ways to give a page: a file, or its text pasted; and which page is being worked on."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from regional_news.errors import UnreadablePage
from regional_news.ingest.from_rows import Sheet
from regional_news.ingest.grid import Grid, is_spreadsheet, pasted_grid, read_grid
from regional_news.reading import Page, read_page
from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.components import draw
from regional_news.ui.editing.column_choices import column_choices, template, unclear_dates
from regional_news.ui.editing.focus import focus_when_lost, stay_at
from regional_news.ui.editing.progress import reading
from regional_news.ui.editing.readiness import in_words as listed
from regional_news.ui.editing.receipt import put_away
from regional_news.ui.editing.worksheet import Worksheet, worksheet
from regional_news.ui.widgets.plain import plain
from regional_news.worker import in_worker

_TURN, _REFUSED, _DROPPING = "page turn", "refused page", "dropping the page"
_STOPPED = "Stopped before it was read. What you gave is still there."


def given_page() -> Page | Sheet | None:
    """Draw the ways to give a page or a spreadsheet, or which one was given.

    Return it once it can be looked over: a spreadsheet, once it is known which column has the text,
    and how its dates are read.
    """
    sheet = worksheet()
    if sheet.given is None:
        _ask_for_page(sheet)
    else:
        _told(sheet)
    if sheet.grid:
        column_choices(sheet)
    given = sheet.given
    if not isinstance(given, Sheet):
        return given
    return None if "summary" not in sheet.columns or unclear_dates(sheet, given) else given


def _ask_for_page(sheet: Worksheet) -> None:
    st.markdown(
        "Give the news page of an issue or a spreadsheet of briefs, look them over, and save. "
        "Nothing is saved before you choose Save, and whatever you save can be taken back."
    )
    turn = st.session_state.setdefault(_TURN, 0)
    upload, paste = st.columns(2, gap="large")
    with upload:
        # Any file: what is no page is refused in a sentence that says what to do instead.
        file = st.file_uploader("A page or a spreadsheet", key=f"upload {turn}")
        st.caption("PDF, Word, web page, e-mail or text; CSV, Excel or OpenDocument.")
        st.download_button(
            "Template for a spreadsheet",
            template,
            "regional-news-template.xlsx",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
    with paste, st.container(key="page-text"):
        pasted = st.text_area("Or its text, pasted", key=f"pasted {turn}", height=130)
        draw("pasting", {})
    focus_when_lost(f"upload {turn}")
    if file:
        _take(sheet, file.getvalue(), file.name)
    elif pasted and pasted.strip():
        _take(sheet, pasted.encode(), "")


def _take(sheet: Worksheet, data: bytes, name: str) -> None:
    """Read what was given, once: what is not read stays where it is, with a sentence."""
    known = (name, hash(data))
    refused: tuple[object, str] | None = st.session_state.get(_REFUSED)
    if refused is None or refused[0] != known:
        try:
            _read(sheet, data, name, partial(_refuse, (known, _STOPPED)))
        except UnreadablePage as error:
            refused = (known, str(error))
            _refuse(refused)
        else:
            sheet.name = name
            put_away()
            stay_at("")
            _next_turn()
            st.rerun()
    if refused[1] != _STOPPED:
        st.error(plain(refused[1]))
        return
    st.info(_STOPPED)
    st.button("Read it", icon=":material/play_arrow:", on_click=_refuse, args=(None,))


def _refuse(what: tuple[object, str] | None) -> None:
    """Keep what is not to be read again, and why."""
    st.session_state[_REFUSED] = what


def _read(sheet: Worksheet, data: bytes, name: str, stop: Callable[[], None]) -> None:
    with reading("Reading it", stop) as still_reading:
        grid: Grid = ()
        if is_spreadsheet(name):
            grid = in_worker(read_grid, data, waiting=still_reading)
        elif not name:
            grid = in_worker(pasted_grid, data.decode(), waiting=still_reading)
        if grid:
            sheet.grid = grid
            sheet.guessed = Sheet.of(grid, current_snapshot().reference).columns
            sheet.columns = sheet.guessed
        else:
            sheet.page = in_worker(read_page, data, name, waiting=still_reading)


def _next_turn() -> None:
    """Empty the fields in which a page is given."""
    st.session_state[_TURN] += 1


def _told(sheet: Worksheet) -> None:
    """Say which page is worked on, and lead to another one, asking before anything is lost."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/description: **{plain(sheet.name or 'The pasted text')}**")
        if st.button("Choose another page", icon=":material/note_add:", type="tertiary"):
            if sheet.begun:
                st.session_state[_DROPPING] = True
            else:
                _drop(sheet)
                st.rerun()
    if st.session_state.get(_DROPPING) and sheet.begun:
        st.warning(plain(f"Not saved yet: what you typed or chose for {listed(sheet.begun)}."))
        with st.container(horizontal=True):
            st.button("Drop it and choose another page", on_click=_drop, args=(sheet,))
            st.button("Go on with this page", on_click=_go_on, type="primary")


def _drop(sheet: Worksheet) -> None:
    sheet.drop_page()
    put_away()
    _go_on()


def _go_on() -> None:
    st.session_state[_DROPPING] = False
