"""My council: chosen once on its page and kept in the reader's browser."""

from regional_news.model import Council
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.components import draw


def my_council(snapshot: Snapshot, council: Council) -> None:
    """Draw the button that makes a council the reader's own, and what is new about theirs."""
    view = snapshot.view(BriefFilter(councils=(council.id,), past=True))
    draw("mine", {"id": council.id, "name": council.name, "briefs": len(view)})
