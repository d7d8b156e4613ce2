"""Who asks, and for what: what can only be told by those who serve the pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import HTTPConnection
from starlette.types import Scope

from regional_news.auth import Person
from regional_news.store.departures import admitted


@dataclass(frozen=True, slots=True)
class RequestContext:
    """What the pages' server knows of requests.

    ``claims`` reads what the provider confirmed of the signed-in person from a request's cookies
    (nobody: an empty mapping), ``listens_on`` is the address that the server listens on,
    ``base_path`` what its addresses begin with, where it does not serve from the root, and
    ``secret`` tells what only the servers of this app know.
    """

    claims: Callable[[Mapping[str, str]], Mapping[str, Any]] = lambda _cookies: {}
    listens_on: str | None = None
    base_path: str = ""
    secret: Callable[[], str] = str

    def person(self, request: HTTPConnection) -> Person | None:
        """Return who sent a request, or None where nobody is signed in."""
        return admitted(Person.from_claims(self.claims(request.cookies)))

    def path(self, scope: Scope) -> str:
        """Return the path that is asked for, below the root of the app."""
        path: str = scope["path"]
        for base in (scope.get("root_path", ""), self.base_path):
            if base.strip("/"):
                path = path.removeprefix("/" + base.strip("/"))
        return path
