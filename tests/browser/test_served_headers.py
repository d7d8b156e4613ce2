"""What the real server sends with every answer, whatever answers."""

import tomllib
from collections.abc import Mapping
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from regional_news.settings import PROJECT

PATHS = (
    "/",
    "/table",
    "/healthz",
    "/_stcore/health",
    "/_stcore/host-config",
    "/api/v1/themes",
    "/feed.atom",
    "/briefing",
    "/vendor/leaflet/leaflet.js",
    "/assets/news-map.js",
    "/api/v1/nothing",
    "/component/streamlit_folium.st_folium/index.html",
)


def ask(address: str, headers: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """Return the headers of an answer, be it a refusal; names in small letters."""
    try:
        answer = urlopen(Request(address, headers=dict(headers or {})))  # noqa: S310  our own
    except HTTPError as refusal:
        answer = refusal
    with answer:
        return [(name.lower(), value) for name, value in answer.headers.items()]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers_once(server: str, path: str) -> None:
    """Page, data, asset and health tell the browser what it may do, and no more than once."""
    told = ask(server + path)
    names = [name for name, _ in told]
    for name in (
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
        "permissions-policy",
    ):
        assert names.count(name) == 1
    assert "frame-ancestors 'self'" in dict(told)["content-security-policy"]


def test_cookies_are_kept_from_other_sites_and_behind_https(server: str) -> None:
    """Every cookie has SameSite; where the reader came by https, each is Secure."""
    for headers, is_secure in (({}, False), ({"X-Forwarded-Proto": "https"}, True)):
        told = ask(f"{server}/_stcore/health", headers)
        cookies = [value for name, value in told if name == "set-cookie"]
        assert cookies
        for cookie in cookies:
            assert "samesite" in cookie.lower()
            assert ("; secure" in cookie.lower()) == is_secure


def test_readers_never_see_tracebacks() -> None:
    """The settings that come with the project keep the details of errors in the log."""
    told = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert told["client"]["showErrorDetails"] == "none"
    assert told["server"]["enableXsrfProtection"] is True
    assert told["server"]["maxUploadSize"] == 10
    assert told["server"]["enableAgentApi"] is False


def test_no_program_drives_the_pages(server: str) -> None:
    """Streamlit's own API for agents is off: it would be a second way in."""
    request = Request(f"{server}/_stcore/agent/interact", b"{}", method="POST")  # noqa: S310  ours
    request.add_header("Content-Type", "application/json")
    with pytest.raises(HTTPError) as refused:
        urlopen(request)  # noqa: S310  our own
    with refused.value as answer:
        assert answer.status in (403, 404)
