"""What is in doubt? Names and briefs to settle, each with a choice that is learnt."""

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.review import review

review(current_snapshot())
