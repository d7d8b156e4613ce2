"""The frame around every page: menu, filters, the data or a page that says why there is none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import streamlit as st

from regional_news.errors import DataError
from regional_news.query import BriefFilter
from regional_news.settings import settings
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.components import draw
from regional_news.ui.editing.autosave import autosave_worksheet
from regional_news.ui.editing.receipt import receipt, saved_last
from regional_news.ui.session import address
from regional_news.ui.session.routes import (
    EDITED,
    EXPLORE,
    FILTERED,
    go,
    menu,
    next_address,
    pages,
    paths,
)
from regional_news.ui.session.sign_in import admit, has_old_word, may_edit, rules, sign_in_line
from regional_news.ui.widgets.filters import filters
from regional_news.ui.widgets.look import ICON, NAME, page_title
from regional_news.ui.widgets.notes import address_notes
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.search_box import search_box

_ENDED = (
    "Editing has ended here, since the server was started anew. To go on, open the link that it "
    "printed; what you typed is kept in this browser."
)


def main() -> None:
    """Draw the frame and run the page."""
    st.set_page_config(page_title=NAME, page_icon=ICON, layout="wide")
    all_pages = pages()
    page = st.navigation(list(all_pages.values()), position="hidden")
    here = next(name for name, each in all_pages.items() if each == page)
    top = st.container(key="framed" if st.context.is_embedded else "header", horizontal=True)
    with top:
        sign_in_line()
    admit()
    snapshot = _snapshot()
    with _said():
        found = address.read_address(snapshot, filtered=here not in EDITED)
        st.set_page_config(page_title=page_title(snapshot, here, found.wanted))
        with top:
            _behaviour(here)
            if not st.context.is_embedded:
                draw("site", {"home": "./", "pages": menu(here)})
        with _body(snapshot, here):
            with st.container():  # what comes and goes must not move the page: see brief_form
                address_notes(found)
                _notices(snapshot)
            _page(snapshot, here, page.run)
        if not st.context.is_embedded:
            _say_whom_to_write_to()


def _behaviour(here: str) -> None:
    """Draw what shows nothing: the style of all pages, and how their address changes."""
    asked, runs = urlencode(address.asked()), st.session_state.get("runs", 0) + 1
    st.session_state["runs"] = runs
    data = {
        "asked": asked,
        "canonical": urlencode(address.canonical()),
        "pages": list(paths()),
        "here": "" if here == EXPLORE else here,
        "go": next_address(),
        "run": runs,
        "saved": saved_last(),
    }
    draw("frame", data, width="content")


@contextmanager
def _body(snapshot: Snapshot, here: str) -> Iterator[None]:
    """Put the page beside the filters and beneath the search, where it has them."""
    if st.context.is_embedded or here not in FILTERED:
        with st.container(key="content"):
            yield
        return
    view = snapshot.view(address.wanted())
    with st.container(key="body"):
        with st.container(key="filters"):
            filters(snapshot, view, "" if here == EXPLORE else here)
        with st.container(key="content"):
            search_box(view.wanted)
            yield


def _notices(snapshot: Snapshot) -> None:
    """Say what everything on the page must be read with."""
    if snapshot.reference.notice:
        st.info(plain(snapshot.reference.notice), icon=":material/info:")
    if snapshot.trouble:
        trouble = plain(snapshot.trouble if may_edit() else "The newest briefs cannot be read now.")
        st.warning(f"{trouble} Until then you see the last data that could be read.")


def _page(snapshot: Snapshot, here: str, run: Callable[[], None]) -> None:
    """Run the page, beneath what was saved last and what else editors are told."""
    if may_edit() and not st.context.is_embedded:
        from regional_news.ui.editing.mending import mend_asked  # noqa: PLC0415  for editors
        from regional_news.ui.editing.spoilt_rows import say_spoilt  # noqa: PLC0415

        autosave_worksheet()
        draw("focus", {"run": st.session_state["runs"]})
        receipt()
        with st.container():
            if here != "review":
                say_spoilt(snapshot)
        mend_asked(snapshot, here)
    elif has_old_word() and not st.context.is_embedded:
        st.warning(_ENDED)
    is_open = rules().editing == "open" and may_edit() and not st.context.is_embedded
    if is_open and here in EDITED:
        _say_open()
    run()
    if is_open and here not in EDITED:
        _say_open()


@contextmanager
def _said() -> Iterator[None]:
    """Say what is wrong where what is asked for cannot be read, and lead back to all briefs."""
    try:
        yield
    except DataError as error:
        st.error(plain(str(error)))
        st.button("See all briefs", on_click=go, args=(EXPLORE, BriefFilter()))


def _say_open() -> None:
    st.caption(":material/lock_open: Editing is open to everybody at this machine.")


def _say_whom_to_write_to() -> None:
    if contact := settings().contact:
        whom = contact if contact.startswith("http") else f"mailto:{contact}"
        st.caption(f"Something wrong, or something missing? Write to [{plain(contact)}]({whom}).")


def _snapshot() -> Snapshot:
    try:
        return current_snapshot()
    except DataError as error:
        st.title("There is no data to show")
        st.error(plain(str(error)))
        if not settings().store.get_secret_value():
            st.markdown(
                "The briefs are in `data/regional_news.csv`. Put the file back, or run "
                "`regional-news check` to see what is wrong with it, then reload this page."
            )
        st.stop()


main()
