"""What the process beside does: one job after the other, within the limits of each."""

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import Any

from regional_news.errors import RegionalNewsError

_NICENESS = 5
"""By how much its priority is lower: readers go first."""

Tell = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Job:
    """What the process is to do; ``first`` is called without limits."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    first: Callable[[], object] | None
    tells: bool
    seconds: int
    memory: int


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: a result, what the project raises on purpose, or what went wrong.

    ``stays`` says whether the process can do the next.
    """

    result: Any = None
    error: RegionalNewsError | None = None
    fault: str = ""
    stays: bool = True


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
        _limit()  # what the next job needs is loaded without those of the one before
        try:
            job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301  of this program itself
        except EOFError:
            return
        done = _do(job, tell)
        stays = done.stays
        tell(done)


def _do(job: Job, tell: Tell) -> Done:
    """Return what came of a job; where it left much memory behind, this process does not stay."""
    held = 0
    try:
        if job.first:
            job.first()
        held = _held()
        _limit(job.seconds, held + job.memory)
        named = {"tell": tell} if job.tells else {}
        done = Done(job.function(*job.arguments, **named))
    except RegionalNewsError as problem:
        done = Done(error=problem)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  told to who asked
        done = Done(fault=traceback.format_exc())
    return replace(done, stays=_held() - held < job.memory // 4)


def _step_back() -> None:
    """Let readers go first, and the system end this process before theirs where memory is short."""
    with suppress(OSError, AttributeError):  # where neither is known, or allowed
        os.nice(_NICENESS)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _limit(seconds: float = inf, memory: float = inf) -> None:
    """Let the system end this process where it takes more; Windows knows no such limits.

    Whoever runs the server may have set lower ones, which hold.
    """
    try:
        import resource  # noqa: PLC0415
    except ModuleNotFoundError:
        return
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    for kind, wanted in ((resource.RLIMIT_CPU, used + seconds + 1), (resource.RLIMIT_DATA, memory)):
        _, most = resource.getrlimit(kind)
        highest = inf if most == resource.RLIM_INFINITY else most
        resource.setrlimit(kind, (int(wanted) if wanted < highest else most, most))


def _held() -> int:
    """Return how many bytes of data this process holds; 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(pages[5]) * os.sysconf("SC_PAGE_SIZE")
