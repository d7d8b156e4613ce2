"""Exactly which briefs? A table of the view, and the view as files."""

from regional_news.atlas import current_atlas
from regional_news.ui.table import table

table(current_atlas())
