"""One test, every store."""

from pathlib import Path

import pytest
from tests.unit.store.places import Files, Place


@pytest.fixture
def files(borsetshire: Path) -> Files:
    """Return a folder with no brief."""
    return Files(borsetshire)


@pytest.fixture(params=["files"])
def place(request: pytest.FixtureRequest) -> Place:
    """Return each kind of store in turn, with no brief."""
    found: Place = request.getfixturevalue(request.param)
    return found
