"""Whose page opens a socket: only this server's own pages may.

A browser says which page a request comes from (``Origin``) and which host it asks (``Host``).
Streamlit compares them for a socket, and where they differ it looks up the machine's own
addresses, the outer one by asking another server, in the thread that answers everybody. So a
socket of another page is refused before Streamlit sees it.
"""

from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

_PORTS = {"http": 80, "https": 443}


class OwnPages:
    """Lets through the sockets of this server's pages, and of programs that are no page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through ``app``; a socket of another page is answered 403."""
        if scope["type"] == "websocket" and not _is_own(scope):
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "another site"})
            return
        await self._app(scope, receive, send)


def _is_own(scope: Scope) -> bool:
    """Whether the page that asks, if any, comes from the host and port that is asked.

    A proxy that changes ``Host`` passes on what the browser asked for in ``X-Forwarded-Host``,
    which no page can set.
    """
    told = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
    if "origin" not in told:
        return True
    hosts = (told.get("host", ""), told.get("x-forwarded-host", "").partition(",")[0])
    try:
        origin = urlsplit(told["origin"])
        page = (origin.hostname, origin.port or _PORTS.get(origin.scheme))
        asked = [urlsplit(f"//{host.strip()}") for host in hosts if host.strip()]
        return origin.scheme in _PORTS and any(
            page == (each.hostname, each.port or _PORTS[origin.scheme]) for each in asked
        )
    except ValueError:
        return False
