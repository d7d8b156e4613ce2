"""The link that ``serve`` prints: whoever opens it may edit in open mode, by a cookie from then on.

A program elsewhere whose requests a proxy passes on looks like a browser on this machine, but has
never seen the link.
"""

from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from regional_news.api.request_context import RequestContext
from regional_news.auth import WORD_COOKIE, Rules

PARAMETER = "word"


class EditingWord:
    """Turns the right ``?word=…`` of an address into a cookie, and leads to the address without."""

    def __init__(self, app: ASGIApp, rules: Rules, context: RequestContext) -> None:
        self._app = app
        self._rules = rules
        self._cookie_path = f"/{context.base_path.strip('/')}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        asked = parse_qsl(scope["query_string"].decode()) if self._may_bring_word(scope) else []
        word = dict(asked).get(PARAMETER, "")
        if not word or not self._rules.knows_word(word):
            await self._app(scope, receive, send)
            return
        rest = urlencode([(name, value) for name, value in asked if name != PARAMETER])
        led = RedirectResponse(f"?{rest}", 303)
        led.set_cookie(WORD_COOKIE, word, path=self._cookie_path, httponly=True, samesite="strict")
        led.headers["Cache-Control"] = "no-store"
        await led(scope, receive, send)

    def _may_bring_word(self, scope: Scope) -> bool:
        is_open = self._rules.editing == "open" and bool(self._rules.word)
        return is_open and scope["type"] == "http" and scope["method"] == "GET"
