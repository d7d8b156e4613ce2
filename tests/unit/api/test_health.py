"""Whether the app can answer, as load balancers ask."""

from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from regional_news.api import health
from regional_news.api.health import healthz
from regional_news.errors import DataError
from regional_news.snapshot.snapshot import Snapshot


@pytest.fixture
def client() -> TestClient:
    """Return a client of an app that knows of its health alone."""
    return TestClient(Starlette(routes=[Route("/healthz", healthz)]))


def test_it_is_ready_when_the_data_is_loaded(
    client: TestClient, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loaded snapshot is told by its size; nobody keeps the answer."""
    monkeypatch.setattr(health, "loaded_snapshot", lambda: None)
    monkeypatch.setattr(health, "current_snapshot", lambda: snapshot)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "briefs": 48, "councils": 5}
    assert answer.headers["cache-control"] == "no-store"


def test_old_data_that_still_answers_is_ready_with_trouble(
    client: TestClient, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where newer data cannot be read, the last good data answers; no file is named to anybody."""
    troubled = replace(snapshot, trouble="councils.csv is missing")
    monkeypatch.setattr(health, "loaded_snapshot", lambda: None)
    monkeypatch.setattr(health, "current_snapshot", lambda: troubled)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["trouble"] == "The newest briefs cannot be read; the log tells why."


def test_it_is_not_ready_without_data(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any data there is nothing to show, and where the reason stands is told."""

    def no_snapshot() -> Snapshot:
        raise DataError("councils.csv is missing; restore it from the project.")

    monkeypatch.setattr(health, "loaded_snapshot", lambda: None)
    monkeypatch.setattr(health, "current_snapshot", no_snapshot)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "unready",
        "trouble": "The briefs cannot be read; the log tells why.",
    }
