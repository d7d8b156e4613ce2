"""Who gets written about? Themes by region, themes over time, and the gaps."""

from regional_news.shelf import current_atlas
from regional_news.ui.address import wanted
from regional_news.ui.coverage import coverage

atlas = current_atlas()
coverage(atlas, atlas.view(wanted()))
