"""The app's icon, and the names that browsers show of its pages."""

from regional_news.query import BriefFilter
from regional_news.query.councils import news_of
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.session.routes import COUNCILS, COVERAGE, EXPLORE, FILTERED, TITLES
from regional_news.ui.widgets.issues_compared import compared
from regional_news.ui.widgets.page_links import page_of

NAME = "Regional news map"

# From the folder ``static``, which Streamlit serves to everybody: what it copies among its media
# files is for members where the briefs are.
ICON = "/app/static/icon.png"


def page_title(snapshot: Snapshot, here: str, wanted: BriefFilter) -> str:
    """Return what a tab, a bookmark and a screen reader call a page: what it shows comes first."""
    labels = snapshot.index.labels
    parts = [] if here == EXPLORE else [TITLES[here][0]]
    listed = wanted if here == EXPLORE else None
    if here in FILTERED and (wanted or here == EXPLORE):
        parts.insert(0, wanted.describe(labels))
    if here == COUNCILS and wanted.councils:
        parts.insert(0, labels.of("council", wanted.councils[:1])[0])
        listed = news_of(wanted.councils[0], wanted.themes)
    if here == COVERAGE and all(two := compared(snapshot)):
        parts.insert(0, " beside ".join(two))
    page, _ = (1, 1) if listed is None else page_of(snapshot.view(listed))
    if page > 1:
        parts.insert(1, f"page {page}")
    return " – ".join([*parts, NAME])
