"""One test, every store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.store.places import Files, InPostgres, Place

from regional_news.store.postgres import PostgresStore


@pytest.fixture
def files(borsetshire: Path) -> Files:
    """Return a folder with no brief."""
    return Files(borsetshire)


@pytest.fixture
def in_postgres(borsetshire: Path, database: str) -> Iterator[InPostgres]:
    """Return a database with no brief."""
    store = PostgresStore(database)
    yield InPostgres(borsetshire, database, store)
    store.close()


@pytest.fixture(params=["files", "in_postgres"])
def place(request: pytest.FixtureRequest) -> Place:
    """Return each kind of store in turn, with no brief."""
    found: Place = request.getfixturevalue(request.param)
    return found
