"""A thousand clients that stop in the middle of their requests do not stop a reader."""

import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

CROWD = 1000

HALVES = (
    b"",
    b"GET / HTTP/1.1\r\nHost: a\r\nX-Half: ",
    b"POST /_stcore/upload_file/a/b HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
)


@pytest.fixture
def descriptors() -> Iterator[None]:
    """Let this process hold the other ends of so many connections."""
    before, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (before, most))


@pytest.mark.usefixtures("descriptors")
def test_readers_are_answered_beside_a_thousand_that_stop(server: str) -> None:
    """Health, an answer and a page come while all of them are open."""
    where = urlsplit(server)
    with ExitStack() as crowd:
        for number in range(CROWD):
            line = socket.create_connection((where.hostname, where.port), timeout=30)
            crowd.enter_context(closing(line)).sendall(HALVES[number % len(HALVES)])
        for path in ("/healthz", "/api/v1/briefs?region=wales", "/"):
            with urlopen(server + path, timeout=30) as answer:  # noqa: S310  our own
                assert answer.status == 200


def test_the_server_itself_has_the_bounds(server: str) -> None:
    """What Streamlit starts is what ``serve`` named."""
    where = urlsplit(server)
    with closing(socket.create_connection((where.hostname, where.port), timeout=30)) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 300 + b"\r\n")
        assert line.recv(1000).startswith(b"HTTP/1.1 431 ")
