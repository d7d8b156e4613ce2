"""The pages over a database: saving, its absence, and its return."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from running_postgres import RunningPostgres
from tests.app.conftest import Opened
from tests.app.test_add_issue import Open, pasted
from tests.unit.store.places import eventually

from regional_news.settings import settings
from regional_news.snapshot.cache import current_snapshot
from regional_news.store import FileStore, configured_store, copy_store
from regional_news.store.postgres import PostgresStore


@pytest.fixture
def store(
    own_machine: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PostgresStore]:
    """Let the app keep the project's briefs in a database, and in no file."""
    monkeypatch.setenv("REGIONAL_NEWS_STORE", database)
    settings.cache_clear()
    store = configured_store()
    assert isinstance(store, PostgresStore)
    copy_store(FileStore(own_machine), store)
    for name in ("regional_news.csv", "aliases.csv"):
        (own_machine / name).unlink()
    yield store
    store.close()


def saved(page: Opened) -> Opened:
    """Save what of the pasted page is ready."""
    page.press("Save the 2 ready")
    return page


def test_a_page_is_saved_and_taken_back_while_the_database_comes_and_goes(
    postgres: RunningPostgres, store: PostgresStore, open_page: Open
) -> None:
    """Readers keep the last data with a note; editors learn that nothing was saved, and go on."""
    page = pasted(open_page)
    assert "3 briefs · 1 needs you" in page.words
    postgres.stop()
    try:
        eventually(lambda: bool(current_snapshot().trouble))
        assert "Nothing was saved. The database cannot be reached" in saved(page).words
        assert "Until then you see the last data that could be read" in page.words
        assert open_page().headlines
    finally:
        postgres.start()
    eventually(lambda: not current_snapshot().trouble)
    assert "added 2 briefs" in saved(page).words
    assert len(current_snapshot().index) == 27
    page.press("Undo")
    assert len(current_snapshot().index) == 25
    assert len(store.changes()) == 2


@pytest.mark.usefixtures("own_machine")
def test_without_a_database_nobody_is_sent_to_a_file(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there never was any data, the page says what is missing."""
    monkeypatch.setenv("REGIONAL_NEWS_STORE", "postgresql://ann:hunter2@127.0.0.1:1/briefs")
    settings.cache_clear()
    words = open_page().words
    assert "The database cannot be reached" in words
    assert ".csv" not in words
    assert "hunter2" not in words
