"""How the tests of the API speak to it: in process, without a socket, on a small atlas."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.unit.atlas_builder import build_atlas

from regional_news.api.app import api
from regional_news.api.keeper import Keeper
from regional_news.api.kept import FromMemory, KeptAnswers
from regional_news.atlas import Atlas
from regional_news.shelf import current_atlas


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Return the atlas that the API answers from."""
    return build_atlas()


@pytest.fixture(scope="module")
def app(atlas: Atlas) -> Iterator[FromMemory]:
    """Return the API with the answers kept for it."""
    api.dependency_overrides[current_atlas] = lambda: atlas
    kept = KeptAnswers(lambda: atlas.version)
    yield FromMemory(Keeper(api, kept), kept)
    api.dependency_overrides.clear()


@pytest.fixture(scope="module")
def client(app: FromMemory) -> TestClient:
    """Return a client of the API."""
    return TestClient(app)
