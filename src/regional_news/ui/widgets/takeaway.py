"""The view taken away: as files built when asked for, and as addresses that keep it."""

import streamlit as st

from regional_news.exports import FORMATS
from regional_news.exports.beside import download_beside
from regional_news.query import View
from regional_news.ui.session import address
from regional_news.ui.widgets.embedding import embedding


def take_away(view: View, *, files: bool = True) -> None:
    """Offer a view's addresses and, unless the page shows them anyway, its files.

    They are drawn only once somebody asks for them: every element costs time at every rerun.
    """
    what = "files, link, feed, embedding" if files else "link, feed, embedding"
    place = st.expander(f"Take these briefs away: {what}", key="take-away", on_change="rerun")
    if not place.open:
        return
    with place:
        if files:
            downloads(view)
        _addresses(view)


def downloads(view: View) -> None:
    """Draw a button for each format; a click builds the file and reruns nothing."""
    site = address.site()
    with st.container(horizontal=True, gap="small"):
        for name, offered in FORMATS.items():
            if not offered.as_file:
                continue
            made = download_beside(view, name, site=site)
            st.download_button(
                offered.label,
                data=made.read,
                file_name=made.file_name,
                mime=made.media_type,
                key=f"download-{name}",
                on_click="ignore",
                icon=":material/download:",
                help=f"{view.totals} as a file",
                disabled=not len(view),
            )


def _addresses(view: View) -> None:
    """Draw the addresses under which this view is found again, each with a button to copy it."""
    site, wanted = address.site(), view.wanted
    for title, place in (
        ("Link to this view", site.live(wanted)),
        ("Briefing to print", site.view(wanted)),
        ("Feed: “Follow” beside the title says how", site.feed(wanted)),
        ("Data for Excel, QGIS or a program", site.data(wanted)),
    ):
        st.markdown(f"**[{title}]({place})**")
        st.code(place, language=None, wrap_lines=True)
    embedding(wanted)
