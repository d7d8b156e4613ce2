"""What is tuned for speed beyond the code itself; ``docs/performance.md`` tells what it gains."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TURN = 0.0005
"""Seconds for which a thread may go on while another waits: a tenth of what Python gives it."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Let whoever answers have its turn soon, while data are read or a page's script runs.

    Who answers lets go of its turn several times for each file, and waits for the next one: with
    Python's own measure sixteen times as long as the work.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    yield
    sys.setswitchinterval(before)


def freeze_garbage() -> None:
    """Spare what lives now, and will go on to live, from being looked through for garbage.

    With pandas, folium and the gazetteer in it that takes longer than the run of a page.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
