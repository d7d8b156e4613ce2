"""Everything that is served beside the pages: API, feed, briefing, map assets, health, headers."""

from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from regional_news.access import Rules
from regional_news.api.assets import council_names, leaflet, outlines, own
from regional_news.api.gate import Gate
from regional_news.api.headers import SecurityHeaders
from regional_news.api.health import healthz
from regional_news.api.visitors import Visitors
from regional_news.atlas import current_version
from regional_news.errors import DataError
from regional_news.settings import settings

__all__ = ["Visitors", "middleware", "routes"]


def routes() -> list[BaseRoute]:
    """Return the routes to serve beside the pages; each answers without a Streamlit session."""
    data = _OnDemand()
    return [
        *(Route(path, data) for path in ("/api", "/api/{path:path}", "/feed.atom", "/briefing")),
        Route("/healthz", healthz, methods=["GET"], include_in_schema=False),
        Mount("/vendor/leaflet", leaflet()),
        Route("/assets/outlines.js", outlines, methods=["GET"], include_in_schema=False),
        Route("/assets/council-names.json", council_names, methods=["GET"]),
        Mount("/assets", own()),
    ]


class _OnDemand:
    """The API, imported when somebody first asks: FastAPI is slow to import, pages do without."""

    def __init__(self) -> None:
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if self._app is None:
            self._app = await run_in_threadpool(_open)
        await self._app(scope, receive, send)


def _open() -> ASGIApp:
    from regional_news.api.app import api  # noqa: PLC0415
    from regional_news.api.kept import KeptAnswers  # noqa: PLC0415

    with suppress(DataError):
        current_version()  # a store far away takes a moment to tell its first
    return KeptAnswers(api, current_version)


def middleware(visitors: Visitors) -> list[Middleware]:
    """Return what every request and response pass through, the outermost first."""
    ancestors = settings().frame_ancestors
    return [
        Middleware(SecurityHeaders, frame_ancestors=ancestors, visitors=visitors),
        Middleware(Gate, rules=Rules.of(settings()), visitors=visitors),
    ]
