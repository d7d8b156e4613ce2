"""How it is made: method, sources, licences, accessibility, version."""

from regional_news.shelf import current_atlas
from regional_news.ui.about import about

about(current_atlas())
