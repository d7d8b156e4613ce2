"""The gate of members mode: what needs a signed-in person or a token, before anything answers.

Pages draw themselves over a socket and ask the same rules there (``ui.gate``). What answers over
HTTP with briefs in it is API, feed, briefing and Streamlit's media files (downloads, pictures);
everything else is the app's own code: script, style, fonts, the empty page, health.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from regional_news.access import Person, Rules
from regional_news.api.problems import problem

GUARDED = ("/api", "/feed.atom", "/briefing", "/media")

Claims = Callable[[Mapping[str, str]], Mapping[str, Any]]
"""Reads the claims of the signed-in person from a request's cookies; none: an empty mapping."""


class Gate:
    """Refuses requests for briefs from those who may not read them."""

    def __init__(self, app: ASGIApp, rules: Rules, claims: Claims) -> None:
        self.app = app
        self._rules = rules
        self._claims = claims

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 401."""
        if scope["type"] != "http" or not _guarded(scope["path"]) or self._admits(scope):
            await self.app(scope, receive, send)
            return
        refusal = problem(
            HTTPStatus.UNAUTHORIZED,
            "These briefs are for members: sign in on the page, or send a bearer token.",
            headers={"WWW-Authenticate": 'Bearer realm="Regional news map"'},
        )
        await refusal(scope, receive, send)

    def _admits(self, scope: Scope) -> bool:
        if self._rules.access == "public":
            return True
        request = HTTPConnection(scope)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._rules.knows_token(token.strip()):
            return True
        return self._rules.may_read(Person.from_claims(self._claims(request.cookies)))


def _guarded(path: str) -> bool:
    return any(path == start or path.startswith(start + "/") for start in GUARDED)
