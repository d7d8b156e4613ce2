"""Who gets written about? Themes by region, themes over time, and the gaps."""

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.coverage import coverage
from regional_news.ui.session.address import wanted

snapshot = current_snapshot()
coverage(snapshot, snapshot.view(wanted()))
