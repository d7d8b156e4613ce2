"""Exactly which briefs? A table of the view, and the view as files."""

from regional_news.shelf import current_atlas
from regional_news.ui.address import wanted
from regional_news.ui.table import table

atlas = current_atlas()
table(atlas, atlas.view(wanted()))
