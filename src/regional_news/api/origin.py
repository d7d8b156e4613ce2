"""Whose page opens a socket: only this server's own pages may.

A browser says which page a request comes from (``Origin``) and which host it asks (``Host``).
Streamlit compares them for a socket, and where they differ it looks up the machine's own
addresses, the outer one by asking another server, in the thread that answers everybody. So a
socket of another page is refused before Streamlit sees it.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

_PORTS = {"http": 80, "https": 443}


class OwnPages:
    """Lets through the sockets of this server's pages, and of programs that are no page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through ``app``; a socket of another page is answered 403."""
        told = {name: value.decode("latin-1") for name, value in scope.get("headers", ())}
        if scope["type"] != "websocket" or b"origin" not in told:
            await self._app(scope, receive, send)
        elif _is_own(told):
            # Streamlit compares letter by letter, and looks up names where the two differ.
            host = urlsplit(told[b"origin"]).netloc.encode("latin-1")
            others = [each for each in scope["headers"] if each[0] != b"host"]
            await self._app({**scope, "headers": [*others, (b"host", host)]}, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "another site"})


def _is_own(told: Mapping[bytes, str]) -> bool:
    """Whether the page that asks comes from the host and port that is asked.

    A proxy that changes ``Host`` passes on what the browser asked for in ``X-Forwarded-Host``,
    which no page can set.
    """
    hosts = (told.get(b"host", ""), told.get(b"x-forwarded-host", "").partition(",")[0])
    try:
        origin = urlsplit(told[b"origin"])
        page = (origin.hostname, origin.port or _PORTS.get(origin.scheme))
        asked = [urlsplit(f"//{host.strip()}") for host in hosts if host.strip()]
        return origin.scheme in _PORTS and any(
            page == (each.hostname, each.port or _PORTS[origin.scheme]) for each in asked
        )
    except ValueError:
        return False
