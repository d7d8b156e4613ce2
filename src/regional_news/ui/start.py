"""What is made ready before the first page, and while its reader's browser loads the scripts."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from inspect import stack
from threading import Thread
from typing import Any

import streamlit as st
from starlette.formparsers import MultiPartParser

from regional_news.errors import DataError
from regional_news.map.base_map import prepare_base_map
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.tuning import short_turns

FEW = 200
"""Below how many readers at once it is said how to have room for more."""

LATE = ("PIL.Image", "streamlit.material_icon_names", "regional_news.ingest.from_rows")
"""What Streamlit, and the frame of every page, import only when the first page is drawn."""

DESCRIPTORS = 8
"""How many descriptors a reader's session may take: a socket, and those of a script that runs."""


@asynccontextmanager
async def begin(_app: Any) -> AsyncIterator[None]:
    """Begin as a server does (``st.App``'s ``lifespan``); it answers while it reads the data."""
    with short_turns():
        make_ready()
        say_room()
        Thread(target=_read, name="first snapshot", daemon=True).start()
        yield


def make_ready() -> None:
    """Do what the first page would wait for, whatever the data are: a quarter of a second."""
    # streamlit_folium is left to the page: imported here, its component would not be known.
    prepare_base_map()
    for module in LATE:
        with suppress(ImportError):
            import_module(module)
    stack()  # Streamlit looks at it once, for which Python looks up the file of every module
    hold_uploads()


def hold_uploads() -> None:
    """Let an upload wait in memory, where Streamlit keeps it, not on a disk that may be full."""
    MultiPartParser.spool_max_size = st.get_option("server.maxUploadSize") << 20


def say_room() -> None:
    """Take as many descriptors as the system allows, and note how many readers that serves."""
    try:
        import resource  # noqa: PLC0415  Windows has no such limit
    except ModuleNotFoundError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    readers = (most - 100) // DESCRIPTORS
    advice = "" if readers >= FEW else "; more with a higher LimitNOFILE or ulimit -n"
    sys.stdout.write(f"Open files are enough for about {readers:,} readers at once{advice}\n")


def _read() -> None:
    """Read the data; what is wrong with them the page tells."""
    with suppress(DataError):
        current_snapshot()
