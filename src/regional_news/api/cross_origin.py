"""Programs in the pages of other sites: which of them may read the API and the feed."""

from collections.abc import Collection
from http import HTTPStatus

from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from regional_news.api.request_context import RequestContext

METHODS = ("GET", "HEAD", "OPTIONS")
_READ = ("/api/", "/feed.atom/")
_EXPOSED = ("ETag", "Link", "X-Total-Count")


class CrossOrigin:
    """Lets programs from ``origins`` read (Fetch standard, CORS), and says what may be asked.

    Cookies play no part: what members read needs a bearer token there, too.
    """

    def __init__(self, app: ASGIApp, origins: Collection[str], context: RequestContext) -> None:
        self._app = app
        self._context = context
        self._shared = CORSMiddleware(
            app,
            allow_origins=list(origins),
            allow_methods=METHODS,
            allow_headers=["Authorization", "If-None-Match", "If-Modified-Since"],
            expose_headers=_EXPOSED,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through the app; what is no request for data passes untouched."""
        if scope["type"] != "http" or not (self._context.path(scope) + "/").startswith(_READ):
            await self._app(scope, receive, send)
            return
        asked = {name for name, _ in scope["headers"]}
        if scope["method"] == "OPTIONS" and b"access-control-request-method" not in asked:
            told = Response(
                status_code=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(METHODS)}
            )
            await told(scope, receive, send)
            return
        await self._shared(scope, receive, send)
