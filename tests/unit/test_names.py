"""What names of councils mean, as people write them."""

import pytest

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.gazetteer.names import Names
from regional_news.model import Ambiguous, Resolved
from regional_news.settings import settings


@pytest.fixture(scope="module")
def names() -> Names:
    """Return the names of the project's own gazetteer."""
    return Names(load_gazetteer(settings().data))


def test_newcastle_alone_is_ambiguous(names: Names) -> None:
    """Newcastle is on the Tyne and under Lyme; the region tells which."""
    assert isinstance(names.resolve("Newcastle"), Ambiguous)
    there = names.resolve("Newcastle", region="west-midlands")
    assert isinstance(there, Resolved)
    assert there.council.id == "newcastle-under-lyme"
