"""What a spreadsheet spoilt in the stored briefs, in words, and one press that mends it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

import streamlit as st

from regional_news.errors import DataError, StoreError
from regional_news.ingest.spreadsheet_dates import date_readings
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot, Version
from regional_news.store import configured_store
from regional_news.store.change import Cells, whole_rows
from regional_news.store.spoilt import COUNCILS, Spoil, Spoils
from regional_news.table.schema import NO_COUNCIL
from regional_news.table.shape import shaped
from regional_news.text import amount, fold
from regional_news.ui.editing.receipt import saved
from regional_news.ui.session.editing import store_for_editor, token_of, who
from regional_news.ui.session.routes import go
from regional_news.ui.widgets.plain import plain

_BEYOND = (
    "Nothing was changed: the app cannot mend this. Correct it in the file of briefs with a text "
    "editor, or ask whoever looks after the data to."
)
_MOST = 20_000
"""Up to how many briefs are looked through on every page; with more, only Review looks."""


def spoilt_rows(snapshot: Snapshot) -> bool:
    """Draw what a spreadsheet spoilt, and the way to mend it; return whether there is anything."""
    faults, found = _spoilt(snapshot.version, snapshot)
    if not (faults or found):
        return False
    st.header("Spoilt by a spreadsheet")
    st.markdown("Somebody saved the briefs in a spreadsheet program. All of them are there, but:")
    lines = [*faults, *_kinds([each for each in found if each.cells])]
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    answers = dict(_dates_to_tell([each for each in found if not each.cells]))
    mended = {each.row for each in found if each.cells or each.written in answers}
    can_mend = bool(faults or mended)
    if st.button(
        "Mend all of this", type="primary", icon=":material/build:", disabled=not can_mend
    ):
        _mend(snapshot, len(mended), answers)
    st.caption("What the file says now is kept: Undo brings it back.")
    return True


def say_spoilt(snapshot: Snapshot) -> None:
    """Draw a bar with the way to Review where a spreadsheet spoilt the briefs."""
    if snapshot.trouble or len(snapshot.index.frame) > _MOST:  # the page says what is the trouble
        return
    try:
        spoilt = any(_spoilt(snapshot.version, snapshot))
    except (DataError, OSError):  # the file goes just now
        return
    if not spoilt:
        return
    with st.container(key="spoilt", horizontal=True, vertical_alignment="center"):
        st.warning(
            "Somebody saved the briefs in a spreadsheet program, which spoilt some of them.",
            icon=":material/table:",
        )
        st.button(
            "Mend them in Review",
            icon=":material/build:",
            key="to spoilt briefs",
            on_click=go,
            args=("review", BriefFilter()),
        )


def names_parted(snapshot: Snapshot) -> frozenset[str]:
    """Return, folded, the names that are several, parted by commas, which mending parts."""
    _, rows = _written(snapshot.version)
    _, found = _spoilt(snapshot.version, snapshot)
    return frozenset(
        fold(name)
        for each in found
        for column in {*each.cells} & {*COUNCILS}
        for name in rows[each.row][column].split(";")
        if name.strip() not in each.cells[column].split("; ")
    )


def dates_said(snapshot: Snapshot) -> frozenset[str]:
    """Return the ids of the briefs whose dates are mended here, and need no form."""
    _, rows = _written(snapshot.version)
    return frozenset(row.get("id", "") for row in rows if date_readings(row.get("published", "")))


def _kinds(found: Sequence[Spoil]) -> Iterator[str]:
    """Yield a sentence for each kind of fault: the first brief that has it, and how many more."""
    kinds: dict[str, list[Spoil]] = defaultdict(list)
    for each in found:
        kinds["its date" if each.written else each.words].append(each)
    for first, *more in kinds.values():
        rest = f"; so it is with {len(more):,} more." if more else "."
        yield f"“{first.headline}” {first.words}{rest}"


def _dates_to_tell(found: Sequence[Spoil]) -> Iterator[tuple[str, str]]:
    """Draw a question for each date that can mean several; yield those that are answered."""
    for written, spoils in groupby(sorted(found, key=attrgetter("written")), attrgetter("written")):
        first, *more = spoils
        which = f"“{first.headline}”" + (f" and {len(more):,} more" if more else "")
        meant = st.segmented_control(
            plain(f"Which date is “{written}” in {which}?"),
            first.readings,
            format_func=lambda each: each.words,
            key=f"date {written}",
        )
        if meant:
            yield written, str(meant)


def said_to_be_about_none(snapshot: Snapshot) -> frozenset[str]:
    """Return the ids of the briefs that somebody said are about no council."""
    _, rows = _written(snapshot.version)
    return frozenset(row["id"] for row in rows if row.get("councils") == NO_COUNCIL)


def _mend(snapshot: Snapshot, count: int, answers: Mapping[str, str]) -> None:
    what = f"mended {amount(count, 'brief')}" if count else "put the file of briefs in order"
    told = f"{what} after a spreadsheet"
    try:
        change = store_for_editor().tidy(
            snapshot.codec, told, who=who(), version=token_of(snapshot), dates=answers
        )
    except StoreError as error:
        st.error(plain(str(error)))
        return
    if change is None:
        st.warning(_BEYOND)
        return
    saved(change)


@st.cache_data(max_entries=2, show_spinner=False)
def _spoilt(version: Version, _snapshot: Snapshot) -> tuple[tuple[str, ...], list[Spoil]]:
    """Return what is wrong with the shape of the stored briefs, and what is spoilt in rows."""
    faults, rows = _written(version)
    return faults, list(Spoils(_snapshot.resolver, configured_store().changes).found(rows))


@st.cache_data(max_entries=2, show_spinner=False)
def _written(version: Version) -> tuple[tuple[str, ...], list[Cells]]:
    """Return what is wrong with the shape of the stored briefs, and their rows as written."""
    del version  # only the cache asks for it
    data = configured_store().written()
    return shaped(data)[1], whole_rows(data.decode(errors="surrogateescape"))
