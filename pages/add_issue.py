"""Put the next issue in: a page is read, looked over and saved."""

from regional_news.snapshot.cache import current_snapshot
from regional_news.ui.add_issue import add_issue

add_issue(current_snapshot())
