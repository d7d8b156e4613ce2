"""What people hand in is read in a process of its own, which harms nobody else."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from itertools import count, takewhile
from pathlib import Path

import pytest
from tests.unit.store.places import eventually

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


def test_what_was_loaded_stays_for_the_next() -> None:
    """The same process does the next job; one that was stopped does none."""
    first = in_worker(os.getpid)
    assert in_worker(os.getpid) == first
    with pytest.raises(UnreadablePage):
        in_worker(os.abort)
    assert in_worker(os.getpid) != first


@NEEDS_LIMITS
def test_what_is_our_own_counts_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is loaded first may take more than is allowed to what is handed in."""
    monkeypatch.setattr(worker, "MEMORY", 50 << 20)
    assert in_worker(len, "four", first=partial(_keep, 100 << 20)) == 4
    with pytest.raises(UnreadablePage, match="Give less"):
        in_worker(_keep, 200 << 20, sorry="Give less.")


@NEEDS_LIMITS
def test_what_the_next_job_loads_counts_for_nothing_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits of the job before are over."""
    monkeypatch.setattr(worker, "MEMORY", 50 << 20)
    before = in_worker(os.getpid)
    assert in_worker(os.getpid, first=partial(_keep, 100 << 20)) == before


@NEEDS_LIMITS
def test_lower_limits_of_the_machine_hold() -> None:
    """Whoever runs the server may have set them; what fits into them is done."""
    code = (
        "import resource; from regional_news.worker import in_worker;"
        "resource.setrlimit(resource.RLIMIT_DATA, (400 << 20, 400 << 20));"
        "print(in_worker(len, 'four'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "4\n"


def test_what_ended_while_it_waited_does_no_job() -> None:
    """The system ends such processes first where memory is short; another one does it."""
    waiting = in_worker(os.getpid)
    os.kill(waiting, signal.SIGTERM)
    for each in threading.enumerate():
        if each.name == "worker":  # it hears of the end
            each.join()
    assert in_worker(os.getpid) != waiting


def test_what_nobody_understands_is_a_fault(caplog: pytest.LogCaptureFixture) -> None:
    """The reader does not wait for the rest."""
    with pytest.raises(UnreadablePage):
        in_worker(_strange, told=print, seconds=60)
    assert "ended" in caplog.text


class _Strange:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return int, ("no number",)


def _strange(tell: Callable[[object], None]) -> None:
    tell(_Strange())
    time.sleep(60)


def test_what_is_told_meanwhile_comes_here() -> None:
    """One by one, before the result."""
    told: list[str] = []
    assert in_worker(_spell, "map", told=told.append) == "map"
    assert told == ["m", "a", "p"]


def test_who_stops_listening_ends_it() -> None:
    """As when an editor gives another page: nothing goes on in vain."""
    before = in_worker(os.getpid)

    def refuse(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        in_worker(_spell, "map", told=refuse)
    assert in_worker(os.getpid) != before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes")
def test_what_it_began_ends_with_it() -> None:
    """The program that reads a PDF does not go on alone."""
    began: list[int] = []

    def stop(what: int) -> None:
        began.append(what)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        in_worker(_begin, told=stop)
    (alone,) = began
    eventually(lambda: _has_ended(alone))


def _begin(tell: Callable[[int], None]) -> None:
    program = (sys.executable, "-c", "import time; time.sleep(300)")
    with subprocess.Popen(program, stdout=subprocess.DEVNULL) as begun:
        tell(begun.pid)


def _has_ended(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return "Z" in Path(f"/proc/{process}/stat").read_text(encoding="ascii").split()  # nobody's


def test_who_waits_is_told_so() -> None:
    """Again and again, so that a page can say how long it takes and offer to stop it."""
    pulses: list[float] = []
    in_worker(time.sleep, 1, waiting=lambda: pulses.append(time.monotonic()))
    assert len(pulses) > 1


def test_a_fault_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The reader gets the sentence, the log the traceback."""
    with pytest.raises(UnreadablePage, match="takes too long"):
        in_worker(int, "no number")
    assert "invalid literal" in caplog.text


def test_a_long_job_lets_others_go_on() -> None:
    """Who asks for something else meanwhile does not wait until it is done."""
    done = threading.Event()
    work = threading.Thread(target=lambda: (in_worker(pow, 7, 3 * 10**5), done.set()))
    work.start()
    turns = sum(1 for _ in takewhile(lambda _: not done.is_set(), count()))
    work.join()
    assert turns > 1000


_KEPT: list[bytes] = []


def _keep(amount: int) -> int:
    _KEPT.append(bytes(amount))
    return amount


def _spell(word: str, tell: Callable[[str], None]) -> str:
    for letter in word:
        tell(letter)
    return word


def test_what_dies_is_told() -> None:
    """A parser that crashes takes nothing with it."""
    with pytest.raises(UnreadablePage, match="takes too long"):
        in_worker(os.abort)
