"""Who may read and who may edit: rules over what the settings say and the provider confirms.

Nothing here knows Streamlit or HTTP; pages and API ask the same rules.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Self

from regional_news.settings import Settings

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers by which a proxy says that a request comes from elsewhere."""

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""Addresses that only this machine can reach."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the OpenID provider signed in; ``since`` is when, None where it did not say."""

    email: str
    verified: bool
    since: datetime | None = None

    @classmethod
    def from_claims(cls, claims: Mapping[str, Any]) -> Self | None:
        """Return the person in a provider's claims, or None where nobody is signed in."""
        if not claims.get("is_logged_in", True) or not claims.get("sub"):
            return None
        issued = claims.get("auth_time") or claims.get("iat")
        since = datetime.fromtimestamp(int(issued), UTC) if issued else None
        email = str(claims.get("email") or "").strip()
        return cls(email, claims.get("email_verified") is True, since)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one server.

    ``staff`` and ``members`` hold e-mail addresses and domains; no ``members`` means everybody
    whom the provider signs in.
    """

    access: Literal["public", "members"] = "public"
    editing: Literal["off", "staff", "open"] = "off"
    staff: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    session: timedelta = timedelta(hours=12)

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
        )

    def may_read(self, person: Person | None, *, now: datetime | None = None) -> bool:
        """Return whether ``person`` (None: nobody signed in) may see briefs."""
        if self.access == "public":
            return True
        if person is None or self._expired(person, now or datetime.now(UTC)):
            return False
        return not self.members or _listed(person, (*self.members, *self.staff))

    def knows_token(self, token: str) -> bool:
        """Return whether a bearer token is one of the settings'; every one is compared in full."""
        given = token.encode()
        same = [hmac.compare_digest(given, known.encode()) for known in self.tokens]
        return any(same)

    def may_edit(
        self,
        person: Person | None,
        *,
        loopback: bool,
        forwarded: bool,
        now: datetime | None = None,
    ) -> bool:
        """Return whether ``person`` may change briefs.

        Open editing needs a server that listens to this machine alone and a request that no
        proxy passed on; staff need a verified address that is listed.
        """
        if self.editing == "open":
            return loopback and not forwarded
        if self.editing == "off" or person is None:
            return False
        if self._expired(person, now or datetime.now(UTC)):
            return False
        return _listed(person, self.staff)

    def _expired(self, person: Person, now: datetime) -> bool:
        return person.since is not None and now - person.since > self.session


def is_forwarded(headers: Mapping[str, str]) -> bool:
    """Return whether a proxy passed the request on."""
    present = {name.lower() for name in headers}
    return any(name in present for name in FORWARDED)


def _listed(person: Person, listed: tuple[str, ...]) -> bool:
    """Return whether a verified address, or its domain to the letter, is listed."""
    if not person.verified or person.email.count("@") != 1:
        return False
    email = person.email.casefold()
    domain = email.partition("@")[2]
    return any(entry.casefold().removeprefix("@") in (email, domain) for entry in listed if entry)
