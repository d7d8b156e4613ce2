"""Where is it happening? The map and the list side by side."""

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.explore import explore
from regional_news.ui.session.address import wanted

snapshot = current_snapshot()
explore(snapshot, snapshot.view(wanted()))
