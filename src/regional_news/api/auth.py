"""The gate: what needs a signed-in person, a token or a feed's key, before anything answers.

Pages draw themselves over a socket and ask the same rules there (``ui.sign_in``). What answers
over HTTP with briefs in it is API, feed, briefing and Streamlit's media files (downloads,
pictures); what takes bytes from a reader is Streamlit's upload. Everything else holds no brief:
script, style, fonts, icon and logo, the empty page, signing in, health with the number of briefs,
Streamlit's own counters (``/_stcore/metrics``), and the description of its API for agents
(``/_stcore/agent/openapi.json``), which is itself switched off. The names by which councils are
found hold those that staff have taught.
"""

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from regional_news.api.feed_key import follows, key_of
from regional_news.api.problems import problem
from regional_news.api.request_context import RequestContext
from regional_news.auth import WORD_COOKIE, Rules, is_local
from regional_news.errors import DataError

_PAGES = (
    *("/briefing/", "/latest/", "/contents/"),
    *("/brief/", "/council/", "/region/", "/theme/", "/issue/"),
)
_BRIEFS = (
    *("/api/", "/feed.atom/", "/sitemap.xml/", "/card.png/", "/media/", "/suggest/"),
    *("/assets/council-names.json/", *_PAGES),
)
_ASK = {"WWW-Authenticate": 'Bearer realm="Regional news map"'}
_FEED = "/feed.atom/"
_NEVER_KEEP = {"Cache-Control": "no-store"}
_UPLOADS = "/_stcore/upload_file/"


class Gate:
    """Refuses briefs to those who may not read, and uploads from those who may not edit."""

    def __init__(self, app: ASGIApp, rules: Rules, context: RequestContext) -> None:
        self.app = app
        self._rules = rules
        self._context = context

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 401 or 403."""
        answer = self.app
        if scope["type"] == "http":
            path = self._context.path(scope).rstrip("/") + "/"
            if path == _FEED and key_of(scope):
                answer = await self._followed(key_of(scope))
            elif path.startswith(_BRIEFS) and not self._may_read(scope):
                answer = self._refused(scope, path)
            elif path.startswith(_UPLOADS) and not self._may_edit(scope):
                answer = problem(HTTPStatus.FORBIDDEN, "You may not add files here; sign in again.")
        await answer(scope, receive, send)

    def _refused(self, scope: Scope, path: str) -> ASGIApp:
        """Return what asks to sign in: a page where a person followed a link to one."""
        if path.startswith(_PAGES) and "text/html" in HTTPConnection(scope).headers.get(
            "accept", ""
        ):
            from regional_news.exports.plain.pages import members_page  # noqa: PLC0415  seldom

            base = self._context.base_path.strip("/")
            page = members_page(f"/{base}/" if base else "/")
            return HTMLResponse(page, HTTPStatus.UNAUTHORIZED, {**_ASK, **_NEVER_KEEP})
        return problem(
            HTTPStatus.UNAUTHORIZED,
            "These briefs are for members: sign in on the page, or send a bearer token.",
            headers=_ASK,
        )

    async def _followed(self, key: str) -> ASGIApp:
        """Return what answers to the address of a member's feed."""
        try:
            if await run_in_threadpool(follows, key, self._context.secret(), self._rules):
                return self.app
        except DataError as error:
            status = HTTPStatus.SERVICE_UNAVAILABLE
            return problem(status, str(error), headers=_NEVER_KEEP)
        return problem(
            HTTPStatus.FORBIDDEN,
            "This feed address does not work any more; take the new one from “Follow” on the page.",
            headers=_NEVER_KEEP,
        )

    def _may_read(self, scope: Scope) -> bool:
        if self._rules.access == "public":
            return True
        request = HTTPConnection(scope)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._rules.knows_token(token.strip()):
            return True
        return self._rules.may_read(self._context.person(request))

    def _may_edit(self, scope: Scope) -> bool:
        request = HTTPConnection(scope)
        local = is_local(self._context.listens_on, request.headers)
        word = request.cookies.get(WORD_COOKIE, "")
        return self._rules.may_edit(self._context.person(request), local=local, word=word)
