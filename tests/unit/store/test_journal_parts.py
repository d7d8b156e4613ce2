"""The journal is parted by year and size, and is one journal all the same."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.store.places import in_year

from regional_news.store.change import Change
from regional_news.store.exported import parts_of
from regional_news.store.files import log
from regional_news.store.files.edit import Edit
from regional_news.store.files.journal import Journal
from regional_news.table.schema import FILE_COLUMNS

BRIEFS = "regional_news.csv"
STEPS = st.lists(st.tuples(st.integers(0, 2), st.one_of(st.none(), st.integers(0, 9))), max_size=12)
"""How many years pass before each step, and which change is taken back, None: one is made."""


HEADER = ",".join(FILE_COLUMNS)


def row(text: str) -> str:
    """Return a row of the briefs with an id and a text in it: ``row("1,a")``."""
    brief_id, _, summary = text.partition(",")
    told = {"id": brief_id, "summary": summary}
    return ",".join(told.get(column, "") for column in FILE_COLUMNS)


def add(journal: Journal, text: str) -> Change:
    """Add a row at the end of the briefs."""
    change = journal.make(
        BRIEFS,
        lambda old: Edit(len(old), "", f"{row(text)}\n", "added a brief"),
        who="Ann",
        version=journal.version(),
    )
    assert change
    return change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder without a brief."""
    (tmp_path / BRIEFS).write_text(f"{HEADER}\n", encoding="utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    """Return the names of the journal's files."""
    return [path.name for path in parts_of(folder) if path.exists()]


def test_a_copy_of_the_journal_is_no_part_of_it(folder: Path) -> None:
    """Whatever somebody calls it: what it tells is not told twice, and a year begins a file."""
    journal = Journal(folder)
    made = [add(journal, "1,a")]
    for name in ("journal-old-2024.jsonl", "journal-1-copy.jsonl", "journal-001-2024-copy.jsonl"):
        (folder / name).write_bytes((folder / "journal.jsonl").read_bytes())
    assert list(journal.changes()) == made
    made.append(add(journal, "2,b"))
    assert list(journal.changes()) == made


def test_a_year_begins_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old one is laid aside, whole, with the year in which it was begun."""
    in_year(monkeypatch, 2024)
    journal = Journal(folder)
    made = [add(journal, "1,a")]
    for year in (2024, 2025, 2025, 2027):
        in_year(monkeypatch, year)
        made.append(add(journal, f"{len(made) + 1},a"))
    assert names(folder) == ["journal-001-2024.jsonl", "journal-002-2025.jsonl", "journal.jsonl"]
    assert journal.changes() == tuple(made)


def test_a_large_file_is_followed_by_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a thousand times, too, in their order."""
    monkeypatch.setattr(log, "MOST_BYTES", 0)
    (folder / "journal-999-2024.jsonl").write_text("", encoding="utf-8")
    journal = Journal(folder)
    made = tuple(add(journal, f"{n},a") for n in range(4))
    assert len(names(folder)) == 5
    assert journal.changes() == made
    journal.undo(who="Bob", change_id=made[0].id)
    rows = (folder / BRIEFS).read_text(encoding="utf-8").splitlines()[1:]
    assert rows == [row("1,a"), row("2,a"), row("3,a")]


def test_a_journal_of_one_file_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was before journals were parted: with changes of several years in it."""
    in_year(monkeypatch, 2024)
    journal = Journal(folder)
    first = add(journal, "1,a")
    told = (folder / "journal.jsonl").read_text(encoding="utf-8")
    in_year(monkeypatch, 2026)
    second = add(journal, "2,b")
    told += (folder / "journal.jsonl").read_text(encoding="utf-8")
    (folder / "journal-001-2024.jsonl").unlink()
    (folder / "journal.jsonl").write_text(told, encoding="utf-8")
    assert Journal(folder).changes() == (first, second)
    in_year(monkeypatch, 2027)
    third = add(Journal(folder), "3,c")
    assert Journal(folder).changes() == (first, second, third)
    assert (folder / "journal-001-2024.jsonl").read_text(encoding="utf-8") == told


def test_a_save_that_ends_while_a_file_is_begun_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of the journal is then that of the file that was laid aside."""
    in_year(monkeypatch, 2024)
    journal = Journal(folder)
    made = add(journal, "1,a")
    (folder / "journal.jsonl").rename(folder / "journal-001-2024.jsonl")
    again = Journal(folder)
    assert again.recover() == ""
    in_year(monkeypatch, 2025)
    assert (*again.changes(), add(again, "2,b")) == again.changes()
    assert again.changes()[0] == made
    (folder / BRIEFS).write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="Nothing was saved"):
        add(again, "3,c")  # the number of briefs is known from the file before


def test_any_changes_over_any_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """History has all of them in their order, and undo reaches back over all files."""

    @settings(max_examples=40, deadline=None)
    @given(steps=STEPS, most=st.sampled_from([1, 2_000, log.MOST_BYTES]))
    def holds(steps: list[tuple[int, int | None]], most: int) -> None:
        year = 2024
        monkeypatch.setattr(log, "MOST_BYTES", most)
        for path in tmp_path.iterdir():
            path.unlink()
        (tmp_path / BRIEFS).write_text(f"{HEADER}\n", encoding="utf-8")
        made: list[Change] = []
        stands: dict[int, str] = {}
        for number, (years, taken) in enumerate(steps):
            year += years
            in_year(monkeypatch, year)
            journal = Journal(tmp_path)
            places = list(stands)
            if taken is None or taken >= len(places):
                made.append(add(journal, f"{number},a"))
                stands[len(made) - 1] = f"{number},a"
            else:
                back = journal.undo(who="Bob", change_id=made[places[taken]].id)
                assert back
                made.append(back)
                del stands[places[taken]]
            assert journal.changes() == tuple(made)
            assert journal.recover() == ""
        rows = (tmp_path / BRIEFS).read_text(encoding="utf-8").splitlines()[1:]
        assert rows == list(map(row, stands.values()))

    holds()


def test_a_save_reads_the_last_lines_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many changes the journal holds, what a save makes of it stays the same."""
    journal, read = Journal(folder), []
    told_in = log.told_in
    monkeypatch.setattr(log, "told_in", lambda line: read.append(line) or told_in(line))
    each = []
    for number in range(20):
        read.clear()
        add(journal, f"{number},a")
        each.append(len(read))
    assert each[10:] == each[1:11]
