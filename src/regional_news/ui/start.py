"""What is made ready before the first page, and while its reader's browser loads the scripts."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from inspect import stack
from threading import Thread
from typing import Any

from regional_news.errors import DataError
from regional_news.map.base_map import prepare_base_map
from regional_news.snapshot.cache import current_snapshot

LATE = ("PIL.Image", "streamlit.material_icon_names")
"""What Streamlit imports only when the first page is drawn."""

TURN = 0.0005
"""Seconds for which a thread may go on while another waits: a tenth of what Python gives it.

Who answers lets go of its turn several times for each file, and waits for the next one while data
are read or a page's script runs. With Python's own measure that took sixteen times as long as the
work.
"""


@asynccontextmanager
async def begin(_app: Any) -> AsyncIterator[None]:
    """Begin as a server does (``st.App``'s ``lifespan``); it answers while it reads the data."""
    turn = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    make_ready()
    Thread(target=_read, name="first snapshot", daemon=True).start()
    yield
    sys.setswitchinterval(turn)


def make_ready() -> None:
    """Do what the first page would wait for, whatever the data are: a quarter of a second."""
    # streamlit_folium is left to the page: imported here, its component would not be known.
    prepare_base_map()
    for module in LATE:
        with suppress(ImportError):
            import_module(module)
    # Streamlit looks at the stack once, for which Python looks up the file of every module.
    stack()


def _read() -> None:
    """Read the data; what is wrong with them the page tells."""
    with suppress(DataError):
        current_snapshot()
