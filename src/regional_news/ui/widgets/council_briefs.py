"""The briefs of one council, and of those that it replaced: on all themes, or on one of choice."""

from dataclasses import replace

import streamlit as st

from regional_news.model import Council, CouncilStatus
from regional_news.query import BriefFilter, View
from regional_news.query.councils import news_of
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session.address import wanted
from regional_news.ui.session.routes import COUNCILS, page_href
from regional_news.ui.widgets.brief_list import brief_list
from regional_news.ui.widgets.plain import plain
from regional_news.ui.widgets.takeaway import take_away

_IN_OFFICE_SO_FAR = (CouncilStatus.CURRENT, CouncilStatus.ABOLISHED)


def theme_choice(snapshot: Snapshot, council: Council, themes: tuple[str, ...]) -> None:
    """Offer each theme that somebody has worked on, as a link to the council's page on it."""
    options: list[tuple[str, tuple[str, ...]]] = [("All themes", ())]
    options += [
        (snapshot.themes[theme].label, (theme,))
        for theme in snapshot.view(BriefFilter()).counts("theme")
    ]
    drawn = [
        {
            "label": label,
            "href": page_href(COUNCILS, replace(wanted(), councils=(council.id,), themes=chosen)),
            "chosen": chosen == themes,
        }
        for label, chosen in options
    ]
    draw("choice", {"label": "Theme of this page", "options": drawn})


def council_briefs(snapshot: Snapshot, council: Council, themes: tuple[str, ...]) -> None:
    """Draw the list of a council's briefs on some themes, those that only mention it included."""
    view = snapshot.view(news_of(council.id, themes))
    on = f" on {' or '.join(snapshot.index.labels.of('theme', themes))}" if themes else ""
    st.header(plain(f"{amount(len(view), 'brief')}{on}" if len(view) else f"No brief{on} yet"))
    if told := _told(snapshot, council, view):
        st.caption(plain(told))
    if len(view):
        brief_list(snapshot, view, of_council=council.id)
        take_away(view)


def _told(snapshot: Snapshot, council: Council, view: View) -> str:
    """Return what must be known of the briefs in the list, or why there are none."""
    verb = "replaced" if council.status in _IN_OFFICE_SO_FAR else "will replace"
    everything = len(snapshot.view(news_of(council.id)))
    about = len(snapshot.view(replace(view.wanted, mentions=False)))
    told = []
    if not everything:
        others = f", nor one that it {verb}" if council.predecessors else ""
        told.append(f"No brief names this council{others}.")
    elif council.predecessors:
        told.append(f"With those about the councils that it {verb}.")
    if len(view) > about:
        told.append(_only_mentions(len(view) - about, len(view)))
    if everything > len(view):
        verb = "is" if everything == 1 else "are"
        told.append(f"On all themes there {verb} {everything:,}.")
    return " ".join(told)


def _only_mentions(some: int, briefs: int) -> str:
    if briefs == 1:
        return "It only mentions this council."
    return f"{some:,} of them only {'mentions' if some == 1 else 'mention'} it."
