"""Where is it happening? The map and the list side by side."""

from regional_news.shelf import current_atlas
from regional_news.ui.address import wanted
from regional_news.ui.explore import explore

atlas = current_atlas()
explore(atlas, atlas.view(wanted()))
