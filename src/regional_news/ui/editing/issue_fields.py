"""What all briefs of a page have in common: the issue, its date, the source's title and address."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from regional_news.ingest import Source
from regional_news.ingest.dates import lies_ahead, understood_date
from regional_news.ingest.from_rows import Sheet
from regional_news.ingest.issue_names import is_in_style, next_names
from regional_news.model import UNDATED, PartialDate
from regional_news.reading import Page
from regional_news.reading.guess import has_number
from regional_news.text import amount, fold
from regional_news.ui.editing.date_question import date_question
from regional_news.ui.editing.focus import focus_when_lost, form_at_work, stay_at
from regional_news.ui.editing.readiness import in_words
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.widgets.fields import key_now, keyed
from regional_news.ui.widgets.plain import plain

_OFFERED = 3
DATE = "the date when it came out"
_MISSING = {"issue": "the name of the issue", "published": DATE}


def issue_fields(given: Page | Sheet, issues: Sequence[str]) -> Source | None:
    """Draw what the briefs have in common; return it with what is still missing left empty.

    None where the address of the source is none. ``issues`` are the names in use, the newest
    first: some are offered. Of a spreadsheet only that is asked which some rows do not tell.
    """
    lacking = _lacking(given)
    page, issue = Page(()), ""
    if isinstance(given, Sheet):
        issue = next((row["issue"] for _, row in given.rows() if row.get("issue")), "")
        if not lacking:
            return Source(issue, UNDATED)
        st.caption(plain(f"{' '.join(lacking.values())} What you write here is for those:"))
    else:
        page = given
    left, right = st.columns(2, gap="large")
    published: PartialDate | None = UNDATED
    if "issue" in lacking:
        with left:
            issue = _text("Name of the issue", page.issue, "issue", "In Our View 38")
            offers = st.container()  # see brief_form
    if "published" in lacking:
        with right if "issue" in lacking else left, st.container():
            published = _published(page)
    if "issue" in lacking:
        with offers:
            _offer(issue, issues, published or UNDATED)
    left, right = st.columns(2, gap="large")
    with left:
        title = _text("Title of the source", page.title, "title", "")
    with right:
        url = _text("Address of the source", page.url, "url", "https://")
    try:
        source = Source(issue, published or UNDATED, title, url)
    except ValueError as error:
        st.error(plain(f"{error}."))
        return None
    _say_missing(still_missing(given, source))
    return source


def still_missing(given: Page | Sheet, source: Source) -> tuple[str, ...]:
    """Return in words what somebody must write before the briefs can be saved; empty if nothing."""
    told = {"issue": bool(source.issue), "published": source.published != UNDATED}
    return tuple(_MISSING[column] for column in _lacking(given) if not told[column])


def _lacking(given: Page | Sheet) -> dict[str, str]:
    """Return what must be asked for, with a sentence on the rows that do not tell it."""
    asked = {"issue": "no issue", "published": "no date"}
    if not isinstance(given, Sheet):
        return asked
    rows = sum(1 for _ in given.rows())
    return {
        column: f"{count:,} of the spreadsheet's {amount(rows, 'row')} "
        f"{'has' if count == 1 else 'have'} {what}."
        for column, what in asked.items()
        if (count := given.lacking(column))
    }


def _say_missing(missing: Sequence[str]) -> None:
    """Say what is still missing, and lead to it, unless somebody is at work on a brief."""
    if missing:
        st.info(f"Still missing: {in_words(missing)}. Nothing can be saved before.")
        if not any(form_at_work()):
            focus_when_lost(first_missing(missing))


def first_missing(missing: Sequence[str]) -> str:
    """Return the key of the field for the first of what is missing."""
    return key_now(f"issue {next(each for each, words in _MISSING.items() if words in missing)}")


def _published(page: Page) -> PartialDate | None:
    """Draw the date; return it once it can mean one day, month or year only."""
    known = page.published.words if page.published else ""
    written = _text("Published", known, "published", "April 2024, 04/2024 or 25 April 2024")
    if page.sent and not written:
        month = PartialDate(page.sent.year, page.sent.month)
        asked = f"The e-mail is dated {page.sent.words}. Did the issue come out then?"
        date_question(asked, (page.sent, month), _put_date, key="issue")
    return _date(written)


def _date(written: str) -> PartialDate | None:
    """Return the date that is meant; ask where it may be one of several."""
    meant = understood_date(written)
    if written and not meant:
        st.error(plain(f"“{written}” is no date. Write it like April 2024 or 25 April 2024."))
    if len(meant) > 1:
        date_question(f"Which is “{written}”?", meant, _put_date, key="issue")
    if len(meant) != 1 or _is_doubted(meant[0]):
        return None
    return meant[0]


def _is_doubted(day: PartialDate) -> bool:
    """Ask about a date that lies more than a year ahead, until somebody says that it is right."""
    if not lies_ahead(day) or worksheet().issue.get("ahead") == day.words:
        return False
    st.warning(f"{day.words} lies ahead: right?")
    st.button("That is right", on_click=worksheet().issue.update, args=({"ahead": day.words},))
    return True


def _offer(issue: str, issues: Sequence[str], day: PartialDate) -> None:
    """Offer names in use that begin like what is typed, and the next in their styles.

    None where a name in use stands there; a number of its own in such a style is not put right.
    """
    typed = fold(issue)
    if any(fold(each) == typed for each in issues):
        return
    like = [each for each in issues if fold(each).startswith(typed[:6])]
    following = [] if has_number(issue) and is_in_style(issue, issues) else next_names(issues, day)
    offered = {"Next:": following, "In use:": like}
    with st.container(key="offers", horizontal=True, gap="small", vertical_alignment="center"):
        for words, names in offered.items():
            if typed in map(fold, names) or not names:
                continue
            st.caption(words, width="content")
            for each in names[:_OFFERED]:
                st.button(plain(each), key=f"offer {each}", on_click=_put, args=("issue", each))


def _text(label: str, value: str, name: str, example: str) -> str:
    typed = " ".join(worksheet().issue.get(name, value).split())
    keeps = keyed(f"issue {name}", typed, partial(_put, name))
    st.text_input(label, typed, placeholder=example, **keeps)
    return typed


def _put_date(day: PartialDate) -> None:
    _put("published", day.words)


def _put(name: str, value: str) -> None:
    stay_at("")
    worksheet().issue[name] = value
