"""Only this server's own pages open sockets."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from regional_news.api.origin import OwnPages


async def _greet(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(f"welcome to {socket.headers.getlist('host')}")
    await socket.close()


CLIENT = TestClient(
    Starlette(routes=[WebSocketRoute("/{path:path}", _greet)], middleware=[Middleware(OwnPages)])
)


def is_let_in(**headers: str) -> bool:
    """Whether a socket is opened with these headers; it is told of one host, its page's own."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    host = headers.get("origin", f"//{headers['host']}").partition("//")[2]
    try:
        with CLIENT.websocket_connect("/news/_stcore/stream", headers=named) as socket:
            assert socket.receive_text() == f"welcome to {[host]}"
            return True
    except WebSocketDisconnect:
        return False


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://localhost:8501", "localhost:8501"),
        ("http://LOCALHOST:8501", "localhost:8501"),
        ("http://news.example.org", "news.example.org"),
        ("https://news.example.org", "news.example.org"),
        ("https://news.example.org", "news.example.org:443"),
        ("http://news.example.org:80", "news.example.org"),
        ("http://[::1]:8501", "[::1]:8501"),
    ],
)
def test_the_own_pages_are_let_in(origin: str, host: str) -> None:
    """At whatever port, behind https or not; a default port may be named or left out."""
    assert is_let_in(origin=origin, host=host)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://evil.example", "localhost:8501"),
        ("http://localhost:8502", "localhost:8501"),
        ("http://localhost", "localhost:8501"),
        ("http://127.0.0.1:8501", "localhost:8501"),
        ("https://news.example.org.evil.example", "news.example.org"),
        ("https://news.example.org@evil.example", "news.example.org"),
        ("null", "localhost:8501"),
        ("file://", ""),
        ("", "localhost:8501"),
        ("http://localhost:port", "localhost:8501"),
        ("http://[::1", "localhost:8501"),
        ("chrome-extension://localhost:8501", "localhost:8501"),
    ],
)
def test_other_pages_are_not(origin: str, host: str) -> None:
    """Another host, another port of the same, a look-alike, none at all, nonsense."""
    assert not is_let_in(origin=origin, host=host)


def test_a_proxy_may_say_what_was_asked_for() -> None:
    """One that asks by another name passes on the name that the browser asked for."""
    at = {"origin": "https://news.example.org", "host": "10.0.0.7:8501"}
    assert is_let_in(x_forwarded_host="news.example.org", **at)
    assert not is_let_in(x_forwarded_host="other.example.org", **at)
    assert not is_let_in(**at)


def test_a_program_that_is_no_page_is_let_in() -> None:
    """It could say anything; what it may do is asked elsewhere."""
    assert is_let_in(host="localhost:8501")
