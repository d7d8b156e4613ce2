"""What about this council? Its briefs, its names and past, and who near it did the same."""

from regional_news.shelf import current_atlas
from regional_news.ui.councils import councils

councils(current_atlas())
