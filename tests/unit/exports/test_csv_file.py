"""The briefs as CSV."""

import csv
import io

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.snapshot_builder import brief, build_snapshot, snapshot_of

from regional_news.exports import columns
from regional_news.exports.columns import COLUMNS
from regional_news.exports.csv_file import guarded, write_csv
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import unguarded

RISKY = tuple("=+-@\t\r\n＝＋－＠")


def _written(snapshot: Snapshot) -> bytes:
    return b"".join(write_csv(snapshot.index, snapshot.view(BriefFilter()).rows))


def _rows(snapshot: Snapshot) -> list[dict[str, str]]:
    text = _written(snapshot).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_brief_is_a_row_with_the_names_that_people_read() -> None:
    """Names, ids, codes and points of the councils stand in the same order, joined by “; ”."""
    snapshot = snapshot_of(
        [brief(councils="ballydún felpersham", themes="ai money", region="eriu")]
    )
    (row,) = _rows(snapshot)
    assert tuple(row) == COLUMNS
    assert row["region"] == "Ériu"
    assert row["councils"] == "Comhairle Bhaile Dúin; Felpersham City Council"
    assert row["council_ids"] == "ballydún; felpersham"
    assert row["gss_codes"] == "; X07000001"
    assert (row["lat"], row["lon"]) == ("53.4; 52.25", "-7.9; -2.05")
    assert (row["themes"], row["theme_ids"]) == ("AI; Money", "ai; money")


def test_the_file_is_utf_8_with_a_mark_that_excel_knows() -> None:
    """Welsh and Irish letters survive, and the byte order mark tells Excel how to read them."""
    snapshot = snapshot_of([brief(headline="Ŵyn a’r tŷ: seirbhísí", councils="llareggub")])
    assert _written(snapshot).startswith(b"\xef\xbb\xbfid,issue,")
    assert _rows(snapshot)[0]["headline"] == "Ŵyn a’r tŷ: seirbhísí"


def test_no_brief_gives_a_header_alone() -> None:
    """A filter that leaves nothing gives a file that says so."""
    assert _written(snapshot_of([])).decode("utf-8-sig") == ",".join(COLUMNS) + "\n"


def test_what_stands_on_several_lines_stays_in_its_cell() -> None:
    """Quotes, commas and line ends inside a text do not break the table."""
    text = 'He said: "no, never".\nThen, yes.'
    assert _rows(snapshot_of([brief(summary=text)]))[0]["summary"] == text


@pytest.mark.parametrize("first", RISKY)
def test_no_text_begins_like_a_formula(first: str) -> None:
    """A text that a spreadsheet would run gets an apostrophe; taken away, it is as it was."""
    hostile = f'{first}HYPERLINK("http://evil.example")'
    texts = {"headline": hostile, "summary": hostile, "issue": hostile, "source_title": hostile}
    (row,) = _rows(snapshot_of([brief(**texts)]))
    for column in texts:
        assert row[column] == f"'{hostile}"
        assert unguarded(row[column]) == hostile


@given(st.one_of(st.text(), st.text(alphabet="'=+-@\t\r\n＝a")))
def test_guarding_loses_no_character(text: str) -> None:
    """Whatever a text is, it is harmless when guarded and comes back when unguarded."""
    (kept,) = guarded(pa.array([text], pa.large_string())).to_pylist()
    assert not kept.startswith(RISKY)
    assert unguarded(kept) == text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_web_addresses_are_given(url: str) -> None:
    """Whoever opens the file may follow the address, so that it is http, https or nothing."""
    assert _rows(snapshot_of([brief(source_url=url)]))[0]["source_url"] == ""


def test_points_are_numbers() -> None:
    """A longitude west of Greenwich begins with a minus and is no formula."""
    frame = pd.read_csv(io.BytesIO(_written(snapshot_of([brief()]))))
    assert frame.loc[0, ["lat", "lon"]].tolist() == [52.25, -2.05]


def test_stretches_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    """A selection written in several batches is the same file."""
    snapshot = build_snapshot()
    whole = _written(snapshot)
    monkeypatch.setattr(columns, "BATCH", 7)
    assert _written(snapshot) == whole
