"""What a data folder's notice says goes with its briefs wherever they are taken."""

import io
from collections.abc import Iterator

import feedparser
import openpyxl
import pytest
from starlette.testclient import TestClient
from tests.unit.snapshot_builder import brief, snapshot_of

from regional_news.api.app import api
from regional_news.exports import download
from regional_news.query import BriefFilter
from regional_news.snapshot.cache import current_snapshot

NOTICE = "Invented <briefs>, for trying the app."
VIEW = snapshot_of([brief()], NOTICE).view(BriefFilter())


@pytest.fixture
def told(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give what the API's document says of itself, with the notice that a test asks for."""
    api.dependency_overrides[current_snapshot] = lambda: snapshot_of([brief()], request.param)
    yield TestClient(api).get("/api/openapi.json").json()["info"].get("description", "")
    api.dependency_overrides.clear()


def test_the_second_sheet_begins_with_it() -> None:
    """Whoever opens the file learns it before anything else, and cites it."""
    book = openpyxl.load_workbook(io.BytesIO(download(VIEW, "xlsx").read()))
    facts = dict(book["About"].iter_rows(values_only=True))
    assert next(iter(facts.items())) == ("Notice", NOTICE)
    assert facts["Citation"].endswith(NOTICE)


def test_the_briefing_says_it_as_text() -> None:
    """The page that is taken away has it, escaped."""
    page = download(VIEW, "html").read().decode()
    assert "Invented &lt;briefs&gt;, for trying the app." in page
    assert "<briefs>" not in page


def test_the_feed_says_it_below_its_title() -> None:
    """A feed reader shows it with the feed."""
    assert "Invented" in feedparser.parse(download(VIEW, "atom").read()).feed.subtitle


def test_a_picture_says_it_at_its_foot() -> None:
    """It goes wherever the picture goes."""
    assert "Invented" in download(VIEW, "svg").read().decode()


@pytest.mark.parametrize("told", [NOTICE, ""], indirect=True, ids=["a notice", "none"])
def test_the_document_of_the_api_says_it(told: str, request: pytest.FixtureRequest) -> None:
    """Programs are written by people, who read it; without a notice there is nothing to say."""
    assert told == request.node.callspec.params["told"]
