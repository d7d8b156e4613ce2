"""The briefs as GeoJSON."""

import json
from typing import Any

import pytest
from shapely.geometry import shape
from tests.unit.snapshot_builder import brief, build_snapshot, snapshot_of

from regional_news.exports import columns
from regional_news.exports.geojson import write_geojson
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot


def _written(snapshot: Snapshot) -> bytes:
    return b"".join(write_geojson(snapshot.index, snapshot.view(BriefFilter()).rows))


def _collection(snapshot: Snapshot) -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(_written(snapshot))
    return collection


def test_a_brief_has_a_feature_for_each_council() -> None:
    """Each feature says all of the brief and one council, at that council's point, lon first."""
    features = _collection(snapshot_of([brief(id="b1", councils="ballydún felpersham")]))[
        "features"
    ]
    assert [feature["properties"]["id"] for feature in features] == ["b1", "b1"]
    assert [feature["properties"]["council_id"] for feature in features] == [
        "ballydún",
        "felpersham",
    ]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [-7.9, 53.4]}
    assert features[0]["properties"]["council"] == "Comhairle Bhaile Dúin"
    assert features[0]["properties"]["themes"] == "Sensors & IoT"


def test_a_brief_without_a_place_is_a_feature_without_geometry() -> None:
    """No brief is missing because its councils are in doubt."""
    (feature,) = _collection(snapshot_of([brief(id="b1", councils="")]))["features"]
    assert feature["properties"]["id"] == "b1"
    assert feature["geometry"] is None


def test_every_file_is_what_rfc_7946_asks_for() -> None:
    """A FeatureCollection of Features, each with properties and a valid Point or nothing."""
    collection = _collection(build_snapshot())
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        assert set(feature) == {"type", "properties", "geometry"}
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        if feature["geometry"] is not None:
            point = shape(feature["geometry"])
            assert point.is_valid
            assert -180 <= point.x <= 180
            assert -90 <= point.y <= 90


def test_no_brief_is_an_empty_collection() -> None:
    """A filter that leaves nothing gives a collection without features."""
    assert _collection(snapshot_of([])) == {"type": "FeatureCollection", "features": []}


def test_hostile_text_stays_text() -> None:
    """Quotes, backslashes and control characters do not break out of their string."""
    text = '"}],"type":"x\\"\n\x00</script>'
    (feature,) = _collection(snapshot_of([brief(headline=text)]))["features"]
    assert feature["properties"]["headline"] == text


def test_stretches_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    """A selection written in several batches is the same file."""
    snapshot = build_snapshot()
    whole = _written(snapshot)
    monkeypatch.setattr(columns, "BATCH", 7)
    assert _written(snapshot) == whole
