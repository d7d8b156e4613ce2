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
from regional_news.errors import DataError
from regional_news.settings import settings
from regional_news.shelf import current_version

__all__ = ["Visitors", "middleware", "routes"]


_DATA = ("/api", "/api/{path:path}", "/feed.atom", "/briefing")


def routes(base_path: str = "") -> list[BaseRoute]:
    """Return the routes to serve beside the pages; each answers without a Streamlit session.

    ``base_path`` is what the addresses of the pages begin with, where they are not at the root.
    """
    root = f"/{base_path.strip('/')}".rstrip("/")
    data = _OnDemand(root)
    return [
        *(Route(root + path, data) for path in _DATA),
        Route(f"{root}/healthz", healthz, methods=["GET"], include_in_schema=False),
        Mount(f"{root}/vendor/leaflet", leaflet()),
        Route(f"{root}/assets/outlines.js", outlines, methods=["GET"], include_in_schema=False),
        Route(f"{root}/assets/council-names.json", council_names, methods=["GET"]),
        Mount(f"{root}/assets", own()),
    ]


class _OnDemand:
    """The API, imported when somebody first asks: FastAPI is slow to import, pages do without."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; the API knows its addresses below the root of the app."""
        if self._app is None:
            self._app = await run_in_threadpool(_open)
        root = scope.get("root_path", "") + self._root
        await self._app({**scope, "root_path": root}, receive, send)


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
