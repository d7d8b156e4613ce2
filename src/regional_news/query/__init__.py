"""The view: a filter, an index that answers it with facet counts, and the rows in their order.

The index is built once for each version of the briefs and shared by all readers. Its rows stand in
the order of every list and file: the newest first, those of one day in the magazine's order of
regions, and then as in the file. A search puts the briefs with more of its words in the headline
first, then those with more of its words whole ("sensor" before "sensors"), then the newest.
"""

from regional_news.query.filters import BriefFilter, Labels
from regional_news.query.index import GROUPS, BriefIndex
from regional_news.query.view import View

__all__ = ["GROUPS", "BriefFilter", "BriefIndex", "Labels", "View"]
