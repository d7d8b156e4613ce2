"""Who signs out of one server has signed out of all that share the store."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.store.places import Place, eventually

from regional_news.auth import Person
from regional_news.errors import StoreError
from regional_news.settings import settings
from regional_news.store import FileStore, configured_store, departures, open_store
from regional_news.store.base import DEPARTED
from regional_news.store.departures import admitted, sign_out
from regional_news.store.postgres import PostgresStore

ANN = Person("ann@felpersham.example", verified=True, since=datetime(2026, 4, 25, tzinfo=UTC))
ANEW = Person(ANN.email, verified=True, since=datetime(2026, 4, 26, tzinfo=UTC))


@pytest.fixture
def configured(place: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Let the settings name a store, which other servers share."""
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(place.folder))
    monkeypatch.setenv("REGIONAL_NEWS_STORE", place.address)
    monkeypatch.setattr(departures, "_HERE", set())
    settings.cache_clear()
    yield place
    another_server()
    settings.cache_clear()


def another_server() -> None:
    """Ask from now on as another server would, which has heard of nothing."""
    store = configured_store()
    if isinstance(store, PostgresStore):
        store.close()
    open_store.cache_clear()


def test_who_signed_out_is_nobody_until_they_sign_in_anew(configured: Place) -> None:
    """Other tabs and copies of the cookie end, on the other servers too; others stay."""
    assert configured.folder.exists()
    assert admitted(ANN) == ANN
    sign_out(ANN)
    assert admitted(ANN) is None
    assert admitted(ANEW) == ANEW
    assert admitted(None) is None
    another_server()
    assert admitted(ANN) is None
    assert admitted(ANEW) == ANEW


def test_another_server_that_runs_hears_of_it(configured: Place) -> None:
    """Within the time in which it hears of a save."""
    here, there = configured.open().store, open_store(configured.address, configured.folder)
    assert there.departed() == frozenset()
    here.keep_departed("a mark")
    eventually(lambda: "a mark" in there.departed())


def test_a_mark_tells_nobodys_address(configured: Place) -> None:
    """What is kept is of no use to who reads it."""
    sign_out(ANN)
    (mark,) = configured.open().store.departed()
    assert "ann" not in mark
    assert mark.isalnum()


def test_only_so_many_are_kept(configured: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest go first: their cookies have ended long since."""
    assert DEPARTED > 1000
    for module in ("files.departed.DEPARTED", "base.DEPARTED"):
        monkeypatch.setattr(f"regional_news.store.{module}", 3)
    store = configured.open().store
    for number in range(5):
        store.keep_departed(f"mark{number}")
    another_server()
    kept = open_store(configured.address, configured.folder).departed()
    assert kept == {"mark2", "mark3", "mark4"}


def test_signing_out_works_while_nothing_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On this server at least."""
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(tmp_path))
    monkeypatch.setattr(departures, "_HERE", set())
    settings.cache_clear()
    store = open_store("", tmp_path)

    def full(_: str) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(store, "keep_departed", full)
    sign_out(ANN)
    assert admitted(ANN) is None
    settings.cache_clear()


def test_marks_that_cannot_be_read_are_neither_forgotten_nor_lost(tmp_path: Path) -> None:
    """Who signed out stays so, and nothing is written in place of what is there."""
    store, path = FileStore(tmp_path), tmp_path / "signed-out.txt"
    store.keep_departed("a mark")
    assert store.departed() == {"a mark"}
    path.rename(tmp_path / "aside")
    path.mkdir()  # which nobody can read as a file
    assert store.departed() == {"a mark"}
    with pytest.raises(StoreError):
        store.keep_departed("another")
    path.rmdir()
    (tmp_path / "aside").rename(path)
    store.keep_departed("another")
    assert store.departed() == {"a mark", "another"}
