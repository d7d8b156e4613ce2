"""What about this council? Its briefs, its names and past, and who near it did the same."""

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.councils import councils

councils(current_snapshot())
