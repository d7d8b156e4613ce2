"""Councils, names, themes, regions and coverage by the API."""

from http import HTTPStatus

import pytest
from starlette.testclient import TestClient

from regional_news.api.app import api
from regional_news.errors import DataError
from regional_news.query import BriefFilter
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot


def test_a_council_is_told_with_its_names_place_and_briefs(
    client: TestClient, snapshot: Snapshot
) -> None:
    """One council and the list of all say the same."""
    council = client.get("/api/v1/councils/llareggub").json()
    assert council["name"] == "Cyngor Llareggub"
    assert council["languages"] == {"cy": ["Cyngor Tŷ Llareggub"]}
    assert (council["region"], council["region_id"]) == ("Y Wlad", "gwlad")
    assert council["briefs"] == len(snapshot.view(BriefFilter(councils=("llareggub",))))
    assert council in client.get("/api/v1/councils").json()


def test_an_unknown_council_is_not_found(client: TestClient) -> None:
    """An id that no council has is told as such."""
    answer = client.get("/api/v1/councils/atlantis")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert answer.json()["detail"] == "No council has the id “atlantis”."


def test_a_name_is_resolved(client: TestClient) -> None:
    """A name is resolved as on the command line; a name that is none is an answer, no error."""
    answer = client.get("/api/v1/resolve?name=Felpersham&region=The+Loams&on=2023-04").json()
    assert answer["status"] == "resolved"
    assert answer["councils"][0]["id"] == "felpersham"
    unknown = client.get("/api/v1/resolve?name=Narnia")
    assert (unknown.status_code, unknown.json()["status"]) == (HTTPStatus.OK, "unknown")


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("", "name: Field required."),
        ("name=x&region=atlantis", "There is no region “atlantis”."),
        ("name=x&on=soon", "on: “soon” is not a date"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    client: TestClient, query: str, detail: str
) -> None:
    """The answer says what is wrong."""
    answer = client.get(f"/api/v1/resolve?{query}")
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert answer.json()["detail"].startswith(detail)


def test_themes_and_regions_count_their_briefs(client: TestClient, snapshot: Snapshot) -> None:
    """The lists behind the filters stand in their order, with a number for each."""
    themes = client.get("/api/v1/themes").json()
    assert [theme["id"] for theme in themes] == ["sensors", "ai", "libraries", "money"]
    assert themes[0]["briefs"] == len(snapshot.view(BriefFilter(themes=("sensors",))))
    regions = client.get("/api/v1/regions").json()
    assert [region["name"] for region in regions] == ["Loamshire", "Y Wlad", "Ériu"]
    assert sum(region["briefs"] for region in regions) < 48  # some stand under no region


def test_coverage_counts_a_filter(client: TestClient, snapshot: Snapshot) -> None:
    """A cell of the matrix holds as many briefs as the filter of its theme and region leaves."""
    told = client.get("/api/v1/coverage?issue=Echo+1").json()
    assert told["title"] == "Briefs in Echo 1"
    assert told["issues"] == [{"issue": "Echo 1", "briefs": told["briefs"]}]
    for cell in told["matrix"]:
        wanted = BriefFilter(themes=(cell["theme"],), regions=(cell["region"],), issues=("Echo 1",))
        assert cell["briefs"] == len(snapshot.view(wanted))


def test_without_data_the_answer_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the data cannot be read at all, the API says so and may be asked again."""

    def no_snapshot() -> Snapshot:
        raise DataError("regional_news.csv is missing; put it back into the data folder.")

    monkeypatch.setitem(api.dependency_overrides, current_snapshot, no_snapshot)
    answer = TestClient(api).get("/api/v1/themes")
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert answer.json()["detail"].startswith("regional_news.csv is missing")


def test_a_fault_is_no_traceback(monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot) -> None:
    """Where the program fails, the reader gets a sentence and the log gets the rest."""
    monkeypatch.setitem(api.dependency_overrides, current_snapshot, lambda: snapshot)
    monkeypatch.setattr("regional_news.api.resources.themes", lambda _snapshot: 1 / 0)
    answer = TestClient(api, raise_server_exceptions=False).get("/api/v1/themes")
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert answer.json()["title"] == "Internal Server Error"
    assert "division" not in answer.text
