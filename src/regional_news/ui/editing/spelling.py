"""The right spelling of a council's name, offered where a brief has it misspelt: one press."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial

import streamlit as st

from regional_news.errors import StoreError
from regional_news.model import Brief
from regional_news.recognition.spelling import Spelling
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.focus import stay_at
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.session.editing import corrections
from regional_news.ui.widgets.plain import plain

_FIELDS = ("headline", "summary")


def respelt(snapshot: Snapshot, brief: Brief, councils: Iterable[str] = ()) -> tuple[Brief, str]:
    """Return a brief with the names of its councils as they are spelt, and what that changes.

    ``councils`` are others that it may name, by their ids; "" tells that nothing is misspelt.
    """
    spelling = snapshot.once("spelling", lambda: Spelling(snapshot.gazetteer))
    ids = (*brief.councils, *brief.also_mentions, *councils)
    texts = {field: getattr(brief, field) for field in _FIELDS}
    slips = {field: spelling.slips(text, ids) for field, text in texts.items()}
    pairs = dict.fromkeys((each.written, each.right) for found in slips.values() for each in found)
    where = {"headline": "headline", "summary": "text"}
    places = " and ".join(where[field] for field, found in slips.items() if found)
    told = ", ".join(f"“{written}” → “{right}”" for written, right in pairs)
    headline, summary = (spelling.mended(text, ids) for text in texts.values())
    mended = replace(brief, headline=headline, summary=summary)
    return mended, f"{told} in the {places}" if pairs else ""


def spelling_offer(snapshot: Snapshot, now: Brief, key: str, settles: Iterable[str] = ()) -> None:
    """Offer to correct what is misspelt in a form, and to take that back.

    ``settles`` are the keys of doubts that the correction answers: whom the misspelt name means.
    """
    mended, told = respelt(snapshot, now)
    before, after = st.session_state.get(f"{key} respelt", ((), ()))
    if told:
        spelling_row(told, key, partial(_correct, key, now, mended, tuple(settles)))
    elif after == _words(now):
        _row(
            "The spelling is corrected.", "As it was", f"{key} misspelt", partial(_put, key, before)
        )


def spelling_row(told: str, key: str, correct: Callable[[], None] | None = None) -> bool:
    """Draw what is misspelt; return whether its correction was pressed."""
    return _row(f"Misspelt: {told}.", "Correct the spelling", f"{key} respell", correct)


def keep_answers(text: str, saved: Brief) -> None:
    """Let what staff answered on a text hold for what became of it, too."""
    if text != saved.summary:
        with suppress(StoreError):  # it is saved; what is not kept is asked again
            councils = (*saved.councils, *saved.also_mentions)
            corrections().carry(text, saved.summary, councils)


def _row(told: str, label: str, key: str, press: Callable[[], None] | None) -> bool:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/spellcheck: {plain(told)}", width="content")
        return st.button(label, key=key, on_click=press)


def _correct(key: str, now: Brief, mended: Brief, settles: Iterable[str]) -> None:
    st.session_state[f"{key} respelt"] = _words(now), _words(mended)
    _put(key, _words(mended))
    for doubt in settles:
        worksheet().settle(doubt)


def _put(key: str, words: Iterable[str]) -> None:
    for field, text in zip(_FIELDS, words, strict=True):
        worksheet().edit(key, field, text)
    stay_at(key)


def _words(brief: Brief) -> tuple[str, ...]:
    return tuple(getattr(brief, field) for field in _FIELDS)
