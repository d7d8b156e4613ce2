"""What ``regional-news check`` says about a folder of fictional councils, right and wrong."""

import json
from pathlib import Path

import pytest
from data_folders import FROZEN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regional_news.model import brief_id
from regional_news.table.schema import FILE_COLUMNS
from regional_news.validation import Severity, check_data
from regional_news.validation.councils import COLUMNS

REGIONS = """\
[[region]]
id = "midshires"
name = "Midshires"
nation = "England"
code = ""
"""
THEMES = """\
[[theme]]
id = "iot_sensors"
label = "Sensors"
group = "technology"
definition = "Connected devices."
points.4 = ["sensor"]
"""
OUTLINES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"id": "midshires", "name": "Midshires"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[-3, 52], [-1, 52], [-1, 53], [-3, 53], [-3, 52]]],
            },
        }
    ],
}
BLANK = dict.fromkeys(COLUMNS, "") | {
    "type": "county council",
    "nation": "England",
    "region": "Midshires",
    "lat": "52.5",
    "lon": "-2",
    "status": "current",
}
COUNCILS = (
    {"id": "borsetshire", "name": "Borsetshire County Council", "short_name": "Borsetshire"},
    {
        "id": "felpersham",
        "name": "Felpersham City Council",
        "short_name": "Felpersham",
        "type": "non-metropolitan district",
        "parent": "borsetshire",
        "start": "2019-04-01",
        "predecessors": "borchester",
    },
    {
        "id": "borchester",
        "name": "Borchester Borough Council",
        "short_name": "Borchester",
        "type": "non-metropolitan district",
        "status": "abolished",
        "end": "2019-03-31",
        "successors": "felpersham",
    },
    {
        "id": "ambridge-on-am",
        "name": "Ambridge-on-Am District Council",
        "short_name": "Ambridge-on-Am",
        "aliases": "Ambridge",
        "type": "non-metropolitan district",
    },
    {
        "id": "ambridge-under-hill",
        "name": "Ambridge-under-Hill District Council",
        "short_name": "Ambridge-under-Hill",
        "aliases": "Ambridge",
        "type": "non-metropolitan district",
    },
)
SUMMARY = "Felpersham fits sensors in its bins."
BRIEF = {
    "id": brief_id("Issue 1", "midshires", SUMMARY),
    "issue": "Issue 1",
    "published": "2023-04",
    "region": "Midshires",
    "headline": "Bins with sensors",
    "summary": SUMMARY,
    "councils": "Felpersham City Council",
    "also_mentions": "",
    "themes": "iot_sensors",
    "source_title": "",
    "source_url": "",
}


def csv_text(columns: tuple[str, ...], rows: list[dict[str, str]]) -> str:
    """Return rows as CSV text, every cell quoted."""
    lines = [columns, *([row[column] for column in columns] for row in rows)]
    return "".join(",".join(f'"{cell}"' for cell in line) + "\n" for line in lines)


def write_councils(folder: Path, **changes: dict[str, str]) -> None:
    """Write councils.csv, with some cells of some councils changed."""
    rows = [{**BLANK, **row, **changes.get(row["id"].replace("-", "_"), {})} for row in COUNCILS]
    (folder / "councils.csv").write_text(csv_text(COLUMNS, rows), encoding="utf-8")


def write_briefs(folder: Path, *briefs: dict[str, str]) -> None:
    """Write regional_news.csv, each brief the usual one with some cells changed."""
    rows = [{**BRIEF, **brief} for brief in briefs]
    (folder / "regional_news.csv").write_text(csv_text(FILE_COLUMNS, rows), encoding="utf-8")


def said(folder: Path) -> list[str]:
    """Return what the check says."""
    return [str(finding) for finding in check_data(folder)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with nothing wrong in it."""
    (tmp_path / "regions.toml").write_text(REGIONS, encoding="utf-8")
    (tmp_path / "themes.toml").write_text(THEMES, encoding="utf-8")
    (tmp_path / "boundaries.geojson").write_text(json.dumps(OUTLINES), encoding="utf-8")
    aliases = "alias,council,since,by\nBorsetshire CC,borsetshire,2024-05-01,Lynda\n"
    (tmp_path / "aliases.csv").write_text(aliases, encoding="utf-8")
    write_councils(tmp_path)
    write_briefs(tmp_path, {})
    return tmp_path


def test_a_right_folder_gives_no_finding(data: Path) -> None:
    """Nothing is said where nothing is wrong; aliases.csv and ids may be missing."""
    assert said(data) == []
    (data / "aliases.csv").write_text("")
    assert said(data) == []
    (data / "aliases.csv").unlink()
    write_briefs(data, {"id": ""})
    assert said(data) == []


def test_a_name_in_doubt_is_a_note() -> None:
    """Data in order may leave a question open: here, that Galway could be two councils."""
    (finding,) = check_data(FROZEN)
    assert finding.severity is Severity.NOTE
    assert "“Galway”" in finding.sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"published": "May 2023"}, "is not a date like 2023, 2023-04 or 2023-04-25"),
        ({"published": "2023-02-30"}, "is not a day that exists"),
        ({"region": "Wessex", "id": ""}, "“Wessex” is not a region"),
        ({"themes": "iot_sensors; jam"}, "“jam” is not the id of a theme"),
        ({"headline": ""}, "“headline” is empty"),
        ({"councils": "Loxley Barrett Parish Council"}, "“Loxley Barrett Parish Council” in"),
        ({"councils": "Ambridge"}, "could be Ambridge-on-Am District Council or Ambridge-under"),
        ({"source_url": "javascript:alert(1)"}, "is no web address"),
        ({"source_url": "http://[broken"}, "is no web address"),
        ({"headline": "The binâ€™s lid"}, "holds a broken character near “The binâ€™s lid”"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line(
    data: Path, change: dict[str, str], sentence: str
) -> None:
    """Each mistake in a brief is one error that names the line and what is wrong."""
    write_briefs(data, {**change}, {"summary": "Another.", "id": ""})
    (finding,) = [each for each in check_data(data) if each.severity is Severity.ERROR]
    assert str(finding).startswith("regional_news.csv, line 2: ")
    assert sentence in finding.sentence


def test_lines_are_counted_as_a_spreadsheet_shows_them(data: Path) -> None:
    """A cell with a line break and a blank line count: a row is named by its first line."""
    write_briefs(data, {"headline": "Two\nlines", "id": ""}, {"summary": "Another.", "themes": ""})
    text = (data / "regional_news.csv").read_text(encoding="utf-8")
    (data / "regional_news.csv").write_text(text.replace("Two\nlines", "Two\n\nlines"))
    assert {finding.line for finding in check_data(data)} == {5}


def test_who_is_only_named_may_stay_in_doubt(data: Path) -> None:
    """An ambiguous council among those only named is a note, an unknown one an error."""
    write_briefs(data, {"also_mentions": "Ambridge; Penny Hassett"})
    assert [finding.severity for finding in check_data(data)] == [Severity.NOTE, Severity.ERROR]


@pytest.mark.parametrize("column", ["councils", "themes"])
def test_a_brief_that_no_council_or_theme_has_is_noted(data: Path, column: str) -> None:
    """It may be saved so and placed in review."""
    write_briefs(data, {column: ""})
    (finding,) = check_data(data)
    assert finding.severity is Severity.NOTE
    assert f"“{column}” is empty" in finding.sentence


def test_a_brief_that_was_mended_keeps_its_id(data: Path) -> None:
    """Feeds and links know it by the id that it began with."""
    write_briefs(data, {"id": "000000000000"})
    assert said(data) == []


@pytest.mark.parametrize("twin", [{"summary": SUMMARY.upper()}, {"summary": "It was mended."}])
def test_a_brief_that_is_there_twice_is_named(data: Path, twin: dict[str, str]) -> None:
    """The second brief with the same words or the same id is an error that points to the first."""
    write_briefs(data, {}, twin)
    assert said(data) == ["regional_news.csv, line 3: The brief stands in line 2 already."]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"id": "borsetshire"}, "The id “borsetshire” is taken by line 2."),
        ({"id": "Felpersham City"}, "An id is lower-case letters and digits"),
        ({"name": ""}, "The council has no name."),
        ({"lat": "north"}, "could not convert string to float"),
        ({"lat": "nan"}, "“nan” is not between -90 and 90 degrees"),
        ({"lon": "181"}, "“181” is not between -180 and 180 degrees"),
        ({"lat": "-2", "lon": "52.5"}, "lat and lon lie outside the council's region."),
        ({"region": "Wessex"}, "“Wessex” is not a region in regions.toml"),
        ({"status": "resting"}, "'resting' is not a valid CouncilStatus"),
        ({"start": "once"}, "“once” is not a date"),
        ({"end": "2018"}, "The council ends before it starts."),
        ({"parent": "darringtonshire"}, "“darringtonshire” in “parent” is no id in this file."),
        ({"predecessors": ""}, "“felpersham” does not have “borchester” among its predecessors."),
        ({"start": "2019-01-01"}, "The council ends after “felpersham”, which replaces it, starts"),
        ({"start": "2020-01-01"}, "The council does not end on the day before “felpersham” starts"),
        ({"status": "decided"}, "needs a start, the legislation or decision, and the day"),
        ({"status": "decided"}, "“felpersham”, which replaces it, is only “decided”."),
        ({"status": "abolished"}, "The council is abolished, so it needs an end."),
        ({"successors": "ambridge-on-am", "end": "2030"}, "“ambridge-on-am” does not have"),
    ],
)
def test_a_wrong_council_is_named(data: Path, change: dict[str, str], sentence: str) -> None:
    """Each mistake in councils.csv is found; the briefs wait until it is mended."""
    write_councils(data, felpersham=change)
    findings = [each for each in check_data(data) if each.file == "councils.csv"]
    assert any(sentence in each.sentence for each in findings)
    assert all(each.line >= 2 for each in findings)
    assert "regional_news.csv: note: Briefs are checked once" in said(data)[-1]


def test_a_replaced_council_needs_an_end(data: Path) -> None:
    """Without an end, date and lineage contradict each other."""
    write_councils(data, borchester={"end": ""})
    assert "councils.csv, line 4: “felpersham” replaces it, so it needs an end." in said(data)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Borset,borsetshyre,2024,L", "“borsetshyre” is no id in councils.csv."),
        (",borsetshire,2024,L", "The row has no alias; delete it or add one."),
        ("Borset,borsetshire,soon,L", "“soon” is not a date"),
        ("Borset,borsetshire,2024,L,M", "The row has 5 cells where the header has 4."),
    ],
)
def test_a_wrong_alias_is_named(data: Path, row: str, sentence: str) -> None:
    """What review has learnt is held to the gazetteer."""
    (data / "aliases.csv").write_text(f"alias,council,since,by\n{row}\n", encoding="utf-8")
    assert any(
        said_here.startswith("aliases.csv, line 2: ") and sentence in said_here
        for said_here in said(data)
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "line 1: The file is not JSON"),
        ("[]", "cannot be read"),
        pytest.param("[" * 100_000, "cannot be read", id="lists in lists"),
        ('{"features": null}', "cannot be read"),
        ('{"features": [1]}', "Feature 1 is no outline"),
        ('{"features": []}', "There is no outline of Midshires (midshires)."),
        (json.dumps(OUTLINES).replace('"midshires"', '"wessex"'), "“wessex” is no region"),
        (json.dumps(OUTLINES).replace("Polygon", "Point"), "its type is Point"),
        (json.dumps(OUTLINES).replace("[-3, 52]", "[]"), "Feature 1 is no outline"),
    ],
)
def test_wrong_outlines_are_named(data: Path, content: str, sentence: str) -> None:
    """A map file that the app could not draw is an error."""
    (data / "boundaries.geojson").write_text(content, encoding="utf-8")
    assert any(sentence in each for each in said(data) if each.startswith("boundaries.geojson"))


@pytest.mark.parametrize("name", ["regions.toml", "themes.toml"])
def test_a_broken_toml_file_is_named_with_its_line(data: Path, name: str) -> None:
    """The file's own name stands once, with the line where it breaks."""
    (data / name).write_text("\n\nid = \n", encoding="utf-8")
    first = said(data)[0]
    assert first.startswith(f"{name}, line 3: ")
    assert first.count(name) == 1


@pytest.mark.parametrize(
    "name",
    ["regional_news.csv", "councils.csv", "regions.toml", "themes.toml", "boundaries.geojson"],
)
def test_a_missing_file_is_named(data: Path, name: str) -> None:
    """Whatever is missing, the check goes on and says what."""
    (data / name).unlink()
    assert any(each.startswith(f"{name}: ") for each in said(data))


@pytest.mark.parametrize(
    ("name", "encoding", "is_mended"),
    [
        ("regional_news.csv", "cp1252", True),
        ("regional_news.csv", "utf-16", False),
        ("councils.csv", "cp1252", False),
        ("aliases.csv", "cp1252", False),
    ],
)
def test_review_is_named_only_for_what_it_mends(
    data: Path, name: str, encoding: str, *, is_mended: bool
) -> None:
    """It reads the briefs as Windows writes them, and nothing else."""
    text = (data / name).read_text(encoding="utf-8") + "é\n"
    (data / name).write_bytes(text.encode(encoding))
    (told,) = [each for each in said(data) if "not UTF-8" in each]
    assert told.startswith(name)
    assert ("Review" in told) is is_mended


def test_a_missing_column_is_named(data: Path) -> None:
    """A header without a column that is needed is one error, not one a row."""
    text = (data / "regional_news.csv").read_text(encoding="utf-8")
    (data / "regional_news.csv").write_text(text.replace('"themes"', '"subjects"', 1))
    assert said(data) == ["regional_news.csv, line 1: The header lacks themes."]


def test_a_broken_off_file_is_named(data: Path) -> None:
    """A quote that never ends hides the rest of the file: the line where it begins is named."""
    with (data / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write('"abc,def\n')
    assert said(data)[0].startswith("regional_news.csv, line 3: From here on nothing can be read")


def test_the_columns_are_the_shipped_files() -> None:
    """The columns that the check asks for are those of the project's own file."""
    with (FROZEN / "councils.csv").open(encoding="utf-8") as file:
        assert tuple(file.readline().strip().split(",")) == COLUMNS


@pytest.mark.parametrize("name", ["regional_news.csv", "councils.csv", "aliases.csv"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(noise=st.binary(max_size=30), at=st.floats(0, 1))
def test_noise_is_never_a_traceback(data: Path, name: str, noise: bytes, at: float) -> None:
    """Whatever bytes get into a file, the check answers in sentences."""
    path = data / name
    original = path.read_bytes()
    cut = int(at * len(original))
    path.write_bytes(original[:cut] + noise + original[cut:])
    try:
        assert all(each.endswith(".") for each in said(data))
    finally:
        path.write_bytes(original)
