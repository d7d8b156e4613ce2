"""How it is made: method, sources, licences, accessibility, version."""

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.about import about

about(current_snapshot())
