"""Following a view: the address of its feed, and for members one with a key of their own."""

from dataclasses import asdict, replace
from typing import Any

import streamlit as st

from regional_news.auth import feed_key, follower, new_mark
from regional_news.errors import RegionalNewsError
from regional_news.exports.following import WAYS
from regional_news.query import BriefFilter
from regional_news.store import configured_store
from regional_news.ui.session import address
from regional_news.ui.session.sign_in import person, rules
from regional_news.ui.streamlit_private import get_cookie_secret

_KEY, _SAID = "feed key", "said of the feed key"

_EXACTLY = "New briefs of exactly this view come to you by the address of its feed."
_FROM_NOW_ON = (
    "New briefs of this view come to you by the address of its feed, from every issue to come: the "
    "issue or last date that is chosen here is left aside."
)
NO_ADDRESS = "Your sign-in tells no e-mail address, so that no feed address can be made for you."


def following(wanted: BriefFilter) -> dict[str, Any]:
    """Return what the heading needs: the feed's address, "" where a key is to be asked for first.

    What is new comes in new issues and at new dates: the feed leaves an issue or a last date that
    is chosen aside, and ``what`` says so. ``keyed`` tells whether an address needs a key here,
    ``said`` what became of asking.
    """
    keyed, key = rules().access == "members", st.session_state.get(_KEY, "")
    followed = replace(wanted, issues=(), until=None)
    feed = address.site().feed(followed)
    if keyed:
        feed = f"{feed}{'&' if '?' in feed else '?'}key={key}" if key else ""
    said = st.session_state.get(_SAID, "")
    return {
        "address": feed,
        "what": _EXACTLY if followed == wanted else _FROM_NOW_ON,
        "keyed": keyed,
        "said": said,
        "ways": list(map(asdict, WAYS)),
    }


def take_key(wish: str) -> None:
    """Take the reader's key, made where there was none; a ``new`` one ends the old."""
    who = person()
    if who is None or not rules().may_read(who):
        return
    email, store = follower(who.email), configured_store()
    if not email:
        st.session_state[_SAID] = NO_ADDRESS
        return
    try:
        mark = "" if wish == "new" else store.followers().get(email, "")
        if not mark:
            mark = new_mark()
            store.keep_follower(email, mark)
    except RegionalNewsError as error:
        st.session_state[_SAID] = str(error)
        return
    st.session_state[_KEY] = feed_key(mark, get_cookie_secret())
    said = "The old address has stopped. " if wish == "new" else ""
    st.session_state[_SAID] = f"{said}This address is yours alone: do not pass it on."
