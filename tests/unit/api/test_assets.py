"""The map's own files come from this server."""

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from regional_news.api import ResponseCache, assets, routes
from regional_news.api.assets import council_names, leaflet, map_code
from regional_news.errors import DataError
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import fold


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Return a client of an app with nothing but the map’s files."""
    return TestClient(Starlette(routes=[Mount("/vendor/leaflet", leaflet())]))


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("leaflet.js", "text/javascript"),
        ("leaflet.css", "text/css"),
        ("images/marker-icon.png", "image/png"),
    ],
)
def test_leaflet_is_served_and_kept(client: TestClient, name: str, media_type: str) -> None:
    """Leaflet's files arrive with their media type and may be kept by the browser."""
    answer = client.get(f"/vendor/leaflet/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert answer.headers["cache-control"] == "public, max-age=604800"


def test_an_unchanged_file_is_not_sent_again(client: TestClient) -> None:
    """A browser that asks again with the file's tag gets 304 and no body."""
    tag = client.get("/vendor/leaflet/leaflet.js").headers["etag"]
    again = client.get("/vendor/leaflet/leaflet.js", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_names_of_councils_are_served_folded() -> None:
    """The names by which councils are found are as a search compares them."""
    app = Starlette(routes=[Route("/names", council_names)])
    label, names, *_ = TestClient(app).get("/names").json()["kings-lynn-and-west-norfolk"]
    assert label == "Borough Council of King's Lynn and West Norfolk"
    assert "kings lynn" in names
    assert names == fold(names)


@pytest.mark.parametrize("name", ["nothing.js", "..%2f__init__.py", "%2e%2e/__init__.py"])
def test_nothing_else_of_the_package_is_served(client: TestClient, name: str) -> None:
    """Names outside the package's data folder are not found."""
    assert client.get(f"/vendor/leaflet/{name}").status_code == 404


def test_names_without_data_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong is told in a sentence, as by the rest of the API."""

    def nothing() -> Snapshot:
        raise DataError("councils.csv is missing; put it back.")

    monkeypatch.setattr(assets, "current_snapshot", nothing)
    app = Starlette(routes=[Route("/names", council_names)])
    answer = TestClient(app).get("/names")
    assert answer.status_code == 503
    assert answer.json()["detail"] == "councils.csv is missing; put it back."


@pytest.mark.parametrize("name", ["news-map.js", "council-names.json"])
def test_what_knows_the_councils_is_asked_for_anew_and_sent_once(name: str) -> None:
    """A browser asks each time whether the councils have changed, and is sent little."""
    client = TestClient(Starlette(routes=routes(ResponseCache())))
    first = client.get(f"/assets/{name}")
    assert first.headers["cache-control"] == "private, no-cache"
    assert first.headers["content-encoding"] == "gzip"
    assert '"highland"' in first.text
    again = client.get(f"/assets/{name}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_map_is_drawn_without_data_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says what is missing; the map shows the outlines."""

    def nothing() -> Snapshot:
        raise DataError("councils.csv is missing; put it back.")

    monkeypatch.setattr(assets, "current_snapshot", nothing)
    answer = TestClient(Starlette(routes=[Route("/map", map_code)])).get("/map")
    assert answer.status_code == 200
    assert "window.COUNCILS = [];" in answer.text
