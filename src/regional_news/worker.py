"""Runs functions in a process beside this one, with limits of time and memory.

What people hand in may be made to take for ever or all memory, and while Python looks through it,
it answers nobody else. In a process of its own it harms itself alone. One that is done waits for
the next function, with all that it has loaded.
"""

import atexit
import logging
import os
import pickle
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from regional_news.errors import RegionalNewsError, UnreadablePage

LOG = logging.getLogger(__name__)

SECONDS = 30
"""Processor time that a function may take; a page of a magazine is read in a tenth of a second."""
MEMORY = 1 << 30
"""How many bytes of memory it may take beyond what the process held before."""

_PULSE = 0.2
"""Seconds between two calls of what waits."""
_PATIENCE = 4
"""How many times as long it may take where the machine does other things."""
_KEPT = 300
"""Seconds for which a process waits for its next function."""
_KIND = 5
"""By how much its priority is lower: readers go first."""

_AT_ONCE = threading.BoundedSemaphore(2)
"""More would take the memory of the machine, or its cores, from those who read."""

_TOO_MUCH = (
    "This file takes too long to read, or too much memory; save the news pages on their own, "
    "in another form, or paste their text."
)

Result = TypeVar("Result")
Tell = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class _Job:
    """What a process is to do; ``first`` is called before the limits count."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    first: Callable[[], object] | None
    tells: bool
    seconds: int
    memory: int


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of a job: a result, what the project raises on purpose, or a fault's traceback."""

    result: Any = None
    error: RegionalNewsError | None = None
    fault: str = ""
    stays: bool = True


def in_worker(  # noqa: PLR0913  what is told is named at every call
    function: Callable[..., Result],
    *arguments: Any,
    first: Callable[[], object] | None = None,
    told: Tell | None = None,
    waiting: Callable[[], object] = lambda: None,
    seconds: int = 0,
    sorry: str = _TOO_MUCH,
) -> Result:
    """Return what a function of a module returns, called in a process beside this one.

    What the project raises on purpose there is raised here; ``in_worker(read_page, data)`` raises
    UnreadablePage with ``sorry`` where it takes more than ``seconds`` or too much memory, too.
    ``first`` loads what is our own, without limits. ``told`` is called here with all that the
    function tells meanwhile: it gets what to tell it by as ``tell``. ``waiting`` is called again
    and again; what either of them raises ends the process.
    """
    job = _Job(function, arguments, first, told is not None, seconds or SECONDS, MEMORY)
    while not _AT_ONCE.acquire(timeout=_PULSE):
        waiting()
    try:
        done = _done_by(_idle.pop() if _idle else _Worker(), job, told, waiting)
    finally:
        _AT_ONCE.release()
    if done is None or done.fault:
        LOG.error("A worker %s", f"failed: {done.fault}" if done else "took too much")
        raise UnreadablePage(sorry)
    if done.error is not None:
        raise done.error
    return done.result  # type: ignore[no-any-return]  # of the type that the function returns


def _done_by(
    worker: "_Worker", job: _Job, told: Tell | None, waiting: Callable[[], object]
) -> _Done | None:
    stays = False
    try:
        done = worker.call(job, told, waiting)
        stays = bool(done and done.stays)
    finally:
        worker.wait() if stays else worker.end()
    return done


class _Worker:
    """A process that calls one function after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from regional_news.worker import work; work()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers: SimpleQueue[Any] = SimpleQueue()
        self._leave = threading.Timer(_KEPT, self._go)
        self._listening = threading.Thread(target=self._listen, name="worker", daemon=True)
        self._listening.start()

    def call(self, job: _Job, told: Tell | None, waiting: Callable[[], object]) -> _Done | None:
        """Return what came of a job; None where the process ended, or takes too long."""
        self._leave.cancel()
        assert self._process.stdin  # noqa: S101  a pipe
        try:
            pickle.dump(job, self._process.stdin)
            self._process.stdin.flush()
        except OSError:
            return None
        until = time.monotonic() + _PATIENCE * job.seconds
        while time.monotonic() < until:
            try:
                answer = self._answers.get(timeout=_PULSE)
            except Empty:
                waiting()
                continue
            if answer is None or isinstance(answer, _Done):
                return answer
            if told:
                told(answer)
        return None

    def _listen(self) -> None:
        assert self._process.stdout  # noqa: S101  a pipe
        try:
            while True:
                self._answers.put(pickle.load(self._process.stdout))  # noqa: S301  of this program
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self._answers.put(None)

    def wait(self) -> None:
        """Wait for the next job, for a while."""
        self._leave = threading.Timer(_KEPT, self._go)
        self._leave.daemon = True
        self._leave.start()
        _idle.append(self)

    def _go(self) -> None:
        try:
            _idle.remove(self)
        except ValueError:  # it has the next job already
            return
        self.end()

    def end(self) -> None:
        """End the process."""
        self._leave.cancel()
        self._process.kill()
        self._listening.join()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


_idle: list[_Worker] = []
"""Those that wait, the newest last."""


@atexit.register
def end_all() -> None:
    """End the processes that wait."""
    while _idle:
        _idle.pop().end()


def work() -> None:
    """Do the jobs that come by standard input, one after the other, and tell what came of each."""
    told = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever prints does not spoil the answer
    _step_back()

    def tell(what: object) -> None:
        pickle.dump(what, told)
        told.flush()

    stays = True
    while stays:
        try:
            job: _Job = pickle.load(sys.stdin.buffer)  # noqa: S301  of this program itself
        except EOFError:
            return
        done = _do(job, tell)
        stays = done.stays
        tell(done)


def _do(job: _Job, tell: Tell) -> _Done:
    """Return what came of a job; where it left much memory behind, this process does not stay."""
    held = 0
    try:
        if job.first:
            job.first()
        held = _held()
        _limit(job.seconds, held + job.memory)
        named = {"tell": tell} if job.tells else {}
        done = _Done(job.function(*job.arguments, **named))
    except RegionalNewsError as problem:
        done = _Done(error=problem)
    except Exception as fault:
        if isinstance(fault, MemoryError):
            raise
        done = _Done(fault=traceback.format_exc())
    return replace(done, stays=_held() - held < job.memory // 4)


def _step_back() -> None:
    """Let readers go first, and the system end this process before theirs where memory is short."""
    if hasattr(os, "nice"):
        os.nice(_KIND)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _limit(seconds: int, memory: int) -> None:
    """Let the system end this process where it takes more; Windows knows no such limits."""
    try:
        import resource  # noqa: PLC0415
    except ModuleNotFoundError:
        return
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + seconds + 1, most))
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, most))


def _held() -> int:
    """Return how many bytes of data this process holds; 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(pages[5]) * os.sysconf("SC_PAGE_SIZE")
