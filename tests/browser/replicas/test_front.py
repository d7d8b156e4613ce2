"""What nginx adds to the app's answers, and what it leaves as it is."""

import gzip
import json
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from nginx import NoNginx, running_nginx
from replicas import ports_of
from running_app import HOST, free_port
from tests.browser.replicas.conftest import COOKIE, Service

PATHS = (
    "/",
    "/table",
    "/healthz",
    "/api/v1/themes",
    "/feed.atom",
    "/assets/news-map.js",
    "/static/",
)
SECURITY = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
)
UPLOAD = "/_stcore/upload_file/session/file"
MB = 1024 * 1024
NOBODY = {"NEWS_HOST_1": HOST, "NEWS_PORT_1": 9, "NEWS_HOST_2": HOST, "NEWS_PORT_2": 1}
"""Replicas that do not run: nobody listens on these ports."""


@contextmanager
def answer(
    address: str,
    path: str,
    headers: Mapping[str, str] | None = None,
    *,
    method: str = "GET",
    body: bytes | None = None,
) -> Iterator[HTTPResponse]:
    """Give the server's answer, be it a refusal."""
    parts = urlsplit(address)
    if parts.scheme == "https":
        # The certificate is its own witness.
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection: HTTPConnection = HTTPSConnection(parts.netloc, timeout=60, context=context)
    else:
        connection = HTTPConnection(parts.netloc, timeout=60)
    try:
        connection.request(method, path, body=body, headers=dict(headers or {}))
        yield connection.getresponse()
    finally:
        connection.close()


def listening(port: int, how: str = "") -> dict[str, object]:
    """Return the variable of the template that says what to listen on."""
    return {"NEWS_LISTEN": f"{HOST}:{port} {how}".strip()}


@pytest.fixture
def https(service: Service, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Give the addresses, with https and without, of another nginx before the same replicas."""
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    made += ["-out", str(certificate), "-keyout", str(key)]
    subprocess.run(made, check=True, capture_output=True)
    port, plain = free_port(), free_port()
    variables = ports_of(service.replicas) | listening(port, "ssl http2")
    variables |= {"NEWS_CERTIFICATE": certificate, "NEWS_KEY": key}
    with running_nginx(tmp_path / "nginx", variables | {"NEWS_LISTEN_HTTP": f"{HOST}:{plain}"}):
        yield f"https://{HOST}:{port}", f"http://{HOST}:{plain}"


@pytest.mark.parametrize("path", PATHS)
def test_the_apps_own_headers_arrive_as_they_were_sent(service: Service, path: str) -> None:
    """What protects readers is said once, in the app's words, and no proxy names its version."""
    with answer(service.replicas[0].address, path) as sent, answer(service.address, path) as came:
        for name in SECURITY:
            assert sent.headers.get_all(name) == came.headers.get_all(name)
        assert came.headers.get_all("Server") == ["nginx"]


@pytest.mark.parametrize("path", ["/api/v1/councils", "/static/index.html"])
def test_an_answer_is_compressed_once(service: Service, path: str) -> None:
    """Data by the app, Streamlit's script and style by nginx; the same text comes out."""
    with answer(service.replicas[0].address, path) as plain:
        text = plain.read()
    with answer(service.address, path, {"Accept-Encoding": "gzip"}) as packed:
        assert packed.headers.get_all("Content-Encoding") == ["gzip"]
        assert gzip.decompress(packed.read()) == text


def test_what_one_replica_sent_need_not_be_sent_by_the_other(service: Service) -> None:
    """Both know the same data by the same tag."""
    first, second = service.replicas
    with answer(first.address, "/api/v1/councils") as sent:
        tag = str(sent.headers["ETag"])
    with answer(second.address, "/api/v1/councils", {"If-None-Match": tag}) as asked:
        assert asked.status == 304


def test_the_first_visit_finds_a_home(service: Service) -> None:
    """The cookie is kept from scripts and other sites; who has one keeps it, unless it is wrong."""
    with answer(service.address, "/") as first:
        cookie = str(first.headers["Set-Cookie"])
    assert cookie.startswith(f"{COOKIE}=")
    assert "; HttpOnly; SameSite=Lax" in cookie
    assert "Secure" not in cookie
    for home, cookies in (("1", 0), ("2", 0), ("127.0.0.1:22", 1), ("", 1)):
        with answer(service.address, "/", {"Cookie": f"{COOKIE}={home}"}) as again:
            assert again.status == 200
            assert len(again.headers.get_all("Set-Cookie", [])) == cookies


def test_a_file_of_ten_megabytes_passes_and_a_larger_one_is_refused(service: Service) -> None:
    """The app sees the first (and refuses a stranger's); nginx says of the second why."""
    with answer(service.address, UPLOAD, method="PUT", body=bytes(10 * MB)) as passed:
        assert passed.status == 403
        assert b"sign in again" in passed.read()
    announced = {"Content-Length": str(12 * MB)}
    with answer(service.address, UPLOAD, announced, method="PUT") as refused:
        assert refused.status == 413
        assert b"at most 10 MB, so nothing was saved" in refused.read()


def test_a_reader_cannot_pretend_to_be_a_proxy(service: Service) -> None:
    """What the request claims about the way that it came plays no part."""
    claims = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "Forwarded": "x"}
    with answer(service.address, "/feed.atom", claims) as feed:
        text = feed.read().decode()
    assert f"{service.address}/feed.atom" in text
    assert "evil.example" not in text


def test_with_https_every_cookie_is_secure(service: Service, https: tuple[str, str]) -> None:
    """The app learns how the reader came, so that addresses and cookies are right."""
    secure, plain = https
    for path in ("/", "/_stcore/health"):
        with answer(secure, path) as came:
            cookies = came.headers.get_all("Set-Cookie")
            assert cookies
            assert all("; secure" in cookie.lower() for cookie in cookies)
            assert came.headers.get_all("Strict-Transport-Security") == ["max-age=31536000"]
    with answer(secure, "/feed.atom") as feed:
        assert f"{secure}/feed.atom".encode() in feed.read()
    with answer(plain, "/table?region=wales", {"Host": "news.example"}) as sent_on:
        assert sent_on.status == 301
        assert sent_on.headers["Location"] == "https://news.example/table?region=wales"
    with answer(service.address, "/") as without:
        assert "Strict-Transport-Security" not in without.headers


def test_while_no_replica_answers_readers_are_told_to_wait(tmp_path: Path) -> None:
    """A page that looks again by itself, a problem in the API's own form; nothing is kept.

    nginx writes down each request that failed, but not the key in the address of a feed.
    """
    port = free_port()
    with running_nginx(tmp_path, NOBODY | listening(port)):
        for path, media_type in (
            ("/table?region=wales", "text/html"),
            ("/_stcore/stream", "text/html"),
            ("/api/v1/briefs", "application/problem+json"),
            ("/feed.atom?region=wales&key=a-members-own", "application/problem+json"),
            ("/healthz", "application/problem+json"),
        ):
            with answer(f"http://{HOST}:{port}", path) as told:
                assert told.status == 503
                assert told.headers["Content-Type"].startswith(media_type)
                assert told.headers["Retry-After"] == "5"
                assert told.headers["Cache-Control"] == "no-store"
                text = told.read().decode()
            if media_type == "text/html":
                assert '<meta http-equiv="refresh" content="5">' in text
            else:
                assert json.loads(text)["status"] == 503
    written = (tmp_path / "error.log").read_text(encoding="utf-8")
    assert "GET /api/v1/briefs" in written
    assert "a-members-own" not in written


def test_a_mistake_in_the_files_is_shown(tmp_path: Path) -> None:
    """What nginx says of settings that cannot be is not lost."""
    with (
        pytest.raises(NoNginx, match="invalid port"),
        running_nginx(tmp_path, NOBODY | {"NEWS_LISTEN": f"{HOST}:x"}),
    ):
        pass
