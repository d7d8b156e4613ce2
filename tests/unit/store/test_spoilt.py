"""What spreadsheets spoil is read, told in words, and mended in one step, in every store."""

import csv
import io
from pathlib import Path

import pytest

from regional_news.gazetteer.resolver import Resolver
from regional_news.reference import open_reference
from regional_news.store import FileStore, RowCodec
from regional_news.store.sheets import BRIEFS
from regional_news.store.spoilt import mended, spoils
from regional_news.table.schema import FILE_COLUMNS
from regional_news.table.shape import shaped

ROW = dict.fromkeys(FILE_COLUMNS, "") | {
    "id": "aaaaaaaaaaaa",
    "issue": "Echo 7",
    "published": "2025-02",
    "region": "West Midlands",
    "headline": "Felpersham buys drones",
    "summary": "Felpersham City Council has bought drones – its leader’s own words.",
    "councils": "Felpersham City Council",
    "themes": "iot_sensors",
}


@pytest.fixture
def codec(borsetshire: Path) -> RowCodec:
    """Return what reads and writes rows with the councils of Borsetshire."""
    return RowCodec(open_reference(borsetshire))


@pytest.fixture
def resolver(codec: RowCodec) -> Resolver:
    """Return the names of Borsetshire."""
    return codec.reference.resolver


def written(*rows: dict[str, str], separator: str = ",", header: tuple[str, ...] = ()) -> bytes:
    """Return rows as a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(header or FILE_COLUMNS)
    writer.writerows([row[column] for column in FILE_COLUMNS] for row in rows)
    return text.getvalue().encode()


def test_a_file_in_shape_keeps_every_byte() -> None:
    """Nothing is said of it."""
    assert shaped(written(ROW)) == (written(ROW), ())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (written(ROW, separator=";"), "semicolons"),
        (written(ROW, separator="\t"), "tabs"),
        (written(ROW, header=tuple(each.title() for each in FILE_COLUMNS)), "capitals"),
    ],
)
def test_a_file_in_another_shape_is_read(codec: RowCodec, data: bytes, told: str) -> None:
    """What is otherwise is said, and every brief is there."""
    shape, faults = shaped(data)
    assert told in " ".join(faults)
    assert codec.reader.parse(shape).frame["councils"].tolist() == ["felpersham"]


def test_of_two_columns_with_one_name_the_first_counts_and_that_is_said() -> None:
    """Nobody is left to wonder which one is shown."""
    data = b"id,summary,summary\na,First,Second\n"
    shape, faults = shaped(data)
    assert shape == b"id,summary\na,First\n"
    assert faults == ("It has the column “summary” 2 times; the first one counts.",)


@pytest.mark.parametrize(
    ("cells", "told", "column", "right"),
    [
        (
            {"summary": ROW["summary"].encode().decode("cp1252")},
            "broken characters",
            "summary",
            ROW["summary"],
        ),
        ({"id": "1.23457E+11"}, "a number as its id", "id", None),
        ({"id": "1,23457E+11"}, "a number as its id", "id", None),
        (
            {"councils": "Felpersham City Council, Ambridge Borough Council"},
            "commas",
            "councils",
            "Felpersham City Council; Ambridge Borough Council",
        ),
    ],
)
def test_each_spoilt_cell_is_told_and_mended(
    resolver: Resolver, cells: dict[str, str], told: str, column: str, right: str | None
) -> None:
    """And what is mended is spoilt no more."""
    row = ROW | cells
    (spoil,) = spoils([row], resolver)
    assert told in spoil.words
    (made,) = mended([row], resolver)
    assert made[column] == right if right else len(made[column]) == 12
    assert not list(spoils([made], resolver))


def test_a_copied_row_gets_an_id_of_its_own(resolver: Resolver) -> None:
    """The first one keeps it."""
    rows = [ROW, ROW | {"summary": "Something else."}, ROW | {"summary": "A third thing."}]
    ids = [row["id"] for row in mended(rows, resolver)]
    assert ids[0] == ROW["id"]
    assert len({*ids}) == 3


def test_a_name_with_a_comma_is_one_name(resolver: Resolver) -> None:
    """What no comma parts into names stays as it is."""
    assert not list(spoils([ROW | {"councils": "Penny Hassett, Borsetshire"}], resolver))


@pytest.mark.parametrize("separator", [",", ";"])
def test_one_step_mends_a_file_and_is_taken_back(
    borsetshire: Path, codec: RowCodec, separator: str
) -> None:
    """The rows that were whole keep their bytes, and undo puts back all."""
    rows = [ROW, ROW | {"summary": "Something else."}]
    path = borsetshire / BRIEFS
    path.write_bytes(written(*rows, separator=separator))
    before, store = path.read_bytes(), FileStore(borsetshire)
    change = store.tidy(codec, "mended 1 brief", who="Ann", version=store.version())
    assert change is not None
    data, faults = shaped(path.read_bytes())
    assert not faults
    ids = [row["id"] for row in csv.DictReader(io.StringIO(data.decode(), newline=""))]
    assert ids[0] == ROW["id"]
    assert ids[1] != ROW["id"]
    assert store.tidy(codec, "again", who="Ann", version=store.version()) is None
    store.undo(who="Ann", change_id=change.id)
    assert path.read_bytes() == before
