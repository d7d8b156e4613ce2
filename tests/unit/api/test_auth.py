"""What is refused before anything answers: briefs to strangers, uploads from readers."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import html5lib
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from regional_news.api import RequestContext, ResponseCache, middleware
from regional_news.api.auth import Gate
from regional_news.api.caching.cache import CachedResponses
from regional_news.api.caching.files import CachedFiles
from regional_news.api.caching.middleware import CachingMiddleware
from regional_news.api.cross_origin import CrossOrigin
from regional_news.api.editing_word import EditingWord
from regional_news.api.feed_key import FeedKey
from regional_news.api.headers import SecurityHeaders
from regional_news.api.origin import OwnPages
from regional_news.api.problems import MEDIA_TYPE
from regional_news.auth import Rules

MEMBERS = Rules(access="members", members=("felpersham.example",), tokens=("let-me-in",))
BRIEFS = (
    "/api",
    "/api/",
    "/api/v1/briefs",
    "/api/v1/councils/felpersham",
    "/api/openapi.json",
    "/feed.atom",
    "/briefing",
    "/media/0123.csv",
    "/assets/council-names.json",
)
OPEN = (
    "/",
    "/table",
    "/healthz",
    "/_stcore/health",
    "/vendor/leaflet/leaflet.js",
    "/assets/news-map.js",
    "/app/static/icon.png",
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/static/media/font.woff2",
    "/component/streamlit_folium.st_folium/index.html",
    "/oauth2callback",
    "/apiary",
)
UPLOAD = "/_stcore/upload_file/session/file"


async def _answer(_request: Request) -> Response:
    return PlainTextResponse("briefs")


def _claims(cookies: Mapping[str, str]) -> dict[str, Any]:
    """Return what the provider confirmed; in these tests a cookie holds the address as it is."""
    if "who" not in cookies:
        return {}
    said = {"is_logged_in": True, "sub": "1", "email": cookies["who"], "email_verified": True}
    return {**said, "iat": datetime.now(UTC).timestamp()}


def client(rules: Rules, context: RequestContext | None = None, **more: Any) -> TestClient:
    """Return a client of an app behind the gate that answers everything."""
    gate = Middleware(Gate, rules=rules, context=context or RequestContext(_claims))
    methods = ["GET", "HEAD", "POST", "PUT", "DELETE"]
    route = Route("/{path:path}", _answer, methods=methods)
    return TestClient(Starlette(routes=[route], middleware=[gate]), **more)


def cookie(email: str) -> dict[str, str]:
    """Return the headers of somebody who is signed in."""
    return {"Cookie": f"who={email}"}


@pytest.mark.parametrize("path", BRIEFS)
def test_strangers_are_refused_briefs(path: str) -> None:
    """Without a sign-in or a token the answer is 401 and says what to do, by every method."""
    for method in ("GET", "HEAD", "POST"):
        refused = client(MEMBERS).request(method, path)
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"].startswith("Bearer")
        assert refused.headers["content-type"] == MEDIA_TYPE
    assert "sign in" in client(MEMBERS).get(path).json()["detail"]


@pytest.mark.parametrize("path", BRIEFS)
def test_members_and_tokens_are_let_through(path: str) -> None:
    """A listed member and a known bearer token get the answer."""
    for headers in (
        cookie("anna@felpersham.example"),
        {"Authorization": "Bearer let-me-in"},
        {"Authorization": "bearer  let-me-in "},
    ):
        assert client(MEMBERS).get(path, headers=headers).text == "briefs"


@pytest.mark.parametrize(
    "headers",
    [
        cookie("anna@felpersham.example.evil.example"),
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer let-me-in-too"},
        {"Authorization": "Basic let-me-in"},
        {"Authorization": "let-me-in"},
        {"Authorization": "Bearer l\u00ebt-me-in".encode("latin-1")},
    ],
)
def test_wrong_tokens_and_other_people_are_refused(headers: dict[str, Any]) -> None:
    """Whatever is not exactly a token or a member is a stranger."""
    assert client(MEMBERS).get("/api/v1/briefs", headers=headers).status_code == 401


@pytest.mark.parametrize("path", OPEN)
def test_the_apps_own_code_is_open(path: str) -> None:
    """Pages, assets, signing in and health hold no briefs and need no sign-in."""
    assert client(MEMBERS).get(path).status_code == 200


def test_everything_is_open_where_access_is_public() -> None:
    """The default refuses nobody to read."""
    assert {client(Rules()).get(path).status_code for path in (*BRIEFS, *OPEN)} == {200}


@pytest.mark.parametrize("path", BRIEFS)
def test_a_base_path_opens_no_way_round(path: str) -> None:
    """Below a base path, of Streamlit or of the server, the gate stands as well."""
    below = RequestContext(_claims, base_path="/news/")
    assert client(MEMBERS, below).get(f"/news{path}").status_code == 401
    assert client(MEMBERS, below).get(path).status_code == 401
    assert client(MEMBERS, root_path="/news").get(f"/news{path}").status_code == 401


def test_readers_may_not_upload() -> None:
    """A file is taken from those who may edit only, whether they may read or not."""
    for rules in (Rules(), Rules(editing="staff", staff=("socitm.net",))):
        assert client(rules).put(UPLOAD).status_code == 403
        assert client(rules).put(UPLOAD, headers=cookie("a@b.example")).status_code == 403


def test_staff_may_upload() -> None:
    """Somebody on the list of staff adds files."""
    rules = Rules(editing="staff", staff=("socitm.net",))
    assert client(rules).put(UPLOAD, headers=cookie("a@socitm.net")).status_code == 200


@pytest.mark.parametrize(
    ("listens_on", "host", "status"),
    [
        ("localhost", "localhost:8501", 200),
        ("10.0.0.1", "localhost:8501", 403),
        ("localhost", "evil.example:8501", 403),
    ],
)
def test_open_editing_takes_files_on_this_machine_alone(
    listens_on: str, host: str, status: int
) -> None:
    """The rules for open editing hold for uploads too."""
    app = client(Rules(editing="open"), RequestContext(_claims, listens_on))
    assert app.put(UPLOAD, headers={"Host": host}).status_code == status


def test_what_is_kept_is_behind_the_headers_and_the_gate() -> None:
    """A refusal carries the security headers too, and memory tells strangers nothing."""
    layers = [layer.cls for layer in middleware(RequestContext(), ResponseCache())]
    asked = [FeedKey, OwnPages, EditingWord, CrossOrigin, Gate]
    assert layers == [SecurityHeaders, *asked, CachedFiles, CachedResponses]
    memory = ResponseCache(lambda: ((1, 1, 1),))
    gate = Middleware(Gate, rules=MEMBERS, context=RequestContext(_claims))
    inner = [
        gate,
        Middleware(CachedResponses, cache=memory),
        Middleware(CachingMiddleware, cache=memory),
    ]
    behind = TestClient(Starlette(routes=[Route("/{path:path}", _answer)], middleware=inner))
    for _ in range(2):
        member = cookie("anna@felpersham.example")
        assert behind.get("/feed.atom", headers=member).text == "briefs"
        assert behind.get("/feed.atom").status_code == 401


@pytest.mark.parametrize("base_path", ["", "news"])
def test_who_follows_a_link_to_a_page_is_asked_by_a_page(base_path: str) -> None:
    """A person gets a page with the way to sign in, a program the problem; neither gets a brief."""
    context = RequestContext(_claims, base_path=base_path)
    reader = client(MEMBERS, context)
    root = f"/{base_path}" if base_path else ""
    for path in ("/brief/0123", "/latest/", "/briefing?region=wales"):
        asked = reader.get(root + path, headers={"Accept": "text/html,*/*"})
        assert asked.status_code == 401
        assert f'<a href="{root}/">Sign in</a>' in asked.text
        assert asked.headers["cache-control"] == "no-store"
        html5lib.HTMLParser(strict=True).parse(asked.text)
        assert reader.get(root + path).headers["content-type"] == MEDIA_TYPE
    data = reader.get(f"{root}/api/v1/briefs", headers={"Accept": "text/html"})
    assert data.headers["content-type"] == MEDIA_TYPE
