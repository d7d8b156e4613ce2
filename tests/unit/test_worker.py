"""What people hand in is read in a process of its own, which harms nobody else."""

import os
import sys
import time

import pytest

from regional_news import worker
from regional_news.errors import UnreadablePage
from regional_news.reading import read_page
from regional_news.worker import in_worker

NEEDS_LIMITS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def test_what_is_read_there_is_what_is_read_here() -> None:
    """The page comes back whole."""
    data = "Wales\n\nSensors watch the “Tâf”.".encode()
    assert in_worker(read_page, data, "page.txt") == read_page(data, "page.txt")


def test_it_is_another_process() -> None:
    """Nothing of it is left behind here."""
    assert in_worker(os.getpid) != os.getpid()


def test_what_is_wrong_is_told_as_here() -> None:
    """The sentence is the same."""
    with pytest.raises(UnreadablePage, match="This file is empty"):
        in_worker(read_page, b"")


def test_whoever_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sleeping or working."""
    monkeypatch.setattr(worker, "SECONDS", 1)
    with pytest.raises(UnreadablePage, match="takes too long to read"):
        in_worker(time.sleep, 60)


@NEEDS_LIMITS
def test_whoever_works_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the system, after so much processor time."""
    monkeypatch.setattr(worker, "SECONDS", 1)
    with pytest.raises(UnreadablePage, match="takes too long to read"):
        in_worker(pow, 7, 10**8)


@NEEDS_LIMITS
def test_whoever_takes_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that asked does not grow by it."""
    monkeypatch.setattr(worker, "MEMORY", 100 << 20)
    with pytest.raises(UnreadablePage, match="too much memory"):
        in_worker(bytearray, 200 << 20)


def test_what_dies_is_told() -> None:
    """A parser that crashes takes nothing with it."""
    with pytest.raises(UnreadablePage, match="takes too long"):
        in_worker(os.abort)
