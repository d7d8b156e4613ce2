"""Where is it happening? The map and the list side by side."""

from regional_news.atlas import current_atlas
from regional_news.ui.explore import explore

explore(current_atlas())
