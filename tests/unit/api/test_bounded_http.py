"""Who sends too much, or too slowly, loses the connection; readers do not notice."""

import socket
import threading
import time
from asyncio import Transport
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import ClassVar

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from regional_news.api import bounded_http
from regional_news.api.bounded_http import MOST_BYTES, MOST_HEADERS, BoundedHttp

HOST = "127.0.0.1"
GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


class Quick(BoundedHttp):
    """The same with looks that a test can wait for."""

    SECONDS = 0.3
    LEAST = 1000


class ByHand(BoundedHttp):
    """The same, which looks when it is told to, however busy the machine is."""

    SECONDS = 3600
    LEAST = 1000
    lines: ClassVar[dict[int, BoundedHttp]] = {}

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Note whose connection it is, by the port of the client."""
        super().connection_made(transport)
        ByHand.lines[transport.get_extra_info("peername")[1]] = self


async def _read(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def _much(_: Request) -> Response:
    return PlainTextResponse("x" * 20_000_000)


async def _streamed(_: Request) -> Response:
    return StreamingResponse(iter([b"x" * 1_000_000] * 20))


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Give the port of a small app behind the bounds."""
    with _served(Quick) as port:
        yield port


@pytest.fixture(scope="module")
def port_by_hand() -> Iterator[int]:
    """Give the port of the same app, which looks after its clients when told to."""
    with _served(ByHand) as port:
        yield port


@contextmanager
def _served(protocol: type[BoundedHttp]) -> Iterator[int]:
    routes = [Route("/", _read, methods=["GET", "POST"])]
    routes += [Route("/much", _much), Route("/streamed", _streamed)]
    app = Starlette(routes=routes)
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        listening.listen(100)
        config = uvicorn.Config(
            app, http=protocol, log_level="critical", lifespan="off", timeout_keep_alive=60
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join()


def _line(port: int) -> "closing[socket.socket]":
    return closing(socket.create_connection((HOST, port), timeout=10))


def _look(line: socket.socket) -> None:
    """Let the server look at a connection once it has it, as long as it keeps it."""
    looked, port = threading.Event(), line.getsockname()[1]
    while port not in ByHand.lines:
        time.sleep(0.01)
    served = ByHand.lines[port]

    def look() -> None:
        if not served.transport.is_closing():
            served.look()
        looked.set()

    loop = served.loop
    loop.call_soon_threadsafe(loop.call_soon, look)
    assert looked.wait(10)


def _told(line: socket.socket) -> bytes:
    """Return what comes until the server closes the line."""
    told = b""
    try:
        while more := line.recv(1 << 16):
            told += more
    except ConnectionResetError:
        pass
    return told


def test_a_request_is_answered(port_by_hand: int) -> None:
    """As without bounds, several over one line, however long they are apart."""
    with _line(port_by_hand) as line:
        for _ in range(4):
            line.sendall(GET)
            assert b"200 OK" in line.recv(1000)
            _look(line)
        line.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 90000\r\n\r\n" + b"x" * 90_000)
        assert line.recv(1000).endswith(b"90000")


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * MOST_BYTES + b"\r\n\r\n",
        b"GET /" + b"x" * MOST_BYTES + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * MOST_HEADERS + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * MOST_BYTES,
    ],
    ids=["header", "address", "number", "no end"],
)
def test_a_head_that_is_too_long_is_refused(port: int, head: bytes) -> None:
    """In a sentence, with the headers that every answer has."""
    with _line(port) as line:
        line.sendall(head)
        told = _told(line)
    assert told.startswith(b"HTTP/1.1 431 ")
    assert b"nosniff" in told
    assert told.endswith(b"try again.")


def test_what_is_no_http_is_refused_with_headers(port: int) -> None:
    """By the server itself, before the app sees it."""
    with _line(port) as line:
        line.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        told = _told(line)
    assert told.startswith(b"HTTP/1.1 400 ")
    assert b"Content-Security-Policy" in told


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\r\n",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nx",
    ],
    ids=["nothing", "a blank line", "half a line", "half a head", "half a body"],
)
def test_who_stops_in_the_middle_loses_the_line(port: int, said: bytes) -> None:
    """Also who says a letter now and then."""
    with _line(port) as line:
        line.sendall(said)
        ended = threading.Event()
        ending = threading.Thread(target=lambda: (_told(line), ended.set()))
        ending.start()
        for _ in range(100):
            if ended.wait(0.05):
                break
            if said and line.fileno() >= 0:
                try:
                    line.send(b"\r\n" if said == b"\r\n" else b"x")
                except OSError:
                    break
        ending.join(5)
        assert ended.is_set()


def test_a_body_that_comes_steadily_is_taken(port_by_hand: int) -> None:
    """A slow line is no attack."""
    with _line(port_by_hand) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n")
        for _ in range(20):
            line.sendall(b"x" * 1000)
            _look(line)
        assert line.recv(1000).endswith(b"20000")


def test_a_body_without_end_is_cut_off(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its length is said to be."""
    monkeypatch.setattr(bounded_http, "MOST_BODY", 1_000_000)
    with _line(port) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
        with pytest.raises((ConnectionResetError, BrokenPipeError)):
            line.sendall(chunk * 200)


def test_who_does_not_take_an_answer_loses_it(port_by_hand: int) -> None:
    """What was made for them is let go of."""
    with _line(port_by_hand) as line:
        line.sendall(b"GET /much HTTP/1.1\r\nHost: a\r\n\r\n")
        assert line.recv(1)
        _look(line)
        _look(line)
        assert len(_told(line)) < 20_000_000


@pytest.mark.parametrize("path", ["much", "streamed"])
def test_who_takes_an_answer_slowly_gets_it(port_by_hand: int, path: str) -> None:
    """As long as it goes on: whether it was sent whole, or as it is taken."""
    with closing(socket.socket()) as line:
        line.settimeout(10)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        line.connect((HOST, port_by_hand))
        line.sendall(f"GET /{path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        with line.makefile("rb") as answer:
            for _ in range(50):
                assert len(answer.read(400_000)) == 400_000
                _look(line)
