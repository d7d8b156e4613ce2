"""What all briefs of a page have in common: the issue, its date, the source's title and address."""

from collections.abc import Sequence

import streamlit as st

from regional_news.ingest import Source
from regional_news.ingest.dates import understood_date
from regional_news.ingest.from_rows import Sheet
from regional_news.model import PartialDate
from regional_news.reading import Page
from regional_news.text import fold
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.widgets.plain import plain

_OFFERED = 3


def issue_fields(given: Page | Sheet, issues: Sequence[str]) -> Source | None:
    """Draw what the briefs have in common, as far as the page tells it; return it once it is whole.

    ``issues`` are the names in use, the newest first: some are offered. A spreadsheet in which
    each row tells its issue and its date needs nothing more.
    """
    if isinstance(given, Sheet):
        if given.has("issue") and given.has("published"):
            return Source(next(given.rows())["issue"], PartialDate(1))
        page = Page(())
        st.caption("For the rows that say nothing else:")
    else:
        page = given
    left, right = st.columns(2, gap="large")
    with left:
        issue = _text("Name of the issue", page.issue, "issue", "In Our View 38")
        _offer(issue, issues)
        title = _text("Title of the source", page.title, "title", "")
    with right:
        told = page.published.words if page.published else ""
        written = _text("Published", told, "published", "April 2024, 04/2024 or 25 April 2024")
        published = _date(written)
        url = _text("Address of the source", page.url, "url", "https://")
    if not issue or published is None:
        if not written or not issue:
            st.info("Name the issue and say when it came out: then its briefs are shown.")
        return None
    try:
        return Source(issue, published, title, url)
    except ValueError as error:
        st.error(plain(f"{error}."))
        return None


def _date(written: str) -> PartialDate | None:
    """Return the date that is meant; ask where it may be one of several."""
    meant = understood_date(written)
    if written and not meant:
        st.error(plain(f"“{written}” is no date. Write it like April 2024 or 25 April 2024."))
    if len(meant) > 1:
        st.markdown(plain(f"Which is “{written}”?"))
        with st.container(horizontal=True):
            for each in meant:
                st.button(each.words, on_click=_put, args=("published", each.words))
    return meant[0] if len(meant) == 1 else None


def _offer(issue: str, issues: Sequence[str]) -> None:
    """Offer names in use that begin like what is typed; none where it is one of them."""
    typed = fold(issue)
    if any(fold(each) == typed for each in issues):
        return
    like = [each for each in issues if fold(each).startswith(typed[:6])] or list(issues)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption("In use:" if like else "", width="content")
        for each in like[:_OFFERED]:
            st.button(
                plain(each),
                key=f"offer {each}",
                type="tertiary",
                on_click=_put,
                args=("issue", each),
            )


def _text(label: str, value: str, name: str, example: str) -> str:
    typed = worksheet().issue.get(name, value)
    widget = f"issue {name}"
    st.text_input(
        label, typed, key=widget, placeholder=example, on_change=_typed, args=(name, widget)
    )
    return " ".join(worksheet().issue.get(name, value).split())


def _typed(name: str, widget: str) -> None:
    worksheet().issue[name] = st.session_state[widget] or ""


def _put(name: str, value: str) -> None:
    worksheet().issue[name] = st.session_state[f"issue {name}"] = value
