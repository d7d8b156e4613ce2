"""A member's feed address: it opens feeds and nothing else, until it is replaced or they leave."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from tests.unit.api.test_auth import BRIEFS, cookie

from regional_news.api import RequestContext, ResponseCache, middleware, routes
from regional_news.auth import feed_key, mark_in, new_mark
from regional_news.settings import settings
from regional_news.store import FileStore, configured_store, open_store
from regional_news.store.postgres import PostgresStore

SECRET = "what only the servers of this app know"  # noqa: S105  not one of anybody's
ANN = "ann@felpersham.example"


@pytest.fixture
def folder(borsetshire: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the data folder of an app for members of one town."""
    for name, value in {
        "DATA": str(borsetshire),
        "ACCESS": "members",
        "MEMBERS": "felpersham.example",
        "CORS_ORIGINS": "*",
    }.items():
        monkeypatch.setenv(f"REGIONAL_NEWS_{name}", value)
    settings.cache_clear()
    yield borsetshire
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def client(folder: Path) -> TestClient:
    """Return a client of that app, in whose process nothing else was asked yet."""
    assert folder
    cache = ResponseCache()
    context = RequestContext(secret=lambda: SECRET)
    return TestClient(
        Starlette(routes=routes(cache), middleware=[*middleware(context, cache)]),
        raise_server_exceptions=False,
    )


def key_of(email: str, mark: str = "") -> str:
    """Return a key that somebody was given."""
    mark = mark or new_mark()
    configured_store().keep_follower(email, mark)
    return feed_key(mark, SECRET)


def test_a_key_opens_feeds(client: TestClient) -> None:
    """Any view's, in any spelling of the address; a program may ask with HEAD, and again."""
    key = key_of(ANN)
    for address in ("/feed.atom?region=wales&key=", "/feed.atom/?key=", "/feed.atom?utm_x=1&key="):
        assert client.get(address + key).headers["content-type"] == "application/atom+xml"
        assert client.head(address + key).status_code == 200
    answer = client.get(f"/feed.atom?key={key}")
    assert "private" in answer.headers["cache-control"]
    assert answer.headers.get_list("referrer-policy") == ["no-referrer"]
    again = client.get(f"/feed.atom?key={key}", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_links_to_the_feed_itself_keep_the_key_and_no_other_does(client: TestClient) -> None:
    """A reader that asks where the feed says it is gets in; another’s key never leaks."""
    first, second = key_of(ANN), key_of("bob@felpersham.example")
    for key, other in ((first, second), (second, first), (first, second)):
        text = client.get(f"/feed.atom?region=wales&key={key}").text
        assert f'href="http://testserver/feed.atom?region=wales&amp;key={key}" rel="self"' in text
        assert text.count(key) == 1
        assert other not in text


@pytest.mark.parametrize("path", [each for each in BRIEFS if not each.startswith("/feed")])
def test_a_key_opens_nothing_else(client: TestClient, path: str) -> None:
    """Neither the API nor a page nor a file."""
    assert client.get(f"{path}?key={key_of(ANN)}").status_code == 401


@pytest.mark.parametrize("path", ["/latest", "/brief/x", "/council/x", "/card.png", "/suggest"])
def test_a_key_opens_no_page(client: TestClient, path: str) -> None:
    """A person who follows a link from a feed signs in."""
    assert client.get(f"{path}?key={key_of(ANN)}").status_code == 401


def test_a_new_address_ends_the_old_one(client: TestClient) -> None:
    """At once, kept answers included, with a sentence that says what to do."""
    old = key_of(ANN)
    assert client.get(f"/feed.atom?key={old}").status_code == 200
    new = key_of(ANN)
    refused = client.get(f"/feed.atom?key={old}")
    assert refused.status_code == 403
    assert "does not work any more" in refused.json()["detail"]
    assert refused.headers["cache-control"] == "no-store"
    assert client.get(f"/feed.atom?key={new}").status_code == 200
    configured_store().keep_follower(ANN, "")
    assert client.get(f"/feed.atom?key={new}").status_code == 403


def test_who_is_no_member_any_more_follows_nothing(client: TestClient) -> None:
    """The list of members counts for feeds as it does for pages."""
    assert client.get(f"/feed.atom?key={key_of('eve@elsewhere.example')}").status_code == 403


def test_another_replica_knows_the_key(client: TestClient, folder: Path) -> None:
    """What one server gave, another with the same secret and data opens, and ends."""
    key = key_of(ANN)
    FileStore(folder).keep_follower(ANN, "")
    assert client.get(f"/feed.atom?key={key}").status_code == 403


@pytest.mark.parametrize(
    "key",
    ["x", ".", "%00", "é", "a.b.c", "AbCdEfGhIjKlMnOp", feed_key("AbCdEfGhIjKlMnOp", "guessed")],
)
def test_a_key_that_nobody_was_given_is_refused(client: TestClient, key: str) -> None:
    """A guess, half a key, or one that another server sealed."""
    assert client.get("/feed.atom", params={"key": key}).status_code == 403


def test_what_is_stored_opens_nothing(client: TestClient, folder: Path) -> None:
    """Whoever reads the data folder has marks, and no key."""
    key = key_of(ANN)
    stored = (folder / "followers.csv").read_text(encoding="utf-8")
    assert ANN in stored
    assert key not in stored
    mark = stored.splitlines()[1].split(",")[1]
    assert client.get(f"/feed.atom?key={mark}").status_code == 403
    assert mark_in(key, SECRET) == mark


def test_signed_in_or_with_a_token_nobody_needs_a_key(client: TestClient) -> None:
    """Without one it is as before."""
    assert client.get("/feed.atom").status_code == 401
    assert client.get("/feed.atom?key=").status_code == 401
    assert client.get("/feed.atom", headers=cookie(ANN)).status_code == 401  # not in this context


@pytest.mark.usefixtures("folder")
def test_where_everybody_reads_a_key_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address from before the briefs were opened to all goes on working."""
    monkeypatch.setenv("REGIONAL_NEWS_ACCESS", "public")
    settings.cache_clear()
    cache = ResponseCache()
    own = middleware(RequestContext(), cache)
    public = TestClient(Starlette(routes=routes(cache), middleware=own))
    answer = public.get("/feed.atom?region=wales&key=any")
    assert answer.status_code == 200
    assert "any" not in answer.text.split("<entry>")[0]


def test_no_key_is_written_to_a_log(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever the answer is: a feed, a refusal, a fault."""
    caplog.set_level(logging.DEBUG)
    key = key_of(ANN)
    for address in ("/feed.atom?key=", "/feed.atom?region=nowhere&key=", "/latest?key=", "/x?key="):
        client.get(address + key)
    logged = [record for record in caplog.records if not record.name.startswith("httpx")]
    assert not any(key in str(record.__dict__) for record in logged)


def test_servers_that_share_a_database_share_the_keys(
    client: TestClient, folder: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One gives a key and ends it; at the other it opens feeds, and does so no more."""
    monkeypatch.setenv("REGIONAL_NEWS_STORE", database)
    settings.cache_clear()
    other, mark = PostgresStore(database), new_mark()
    other.keep_follower(ANN, mark)
    address = f"/feed.atom?key={feed_key(mark, SECRET)}"
    assert client.get(address).status_code == 200
    other.keep_follower(ANN, "")
    assert client.get(address).status_code == 403
    for store in (other, open_store(database, folder)):
        store.close()  # type: ignore[attr-defined]  both are in the database
