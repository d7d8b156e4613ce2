"""Who signed out: known to every server that shares the store.

A cookie with which somebody signed in lives in each browser that has it. When one of them signs
out, the others, and copies of the cookie, are worth nothing from their next action on.
"""

import hashlib
import logging

from regional_news.auth import Person
from regional_news.errors import RegionalNewsError
from regional_news.store import configured_store

LOG = logging.getLogger(__name__)

_HERE: set[str] = set()
"""The marks of who signed out of this server while the store could not be written."""


def admitted(person: Person | None) -> Person | None:
    """Return a person, None where they signed out anywhere since they signed in."""
    if person is None:
        return None
    mark = _mark(person)
    return None if mark in _HERE or mark in configured_store().departed() else person


def sign_out(person: Person) -> None:
    """Let nobody be this person any more until they sign in anew."""
    mark = _mark(person)
    try:
        configured_store().keep_departed(mark)
    except RegionalNewsError as error:
        LOG.warning("Other servers do not hear that somebody signed out: %s", error)
        _HERE.add(mark)


def _mark(person: Person) -> str:
    """Return what tells one signing in from all others, and nobody's address."""
    told = f"{person.email} {person.verified} {person.since}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]
