"""Answers kept in memory, and not sent twice."""

from collections.abc import Iterator
from types import SimpleNamespace

import anyio
import anyio.lowlevel
import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from regional_news.api.caching import cache as cache_module
from regional_news.api.caching.cache import Answer, CachedResponses, ResponseCache
from regional_news.api.caching.etag import Validator
from regional_news.api.caching.middleware import CachingMiddleware
from regional_news.errors import DataError
from regional_news.snapshot.snapshot import Version

LONG = "Sensors went live in Felpersham. " * 100
COST = cache_module._OVERHEAD + 100 + 2 * len(LONG)
"""What an answer may take in memory, with a hundred bytes for its address."""

VERSION_1 = ((1_700_000_000_000_000_000, 10, 1),)
VERSION_2 = ((1_700_000_060_000_000_000, 10, 1),)


class _Server:
    """An app that counts how often it is asked, behind kept answers."""

    def __init__(self) -> None:
        self.asked = 0
        self.pieces = 0
        self.version = VERSION_1
        routes = [
            Route("/whole", self._whole),
            Route("/stream", self._stream),
            Route("/missing", self._missing),
        ]
        memory = ResponseCache(lambda: self.version)
        self.app = CachedResponses(CachingMiddleware(Starlette(routes=routes), memory), memory)
        self.client = TestClient(self.app)

    async def _whole(self, _request: Request) -> Response:
        self.asked += 1
        await anyio.lowlevel.checkpoint()
        return PlainTextResponse(LONG, headers={"X-Total-Count": "1"})

    async def _stream(self, _request: Request) -> Response:
        self.asked += 1
        return StreamingResponse(self._lines(), media_type="text/csv")

    def _lines(self) -> Iterator[str]:
        for number in range(50):
            self.pieces += 1
            yield f"line {number}\n"

    async def _missing(self, _request: Request) -> Response:
        self.asked += 1
        return PlainTextResponse("nothing", 404)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> _Server:
    """Return a server that nobody has asked yet, and that sees at once when its data changes."""
    monkeypatch.setattr(cache_module, "GLANCE", 0)
    return _Server()


def test_an_answer_is_made_once_for_a_version(server: _Server) -> None:
    """The second reader is answered from memory; new data is answered anew."""
    first, second = (server.client.get("/whole?q=a") for _ in range(2))
    assert server.asked == 1
    assert first.text == second.text == LONG
    assert first.headers == second.headers
    assert first.headers["x-total-count"] == "1"
    server.version = VERSION_2
    assert server.client.get("/whole?q=a").text == LONG
    assert server.asked == 2


def test_the_version_is_looked_at_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change is seen a moment later, and what was said before is not said again."""
    moment, version = 100.0, VERSION_1
    monkeypatch.setattr(cache_module, "time", SimpleNamespace(monotonic=lambda: moment))
    memory, address = ResponseCache(lambda: version), ("http", b"felpersham.example", "/", b"")
    answer = Answer(VERSION_1, Validator.of(VERSION_1, b"news"), [], b"news")
    memory.keep(address, answer)
    assert memory.find(address) is answer
    version = VERSION_2
    moment += cache_module.GLANCE / 2
    assert memory.find(address) is answer
    moment += cache_module.GLANCE
    assert memory.find(address) is None


def test_other_addresses_and_hosts_are_other_answers(server: _Server) -> None:
    """Links in an answer name the host that was asked, so that hosts do not share answers."""
    server.client.get("/whole?q=a")
    server.client.get("/whole?q=b")
    server.client.get("/whole?q=a", headers={"Host": "other.example"})
    assert server.asked == 3


@pytest.mark.parametrize("path", ["/whole", "/stream"])
def test_a_reader_who_has_the_answer_is_not_sent_it(server: _Server, path: str) -> None:
    """The tag or the time of an answer gives 304 without a body, another tag the answer."""
    headers = server.client.get(path).headers
    for known in (
        {"If-None-Match": headers["etag"]},
        {"If-None-Match": f'"x", {headers["etag"].removeprefix("W/")}'},
        {"If-Modified-Since": headers["last-modified"]},
    ):
        again = server.client.get(path, headers=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == headers["etag"]
    for other in (
        {"If-None-Match": '"x"', "If-Modified-Since": headers["last-modified"]},
        {"If-Modified-Since": "Tue, 14 Nov 2023 00:00:00 GMT"},
        # A backup that was restored is older than what the reader has, and another answer.
        {"If-Modified-Since": "Tue, 14 Nov 2079 00:00:00 GMT"},
        {"If-Modified-Since": "soon"},
    ):
        assert server.client.get(path, headers=other).status_code == 200


def test_a_stream_passes_in_pieces_and_stops_when_it_is_known(server: _Server) -> None:
    """A large answer is not kept, and not made to the end for a reader who has it."""
    whole = server.client.get("/stream")
    assert whole.text.splitlines()[-1] == "line 49"
    assert server.pieces == 50
    server.client.get("/stream", headers={"If-None-Match": whole.headers["etag"]})
    assert (server.asked, server.pieces) == (2, 51)


@pytest.mark.parametrize("path", ["/whole", "/stream", "/missing"])
def test_head_is_get_without_the_body(server: _Server, path: str) -> None:
    """Whoever asks for the head alone gets the headers of the answer."""
    got, head = server.client.get(path), server.client.head(path)
    assert head.status_code == got.status_code
    assert head.content == b""
    assert head.headers == got.headers


def test_errors_are_not_kept(server: _Server) -> None:
    """What was not found once is looked for again, and carries no tag."""
    answers = [server.client.get("/missing") for _ in range(2)]
    assert server.asked == 2
    assert [answer.status_code for answer in answers] == [404, 404]
    assert "etag" not in answers[0].headers


def test_what_compresses_is_sent_compressed(server: _Server) -> None:
    """The reader who can unpack gets fewer bytes, any other the plain ones; caches are told."""
    packed = server.client.get("/whole")
    plain = server.client.get("/whole", headers={"Accept-Encoding": "identity"})
    assert packed.text == plain.text
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"])
    assert "content-encoding" not in plain.headers
    assert packed.headers["vary"] == plain.headers["vary"] == "accept-encoding"


def test_readers_who_ask_at_once_share_the_memory(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer made twice at the same moment counts once."""
    monkeypatch.setattr(cache_module, "BUDGET", COST)
    transport = httpx2.ASGITransport(server.app)

    async def ask_twice() -> None:
        async with (
            httpx2.AsyncClient(transport=transport, base_url="http://testserver") as reader,
            anyio.create_task_group() as together,
        ):
            for _ in range(2):
                together.start_soon(reader.get, "/whole")

    anyio.run(ask_twice)
    assert server.asked == 2
    assert server.client.get("/whole").text == LONG
    assert server.asked == 2


def test_memory_has_a_limit(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answers that nobody asked for lately make room for new ones."""
    monkeypatch.setattr(cache_module, "BUDGET", 2 * COST)
    for query in "abac":
        server.client.get(f"/whole?q={query}")
    assert server.asked == 3
    server.client.get("/whole?q=a")
    assert server.asked == 3
    server.client.get("/whole?q=b")
    assert server.asked == 4


def test_newer_answers_take_the_place_of_older_ones(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said of data that changed takes no room from what is said now."""
    monkeypatch.setattr(cache_module, "BUDGET", 2 * COST)
    for version in (VERSION_1, VERSION_2):
        server.version = version
        for query in "ab":
            server.client.get(f"/whole?q={query}")
    assert server.asked == 4
    for query in "ab":
        server.client.get(f"/whole?q={query}")
    assert server.asked == 4


def test_long_addresses_of_short_answers_count(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for next to nothing in many words cannot fill the memory."""
    monkeypatch.setattr(cache_module, "BUDGET", 2 * COST)
    words = "+" * 2 * COST
    for _ in range(2):
        server.client.get(f"/whole?q=a{words}")
    assert server.asked == 2


@pytest.mark.parametrize(
    ("offer", "is_packed"),
    [("gzip", True), ("br, gzip;q=0.5", True), ("gzip;q=0", False), ("br", False), ("", False)],
)
def test_nobody_gets_gzip_who_does_not_take_it(
    server: _Server, offer: str, *, is_packed: bool
) -> None:
    """A quality of nought refuses a coding (RFC 9110)."""
    answer = server.client.get("/whole", headers={"Accept-Encoding": offer})
    assert answer.text == LONG
    assert (answer.headers.get("content-encoding") == "gzip") is is_packed


def test_where_no_version_can_be_told_the_app_answers() -> None:
    """What is wrong is told in the app's own form, and nothing is kept."""

    def unknown() -> Version:
        raise DataError("The store cannot be opened.")

    async def sorry(_request: Request) -> Response:
        return PlainTextResponse("in its own form", 503)

    app = CachingMiddleware(Starlette(routes=[Route("/", sorry)]), ResponseCache(unknown))
    assert TestClient(app).get("/").status_code == 503
