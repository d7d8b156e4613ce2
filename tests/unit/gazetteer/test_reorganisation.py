"""A council that is to replace others: what is planned, refused and written."""

from pathlib import Path

import pytest
from data_folders import FROZEN

from regional_news.errors import DataError
from regional_news.gazetteer.reorganisation import NewCouncil, Row, plan, read_rows, written
from regional_news.model import PartialDate
from regional_news.validation import check_data


def row(council_id: str, name: str, **cells: str) -> Row:
    """Return a row of councils.csv."""
    columns = read_rows(FROZEN / "councils.csv")[0]
    usual = {"status": "current", "nation": "England", "region": "Midshires", "type": "district"}
    return dict.fromkeys(columns, "") | usual | {"id": council_id, "name": name} | cells


ROWS = [
    row("ambridge", "Ambridge District Council", lat="52", lon="-2", start="1974-04-01"),
    row("borsetshire", "Borsetshire County Council", type="county council", lat="60", lon="9"),
    row("felpersham", "Felpersham City Council", lat="53", lon="-3", successors="other"),
    row("old", "Old Council", status="abolished", end="2009-03-31"),
    row("far", "Far Council", region="Wessex", lat="51", lon="-1"),
    row("leaving", "Leaving Council", end="2027-03-31", lat="51", lon="-1"),
]


def new(
    *replaces: str, on: str = "2029-04-01", name: str = "Greater Felpersham Council"
) -> NewCouncil:
    """Return a council that is to replace others."""
    return NewCouncil(
        name, replaces, PartialDate.parse(on), "Borsetshire Order 2028", PartialDate(2028, 5, 2)
    )


def test_dates_and_lineage_are_worked_out_together() -> None:
    """The old ones end on the day before; each names the other; the county lends no point."""
    planned = plan(ROWS, new("felpersham", "ambridge", "borsetshire"))
    by_id = {each["id"]: each for each in planned.rows}
    made = by_id["greater-felpersham"]
    assert made["short_name"] == "Greater Felpersham"
    assert made["predecessors"] == "ambridge; borsetshire; felpersham"
    assert (made["status"], made["start"]) == ("decided", "2029-04-01")
    assert (made["lat"], made["lon"]) == ("52.50000", "-2.50000")
    assert (made["legislation"], made["known"]) == ("Borsetshire Order 2028", "2028-05-02")
    olds = ("ambridge", "borsetshire", "felpersham")
    assert {by_id[old]["end"] for old in olds} == {"2029-03-31"}
    assert by_id["felpersham"]["successors"] == "greater-felpersham; other"
    assert planned.lines[0].startswith("Greater Felpersham Council will start on 1 April 2029")
    assert ROWS[0]["end"] == "", "planning changes nothing"


@pytest.mark.parametrize(
    ("on", "end"), [("2028-04", "2028-03"), ("2028-01", "2027-12"), ("2028-03-01", "2028-02-29")]
)
def test_the_end_is_as_exact_as_the_start(on: str, end: str) -> None:
    """A month follows a month, a day a day."""
    planned = plan(ROWS, new("ambridge", on=on))
    assert next(each["end"] for each in planned.rows if each["id"] == "ambridge") == end


@pytest.mark.parametrize(
    ("council", "sentence"),
    [
        (new("nowhere"), "“nowhere” is no id in councils.csv"),
        (new("old"), "only one in office can be replaced"),
        (new("leaving"), "ends on 2027-03-31 already"),
        (new("ambridge", "far"), "lie in several regions"),
        (new("ambridge", name="Felpersham Council"), "There is a council “felpersham” already"),
        (new(), "Name the councils that it replaces"),
    ],
)
def test_what_the_register_contradicts_is_refused(council: NewCouncil, sentence: str) -> None:
    """The sentence says what stands against it."""
    with pytest.raises(DataError, match=sentence):
        plan(ROWS, council)


def test_what_is_written_is_in_order(frozen_copy: Path) -> None:
    """The register with the new council passes the check, and its other rows are as before."""
    path = frozen_copy / "councils.csv"
    before = path.read_text(encoding="utf-8").splitlines()
    path.write_bytes(written(plan(read_rows(path), new("exeter", "east-devon")).rows))
    after = path.read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before) + 1
    assert len(set(before) - set(after)) == 2
    assert [str(each) for each in check_data(frozen_copy) if each.severity == "error"] == []


@pytest.fixture
def frozen_copy(tmp_path: Path) -> Path:
    """Return a copy of the frozen data folder."""
    for file in FROZEN.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path
