"""The briefs by the API: the page's filter as data."""

import io
import json
from http import HTTPStatus

import pandas as pd
import pytest
from starlette.testclient import TestClient

from regional_news.api import app as api_module
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot

BRIEFS = "/api/v1/briefs"


def test_an_address_of_the_page_is_an_address_of_the_api(
    client: TestClient, snapshot: Snapshot
) -> None:
    """The same query string gives the same briefs, other spellings included."""
    wanted = BriefFilter(regions=("gwlad",), themes=("sensors", "ai"), q="môn")
    answer = client.get(f"{BRIEFS}?region=Y+WLAD&theme=Sensors+%26+IoT&theme=ai&q=Mon")
    assert [brief["id"] for brief in answer.json()] == list(snapshot.view(wanted).frame["id"])
    assert answer.headers["x-total-count"] == str(len(snapshot.view(wanted)))


def test_one_brief_has_an_address(client: TestClient) -> None:
    """A brief found in the list is found by its id, and is the same."""
    first = client.get(f"{BRIEFS}?limit=1").json()[0]
    assert client.get(f"{BRIEFS}/{first['id']}").json() == first


def test_pages_link_to_each_other(client: TestClient, snapshot: Snapshot) -> None:
    """Following “next” from the first page reads every brief once, in order."""
    ids, address = [], f"{BRIEFS}?limit=20&theme=sensors&theme=money&theme=ai"
    first = address
    while address:
        page = client.get(address)
        ids += [brief["id"] for brief in page.json()]
        address = page.links.get("next", {}).get("url", "")
    wanted = BriefFilter(themes=("sensors", "money", "ai"))
    assert ids == list(snapshot.view(wanted).frame["id"])
    assert len(ids) > 20
    links = client.get(f"{first}&offset=20").links
    assert {"first", "prev", "last"} <= set(links)
    assert "offset=0" in links["prev"]["url"]
    assert client.get(f"{first}&offset=1000").json() == []


def test_json_comes_in_pages_and_files_come_whole(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Spreadsheets and maps do not follow links, so that CSV and GeoJSON hold every brief."""
    monkeypatch.setattr(api_module, "MOST", 10)  # more than that is streamed
    assert len(client.get(f"{BRIEFS}?format=csv").text.splitlines()) > 48
    ids = {
        each["properties"]["id"]
        for each in client.get(f"{BRIEFS}?format=geojson").json()["features"]
    }
    assert len(ids) == 48
    assert "link" not in client.get(f"{BRIEFS}?format=csv").headers
    assert "link" in client.get(f"{BRIEFS}?format=csv&limit=5").headers


def test_pandas_reads_csv_and_json(client: TestClient, snapshot: Snapshot) -> None:
    """The one-liners of the guide give every brief, letters intact."""
    view = snapshot.view(BriefFilter())
    as_csv = pd.read_csv(io.BytesIO(client.get(f"{BRIEFS}?format=csv").content), dtype={"id": str})
    as_json = pd.read_json(io.BytesIO(client.get(BRIEFS).content), dtype={"id": str})
    for frame in (as_csv, as_json):
        assert list(frame["id"]) == list(view.frame["id"])
        assert list(frame["headline"]) == list(view.frame["headline"])
    assert "Seirbhísí digiteacha" in " ".join(as_csv["headline"])


@pytest.mark.parametrize(
    ("query", "detail", "known"),
    [
        ("regoin=gwlad", "“regoin” is not a parameter", "parameters"),
        ("region=atlantis", "Nothing answers to region “atlantis”.", "region"),
        ("theme=ai&theme=flags", "Nothing answers to theme “flags”.", "theme"),
        ("council=", "Nothing answers to council “”.", "council"),
        ("issue=Echo+99", "Nothing answers to issue “Echo 99”.", "issue"),
    ],
)
def test_what_nothing_answers_to_is_refused(
    client: TestClient, query: str, detail: str, known: str
) -> None:
    """A slip does not silently give other briefs: the answer names it and what would be right."""
    answer = client.get(f"{BRIEFS}?{query}")
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["detail"].startswith(detail)
    assert problem["title"] == "Bad Request"
    assert list(problem["known"]) == [known]
    assert problem["known"][known]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=1001", "limit=ten", "offset=-1", "format=xml", "since=2023-02-30"]
)
def test_a_value_of_the_wrong_kind_is_refused(client: TestClient, query: str) -> None:
    """The answer names the parameter."""
    answer = client.get(f"{BRIEFS}?{query}")
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert query.split("=", maxsplit=1)[0] in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/api", "/api/v1", "/api/v1/nothing", f"{BRIEFS}/", "/api/docs"])
def test_where_there_is_nothing_the_answer_says_so(client: TestClient, path: str) -> None:
    """Unknown addresses are problems too, not pages."""
    answer = client.get(path)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert answer.json()["detail"].startswith("There is nothing at")


def test_an_unknown_brief_is_not_found(client: TestClient) -> None:
    """An id that no brief has is told as such."""
    assert client.get(f"{BRIEFS}/nothing").json()["detail"] == "No brief has the id “nothing”."


def test_only_reading_is_answered(client: TestClient) -> None:
    """The API changes nothing, so that it takes GET and HEAD alone."""
    answer = client.post(BRIEFS, content=json.dumps({}))
    assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert answer.json()["title"] == "Method Not Allowed"


def test_the_feed_links_to_this_server(client: TestClient) -> None:
    """A feed knows its own address and refuses a page that it does not have."""
    feed = client.get("/feed.atom?region=gwlad")
    assert feed.headers["content-type"] == "application/atom+xml"
    assert 'href="http://testserver/feed.atom?region=gwlad" rel="self"' in feed.text
    beyond = client.get("/feed.atom?page=2")
    assert beyond.status_code == HTTPStatus.NOT_FOUND
    assert beyond.json()["detail"] == "The feed ends at page 1; ask for that or one before."


def test_the_briefing_is_a_page(client: TestClient) -> None:
    """The page to print is served for any filter."""
    page = client.get("/briefing?region=gwlad")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>Briefs from Y Wlad</h1>" in page.text
