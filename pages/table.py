"""Exactly which briefs? A table of the view, and the view as files."""

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.session.address import wanted
from regional_news.ui.table import table

snapshot = current_snapshot()
table(snapshot, snapshot.view(wanted()))
