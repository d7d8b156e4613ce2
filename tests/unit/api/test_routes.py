"""What is served beside the pages, on the project's own data."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from regional_news.api import ResponseCache, routes


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Return a client of the routes alone."""
    return TestClient(Starlette(routes=routes(ResponseCache())))


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/healthz", "application/json"),
        ("/api/v1/briefs?region=Cymru", "application/json"),
        ("/api/v1/briefs?format=geojson", "application/geo+json"),
        ("/api/openapi.json", "application/json"),
        ("/feed.atom?region=wales&theme=iot_sensors", "application/atom+xml"),
        ("/briefing?theme=iot_sensors", "text/html"),
        ("/briefing/?theme=iot_sensors", "text/html"),
        ("/feed.atom/", "application/atom+xml"),
        ("/api/v1/regions/?utm_source=newsletter&fbclid=x", "application/json"),
        ("/latest", "text/html"),
        ("/region/wales", "text/html"),
        ("/sitemap.xml", "application/xml"),
        ("/assets/news-map.js", "text/javascript"),
    ],
)
def test_every_route_answers(client: TestClient, path: str, media_type: str) -> None:
    """Each address answers with what it says it is."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media_type


@pytest.mark.parametrize("base_path", ["news", "/city/news/"])
def test_below_a_base_path_everything_is_there_and_nowhere_else(base_path: str) -> None:
    """API, feed and the map's files answer below it, and the feed links to where it is."""
    below = TestClient(Starlette(routes=routes(ResponseCache(), base_path)))
    root = "/" + base_path.strip("/")
    for path in (
        "/healthz",
        "/api/v1/regions",
        "/assets/news-map.js",
        "/vendor/leaflet/leaflet.js",
    ):
        assert below.get(root + path).status_code == 200
        assert below.get(path).status_code == 404
    feed = below.get(f"{root}/feed.atom?region=wales").text
    assert f'href="http://testserver{root}/feed.atom?region=wales" rel="self"' in feed


def test_what_is_not_there_is_told_as_data(client: TestClient) -> None:
    """Below /api nothing falls through to the pages."""
    assert client.get("/api").status_code == 404
    assert client.get("/api/").headers["content-type"] == "application/problem+json"
