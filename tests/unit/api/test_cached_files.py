"""Files that change with a release only are asked of the app once, and sent compressed."""

import asyncio
import os
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regional_news.api import RequestContext
from regional_news.api.caching.files import CachedFiles

SCRIPT = "export const bells = 'Felpersham'\n" * 100
PICTURE = bytes(range(256)) * 10
HASHED = "public, immutable, max-age=31536000"


class _Server:
    """An app with files, which counts what it is asked."""

    def __init__(self, folder: Path) -> None:
        (folder / "a.js").write_text(SCRIPT)
        (folder / "a.png").write_bytes(PICTURE)
        (folder / "hashed.js").write_text(SCRIPT)
        self.asked: list[str] = []
        routes = [
            Route("/news/static/hashed.js", self._hashed),
            Route("/news/static/endless.js", self._endless),
            Mount("/news/static", StaticFiles(directory=folder)),
            Route("/news/media/a", self._brief),
        ]
        self._app: ASGIApp = Starlette(routes=routes)
        self.cached = CachedFiles(self._count, RequestContext(base_path="news"))
        self.client = TestClient(self.cached)

    async def _count(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope["path"])
        await self._app(scope, receive, send)

    async def _hashed(self, _request: Request) -> Response:
        return PlainTextResponse(SCRIPT, headers={"Cache-Control": HASHED, "Set-Cookie": "a=b"})

    async def _endless(self, _request: Request) -> Response:
        return PlainTextResponse(SCRIPT, headers={"Cache-Control": "public"})

    async def _brief(self, _request: Request) -> Response:
        return PlainTextResponse(SCRIPT)


@pytest.fixture
def server(tmp_path: Path) -> _Server:
    """Return a server that nobody has asked yet."""
    return _Server(tmp_path)


def test_a_file_is_asked_of_the_app_once(server: _Server) -> None:
    """The second reader has it from memory, compressed, whatever the query says."""
    first, second = (server.client.get(f"/news/static/a.js?{query}") for query in ("a", "b"))
    assert server.asked == ["/news/static/a.js"]
    assert first.text == second.text == SCRIPT
    assert second.headers["content-encoding"] == "gzip"
    assert int(second.headers["content-length"]) < len(SCRIPT) / 10
    assert second.headers["content-type"] == first.headers["content-type"]
    plain = server.client.get("/news/static/a.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == SCRIPT


def test_what_is_compressed_already_is_sent_as_it_is(server: _Server) -> None:
    """Pictures and fonts gain nothing."""
    for _ in range(2):
        answer = server.client.get("/news/static/a.png")
        assert answer.content == PICTURE
        assert "content-encoding" not in answer.headers


def test_who_has_a_file_is_not_sent_it_again(server: _Server) -> None:
    """A browser asks whether its own still holds; one with a name of its own holds for ever."""
    answer = server.client.get("/news/static/a.js")
    known = {"If-None-Match": answer.headers["etag"]}
    again = server.client.get("/news/static/a.js", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    hashed = server.client.get("/news/static/hashed.js")
    assert hashed.headers["cache-control"] == HASHED
    endless = server.client.get("/news/static/endless.js")
    assert endless.headers["cache-control"] == "no-cache"


def test_a_file_is_as_old_as_the_app_says(server: _Server, tmp_path: Path) -> None:
    """What it says nothing of, browsers keep for a part of that age."""
    os.utime(tmp_path / "a.js", (10**9, 10**9))
    answer = server.client.get("/news/static/a.js")
    assert answer.headers["last-modified"] == "Sun, 09 Sep 2001 01:46:40 GMT"
    assert "cache-control" not in answer.headers


def test_a_cookie_is_nobody_elses(server: _Server) -> None:
    """What the app sets with a file is not kept."""
    for _ in range(2):
        assert "set-cookie" not in server.client.get("/news/static/hashed.js").headers


def test_everything_else_is_asked_of_the_app(server: _Server) -> None:
    """Files of a reader, what is not there, a part of a file, and what is no question."""
    for _ in range(2):
        assert server.client.get("/news/media/a").text == SCRIPT
        assert server.client.get("/news/static/missing.js").status_code == 404
        part = server.client.get("/news/static/a.js", headers={"Range": "bytes=0-5"})
        assert (part.status_code, part.text) == (206, SCRIPT[:6])
        assert server.client.post("/news/static/a.js").status_code == 405
    assert len(server.asked) == 8


def test_a_head_has_no_body(server: _Server) -> None:
    """First or second, it tells the length."""
    for _ in range(2):
        head = server.client.head("/news/static/a.png")
        assert (head.content, head.headers["content-length"]) == (b"", str(len(PICTURE)))


def test_who_leaves_while_a_file_comes_takes_nothing_from_the_next(
    server: _Server, tmp_path: Path
) -> None:
    """The app stops reading it then; what is kept are whole files."""
    script = SCRIPT * 1000
    (tmp_path / "long.js").write_text(script)
    scope = {"type": "http", "method": "GET", "scheme": "http", "path": "/news/static/long.js"}
    scope |= {"query_string": b"", "headers": [], "asgi": {"spec_version": "2.3"}}
    sent: list[Message] = []

    async def leave() -> Message:
        await asyncio.sleep(0)
        return {"type": "http.disconnect"}

    async def take(message: Message) -> None:
        sent.append(message)

    asyncio.run(server.cached(scope, leave, take))
    assert not sent
    assert server.client.get("/news/static/long.js").text == script
