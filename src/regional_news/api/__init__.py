"""Everything that is served beside the pages: API, feed, briefing, map assets, health, headers."""

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route, request_response
from starlette.types import ASGIApp, Receive, Scope, Send

from regional_news.api.assets import council_names, leaflet, map_code, own
from regional_news.api.auth import Gate
from regional_news.api.caching.cache import CachedResponses, ResponseCache
from regional_news.api.caching.files import CachedFiles
from regional_news.api.caching.middleware import CachingMiddleware
from regional_news.api.cross_origin import CrossOrigin
from regional_news.api.editing_word import EditingWord
from regional_news.api.feed_key import FeedKey
from regional_news.api.headers import SecurityHeaders
from regional_news.api.health import healthz
from regional_news.api.origin import OwnPages
from regional_news.api.request_context import RequestContext
from regional_news.api.shell import Shell
from regional_news.api.suggest import suggest
from regional_news.auth import Rules
from regional_news.settings import settings

__all__ = ["RequestContext", "ResponseCache", "Shell", "middleware", "routes"]


_DATA = (
    *("/api", "/api/{path:path}", "/feed.atom", "/briefing", "/latest", "/contents"),
    *("/brief/{id}", "/council/{id}", "/region/{id}", "/theme/{id}", "/issue/{id}"),
    *("/sitemap.xml", "/robots.txt", "/card.png"),
)


def routes(
    cache: ResponseCache, base_path: str = "", shell: Shell | None = None
) -> list[BaseRoute]:
    """Return the routes to serve beside the pages; each answers without a Streamlit session.

    What the API answers, and what the map and the filters fetch, goes into ``cache``. ``base_path``
    is what the addresses of the pages begin with, where they are not at the root. ``shell`` answers
    with the documents of the pages themselves.
    """
    root = f"/{base_path.strip('/')}".rstrip("/")
    data = _OnDemand(root, cache)
    return [
        *(shell.routes(root) if shell else ()),
        *(Route(root + path + end, data) for path in _DATA for end in ("", "/")),
        Route(f"{root}/healthz", healthz, methods=["GET"], include_in_schema=False),
        Mount(f"{root}/vendor/leaflet", leaflet()),
        Route(
            f"{root}/assets/news-map.js",
            CachingMiddleware(request_response(map_code), cache),
            methods=["GET"],
        ),
        Route(
            f"{root}/assets/council-names.json",
            CachingMiddleware(request_response(council_names), cache),
            methods=["GET"],
        ),
        Mount(f"{root}/assets", own()),
        Route(f"{root}/suggest", CachingMiddleware(request_response(suggest), cache)),
    ]


class _OnDemand:
    """The API, imported when somebody first asks: FastAPI is slow to import, pages do without."""

    def __init__(self, root: str, cache: ResponseCache) -> None:
        self._root = root
        self._cache = cache
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; the API knows its addresses below the root of the app."""
        if self._app is None:
            self._app = await run_in_threadpool(_open, self._cache)
        root = scope.get("root_path", "") + self._root
        path = scope["path"].rstrip("/")  # people and programs add a slash, or leave it out
        await self._app({**scope, "root_path": root, "path": path}, receive, send)


def _open(cache: ResponseCache) -> ASGIApp:
    from regional_news.api.app import api  # noqa: PLC0415

    cache.version()  # a store far away takes a moment to tell its first
    return CachingMiddleware(api, cache)


def middleware(context: RequestContext, cache: ResponseCache) -> list[Middleware]:
    """Return what every request and response pass through, the outermost first.

    Streamlit's own layers and routes come after these: what is kept is answered without them.
    """
    ancestors, rules = settings().frame_ancestors, Rules.of(settings())
    return [
        Middleware(SecurityHeaders, frame_ancestors=ancestors, context=context),
        Middleware(FeedKey, rules=rules),
        Middleware(OwnPages),
        Middleware(EditingWord, rules=rules, context=context),
        Middleware(CrossOrigin, origins=settings().cors_origins, context=context),
        Middleware(Gate, rules=rules, context=context),
        Middleware(CachedFiles, context=context),
        Middleware(CachedResponses, cache=cache),
    ]
