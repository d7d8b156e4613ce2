"""Programs in the pages of other sites."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from regional_news.api.cross_origin import CrossOrigin
from regional_news.api.request_context import RequestContext

INTRANET = "https://intranet.example"


def _client(*origins: str) -> TestClient:
    def answer(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("briefs")

    guard = Middleware(CrossOrigin, origins=origins, context=RequestContext())
    return TestClient(Starlette(routes=[Route("/{path:path}", answer)], middleware=[guard]))


def test_a_page_of_a_site_that_is_named_may_read() -> None:
    """The browser is told so, for the site that asks and for what it may read of the headers."""
    answer = _client(INTRANET).get("/api/v1/briefs", headers={"origin": INTRANET})
    assert answer.headers["access-control-allow-origin"] == INTRANET
    assert "X-Total-Count" in answer.headers["access-control-expose-headers"]
    assert "Origin" in answer.headers["vary"]
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("path", ["/api/v1/briefs", "/feed.atom", "/"])
def test_no_other_site_may(path: str) -> None:
    """Neither one that is not named nor any where none is; pages are never shared."""
    for client in (_client(INTRANET), _client()):
        answer = client.get(path, headers={"origin": "https://other.example"})
        assert answer.status_code == 200
        assert "access-control-allow-origin" not in answer.headers
    assert (
        "access-control-allow-origin"
        not in _client("*").get("/", headers={"origin": INTRANET}).headers
    )


def test_a_browser_may_ask_first() -> None:
    """With a bearer token, as members' data needs."""
    asked = {
        "origin": INTRANET,
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization",
    }
    answer = _client(INTRANET).options("/api/v1/briefs", headers=asked)
    assert answer.status_code == 200
    assert "authorization" in answer.headers["access-control-allow-headers"].lower()
    assert (
        _client(INTRANET)
        .options("/api/v1/briefs", headers=asked | {"origin": "https://x.example"})
        .status_code
        == 400
    )


def test_options_say_what_may_be_asked() -> None:
    """Without a question about another site it is the methods."""
    answer = _client().options("/feed.atom")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
