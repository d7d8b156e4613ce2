"""Signing in through the OpenID provider that Streamlit is set up with, and who is signed in."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

from regional_news.auth import WORD_COOKIE, Person, Rules, is_local
from regional_news.settings import settings
from regional_news.store.departures import admitted, sign_out
from regional_news.ui.streamlit_private import (
    USER_COOKIE_NAME,
    decode_signed_value,
    get_cookie_secret,
    get_cookie_with_chunks,
)
from regional_news.ui.widgets.plain import plain


def rules() -> Rules:
    """Return who may do what on this server."""
    return Rules.of(settings())


def person() -> Person | None:
    """Return who looks at the page, or None where nobody is signed in."""
    return admitted(Person.from_claims(st.user.to_dict())) if _has_provider() else None


def may_edit() -> bool:
    """Return whether whoever looks at the page may add and review briefs."""
    local = is_local(st.get_option("server.address"), st.context.headers)
    return rules().may_edit(person(), local=local, word=_word())


def has_old_word() -> bool:
    """Return whether the browser could edit before the server was started anew."""
    asks = rules().editing == "open"
    return asks and bool(_word()) and not rules().knows_word(_word())


def _word() -> str:
    return st.context.cookies.get(WORD_COOKIE, "")


def admit() -> None:
    """Let readers pass; draw the sign-in page for the others and stop."""
    if rules().may_read(person()):
        return
    st.title("Members only")
    if person() is None:
        st.markdown("These briefs are for members. Sign in to see them.")
        st.button("Sign in", type="primary", icon=":material/login:", on_click=st.login)
    else:
        st.markdown(
            "You are signed in, but your sign-in has expired, or your address is not verified or "
            "not on the list of members. Sign in again, or ask the editors to add you."
        )
        st.button("Sign in again", type="primary", icon=":material/login:", on_click=st.login)
        st.button("Sign out", icon=":material/logout:", on_click=_sign_out)
    st.stop()


def sign_in_line() -> None:
    """Draw who is signed in and the way in or out, where there is a provider."""
    if not _has_provider():
        return
    with st.container(key="sign-in", horizontal=True):
        who = person()
        if who is None:
            st.button("Sign in", icon=":material/login:", on_click=st.login)
        else:
            st.caption(plain(f"Signed in as {who.email or 'somebody without an address'}"))
            st.button("Sign out", icon=":material/logout:", on_click=_sign_out)


def _sign_out() -> None:
    """Sign the person out here, and in every other tab at its next action."""
    if (leaving := person()) is not None:
        sign_out(leaving)
    st.logout()


def signed_in_claims(cookies: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the claims in the signed sign-in cookie; empty where it is none or not genuine.

    The signature and the age are checked by the functions with which Streamlit checks them for
    its own pages.
    """
    if USER_COOKIE_NAME not in cookies:
        return {}
    secret = get_cookie_secret()

    def piece(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(secret, name, value.encode("latin-1")) if value else None

    decoded = get_cookie_with_chunks(piece, USER_COOKIE_NAME)
    try:
        claims = json.loads(decoded) if decoded else {}
    except ValueError:
        return {}
    return claims if isinstance(claims, dict) else {}


@cache
def _has_provider() -> bool:
    """Return whether the server was started with a provider; without one nobody is signed in."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False
