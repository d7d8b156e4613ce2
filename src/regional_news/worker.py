"""Runs a function in a process of its own, with limits of time and memory.

What people hand in may be made to take for ever or all memory, and while Python reads it, it
answers nobody else. In a process of its own it harms itself alone.
"""

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from regional_news.errors import RegionalNewsError, UnreadablePage

SECONDS = 30
"""For how long a function may run; a page of a magazine is read in a tenth of one."""
MEMORY = 1 << 30
"""How many bytes of memory it may take."""

_AT_ONCE = threading.BoundedSemaphore(2)
"""More would take the memory of the machine, or its cores, from those who read."""

_FAILED = 3

Result = TypeVar("Result")


def in_worker(function: Callable[..., Result], *arguments: Any) -> Result:
    """Return what a function of a module returns, called in a process of its own.

    What the project raises on purpose there is raised here; ``in_worker(read_page, data)`` raises
    UnreadablePage where it takes too long or too much memory, too.
    """
    command = [sys.executable, "-m", "regional_news.worker"]
    given = pickle.dumps((function, arguments, SECONDS, MEMORY))
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603  this program itself
                command, input=given, capture_output=True, timeout=2 * SECONDS, check=False
            )
    except subprocess.TimeoutExpired:
        raise _too_much() from None
    if done.returncode:
        raise _too_much()
    result, error = pickle.loads(done.stdout)  # noqa: S301  written by this program itself
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]  # of the type that the function returns


def _too_much() -> UnreadablePage:
    return UnreadablePage(
        "This file takes too long to read, or too much memory; save the news pages on their own, "
        "in another form, or paste their text."
    )


def _work() -> None:
    """Call what standard input names and tell what came of it."""
    function, arguments, seconds, memory = pickle.load(sys.stdin.buffer)  # noqa: S301  as above
    told = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever prints does not spoil the answer
    _limit(seconds, memory)
    result, error = None, None
    try:
        result = function(*arguments)
    except RegionalNewsError as problem:
        error = problem
    except (MemoryError, RecursionError):
        sys.exit(_FAILED)
    pickle.dump((result, error), told)
    told.flush()


def _limit(seconds: int, memory: int) -> None:
    """Let the system end this process where it takes more; Windows knows no such limits."""
    try:
        import resource  # noqa: PLC0415
    except ModuleNotFoundError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


if __name__ == "__main__":
    _work()
