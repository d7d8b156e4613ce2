"""What every test can rely on: the project's defaults, and the same examples at every run."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from running_postgres import RunningPostgres

from regional_news.snapshot import cache as cache_module
from regional_news.store.postgres import PostgresStore

# A variable set in somebody's shell must not decide what a test sees.
for name in [name for name in os.environ if name.startswith("REGIONAL_NEWS_")]:
    del os.environ[name]

# No deadline: a busy machine is no failure.
settings.register_profile("project", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("project")
cache_module.PATIENCE = 60.0

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[RunningPostgres]:
    """Return a PostgreSQL server of this run, with a database ``made`` that has the tables."""
    folder = Path(tempfile.mkdtemp(prefix="regional-news-postgres-"))
    folder.chmod(0o755)  # the server may have to run as another user
    try:
        with RunningPostgres(folder / "server") as server:
            store = PostgresStore(server.database("made"))
            store.version()
            store.close()
            yield server
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def database(postgres: RunningPostgres) -> Iterator[str]:
    """Return the address of a database of one's own, with the tables and no brief."""
    name = f"briefs{next(_NUMBERS)}"
    yield postgres.database(name, template="made")
    postgres.drop(name)
