"""The issues of the magazine, the newest first, and how two of them differ."""

from dataclasses import dataclass, replace

from regional_news.model import PartialDate
from regional_news.query import BriefFilter, BriefIndex
from regional_news.text import amount

COMPARED = ("theme", "region", "council")
"""The groups by which two issues are compared."""

_ALL = BriefFilter()


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue: its name, the newest date of its briefs in words, and what it holds."""

    name: str
    when: str
    briefs: int
    councils: int

    @property
    def totals(self) -> str:
        """What it holds, in words: ``13 briefs from 15 councils``."""
        return f"{amount(self.briefs, 'brief')} from {amount(self.councils, 'council')}"


@dataclass(frozen=True, slots=True)
class Difference:
    """The values of one group that only one of two issues has: what came, and what went."""

    group: str
    came: tuple[str, ...]
    went: tuple[str, ...]


def issue_names(index: BriefIndex) -> list[str]:
    """Return the names of all issues, the newest first."""
    return [name for name in index.frame["issue"].unique() if name]


def issue(index: BriefIndex, name: str, wanted: BriefFilter = _ALL) -> Issue:
    """Return what a filter leaves of an issue: ``issue(index, "In Our View 37 (Focus)")``."""
    dates = set(index.view(BriefFilter(issues=(name,))).frame["published"]) - {""}
    view = index.view(replace(wanted, issues=(name,)))
    when = PartialDate.parse(max(dates)).words if dates else ""
    return Issue(name, when, len(view), len(view.counts("council")))


def differences(
    index: BriefIndex, new: str, old: str, wanted: BriefFilter = _ALL
) -> list[Difference]:
    """Return what the issue ``new`` has that ``old`` has not, and the other way, by group.

    Of both counts what a filter leaves.
    """
    views = [index.view(replace(wanted, issues=(name,))) for name in (new, old)]
    found = []
    for group in COMPARED:
        now, then = (view.counts(group) for view in views)
        came = tuple(value for value in now if value not in then)
        went = tuple(value for value in then if value not in now)
        found.append(Difference(group, came, went))
    return found
