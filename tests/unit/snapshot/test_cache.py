"""While a new snapshot is being made, readers have the one before."""

import threading
from pathlib import Path

import pytest
from tests.unit.snapshot.test_snapshot import add
from tests.unit.store.places import eventually

from regional_news.snapshot import cache as cache_module
from regional_news.snapshot.cache import SnapshotCache
from regional_news.snapshot.snapshot import Snapshot, open_snapshot


class Slow:
    """Opens snapshots when it is told to."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.opened = 0

    def __call__(self, *where: object) -> Snapshot:
        """Open a snapshot once that is allowed."""
        assert self.may_go_on.wait(60)
        self.opened += 1
        return open_snapshot(*where)  # type: ignore[arg-type]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Let snapshots take as long as the test wants."""
    opening = Slow()
    monkeypatch.setattr(cache_module, "open_snapshot", opening)
    monkeypatch.setattr(cache_module, "PATIENCE", 0)
    opening.may_go_on.set()
    return opening


def test_readers_go_on_while_a_new_snapshot_is_made(borsetshire: Path, slow: Slow) -> None:
    """Nobody waits for it, and it is made once."""
    kept = SnapshotCache(borsetshire)
    before = kept.newest()
    slow.may_go_on.clear()
    add(borsetshire, 1)
    assert [kept.newest() for _ in range(5)] == [before] * 5
    slow.may_go_on.set()
    eventually(lambda: len(kept.newest().index) == 1)
    assert slow.opened == 2


def test_whoever_saved_waits_for_it(borsetshire: Path, slow: Slow) -> None:
    """Even where the one that is being made was begun before the save."""
    kept = SnapshotCache(borsetshire)
    kept.newest()
    slow.may_go_on.clear()
    add(borsetshire, 1)
    kept.newest()
    add(borsetshire, 2)
    threading.Timer(0.05, slow.may_go_on.set).start()
    assert len(kept.settled().index) == 2


def test_an_answer_of_the_version_before_is_not_taken_for_a_new_one(
    borsetshire: Path, slow: Slow
) -> None:
    """What is answered while a new snapshot is being made is not kept under its version."""
    kept = SnapshotCache(borsetshire)
    before = kept.newest().version
    assert kept.version() == before
    slow.may_go_on.clear()
    add(borsetshire, 1)
    kept.newest()
    meanwhile = [kept.version(), kept.version()]
    slow.may_go_on.set()
    after = kept.settled().version
    assert len({before, *meanwhile, after}) == 4
    assert kept.version() == after


def test_what_did_not_change_is_taken_over(borsetshire: Path) -> None:
    """A new brief needs no new gazetteer; a new alias does."""
    kept = SnapshotCache(borsetshire)
    before = kept.newest()
    add(borsetshire, 1)
    after = kept.settled()
    assert after.codec is before.codec
    aliases = borsetshire / "aliases.csv"
    aliases.write_text("alias,council,since,by\nFelpy,felpersham,2023,Ann\n")
    assert kept.settled().codec is not before.codec
    path = borsetshire / "regional_news.csv"
    path.write_text(path.read_text().replace("Felpersham", "Felpy"))
    assert kept.settled().index.frame["councils"][0] == "felpersham"
