"""What a page would add, made once for each page and version of the data, with its progress."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from regional_news.errors import UnreadablePage
from regional_news.ingest import IngestReport, Source
from regional_news.ingest.from_rows import Sheet
from regional_news.ingest.same_issue import SameIssue
from regional_news.magazine import Choices
from regional_news.reading import Page
from regional_news.snapshot.finding import Handed, look_through
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change, adding, configured_store
from regional_news.ui.editing.issue_fields import still_missing
from regional_news.ui.editing.progress import reading
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.session.editing import token_of
from regional_news.ui.widgets.plain import plain

_MANY_ROWS = 200
_REPORT = "page report"
_STOPPED = "looking stopped"
_LOOKING = "Looking for councils and themes"


@dataclass(frozen=True, slots=True)
class PageReport:
    """A report on a page, the stored issue that it may be, and the version it was compared with.

    ``added`` is the change by which that issue was stored, None where it was there from the start.
    ``choices`` are what a person made of paragraphs, ``missing`` what must be written before
    anything can be saved, in words.
    """

    page: Page | Sheet
    source: Source
    choices: Choices
    report: IngestReport
    same: SameIssue | None
    added: Change | None
    version: str
    missing: tuple[str, ...] = ()


def page_report(snapshot: Snapshot, page: Page | Sheet, source: Source) -> PageReport | None:
    """Return the report on a page, made anew when page, source or data change.

    Where that takes too long, or somebody stops it, it says so and returns None. Many rows are
    looked through once: when nothing is missing that would change them all.
    """
    missing = still_missing(page, source)
    if missing and isinstance(page, Sheet) and len(page.grid) > _MANY_ROWS:
        return None
    known: PageReport | None = st.session_state.get(_REPORT)
    version, choices = token_of(snapshot), dict(worksheet().fates)
    asked = (page, source, choices)
    is_same = known and (known.page, known.source, known.choices) == asked
    if known and is_same and version in {known.version, ""}:  # "" while a store is away
        return known
    if st.session_state.get(_STOPPED) == asked:
        st.info("Stopped before all briefs were looked at.")
        st.button("Go on", icon=":material/play_arrow:", on_click=_stop, args=(None,))
        return None
    try:
        with reading(_LOOKING, partial(_stop, asked)) as going_on:
            found = look_through(Handed(page, source, choices), going_on)
    except UnreadablePage as error:
        st.error(plain(str(error)))
        return None
    report, same = found.report, found.same
    ids = {brief.id for brief in same.briefs} if same else ()
    added = adding(ids, configured_store().changes()) if same else None
    made = PageReport(page, source, choices, report, same, added, version, missing)
    st.session_state[_REPORT] = made
    return made


def _stop(asked: object) -> None:
    """Keep what was to be looked through when somebody stopped that, None to go on with it."""
    st.session_state[_STOPPED] = asked
