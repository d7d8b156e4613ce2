"""What a page would add, to look over: doubts first, near-duplicates side by side, the map last."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from regional_news.ingest import Doubt, Entry, IngestReport, Source, Twin, prepare, stored_in
from regional_news.map.base_map import MapView, News, bounds_of
from regional_news.model import Brief, brief_id
from regional_news.reading import Page
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.session.editing import annotator_of, token_of
from regional_news.ui.widgets.brief_form import (
    brief_form,
    council_label,
    lacks,
    names_in_form,
    settle,
)
from regional_news.ui.widgets.news_map import news_map
from regional_news.ui.widgets.plain import plain

_PREPARED = "prepared page"
_LOOKING = "Looking for councils and themes…"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report on a page, and the version of the data that it compares the page with."""

    page: Page
    source: Source
    report: IngestReport
    version: str


@dataclass(slots=True)
class Preview:
    """The briefs that are to be saved, as they stand in the forms."""

    version: str
    briefs: list[Brief] = field(default_factory=list)

    @property
    def incomplete(self) -> list[tuple[Brief, str]]:
        """The briefs that cannot be saved as they are, with what they lack."""
        return [(brief, lacks(brief)) for brief in self.briefs if lacks(brief)]

    def forget(self) -> None:
        """Let the page be compared with the data anew; what was typed stays."""
        st.session_state.pop(_PREPARED, None)


def prepared(snapshot: Snapshot, page: Page, source: Source) -> Prepared:
    """Return the report on a page, made anew when page or source change."""
    known: Prepared | None = st.session_state.get(_PREPARED)
    if known and (known.page, known.source) == (page, source):
        return known
    version = token_of(snapshot)
    with st.container(key="looking"):
        bar = st.progress(0.0, _LOOKING)
    report = prepare(
        page,
        source,
        annotator=annotator_of(snapshot),
        stored=stored_in(snapshot.index.frame),
        progress=lambda part: _fill(bar, part),
    )
    bar.empty()
    made = Prepared(page, source, report, version)
    st.session_state[_PREPARED] = made
    return made


def _fill(bar: DeltaGenerator, part: float) -> None:
    bar.progress(part, _LOOKING)


def preview(snapshot: Snapshot, found: Prepared) -> Preview:
    """Draw the briefs on a page and return those that are to be saved."""
    report = found.report
    drawn = Preview(found.version)
    st.header("What is on the page")
    st.markdown(f"**{plain(report.words)}**")
    if report == IngestReport():
        st.info("No brief was found. Is this the page with the nations and regions news?")
    _section(snapshot, drawn, "To look at", report.in_doubt)
    for twin in report.twins:
        _twin(snapshot, drawn, twin)
    rejected = [rejected.entry for rejected in report.rejected]
    _section(snapshot, drawn, "Without a region", rejected, wanted=False)
    clean = [entry for entry in report.added if not entry.doubts]
    _section(snapshot, drawn, "Ready", clean)
    if report.known:
        with st.expander(f"Already there: {len(report.known)}"):
            for brief in report.known:
                st.markdown(plain(brief.headline))
    on_page = {entry.brief.id: place for place, entry in enumerate(report.added)}
    drawn.briefs.sort(key=lambda brief: on_page.get(brief.id, len(on_page)))
    if drawn.briefs:
        _map(snapshot, drawn.briefs)
    return drawn


def _section(
    snapshot: Snapshot,
    drawn: Preview,
    title: str,
    entries: Sequence[Entry],
    *,
    wanted: bool = True,
) -> None:
    """Draw entries, those that a person should look at opened."""
    if entries:
        st.subheader(f"{title}: {len(entries)}")
    for entry in entries:
        region = snapshot.gazetteer.regions[entry.brief.region].name if entry.brief.region else "?"
        opened = bool(entry.doubts) or not wanted
        with st.expander(plain(f"{region}: {entry.brief.headline}"), expanded=opened):
            _entry(snapshot, drawn, entry, wanted=wanted)


def _entry(snapshot: Snapshot, drawn: Preview, entry: Entry, *, wanted: bool) -> None:
    brief = entry.brief
    key = brief_id("", brief.region, brief.summary)  # the same under another name of the issue
    for doubt in entry.doubts:
        _doubt(snapshot, brief, key, doubt)
    if st.checkbox("Add this brief", wanted, key=f"{key} wanted", persist_state="session"):
        drawn.briefs.append(brief_form(snapshot, brief, key))


def _doubt(snapshot: Snapshot, brief: Brief, key: str, doubt: Doubt) -> None:
    """Draw a doubt, with a button for each council that the words could mean."""
    several = len(doubt.candidates) > 1
    if several and doubt.words not in names_in_form(brief, key):
        return  # somebody chose
    st.warning(plain(f"{doubt}."), icon=":material/help:")
    if several:
        with st.container(horizontal=True):
            for council in doubt.candidates:
                st.button(
                    plain(f"It is {council_label(snapshot, council.id)}"),
                    key=f"{key} {doubt.words} {council.id}",
                    on_click=settle,
                    args=(key, doubt.words, council.id),
                )


def _twin(snapshot: Snapshot, drawn: Preview, twin: Twin) -> None:
    """Draw an entry beside the brief that says nearly the same."""
    st.subheader("Nearly the same as another")
    with st.container(border=True):
        new, old = st.columns(2)
        new.markdown("**On this page**")
        new.markdown(plain(twin.entry.brief.summary))
        old.markdown(f"**Already there**, {twin.likeness:.0f} % alike ({plain(twin.other.issue)})")
        old.markdown(plain(twin.other.summary))
        _entry(snapshot, drawn, twin.entry, wanted=False)


def _map(snapshot: Snapshot, briefs: list[Brief]) -> None:
    """Draw the map of what will be added."""
    counts = Counter(
        each for brief in briefs for each in brief.councils if each in snapshot.gazetteer
    )
    bounds = bounds_of(snapshot.gazetteer[each] for each in counts)
    st.subheader("On the map")
    st.caption(f"{amount(len(counts), 'council')} that the briefs are about.")
    theme = st.context.theme.type or "light"
    news = News(counts, view=MapView(len(counts), bounds, at_start=True), theme=theme)
    news_map("preview", news, height=420)
