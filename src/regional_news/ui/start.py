"""What is made ready while the first browser still loads the page's scripts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from inspect import stack
from threading import Thread
from typing import Any

from regional_news.errors import DataError
from regional_news.mapping import prepare_base_map
from regional_news.shelf import current_atlas

LATE = ("PIL.Image", "streamlit.material_icon_names")
"""What Streamlit imports only when the first page is drawn."""


@asynccontextmanager
async def begin(_app: Any) -> AsyncIterator[None]:
    """Begin as a server does (``st.App``'s ``lifespan``); it answers from the first moment on."""
    Thread(target=make_ready, name="first page", daemon=True).start()
    yield


def make_ready() -> None:
    """Do what the first page would have to wait for; what is wrong with the data the page tells."""
    # streamlit_folium is left to the page: imported here, its component would not be known.
    prepare_base_map()
    for module in LATE:
        with suppress(ImportError):
            import_module(module)
    # Streamlit looks at the stack once, for which Python looks up the file of every module.
    stack()
    with suppress(DataError):
        current_atlas()
