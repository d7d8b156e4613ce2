"""Everything that is served beside the pages: API, feed, briefing, map assets, health, headers."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from regional_news.api.assets import leaflet
from regional_news.api.health import healthz


def routes() -> list[BaseRoute]:
    """Return the routes to serve beside the pages; each answers without a Streamlit session."""
    return [
        Route("/healthz", healthz, methods=["GET"], include_in_schema=False),
        Mount("/vendor/leaflet", leaflet()),
    ]


def middleware() -> list[Middleware]:
    """Return what every response passes through."""
    return []
