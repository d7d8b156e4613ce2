"""The app's icon, and the names that browsers show of its pages."""

from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.session.routes import COUNCILS, EXPLORE, FILTERED, TITLES

NAME = "Regional news map"

# From the folder ``static``, which Streamlit serves to everybody: what it copies among its media
# files is for members where the briefs are.
ICON = "/app/static/icon.png"


def page_title(snapshot: Snapshot, here: str, wanted: BriefFilter) -> str:
    """Return what a tab, a bookmark and a screen reader call a page: what it shows comes first."""
    labels = snapshot.index.labels
    parts = [] if here == EXPLORE else [TITLES[here][0]]
    if here in FILTERED and (wanted or here == EXPLORE):
        parts.insert(0, wanted.describe(labels))
    if here == COUNCILS and wanted.councils:
        parts.insert(0, labels.of("council", wanted.councils[:1])[0])
    return " – ".join([*parts, NAME])
