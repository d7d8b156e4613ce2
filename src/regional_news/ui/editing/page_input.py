"""The ways to give a page: a file, or its text pasted; and which page is being worked on."""

import streamlit as st

from regional_news.errors import UnreadablePage
from regional_news.ingest.columns import columns_of
from regional_news.ingest.from_rows import Sheet
from regional_news.ingest.grid import Grid, is_spreadsheet, pasted_grid, read_grid
from regional_news.reading import Page, read_page
from regional_news.text import amount
from regional_news.ui.editing.column_choices import column_choices, template
from regional_news.ui.editing.worksheet import Worksheet, worksheet
from regional_news.ui.widgets.plain import plain
from regional_news.worker import in_worker

_TURN, _DROPPING = "page turn", "dropping the page"


def given_page() -> Page | Sheet | None:
    """Draw the ways to give a page or a spreadsheet, or which one was given; return it."""
    sheet = worksheet()
    if sheet.given is None:
        _ask_for_page(sheet)
    else:
        _told(sheet)
    if sheet.grid:
        column_choices(sheet)
    return sheet.given


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
        st.download_button(
            "Template for a spreadsheet",
            template,
            "regional-news-template.xlsx",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
    with paste:
        pasted = st.text_area("Or its text, pasted", key=f"pasted {turn}", height=130)
    if file:
        _take(sheet, file.getvalue(), file.name)
    elif pasted and pasted.strip():
        _take(sheet, pasted.encode(), "")


def _take(sheet: Worksheet, data: bytes, name: str) -> None:
    try:
        cells = _cells(data, name)
        if cells:
            sheet.grid, sheet.columns = cells, columns_of(cells[0])
        else:
            sheet.page = _read(data, name)
    except UnreadablePage as error:
        st.error(plain(str(error)))
        return
    sheet.name = name
    st.session_state[_TURN] += 1
    st.rerun()


@st.cache_data(max_entries=4, show_spinner="Reading the page…")
def _read(data: bytes, name: str) -> Page:
    return in_worker(read_page, data, name)


@st.cache_data(max_entries=4, show_spinner="Reading the spreadsheet…")
def _cells(data: bytes, name: str) -> Grid:
    """Return the cells of a spreadsheet, empty where it is a page."""
    if is_spreadsheet(name):
        return in_worker(read_grid, data)
    return () if name else in_worker(pasted_grid, data.decode())


def _told(sheet: Worksheet) -> None:
    """Say which page is worked on, and lead to another one, asking before anything is lost."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/description: **{plain(sheet.name or 'The pasted text')}**")
        if st.button("Give another page", icon=":material/note_add:", type="tertiary"):
            if sheet.touched:
                st.session_state[_DROPPING] = True
            else:
                _drop(sheet)
                st.rerun()
    if st.session_state.get(_DROPPING):
        st.warning(f"What you changed in {amount(sheet.touched, 'brief')} is not saved.")
        with st.container(horizontal=True):
            st.button("Drop it and give another page", on_click=_drop, args=(sheet,))
            st.button("Go on with this page", on_click=_go_on, type="primary")


def _drop(sheet: Worksheet) -> None:
    sheet.drop_page()
    _go_on()


def _go_on() -> None:
    st.session_state[_DROPPING] = False
