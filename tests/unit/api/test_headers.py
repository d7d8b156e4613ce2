"""Every response tells the browser what it may load, run and tell."""

import base64
import hashlib
import importlib.util
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from regional_news.api import history
from regional_news.api.headers import MAP_FRAME, STREAMLIT_INLINE_SCRIPT, SecurityHeaders
from regional_news.api.request_context import RequestContext
from regional_news.map.base_map import BaseMap


async def _page(_request: Request) -> Response:
    return PlainTextResponse("page")


async def _strict(_request: Request) -> Response:
    return PlainTextResponse("strict", headers={"Content-Security-Policy": "default-src 'none'"})


async def _cookies(_request: Request) -> Response:
    response = PlainTextResponse("cookies")
    response.set_cookie("bare", "1", httponly=True)
    response.set_cookie("secured", "1", secure=True)
    return response


async def _echo(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(await socket.receive_text())
    await socket.close()


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Return a client of an app that two intranets may frame."""
    routes = [
        Route("/strict", _strict),
        Route("/cookies", _cookies),
        WebSocketRoute("/socket", _echo),
        Route("/{path:path}", _page),
    ]
    framed_by = ("'self'", "https://intranet.example")
    headers = Middleware(
        SecurityHeaders, frame_ancestors=framed_by, context=RequestContext(base_path="news")
    )
    return TestClient(Starlette(routes=routes, middleware=[headers]))


def test_the_maps_document_is_told_what_it_will_want(client: TestClient) -> None:
    """Every script and style sheet of the base map is named, as seen from its document."""
    told = client.get(MAP_FRAME).headers["link"]
    wanted = re.findall(r"<([^>]+)>; rel=preload; as=(\w+)", told)
    assert wanted == [
        *((address, "script") for _, address in BaseMap.default_js),
        *((address, "style") for _, address in BaseMap.default_css),
    ]
    assert "link" not in client.get("/").headers


def _policy(client: TestClient, path: str) -> dict[str, str]:
    policy = client.get(path).headers["content-security-policy"]
    return dict(part.split(" ", 1) for part in policy.split("; "))


@pytest.mark.parametrize("path", ["/", "/table", "/api/v1/briefs", "/media/x", MAP_FRAME])
def test_every_response_carries_the_headers(client: TestClient, path: str) -> None:
    """Pages, data, media and the map's frame carry all four headers."""
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert _policy(client, path)["frame-ancestors"] == "'self' https://intranet.example"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/component/streamlit_folium.st_folium/",
        "/component/streamlit_folium.st_folium/index.html/x",
        "/x/component/streamlit_folium.st_folium/index.html",
        "/component/other/index.html",
    ],
)
def test_pages_run_no_inline_and_no_evaluated_script(client: TestClient, path: str) -> None:
    """Nothing but this server's files and the one known script runs, whatever the address."""
    policy = _policy(client, path)
    assert policy["default-src"] == "'self'"
    assert policy["script-src"] == f"'self' '{STREAMLIT_INLINE_SCRIPT}' '{history.HASH}'"


def test_only_the_frame_of_the_map_evaluates_script(client: TestClient) -> None:
    """The document in which folium's script runs may evaluate it."""
    assert _policy(client, MAP_FRAME)["script-src"] == "'self' 'unsafe-inline' 'unsafe-eval'"


def test_the_frame_of_the_map_is_known_below_a_base_path(client: TestClient) -> None:
    """An app that is served below a path has its map there too."""
    assert "'unsafe-eval'" in _policy(client, f"/news{MAP_FRAME}")["script-src"]
    assert "'unsafe-eval'" not in _policy(client, f"/other{MAP_FRAME}")["script-src"]


@pytest.mark.parametrize(
    ("address", "forwarded"),
    [("https://news.example/cookies", ""), ("http://news.example/cookies", "https, http")],
)
def test_cookies_never_leave_https(client: TestClient, address: str, forwarded: str) -> None:
    """Every cookie is marked Secure, once, where the reader came by https."""
    response = client.get(address, headers={"X-Forwarded-Proto": forwarded})
    bare, secured = response.headers.get_list("set-cookie")
    assert bare.endswith("; Secure")
    assert secured.count("Secure") == 1


def test_cookies_without_https_stay_usable(client: TestClient) -> None:
    """On one's own machine, without https, a cookie is not marked: it would be lost."""
    bare, _ = client.get("http://localhost/cookies").headers.get_list("set-cookie")
    assert "Secure" not in bare


def test_a_policy_of_its_own_is_left_alone(client: TestClient) -> None:
    """A response that sets a stricter policy keeps it, once."""
    values = client.get("/strict").headers.get_list("content-security-policy")
    assert values == ["default-src 'none'"]


def test_sockets_pass_untouched(client: TestClient) -> None:
    """A websocket works through the middleware."""
    with client.websocket_connect("/socket") as socket:
        socket.send_text("sensors")
        assert socket.receive_text() == "sensors"


def test_the_known_script_is_the_one_in_streamlits_page() -> None:
    """The page that is installed holds one inline script, the one whose hash is allowed."""
    found = importlib.util.find_spec("streamlit")
    assert found
    assert found.origin
    page = (Path(found.origin).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts]
    assert [f"sha256-{digest}" for digest in hashes] == [STREAMLIT_INLINE_SCRIPT]


def test_an_error_of_the_server_carries_the_headers_too() -> None:
    """It is told as a problem, and the log has the rest."""

    async def broken(_request: Request) -> Response:
        raise RuntimeError("a secret")

    headers = Middleware(SecurityHeaders, frame_ancestors=(), context=RequestContext())
    app = Starlette(routes=[Route("/", broken)], middleware=[headers])
    answer = TestClient(app).get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("told", ["self", "'self'", '"self"', "none", "'none'"])
def test_the_app_may_always_frame_its_own_map(told: str) -> None:
    """Shells take quotes away; and without its map the app would be half of itself."""
    headers = Middleware(
        SecurityHeaders, frame_ancestors=(told, "https://a.example"), context=RequestContext()
    )
    client = TestClient(Starlette(routes=[Route("/{path:path}", _page)], middleware=[headers]))
    assert _policy(client, "/")["frame-ancestors"] == "'self' https://a.example"
    assert _policy(client, MAP_FRAME)["frame-ancestors"] == "'self' https://a.example"
