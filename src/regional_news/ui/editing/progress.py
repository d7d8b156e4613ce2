"""How far long work is, with a way to stop it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from regional_news.errors import RegionalNewsError


@contextmanager
def reading(words: str, stop: Callable[[], None]) -> Iterator[Callable[..., None]]:
    """Show what is being done and Stop; yield what is told now and then that it goes on.

    That is told the part that is done, from 0 to 1, where it is known. Stop ends the run of the
    page when it is told next; ``stop`` is called before the run that follows.
    """
    begun, place = time.monotonic(), st.empty()
    with place.container(key="looking", horizontal=True, vertical_alignment="center"):
        bar = st.empty()
        st.button("Stop", icon=":material/stop:", key=f"stop {words}", on_click=stop)

    def going_on(part: float | None = None) -> None:
        seconds = int(time.monotonic() - begun)
        told = f"{words} … {seconds} seconds" if seconds else f"{words} …"
        if part is None:
            bar.markdown(f":material/hourglass_top: {told}")
        else:
            bar.progress(part, told)

    going_on()
    try:
        yield going_on
    except RegionalNewsError:
        place.empty()
        raise
    place.empty()
