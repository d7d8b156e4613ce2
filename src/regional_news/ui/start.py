"""What is made ready while the first browser still loads the page's scripts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Thread
from typing import Any

from regional_news.errors import DataError
from regional_news.mapping import prepare_base_map
from regional_news.shelf import current_atlas


@asynccontextmanager
async def begin(_app: Any) -> AsyncIterator[None]:
    """Begin as a server does (``st.App``'s ``lifespan``); it answers from the first moment on."""
    Thread(target=_make_ready, name="first page", daemon=True).start()
    yield


def _make_ready() -> None:
    """Prepare the map and read the data; what is wrong with them the page tells."""
    # streamlit_folium is left to the page: imported here, its component would not be known.
    prepare_base_map()
    with suppress(DataError):
        current_atlas()
