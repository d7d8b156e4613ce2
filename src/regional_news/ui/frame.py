"""The frame around every page: navigation, the data or a page that says why there is none."""

import streamlit as st

from regional_news.atlas import Atlas, current_atlas
from regional_news.errors import DataError
from regional_news.settings import PROJECT
from regional_news.ui.look import ICON, STYLE

PAGES = {
    "explore": ("Explore", ":material/map:", "Where is it happening? The map and the list."),
    "table": ("Table", ":material/table_rows:", "Exactly which briefs? Sort and download them."),
    "coverage": ("Coverage", ":material/grid_on:", "Who gets written about, and who does not?"),
    "councils": (
        "Councils",
        ":material/account_balance:",
        "One council: its briefs, names and past.",
    ),
    "add_issue": ("Add an issue", ":material/note_add:", "Put the next issue of the magazine in."),
    "review": ("Review", ":material/rule:", "What is in doubt, and settling it."),
    "about": ("About", ":material/info:", "Method, sources, licences, accessibility."),
}
"""The pages: file name → title, icon, the question that the page answers."""


def main() -> None:
    """Draw the frame and run the page."""
    st.set_page_config(page_title="Regional news map", page_icon=ICON, layout="wide")
    st.html(f"<style>{STYLE}</style>")
    pages = [
        st.Page(
            PROJECT / "pages" / f"{name}.py",
            title=title,
            icon=icon,
            help=question,
            url_path=name,
            default=name == "explore",
        )
        for name, (title, icon, question) in PAGES.items()
        if (PROJECT / "pages" / f"{name}.py").exists()
    ]
    page = st.navigation(pages, position="top")
    atlas = _atlas()
    if atlas.trouble:
        st.warning(f"{atlas.trouble} Until then you see the last data that could be read.")
    page.run()


def _atlas() -> Atlas:
    try:
        return current_atlas()
    except DataError as error:
        st.title("There is no data to show")
        st.error(str(error))
        st.markdown(
            "The briefs are in `data/regional_news.csv`. Put the file back, or run "
            "`regional-news check` to see what is wrong with it, then reload this page."
        )
        st.stop()


main()
