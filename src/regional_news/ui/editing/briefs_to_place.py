"""Stored briefs that are to be placed or mended, each with the way to its form."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache, partial
from operator import itemgetter
from textwrap import shorten

import streamlit as st

from regional_news.errors import DataError, UnreadablePage
from regional_news.ingest.dates import lies_ahead
from regional_news.ingest.spreadsheet_dates import date_readings
from regional_news.model import Brief, Certainty, Mention, PartialDate
from regional_news.snapshot.finding import named_first, new_to, offered
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change, briefs_in, configured_store
from regional_news.store.sheets import BRIEFS
from regional_news.ui.editing.council_picker import council_label
from regional_news.ui.editing.mending import respell, say_about_none, take_council
from regional_news.ui.editing.names_in_doubt import MOST, say_first
from regional_news.ui.editing.offers import Taken, forget, offer, remember
from regional_news.ui.editing.page_items import offer_key
from regional_news.ui.editing.receipt import answered
from regional_news.ui.editing.review_card import one_press, review_card
from regional_news.ui.editing.spelling import respelt, spelling_row
from regional_news.ui.editing.spoilt_rows import dates_said, said_to_be_about_none

_ELSEWHERE = "Its councils lie in other regions than its own."
_NONE = "It is about no council."
_FIRST = "The first council that its text may name is not among those that it is about."
_MORE = "Its text may name another council, too."
_MISSPELT = "A council's name is misspelt in it."
_PLACES = {_ELSEWHERE: 0, _FIRST: 1, _MORE: 1, _MISSPELT: 1, _NONE: 2}
"""In which order briefs stand, by why: one that is begun keeps its place."""
_ANSWERS = {_NONE: ("That is right", "check"), _MISSPELT: ("Leave it as it is", "check")}
_BEGUN = "offers begun"
"""Brief's id → what is still offered for it once one offer is answered or its name is put right:
that may settle the brief with the others unasked."""
_LETTERS = 60
"""How many letters of its text tell of a brief without a headline."""
_Mentions = tuple[Mention, ...]


def briefs_to_place(snapshot: Snapshot) -> bool:
    """Draw the briefs to place, each with the way to its form; return whether there are any."""
    begun: dict[str, _Mentions] = st.session_state.setdefault(_BEGUN, {})
    may_name = {**_read(named_first), **begun}
    odd = misplaced(snapshot, said_to_be_about_none(snapshot))
    others = may_name.keys() - {brief.id for brief, _ in odd}
    frame = snapshot.index.frame
    named = briefs_in(frame[frame["id"].isin(others)])
    odd += [(brief, _why_named(snapshot, brief)) for brief in named]
    found = sorted(filter(itemgetter(1), odd), key=lambda each: _PLACES[each[1]])
    if found:
        st.header(f"Briefs to place: {len(found)}")
        say_first(len(found))
    shown = found[:MOST]
    alone = [brief for brief, reason in shown if reason == _NONE]
    may_name |= _read(partial(offered, alone)) if alone else {}
    none = [brief.id for brief in alone if not may_name.get(brief.id)]
    if one_press(f"None of these {len(none)} is about a council: that is right", none):
        say_about_none(*none)
    for brief, reason in shown:
        answer = _ANSWERS.get(reason)
        body = partial(_offers, snapshot, brief, new_to(brief, may_name.get(brief.id, ())))
        words = (brief.headline, brief.summary)
        is_answered = review_card(brief.id, words, reason, answer=answer, body=body)
        if is_answered and reason == _MISSPELT:
            begun.pop(brief.id)
            st.rerun()
        elif is_answered:
            say_about_none(brief.id)
    return bool(found)


def _why_named(snapshot: Snapshot, brief: Brief) -> str:
    """Return why a brief is here that has a council where it should; "" where it is settled."""
    left = _begun_with(brief)
    if left is None:
        return _FIRST
    is_misspelt = bool(respelt(snapshot, brief)[1])
    return _MORE if new_to(brief, left) else _MISSPELT if is_misspelt else ""


def _read(texts: Callable[[], Mapping[str, _Mentions]]) -> Mapping[str, _Mentions]:
    """Return what is found in texts, nothing where that cannot be told now."""
    try:
        return texts()
    except (UnreadablePage, DataError):
        return {}


def _offers(snapshot: Snapshot, brief: Brief, mentions: _Mentions) -> None:
    """Draw the councils that a brief may name, each to be taken or refused, and their spelling."""
    misspelt = (each.candidates for each in mentions if each.certainty is Certainty.FUZZY)
    mended, told = respelt(snapshot, brief, (each.id for some in misspelt for each in some))
    if told and spelling_row(told, brief.id):
        _go_on_with(brief, mentions)
        respell(mended)
    for mention in mentions:
        taken = offer(snapshot, mention, offer_key(brief.id, mention))
        if taken is None:
            continue
        begun, kept = _begun_with(brief), remember(brief, mention, taken)
        if kept:
            _go_on_with(brief, (each for each in mentions if each is not mention))
        if taken.council:
            take_council(brief.id, taken.council, taken.column)
        elif kept:
            back = partial(_ask_again, brief, mention, taken, begun)
            answered(_refusal(snapshot, brief, mention), back)


def _refusal(snapshot: Snapshot, brief: Brief, mention: Mention) -> str:
    """Return in a sentence that a brief means none of the councils that were offered."""
    names = [council_label(snapshot, each.id) for each in mention.candidates]
    said = f"{names[0]} is not" if len(names) == 1 else f"None of {', '.join(names)} is"
    where = brief.headline or shorten(brief.summary, _LETTERS, placeholder=" …")
    return f"{said} meant in “{where}”."


def _ask_again(brief: Brief, mention: Mention, taken: Taken, begun: _Mentions | None) -> None:
    """Take an answer back: what was offered for the brief before is offered again."""
    forget(brief, mention, taken)
    if begun is None:
        st.session_state[_BEGUN].pop(brief.id, None)
    else:
        _go_on_with(brief, begun)


def _begun_with(brief: Brief) -> _Mentions | None:
    """Return what is still offered for a brief that is begun, None for another."""
    left: _Mentions | None = st.session_state[_BEGUN].get(brief.id)
    return left


def _go_on_with(brief: Brief, left: Iterable[Mention]) -> None:
    st.session_state[_BEGUN][brief.id] = tuple(left)


def briefs_to_mend(snapshot: Snapshot) -> bool:
    """Draw the briefs of which something cannot be read; return whether there are any."""
    told, wrong = dates_said(snapshot), defaultdict[str, list[str]](list)
    for problem in snapshot.problems:
        if not problem.name and problem.brief_id not in told:
            wrong[problem.brief_id].append(problem.reason)
    for brief_id, day in _far_ahead(snapshot):
        wrong[brief_id].append(f"Its date, {day.words}, lies more than a year ahead.")
    if wrong:
        st.header(f"Briefs to mend: {len(wrong)}")
        say_first(len(wrong))
    frame = snapshot.index.frame
    for row in frame[frame["id"].isin(wrong)].head(MOST).to_dict("records"):
        words = (row["headline"], row["summary"])
        review_card(row["id"], words, "; ".join(wrong[row["id"]]))
    return bool(wrong)


def _far_ahead(snapshot: Snapshot) -> Iterator[tuple[str, PartialDate]]:
    """Yield the briefs with dates more than a year ahead, but for those that an editor saved."""
    frame = snapshot.index.frame
    days = {each: PartialDate.read(each) for each in frame["published"].unique()}
    ahead = {each for each, day in days.items() if day and lies_ahead(day)}
    found = frame[frame["published"].isin(ahead)]
    said = _dates_saved(configured_store().changes()) if ahead else ()
    for brief_id, written in zip(found["id"], found["published"], strict=True):
        if (day := days[written]) and (brief_id, written) not in said:
            yield brief_id, day


def _dates_saved(changes: Iterable[Change]) -> Container[tuple[str, str]]:
    """Return the ids and dates of the briefs that were saved here; mending keeps what is odd."""
    return {
        (row.after["id"], row.after["published"])
        for change in changes
        if change.file == BRIEFS and not change.undoes
        for row in change.rows
        if row.after and not date_readings((row.before or {}).get("published", ""))
    }


def misplaced(
    snapshot: Snapshot, about_none: frozenset[str] = frozenset()
) -> list[tuple[Brief, str]]:
    """Return the briefs about councils of other regions only, then those about no council.

    ``about_none`` are the ids of those that somebody said are about none.
    """
    settled = {each.brief_id for each in snapshot.problems if each.name} | about_none

    @cache
    def is_elsewhere(councils: str, region: str) -> bool:
        return region not in {snapshot.gazetteer[each].region for each in councils.split()}

    frame = snapshot.index.frame
    columns = zip(frame["id"], frame["councils"], frame["region"], strict=True)
    odd = [
        is_elsewhere(councils, region) if councils else brief_id not in settled
        for brief_id, councils, region in columns
    ]
    found = sorted(briefs_in(frame[odd]), key=lambda brief: not brief.councils)
    return [(brief, _ELSEWHERE if brief.councils else _NONE) for brief in found]
