"""The view: a filter, an index that answers it with facet counts, and the rows in their order.

The index is built once for each version of the briefs and shared by all readers. Its rows stand in
the order of every list and file: the newest first, of issues of one day the one that came into the
file last, those of an issue in the magazine's order of regions, and then as in the file. A search
puts the briefs with more of its words whole first ("sensor" before "sensors"), then those with more
of its words in the headline, then the newest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from regional_news.query.groups import GROUPS, BriefFilter, Labels

if TYPE_CHECKING:
    from regional_news.query.index import BriefIndex
    from regional_news.query.view import View

__all__ = ["GROUPS", "BriefFilter", "BriefIndex", "Labels", "View"]

_LATE = {"BriefIndex": "index", "View": "view"}
"""What needs pandas, by its module: whoever only lists the groups does not wait for that."""


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
    raise AttributeError(f"{__name__} has no {name}")
