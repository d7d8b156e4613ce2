"""The briefs as JSON."""

import json

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.snapshot_builder import brief, build_snapshot, snapshot_of

from regional_news.exports import columns, json_file, jsontext
from regional_news.exports.json_file import json_briefs, write_json, write_page
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot


def _written(snapshot: Snapshot) -> bytes:
    return b"".join(write_json(snapshot.index, snapshot.view(BriefFilter()).rows))


def test_a_brief_is_an_object_with_names_beside_ids() -> None:
    """Regions and themes have id and name, councils also their code and point."""
    row = brief(councils="ballydún", also_mentions="felpersham", region="eriu", themes="sensors")
    (told,) = json.loads(_written(snapshot_of([row])))
    assert told["region"] == "Ériu"
    assert told["region_id"] == "eriu"
    assert told["councils"] == [
        {
            "id": "ballydún",
            "name": "Comhairle Bhaile Dúin",
            "gss_code": "",
            "lat": 53.4,
            "lon": -7.9,
        }
    ]
    assert [council["id"] for council in told["also_mentions"]] == ["felpersham"]
    assert told["themes"] == [{"id": "sensors", "label": "Sensors & IoT"}]


def test_a_brief_without_councils_and_themes_has_empty_lists() -> None:
    """What a brief does not have is empty, never missing."""
    (told,) = json.loads(_written(snapshot_of([brief(councils="", themes="", region="")])))
    assert (told["councils"], told["themes"], told["region"]) == ([], [], "")


def test_no_brief_is_an_empty_list() -> None:
    """A filter that leaves nothing gives an array without elements."""
    assert json.loads(_written(snapshot_of([]))) == []


@given(st.lists(st.one_of(st.text(), st.text(alphabet='"\\\b\f\n\r\t\0\x1f\x7f\u2028{}'))))
def test_every_text_comes_back_from_json(texts: list[str]) -> None:
    """Quotes, backslashes and control characters are escaped as JSON asks."""
    written = jsontext.escaped(pa.array(texts, pa.large_string())).to_pylist()
    assert [json.loads(f'"{text}"') for text in written] == texts


def test_batches_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    """A selection written in several batches is the same file."""
    snapshot = build_snapshot()
    whole = _written(snapshot)
    monkeypatch.setattr(columns, "BATCH", 7)
    assert _written(snapshot) == whole


@given(st.lists(st.lists(st.integers(0, 7), unique=True), max_size=5), st.integers(0, 9))
def test_a_page_is_the_same_as_the_file(pages: list[list[int]], most_kept: int) -> None:
    """Whatever was asked for before and however few briefs are kept, pages hold the same bytes."""
    index = snapshot_of([brief(headline=f"Brief “{number}”") for number in range(8)]).index
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_file, "MOST_KEPT", most_kept)
        for page in pages:
            rows = np.array(page, dtype=np.int64)
            whole = b"".join(write_json(index, rows))
            assert b"".join(write_page(index, rows)) == whole
            assert list(map(json.loads, json_briefs(index, rows))) == json.loads(whole)
            assert len(json_file._WRITTEN_LATELY[index]) <= most_kept + len(index)
