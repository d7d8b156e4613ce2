"""Whether an issue is stored already, told by name, number, date, source and councils.

The stored briefs may say everything in other words than the page: then the words tell nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from regional_news.ingest.report import Source
from regional_news.model import Brief
from regional_news.text import fold

ENOUGH = 3
"""From how many points on an issue is taken for the same."""

_MANY = 3
"""From how many pairs on it is no chance that they are about the same councils."""

_NUMBER = re.compile(r"\d+")
_NO_LETTER = re.compile(r"[^\w\s]")
_FILLING = frozenset({"issue", "edition", "no", "number", "the"})


@dataclass(frozen=True, slots=True)
class SameIssue:
    """A stored issue that a page seems to be, and which of its briefs stand for those of the page.

    ``pairs`` maps the id of a brief on the page to the stored one about the same councils.
    """

    issue: str
    briefs: Sequence[Brief]
    pairs: Mapping[str, Brief] = field(default_factory=dict)


def same_issue(
    briefs: Sequence[Brief], source: Source, stored: Iterable[Brief]
) -> SameIssue | None:
    """Return the stored issue that a page's briefs seem to come from, the likeliest; else None."""
    issues: dict[str, list[Brief]] = defaultdict(list)
    for brief in stored:
        issues[brief.issue].append(brief)
    found = [SameIssue(issue, each, _pairs(briefs, each)) for issue, each in issues.items()]
    points = [_points(same, briefs, source) for same in found]
    most = max(points, default=0)
    return found[points.index(most)] if most >= ENOUGH else None


def same_name(one: str, other: str) -> bool:
    """Return whether two names of an issue differ in nothing but filling words and marks.

    >>> same_name("In Our View, issue 37 (Focus)", "In Our View 37 (Focus)")
    True
    """
    return _words(one) == _words(other) != set()


def _points(same: SameIssue, briefs: Sequence[Brief], source: Source) -> int:
    first = same.briefs[0]
    numbers = set(_NUMBER.findall(same.issue)) & set(_NUMBER.findall(source.issue))
    is_same_name = same_name(same.issue, source.issue)
    share = len(same.pairs) / len(briefs) if briefs else 0
    return (
        3 * is_same_name
        + (bool(numbers) and not is_same_name)
        + (first.published == source.published)
        + 2 * bool(source.url and source.url == first.source_url)
        + (3 if share >= 0.6 and len(same.pairs) >= _MANY else share >= 0.3)  # noqa: PLR2004  most
    )


def _pairs(briefs: Sequence[Brief], stored: Sequence[Brief]) -> dict[str, Brief]:
    """Return for each brief the stored one of its region that shares most councils with it."""
    about: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, each in enumerate(stored):
        for council in {*each.councils}:
            about[each.region, council].append(at)
    pairs, taken = {}, set[int]()
    for brief in briefs:
        shared = Counter(
            at
            for council in {*brief.councils}
            for at in about.get((brief.region, council), ())
            if at not in taken
        )
        if shared:
            best = min(shared, key=lambda at: (-shared[at], at))
            pairs[brief.id] = stored[best]
            taken.add(best)
    return pairs


def _words(name: str) -> set[str]:
    return {*_NO_LETTER.sub(" ", fold(name)).split()} - _FILLING
