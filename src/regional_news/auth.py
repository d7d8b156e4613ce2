"""Who may read and who may edit: rules over what the settings say and the provider confirms.

Nothing here knows Streamlit or HTTP; pages and API ask the same rules.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Self

from regional_news.settings import Settings

_FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip")
"""Headers by which a proxy says that it passes a request on, beside those of ``x-forwarded-…``."""

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""Addresses that only this machine can reach."""

WORD_COOKIE = "regional_news_word"
"""The cookie in which a browser keeps the word of open editing."""

_PORT = re.compile(r":\d+$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the OpenID provider signed in; ``since`` is when, None where it did not say.

    When the provider's own session began plays no part: that may be days ago, and signing in
    anew would not change it.
    """

    email: str
    verified: bool
    since: datetime | None = None

    @classmethod
    def from_claims(cls, claims: Mapping[str, Any]) -> Self | None:
        """Return the person in a provider's claims, or None where nobody is signed in."""
        if claims.get("is_logged_in") is not True or not claims.get("sub"):
            return None
        email = str(claims.get("email") or "").strip()
        return cls(email, claims.get("email_verified") is True, _moment(claims.get("iat")))


def _moment(issued: Any) -> datetime | None:
    """Return a moment that is told in seconds since 1970, None where it can be none."""
    try:
        return datetime.fromtimestamp(issued, UTC) if type(issued) in {int, float} else None
    except (ValueError, OverflowError, OSError):
        return None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one server.

    ``staff`` and ``members`` hold e-mail addresses and domains; no ``members`` means everybody
    whom the provider signs in. ``word`` is what open editing asks for, empty where it asks nothing.
    """

    access: Literal["public", "members"] = "public"
    editing: Literal["off", "staff", "open"] = "off"
    staff: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    session: timedelta = timedelta(hours=12)
    word: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the rules that the settings make."""
        return cls(
            settings.access,
            settings.editing,
            settings.staff,
            settings.members,
            tuple(token.get_secret_value() for token in settings.tokens),
            timedelta(hours=settings.session_hours),
            settings.word.get_secret_value() if settings.word else "",
        )

    def may_read(self, person: Person | None, *, now: datetime | None = None) -> bool:
        """Return whether ``person`` (None: nobody signed in) may see briefs."""
        if self.access == "public":
            return True
        if person is None or self._expired(person, now or datetime.now(UTC)):
            return False
        return not self.members or _listed(person, self._all_members)

    def may_follow(self, email: str) -> bool:
        """Return whether the key of somebody with this address opens feeds: not once they left."""
        return not self.members or _listed(Person(email, verified=True), self._all_members)

    @property
    def _all_members(self) -> tuple[str, ...]:
        return (*self.members, *self.staff)

    def knows_token(self, token: str) -> bool:
        """Return whether a bearer token is one of the settings'; every one is compared in full."""
        given = token.encode()
        same = [hmac.compare_digest(given, known.encode()) for known in self.tokens]
        return any(same)

    def knows_word(self, word: str) -> bool:
        """Return whether somebody knows the word of open editing, where there is one."""
        return not self.word or hmac.compare_digest(word.encode(), self.word.encode())

    def may_edit(
        self, person: Person | None, *, local: bool, word: str = "", now: datetime | None = None
    ) -> bool:
        """Return whether ``person`` may change briefs.

        Open editing needs a request that is ``local`` (see ``is_local``) and brings the ``word``
        that was printed where the server was started; staff need a verified address that is
        listed.
        """
        if self.editing == "open":
            return local and self.knows_word(word)
        if self.editing == "off" or person is None:
            return False
        if self._expired(person, now or datetime.now(UTC)):
            return False
        return _listed(person, self.staff)

    def _expired(self, person: Person, now: datetime) -> bool:
        return person.since is None or now - person.since > self.session


def follower(email: str) -> str:
    """Return by what name a person who follows feeds is kept: ``follower(" Ann@X.example")``."""
    return _lower(email.strip())


def new_mark() -> str:
    """Return a mark for a follower of feeds: random, and no secret (``feed_key``)."""
    return secrets.token_urlsafe(12)


def feed_key(mark: str, secret: str) -> str:
    """Return the key in a follower's feed addresses: their mark, sealed with the server's secret.

    So what is stored, the mark, opens nothing; and whoever has the key has never seen the secret.
    """
    seal = hmac.new(secret.encode(), b"regional-news feed " + mark.encode(), hashlib.sha256)
    return f"{mark}.{seal.hexdigest()}"


def mark_in(key: str, secret: str) -> str:
    """Return the mark in a key, "" where this server did not seal it; compared in full."""
    mark = key.rpartition(".")[0]
    return mark if hmac.compare_digest(key.encode(), feed_key(mark, secret).encode()) else ""


def is_local(listens_on: str | None, headers: Mapping[str, str]) -> bool:
    """Return whether a request can only come from a browser on this machine.

    The server must listen to this machine alone, no proxy may have passed the request on, and it
    must ask for this machine by name: a page elsewhere whose name was made to point here (DNS
    rebinding) asks for its own.
    """
    named = {name.lower(): value for name, value in headers.items()}
    passed_on = any(name in _FORWARDED or name.startswith("x-forwarded-") for name in named)
    asked_for = _PORT.sub("", named.get("host", "localhost")).strip("[]").lower()
    return listens_on in _LOOPBACK and asked_for in _LOOPBACK and not passed_on


def _listed(person: Person, listed: tuple[str, ...]) -> bool:
    """Return whether a verified address, or its domain to the letter, is listed."""
    if not person.verified or person.email.count("@") != 1:
        return False
    email = _lower(person.email)
    domain = email.partition("@")[2]
    entries = {_lower(entry).removeprefix("@") for entry in listed} - {""}
    return not entries.isdisjoint((email, domain))


def _lower(address: str) -> str:
    """Return an address in small letters; beyond ASCII, as it is: ``ſ`` would become ``s``."""
    return address.lower() if address.isascii() else address
