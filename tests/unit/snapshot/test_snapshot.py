"""The snapshot follows the files, and a file that breaks takes nothing away."""

import gc
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from regional_news.errors import DataError
from regional_news.query import BriefFilter
from regional_news.snapshot import cache as cache_module
from regional_news.snapshot.cache import WORDS, SnapshotCache, snapshot_cache
from regional_news.snapshot.snapshot import FILES, VIEWS, open_snapshot, version_of
from regional_news.snapshot.tuning import freeze_garbage
from regional_news.store import FileStore

ROW = "b{0},Echo 1,2023,West Midlands,Headline {0},Summary.,Felpersham,,ai_automation,,\n"


def add(folder: Path, number: int) -> None:
    """Add a brief to the file as an editor would."""
    with (folder / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write(ROW.format(number))


def test_a_snapshot_holds_the_data_of_its_folder(borsetshire: Path) -> None:
    """Gazetteer, themes and briefs are those of the files."""
    add(borsetshire, 1)
    snapshot = open_snapshot(borsetshire)
    assert "felpersham" in snapshot.gazetteer
    assert snapshot.view(BriefFilter(councils=("felpersham",))).totals.startswith("1 brief ·")
    assert not snapshot.problems
    assert snapshot.version == version_of(borsetshire, FileStore(borsetshire))


def test_rows_in_doubt_are_told(borsetshire: Path) -> None:
    """The problems of the briefs come with the snapshot, by line."""
    path = borsetshire / "regional_news.csv"
    path.write_text(path.read_text() + ROW.format(1).replace("Felpersham", "Brigadoon"))
    (problem,) = open_snapshot(borsetshire).problems
    assert problem.line == 2
    assert "Brigadoon" in problem.reason


def test_the_same_files_give_the_same_snapshot(borsetshire: Path) -> None:
    """All sessions share one."""
    kept = SnapshotCache(borsetshire)
    assert kept.newest() is kept.newest()
    assert snapshot_cache(borsetshire) is snapshot_cache(borsetshire)


def test_a_change_is_there_at_the_next_question(borsetshire: Path) -> None:
    """Nobody restarts the server to see a new brief."""
    kept = SnapshotCache(borsetshire)
    before = kept.newest()
    add(borsetshire, 1)
    after = kept.newest()
    assert len(before.index) == 0
    assert len(after.index) == 1
    assert not after.trouble


def test_the_last_good_snapshot_stays_while_a_file_is_broken(borsetshire: Path) -> None:
    """Readers see the last good data with a sentence, and the new ones once the file is mended."""
    add(borsetshire, 1)
    kept = SnapshotCache(borsetshire)
    kept.newest()
    path = borsetshire / "regional_news.csv"
    good = path.read_text(encoding="utf-8")
    path.write_text("not,the,right,header\n", encoding="utf-8")
    broken = kept.newest()
    assert len(broken.index) == 1
    assert broken.trouble.startswith("regional_news.csv lacks the column ")
    assert kept.newest() is broken, "a broken file is not read again until it changes"
    path.write_text(good + ROW.format(2), encoding="utf-8")
    mended = kept.newest()
    assert len(mended.index) == 2
    assert mended.trouble == ""


@pytest.mark.parametrize(
    ("name", "spoil", "trouble"),
    [
        ("regional_news.csv", lambda good: f'"{good}', "lacks the column"),
        ("regional_news.csv", lambda good: f"{'x' * 200_000}\n{good}", "lacks the column"),
        ("councils.csv", lambda _: "", "holds no council"),
        ("councils.csv", lambda good: good.splitlines()[0], "holds no council"),
        ("councils.csv", lambda good: good.replace("52.3", "nan", 1), "“nan” is not between"),
        ("councils.csv", lambda good: good.replace("52.3", "95", 1), "“95” is not between"),
    ],
)
def test_a_file_that_is_half_there_is_a_broken_file(
    borsetshire: Path, name: str, spoil: Callable[[str], str], trouble: str
) -> None:
    """A header that never ends, no councils, a council off the globe: the last good data stays."""
    kept = SnapshotCache(borsetshire)
    kept.newest()
    path = borsetshire / name
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    broken = kept.newest()
    assert len(broken.gazetteer) == 5
    assert name in broken.trouble
    assert trouble in broken.trouble


def test_the_last_good_snapshot_stays_while_a_file_is_gone(borsetshire: Path) -> None:
    """An editor that saves by deleting and writing again does no harm in between."""
    kept = SnapshotCache(borsetshire)
    kept.newest()
    (borsetshire / "regional_news.csv").unlink()
    assert (
        kept.newest().trouble == "regional_news.csv is missing; put it back into the data folder."
    )


@pytest.mark.parametrize(
    "name", ["regional_news.csv", "councils.csv", "themes.toml", "regions.toml"]
)
def test_where_there_never_was_a_snapshot_the_trouble_is_raised(
    borsetshire: Path, name: str
) -> None:
    """There is nothing to show: the sentence names the file, and the next question asks again."""
    aside = borsetshire / "aside"
    kept = SnapshotCache(borsetshire)
    (borsetshire / name).rename(aside)
    for _ in range(2):
        with pytest.raises(DataError, match=name):
            kept.newest()
    aside.rename(borsetshire / name)
    assert not kept.newest().trouble


@pytest.mark.parametrize("name", [*FILES, "regional_news.csv", "aliases.csv"])
def test_the_version_changes_with_every_file(borsetshire: Path, name: str) -> None:
    """A new alias or theme counts as much as a new brief."""
    before = version_of(borsetshire, FileStore(borsetshire))
    with (borsetshire / name).open("a") as file:
        file.write("\n")
    assert version_of(borsetshire, FileStore(borsetshire)) != before


def test_the_version_changes_when_a_file_is_replaced(borsetshire: Path, tmp_path: Path) -> None:
    """A file of the same size and time is another one where it was moved into place."""
    path, other = borsetshire / "regional_news.csv", tmp_path / "other.csv"
    before = version_of(borsetshire, FileStore(borsetshire))
    shutil.copy2(path, other)
    other.replace(path)
    assert version_of(borsetshire, FileStore(borsetshire)) != before


def test_threads_that_ask_at_once_get_one_snapshot(borsetshire: Path) -> None:
    """The data is read once, however many sessions wait for it."""
    kept = SnapshotCache(borsetshire)
    got: list[object] = []
    threads = [threading.Thread(target=lambda: got.append(kept.newest())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 8
    assert len(set(map(id, got))) == 1


def test_words_are_made_ready_before_anybody_searches(borsetshire: Path) -> None:
    """The first page does not wait for them, and the first search need not either."""
    add(borsetshire, 1)
    snapshot = SnapshotCache(borsetshire).newest()
    for thread in threading.enumerate():
        if thread.name == WORDS:
            thread.join()
    assert snapshot.index._search is not None
    assert len(snapshot.view(BriefFilter(q="headl"))) == 1


def test_what_lives_long_is_not_searched_for_garbage(
    borsetshire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit collects garbage after each run of a page: a snapshot is left out of it."""
    monkeypatch.setattr(cache_module, "freeze_garbage", freeze_garbage)
    gc.unfreeze()
    snapshot = SnapshotCache(borsetshire).newest()
    for thread in threading.enumerate():
        if thread.name == WORDS:
            thread.join()
    assert not any(each is snapshot for each in gc.get_objects())
    assert gc.get_freeze_count()


def test_only_so_many_views_are_kept(borsetshire: Path) -> None:
    """Memory does not grow with the number of filters that people try."""
    snapshot = open_snapshot(borsetshire)
    first = snapshot.view(BriefFilter(q="0"))
    for number in range(1, VIEWS + 1):
        snapshot.view(BriefFilter(q=str(number)))
    assert snapshot.view(BriefFilter(q="0")) is not first
