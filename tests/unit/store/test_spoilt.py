"""What spreadsheets spoil is read, told in words, and mended in one step, in every store."""

import csv
import io
from pathlib import Path

import pytest

from regional_news.errors import StoreError
from regional_news.gazetteer.resolver import Resolver
from regional_news.ingest.spreadsheet_dates import date_readings
from regional_news.model import brief_id
from regional_news.reference import open_reference
from regional_news.store import Change, FileStore, RowCodec
from regional_news.store.change import RowChange
from regional_news.store.sheets import BRIEFS
from regional_news.store.spoilt import Spoil, Spoils
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


def found(rows: list[dict[str, str]], resolver: Resolver, *earlier: RowChange) -> list[Spoil]:
    """Return what is spoilt in rows, of which a journal tells earlier versions."""
    return list(Spoils(resolver, lambda: journal(*earlier)).found(rows))


def journal(*rows: RowChange) -> list[Change]:
    """Return a journal with one change of some rows."""
    told = [{"before": row.before, "after": row.after} for row in rows]
    return [Change.now("Ann", BRIEFS, {"what": "added", "rows": told}, old="a", new="b")]


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
    (spoil,) = found([row], resolver)
    assert told in spoil.words
    (made,) = Spoils(resolver).mended([row])
    assert made[column] == right if right else len(made[column]) == 12
    assert not found([made], resolver)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Feb-25", ["2025-02"]),
        ("February 2025", ["2025-02"]),
        ("14-Feb-25", ["2025-02-14"]),
        ("25/06/2025", ["2025-06-25"]),
        ("6/25/2025", ["2025-06-25"]),
        ("12/06/2025", ["2025-06-12", "2025-12-06"]),
        ("06/06/2025", ["2025-06-06"]),
        ("2025-02-14 00:00:00", ["2025-02-14"]),
        ("2025-02-01 00:00:00", ["2025-02-01", "2025-02"]),
        ("45702", ["2025-02-14"]),
        ("2025.0", ["2025"]),
        ("2025-02", []),
        ("someday", []),
        ("", []),
    ],
)
def test_what_a_spreadsheet_makes_of_a_date_is_read(written: str, meant: list[str]) -> None:
    """Each reading once; none where the date stands as it should, or is none at all."""
    assert list(map(str, date_readings(written))) == meant


def test_a_date_with_one_reading_is_mended_and_one_with_two_is_a_question(
    resolver: Resolver,
) -> None:
    """Nobody has to type what there is no doubt of, and nothing is guessed."""
    (one,) = found([ROW | {"published": "Feb-25"}], resolver)
    assert one.cells == {"published": "2025-02"}
    (two,) = found([ROW | {"published": "12/06/2025"}], resolver)
    assert not two.cells
    assert [each.words for each in two.readings] == ["12 June 2025", "6 December 2025"]
    answered = Spoils(resolver, answers={"12/06/2025": "2025-12-06"})
    assert answered.mended([ROW | {"published": "12/06/2025"}])[0]["published"] == "2025-12-06"


def test_a_date_is_told_by_what_the_brief_said_before_or_its_issue_says(
    resolver: Resolver,
) -> None:
    """Then even one with two readings is no question."""
    row = ROW | {"published": "12/06/2025"}
    earlier = RowChange(None, ROW | {"published": "2025-12-06"})
    assert found([row], resolver, earlier)[0].cells == {"published": "2025-12-06"}
    other = ROW | {"id": "bbbbbbbbbbbb", "summary": "Other.", "published": "2025-06-12"}
    assert found([row, other], resolver)[0].cells == {"published": "2025-06-12"}


def test_a_date_of_the_file_that_can_be_read_in_one_way_tells_the_others(
    resolver: Resolver,
) -> None:
    """A spreadsheet writes all of them in one order."""
    row, other = ROW | {"published": "12/06/2025"}, ROW | {"id": "b" * 12, "summary": "Other."}
    (first, _) = found([row, other | {"published": "25/06/2025", "issue": "Echo 8"}], resolver)
    assert first.cells == {"published": "2025-06-12"}
    (first, _) = found([row, other | {"published": "6/25/2025", "issue": "Echo 8"}], resolver)
    assert first.cells == {"published": "2025-12-06"}


@pytest.mark.parametrize(
    ("old", "written"),
    [
        ("123456789012", "1.23457E+11"),
        ("123456789012", "1,23457E+11"),
        ("012345678901", "12345678901"),
        ("12345678901e", "1.2E+11"),
        ("1234567e8901", "1.23E+15"),
    ],
)
def test_an_old_id_is_given_back_where_it_reads_as_the_number(
    resolver: Resolver, old: str, written: str
) -> None:
    """The journal knows the brief by its headline; links to it go on."""
    earlier = RowChange(None, ROW | {"id": old, "summary": "As it was before."})
    (spoilt,) = found([ROW | {"id": written}], resolver, earlier)
    is_number = old.isdigit()
    assert (spoilt.cells == {"id": old}) is is_number
    assert ("its old id back" in spoilt.words) is is_number


def test_an_id_that_nobody_knows_is_said_to_break_links(resolver: Resolver) -> None:
    """The new one is that of the brief's words, as it was given when it was added."""
    (spoil,) = found([ROW | {"id": "1.2E+11"}], resolver)
    assert spoil.cells == {"id": brief_id(ROW["issue"], "west-midlands", ROW["summary"])}
    assert "links to this brief that people have kept no longer work" in spoil.words


def test_the_brief_that_an_id_was_made_for_keeps_it(resolver: Resolver) -> None:
    """Also where a copy was sorted before it."""
    own = brief_id(ROW["issue"], "west-midlands", ROW["summary"])
    copied = ROW | {"id": own, "summary": "Something else."}
    first, second = Spoils(resolver).mended([copied, ROW | {"id": own}])
    assert second["id"] == own != first["id"]


@pytest.mark.parametrize("given", ["2349e0797487", "261130534247", "079925176280"])
def test_an_id_as_the_app_wrote_it_is_not_spoilt(resolver: Resolver, given: str) -> None:
    """Ids that look like numbers were given before, and stand as they were given."""
    assert not found([ROW | {"id": given}], resolver)


def test_small_numbers_that_somebody_gave_as_ids_stay(resolver: Resolver) -> None:
    """A person may number briefs."""
    assert not found([ROW | {"id": "1"}, ROW | {"id": "2", "summary": "Other."}], resolver)


@pytest.mark.parametrize("lines", ["all", "one"])
def test_a_file_in_an_encoding_of_windows_is_read_mended_and_taken_back(
    borsetshire: Path, codec: RowCodec, lines: str
) -> None:
    """What was read is told, nothing else is saved until it is mended, and undo gives every byte.

    Lines end as the app ends them, whatever ended them before.
    """
    whole = written(ROW, ROW | {"id": "b" * 12, "headline": "Été"})
    first, *others = whole.splitlines(keepends=True)
    others = [
        row.decode().encode("cp1252") if lines == "all" or not at else row
        for at, row in enumerate(others)
    ]
    path = borsetshire / BRIEFS
    path.write_bytes(before := b"".join([first, *others]))
    (fault,) = shaped(before)[1]
    assert "Windows-1252" in fault
    assert "“leader’s”" in fault
    store = FileStore(borsetshire)
    assert store.load(codec).frame["summary"].tolist() == [ROW["summary"]] * 2
    with pytest.raises(StoreError, match=r"^Nothing was saved: .* Mend it on Review first"):
        store.delete("b" * 12, codec, who="Ann", version=store.version())
    change = store.tidy(codec, "mended", who="Ann", version=store.version())
    assert change
    assert path.read_bytes() == whole.replace(b"\r\n", b"\n")
    assert not store.changes()[0].rows
    store.undo(who="Ann", change_id=change.id)
    assert path.read_bytes() == before


def test_a_copied_row_gets_an_id_of_its_own(resolver: Resolver) -> None:
    """The first one keeps it."""
    rows = [ROW, ROW | {"summary": "Something else."}, ROW | {"summary": "A third thing."}]
    ids = [row["id"] for row in Spoils(resolver).mended(rows)]
    assert ids[0] == ROW["id"]
    assert len({*ids}) == 3


def test_a_name_with_a_comma_is_one_name(resolver: Resolver) -> None:
    """What no comma parts into names stays as it is."""
    assert not found([ROW | {"councils": "Penny Hassett, Borsetshire"}], resolver)


def test_a_mended_file_ends_its_lines_as_the_app_does(borsetshire: Path, codec: RowCodec) -> None:
    """A spreadsheet ends them otherwise; what is inside of a cell stays."""
    own = ROW | {"id": "b" * 12, "summary": "First line.\nSecond line."}
    path, store = borsetshire / BRIEFS, FileStore(borsetshire)
    path.write_bytes(written(ROW | {"published": "Feb-25"}, own))
    store.tidy(codec, "mended 1 brief", who="Ann", version=store.version())
    assert path.read_bytes() == written(ROW, own).replace(b"\r\n", b"\n")


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


def test_the_journal_is_read_only_for_rows_that_may_be_spoilt(resolver: Resolver) -> None:
    """It grows for years, and most files are in order."""

    def unread() -> list[Change]:
        raise AssertionError

    assert not [*Spoils(resolver, unread).found([ROW])]
    with pytest.raises(AssertionError):
        [*Spoils(resolver, unread).found([ROW | {"published": "12/06/2025"}])]
