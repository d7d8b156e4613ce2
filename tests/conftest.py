"""What every test can rely on: the project's defaults, and the same examples at every run."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from running_postgres import RunningPostgres

from regional_news.recognition import annotator as annotator_module
from regional_news.reference import Reference, open_reference
from regional_news.snapshot import cache as cache_module
from regional_news.snapshot import snapshot as snapshot_module
from regional_news.store.postgres import PostgresStore

# A variable set in somebody's shell must not decide what a test sees.
for name in [name for name in os.environ if name.startswith("REGIONAL_NEWS_")]:
    del os.environ[name]

# No deadline: a busy machine is no failure.
settings.register_profile("project", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("project")
cache_module.PATIENCE = 60.0
# Every snapshot would have all that is loaded looked through: once is enough, see below.
cache_module.freeze_garbage = lambda: None

_references: dict[object, Reference] = {}


def _reference_once(folder: Path, learnt: Iterable[tuple[str, str]] | None = None) -> Reference:
    """Return what names mean, worked out once for all folders that say the same of it."""
    learnt = None if learnt is None else tuple(learnt)
    files = [folder / name for name in (*snapshot_module.FILES, "aliases.csv")]
    said = (learnt, *(each.read_bytes() if each.exists() else None for each in files))
    if said not in _references:
        _references[said] = open_reference(folder, learnt)
    return _references[said]


snapshot_module.open_reference = annotator_module.open_reference = _reference_once

_NUMBERS = count(1)


def pytest_collection_finish() -> None:
    """Leave all that is loaded by now out of the search for garbage after each run of a page."""
    gc.collect()
    gc.freeze()


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
