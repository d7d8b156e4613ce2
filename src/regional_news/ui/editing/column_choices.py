"""What each column of a spreadsheet holds: shown with an example, and changed by a choice."""

import io
from functools import partial

import streamlit as st
from xlsxwriter import Workbook

from regional_news.ingest.columns import LABELS, TEMPLATE
from regional_news.ingest.from_rows import Sheet
from regional_news.ingest.spreadsheet_dates import DAY, MONTH, cell_date
from regional_news.ui.editing.focus import focus_when_lost
from regional_news.ui.editing.worksheet import ORDER, Worksheet
from regional_news.ui.widgets.fields import keyed
from regional_news.ui.widgets.plain import plain, spoken

_OPEN = "columns of the sheet"
_IN_A_LINE = 4
_LONGEST = 60
_EXAMPLE = {
    "issue": "In Our View 38",
    "published": "April 2024",
    "region": "Scotland",
    "headline": "Dundee fits bins with sensors",
    "summary": "Dundee City Council has fitted 400 bins with sensors that tell how full they are.",
    "councils": "Dundee City Council",
    "themes": "Sensors & IoT",
}


def column_choices(sheet: Worksheet) -> None:
    """Draw what was recognised in each column; a column that somebody chooses goes before."""
    known = [column for column in sheet.columns if column]
    lacks = "summary" not in known
    if lacks:
        st.warning("Which column holds the text of the briefs? Choose “Text” for it.")
        focus_when_lost(_OPEN)
    st.caption(f"{len(known)} of {len(sheet.columns)} columns recognised.")
    cells = Sheet(sheet.grid, sheet.columns)
    is_open = lacks or _has_unknown(cells)
    st.session_state.setdefault(_OPEN, is_open)  # from then on it is as a person left it
    with st.expander("What each column holds", key=_OPEN, on_change="rerun"):
        for start in range(0, len(sheet.columns), _IN_A_LINE):
            places = range(start, len(sheet.columns))
            for place, box in zip(places, st.columns(_IN_A_LINE), strict=False):
                with box, st.container(gap="xsmall"):
                    _column(sheet, cells, place)


def unclear_dates(sheet: Worksheet, cells: Sheet) -> bool:
    """Ask once how the dates of a spreadsheet are read where nothing in it tells.

    Return whether that is still to be answered.
    """
    written = cells.unclear_date
    if not written:
        return False
    days = {order: cell_date(written, order)[0].words for order in (DAY, MONTH)}
    st.segmented_control(
        plain(f"All dates here can be read in two ways. Which is “{written}”?"),
        [*days],
        default=cells.told_order or None,
        format_func=days.__getitem__,
        **keyed(ORDER, cells.told_order or None, partial(_take_order, sheet)),
    )
    return not cells.told_order


def _take_order(sheet: Worksheet, order: str | None) -> None:
    sheet.issue[ORDER] = order or ""


def _has_unknown(cells: Sheet) -> bool:
    """Return whether a column with values holds nothing of a brief, as far as its name tells."""
    unknown = [place for place, column in enumerate(cells.columns) if not column]
    return any(row[place] for row in cells.below for place in unknown)


def _column(sheet: Worksheet, cells: Sheet, place: int) -> None:
    holds = ["", *LABELS]
    example = next((row[place] for row in cells.below if row[place]), "")

    def take(chosen: str) -> None:
        others = ["" if each == chosen else each for each in sheet.columns]
        sheet.columns = (*others[:place], chosen, *others[place + 1 :])

    number = f"Column {place + 1}"
    title = cells.titles[place] or number
    st.markdown(f":small[{plain(title)}]")
    st.selectbox(
        spoken(title) or number,
        holds,
        holds.index(sheet.columns[place]),
        format_func=lambda each: LABELS.get(each, "Nothing of a brief"),
        label_visibility="collapsed",
        **keyed(f"column {place}", sheet.columns[place], take),
    )
    st.caption(plain(example[:_LONGEST] + ("…" if len(example) > _LONGEST else "")))


def template() -> bytes:
    """Return an Excel file with a column for everything that a brief has, and one example."""
    file = io.BytesIO()
    with Workbook(file) as book:
        sheet, bold = book.add_worksheet("Briefs"), book.add_format({"bold": True})
        for place, column in enumerate(TEMPLATE):
            sheet.write_string(0, place, LABELS[column], bold)
            sheet.write_string(1, place, _EXAMPLE.get(column, ""))
            sheet.set_column(place, place, _LONGEST if column == "summary" else 24)
        sheet.freeze_panes(1, 0)
    return file.getvalue()
