"""What is tuned for speed beyond the code itself: each with what it gains, and a switch.

With a switch set to False the app does the same, slower. What was measured is told in
``docs/performance.md``.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import stack

SHORT_TURNS = True
"""While 100,000 briefs are read, the first page's scripts come in less than half the time.

Who answers lets go of its turn several times for each file, and waits for the next one while data
are read or a page's script runs: with Python's own measure sixteen times as long as the work.
"""

FROZEN_GARBAGE = True
"""Looking for garbage takes 65 ms less.

Python looks in all that the process holds: with pandas, folium and the gazetteer that takes longer
than the run of a page. What is frozen is left out.
"""

EARLY_STACK_LOOKUP = True
"""The first page need not wait for a look at the stack, with late imports 118 of its 180 ms.

Streamlit looks at it once, for which Python looks up the file of every module.
"""

TURN = 0.0005
"""Seconds for which a thread may go on while another waits: a tenth of what Python gives it."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Let whoever answers have its turn soon."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN if SHORT_TURNS else before)
    yield
    sys.setswitchinterval(before)


def freeze_garbage() -> None:
    """Spare what lives now, and will go on to live, from being looked through."""
    if FROZEN_GARBAGE:
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def look_up_stack() -> None:
    """Do what the first page would wait for."""
    if EARLY_STACK_LOOKUP:
        stack()
