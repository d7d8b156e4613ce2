"""How the tests of the API speak to it: in process, without a socket, on a small snapshot."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.unit.snapshot_builder import build_snapshot

from regional_news.api.app import api
from regional_news.api.caching.cache import CachedResponses, ResponseCache
from regional_news.api.caching.middleware import CachingMiddleware
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """Return the snapshot that the API answers from."""
    return build_snapshot()


@pytest.fixture(scope="module")
def app(snapshot: Snapshot) -> Iterator[CachedResponses]:
    """Return the API with the answers kept for it."""
    api.dependency_overrides[current_snapshot] = lambda: snapshot
    kept = ResponseCache(lambda: snapshot.version)
    yield CachedResponses(CachingMiddleware(api, kept), kept)
    api.dependency_overrides.clear()


@pytest.fixture(scope="module")
def client(app: CachedResponses) -> TestClient:
    """Return a client of the API."""
    return TestClient(app)
