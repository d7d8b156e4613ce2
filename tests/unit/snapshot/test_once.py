"""What all readers are shown alike is made once for each version of the data."""

from itertools import count

from tests.unit.snapshot_builder import build_snapshot

from regional_news.snapshot.snapshot import THINGS


def test_it_is_made_once() -> None:
    """Nothing is a thing, too; another version makes its own."""
    snapshot, numbers = build_snapshot(), count()
    assert [snapshot.once("key", lambda: next(numbers)) for _ in range(3)] == [0, 0, 0]
    assert snapshot.once("other", lambda: None) is None
    assert snapshot.once("other", lambda: next(numbers)) is None
    assert build_snapshot().once("key", lambda: next(numbers)) == 1


def test_only_the_last_few_are_kept() -> None:
    """However many are asked for."""
    snapshot, made = build_snapshot(), list[int]()
    for number in range(2 * THINGS):
        snapshot.once(number, lambda: made.append(0))
    assert len(made) == 2 * THINGS
    snapshot.once(2 * THINGS - 1, lambda: made.append(0))
    assert len(made) == 2 * THINGS
    snapshot.once(0, lambda: made.append(0))
    assert len(made) == 2 * THINGS + 1
