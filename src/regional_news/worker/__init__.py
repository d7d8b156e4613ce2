"""Runs functions in a process beside this one, with limits of time and memory.

What people hand in may be made to take for ever or all memory, and while Python looks through it,
it answers nobody else. In a process of its own it harms itself alone. One that is done waits for
the next function, with all that it has loaded.
"""

import atexit
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from regional_news.errors import UnreadablePage
from regional_news.worker.process import Done, Job, Tell

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

_AT_ONCE = threading.BoundedSemaphore(2)
"""More would take the memory of the machine, or its cores, from those who read."""

_TOO_MUCH = (
    "This file takes too long to read, or too much memory; save the news pages on their own, "
    "in another form, or paste their text."
)

Result = TypeVar("Result")


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
    job = Job(function, arguments, first, told is not None, seconds or SECONDS, MEMORY)
    while not _AT_ONCE.acquire(timeout=_PULSE):
        waiting()
    try:
        done = _done_by(_taken(), job, told, waiting)
    finally:
        _AT_ONCE.release()
    if done.fault:
        LOG.error("A worker failed: %s", done.fault)
        raise UnreadablePage(sorry)
    if done.error is not None:
        raise done.error
    return done.result  # type: ignore[no-any-return]  # of the type that the function returns


def _taken() -> "_Worker":
    """Return a process that waits for a job, else a new one; the system may have ended some."""
    while True:
        try:
            worker = _idle.pop()
        except IndexError:
            return _Worker()
        if worker.is_alive:
            return worker
        worker.end()


def _done_by(worker: "_Worker", job: Job, told: Tell | None, waiting: Callable[[], object]) -> Done:
    stays = False
    try:
        done = worker.call(job, told, waiting)
        stays = done.stays
    finally:
        worker.wait() if stays else worker.end()
    return done


class _Worker:
    """A process that calls one function after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from regional_news.worker.process import work; work()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._answers: SimpleQueue[Any] = SimpleQueue()
        self._leave = threading.Timer(_KEPT, self._go)
        self._listening = threading.Thread(target=self._listen, name="worker", daemon=True)
        self._listening.start()

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended: then there is nothing more to listen to."""
        return self._listening.is_alive()

    def call(self, job: Job, told: Tell | None, waiting: Callable[[], object]) -> Done:
        """Return what came of a job; a fault where the process ended, or takes too long."""
        self._leave.cancel()
        assert self._process.stdin  # noqa: S101  a pipe
        try:
            pickle.dump(job, self._process.stdin)
            self._process.stdin.flush()
        except OSError:
            return self._ended()
        until = time.monotonic() + _PATIENCE * job.seconds
        while time.monotonic() < until:
            try:
                answer = self._answers.get(timeout=_PULSE)
            except Empty:
                waiting()
                continue
            if answer is None:
                return self._ended()
            if isinstance(answer, Done):
                return answer
            if told:
                told(answer)
        return Done(fault=f"it took {_PATIENCE * job.seconds} seconds", stays=False)

    def _ended(self) -> Done:
        self._kill()  # one that told what nobody understands still runs
        return Done(fault=f"it ended with status {self._process.wait()}", stays=False)

    def _listen(self) -> None:
        """Take what the process tells, and None at its end, whatever ends it."""
        assert self._process.stdout  # noqa: S101  a pipe
        with suppress(Exception):
            while True:
                self._answers.put(pickle.load(self._process.stdout))  # noqa: S301  of this program
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
        self._kill()
        self._listening.join()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()

    def _kill(self) -> None:
        """End the process, and with it those that it began, as to read a PDF."""
        if self._process.poll() is None and hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()


_idle: list[_Worker] = []
"""Those that wait, the newest last."""


@atexit.register
def end_all() -> None:
    """End the processes that wait."""
    while _idle:
        _idle.pop().end()
