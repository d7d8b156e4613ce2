"""The frame around every page: navigation, the data or a page that says why there is none."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from regional_news.errors import DataError
from regional_news.query import BriefFilter
from regional_news.settings import settings
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.components import draw
from regional_news.ui.session.routes import EDITED, EXPLORE, FILTERED, follow, go, pages
from regional_news.ui.session.sign_in import admit, may_edit, rules, sign_in_line
from regional_news.ui.widgets.filters import filters
from regional_news.ui.widgets.look import ICON, LOGO
from regional_news.ui.widgets.plain import plain


def main() -> None:
    """Draw the frame and run the page."""
    st.set_page_config(page_title="Regional news map", page_icon=ICON, layout="wide")
    draw("frame", {}, {}, width="content")
    embedded = st.context.is_embedded
    if not embedded:
        st.logo(LOGO, size="large", icon_image=ICON)
    all_pages = pages()
    page = st.navigation(list(all_pages.values()), position="hidden" if embedded else "top")
    follow(all_pages)
    admit()
    sign_in_line()
    snapshot = _snapshot()
    with _said():
        filters(snapshot, shown=not embedded and page in [all_pages[name] for name in FILTERED])
        if snapshot.reference.notice:
            st.info(plain(snapshot.reference.notice), icon=":material/info:")
        if snapshot.trouble:
            trouble = plain(snapshot.trouble)
            st.warning(f"{trouble} Until then you see the last data that could be read.")
        is_open = rules().editing == "open" and may_edit() and not embedded
        edits = page in [all_pages[name] for name in EDITED]
        if is_open and edits:
            _say_open()
        page.run()
        if is_open and not edits:
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
