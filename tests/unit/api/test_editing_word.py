"""Open editing is for whoever has seen what the server printed."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from regional_news.api.auth import Gate
from regional_news.api.editing_word import EditingWord
from regional_news.api.request_context import RequestContext
from regional_news.auth import WORD_COOKIE, Rules

UPLOAD = "/news/_stcore/upload_file/session/file"


async def _answer(request: Request) -> Response:
    return PlainTextResponse(f"{request.url.path}?{request.url.query}")


def client(rules: Rules) -> TestClient:
    """Return a browser on the machine that an app listens to, below /news."""
    context = RequestContext(listens_on="localhost", base_path="news")
    app = Starlette(
        routes=[Route("/{path:path}", _answer, methods=["GET", "PUT"])],
        middleware=[
            Middleware(EditingWord, rules=rules, context=context),
            Middleware(Gate, rules=rules, context=context),
        ],
    )
    return TestClient(app, base_url="http://localhost:8501", follow_redirects=False)


def test_the_printed_link_lets_a_browser_edit() -> None:
    """It is opened once; the word leaves the address and stays in a cookie."""
    browser = client(Rules(editing="open", word="otter"))
    assert browser.put(UPLOAD).status_code == 403
    led = browser.get("/news/add?word=otter&region=wales")
    assert (led.status_code, led.headers["location"]) == (303, "?region=wales")
    (cookie,) = led.headers.get_list("set-cookie")
    assert {"HttpOnly", "Path=/news", "SameSite=strict"} <= set(cookie.split("; "))
    browser.cookies = {WORD_COOKIE: "otter"}
    assert browser.put(UPLOAD).status_code == 200


@pytest.mark.parametrize("word", ["", "Otter", "otters", "ö"])
def test_another_word_lets_nobody_edit(word: str) -> None:
    """It is a filter like any other that nothing answers to."""
    browser = client(Rules(editing="open", word="otter"))
    answer = browser.get("/news/add", params={"word": word})
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    browser.cookies = {WORD_COOKIE: "otters"}
    assert browser.put(UPLOAD).status_code == 403


def test_a_program_behind_a_bare_proxy_may_not_edit() -> None:
    """The proxy asks by the machine's own name and says nothing of whom it asks for."""
    rules = Rules(editing="open", word="otter")
    assert not rules.may_edit(None, local=True)
    assert rules.may_edit(None, local=True, word="otter")
    assert not rules.may_edit(None, local=False, word="otter")


def test_without_open_editing_the_word_means_nothing() -> None:
    """Staff sign in; an address with a word is an address."""
    browser = client(Rules(editing="staff", word="otter"))
    assert browser.get("/news/add?word=otter").status_code == 200
