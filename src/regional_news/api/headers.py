"""The headers that every response carries: what a browser may load, run and tell.

Only this server is trusted. What the pages need beyond that is named and no wider:

* Streamlit styles its elements inline, carries images and fonts as ``data:`` and ``blob:``, and
  its page holds one inline script, as ours puts one before it: each is allowed by its hash;
* the frame of the map evaluates the script text that folium writes: that one document, and no
  other, may run inline and evaluated script;
* the pages may be framed by whom the setting ``frame_ancestors`` names.

The map's document is told, too, which files it will want: the component asks for them one by one,
and only when its own script has run.

Cookies that Streamlit sets are kept from other sites and, but for the one that its pages must
read, from scripts; behind https they are marked here as never to be sent without it.
"""

import logging
from collections.abc import Iterable
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regional_news.api import history
from regional_news.api.problems import problem
from regional_news.api.request_context import RequestContext
from regional_news.map.base_map import BaseMap

LOG = logging.getLogger(__name__)

STREAMLIT_INLINE_SCRIPT = "sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA="
"""The inline script of Streamlit's page; a test compares it with the installed page."""

MAP_FRAME = "/component/streamlit_folium.st_folium/index.html"
"""The document in which the map lives."""

_REFUSED_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")

QUOTES, KEYWORDS = "'\"", ("self", "none")

Headers = tuple[tuple[bytes, bytes], ...]


class SecurityHeaders:
    """Adds the headers to every response of ``app``; sockets and streams pass untouched."""

    def __init__(
        self, app: ASGIApp, frame_ancestors: Iterable[str], context: RequestContext
    ) -> None:
        self.app = app
        self._context = context
        self._pages = _headers(
            _policy(f"'{STREAMLIT_INLINE_SCRIPT}' '{history.HASH}'", frame_ancestors)
        )
        map_policy = _policy("'unsafe-inline' 'unsafe-eval'", frame_ancestors)
        self._map_frame = (*_headers(map_policy), (b"link", _wanted_by_the_map().encode()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through ``app``; a header that a response sets itself is left as it is."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_map = self._context.path(scope) == MAP_FRAME
        headers = self._map_frame if is_map else self._pages
        secure = _is_https(scope)

        is_begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal is_begun
            is_begun = True
            if message["type"] == "http.response.start":
                own = message["headers"]
                present = {name.lower() for name, _ in own}
                missing = [header for header in headers if header[0] not in present]
                kept = [_secured(*header) for header in own] if secure else own
                message = {**message, "headers": [*kept, *missing]}
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if is_begun:
                raise
            LOG.exception("A request failed")
            sorry = problem(
                HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; try again."
            )
            await sorry(scope, receive, send_with_headers)


def _is_https(scope: Scope) -> bool:
    """Return whether the reader's browser came by https, to this server or to a proxy before it."""
    forwarded: bytes = dict(scope["headers"]).get(b"x-forwarded-proto", b"")
    schemes = (scope["scheme"], forwarded.decode("latin-1").partition(",")[0].strip().lower())
    return "https" in schemes


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """Return a header; a cookie is marked as one for https only."""
    marks = {part.strip().lower() for part in value.split(b";")[1:]}
    is_bare = name.lower() == b"set-cookie" and b"secure" not in marks
    return (name, value + b"; Secure") if is_bare else (name, value)


def _wanted_by_the_map() -> str:
    """Return a header's value that names the map's files, relative to its document."""
    files = {"script": BaseMap.default_js, "style": BaseMap.default_css}
    return ", ".join(
        f"<{address}>; rel=preload; as={kind}"
        for kind, named in files.items()
        for _, address in named
    )


def _policy(scripts: str, frame_ancestors: Iterable[str]) -> str:
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {' '.join(ancestors(frame_ancestors))}",
        )
    )


def ancestors(named: Iterable[str]) -> list[str]:
    """Return who may frame the pages, as a policy writes it; the app always may frame its own map.

    ``self`` and ``none`` are understood with their quotes and without: shells take quotes away.
    """
    others = (each for each in named if each.strip(QUOTES) not in KEYWORDS)
    return list(dict.fromkeys(("'self'", *others)))


def _headers(policy: str) -> Headers:
    return (
        (b"content-security-policy", policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"permissions-policy", ", ".join(f"{name}=()" for name in _REFUSED_FEATURES).encode()),
    )
