"""Everything that is served beside the pages: API, feed, briefing, map assets, health, headers."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from regional_news.api.assets import leaflet, outlines, own
from regional_news.api.headers import SecurityHeaders
from regional_news.api.health import healthz
from regional_news.settings import settings


def routes() -> list[BaseRoute]:
    """Return the routes to serve beside the pages; each answers without a Streamlit session."""
    return [
        Route("/healthz", healthz, methods=["GET"], include_in_schema=False),
        Mount("/vendor/leaflet", leaflet()),
        Route("/assets/outlines.js", outlines, methods=["GET"], include_in_schema=False),
        Mount("/assets", own()),
    ]


def middleware() -> list[Middleware]:
    """Return what every response passes through."""
    return [Middleware(SecurityHeaders, frame_ancestors=settings().frame_ancestors)]
