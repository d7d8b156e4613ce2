"""What the map tells of councils: themes by group, and how recent the newest brief is."""

from collections import Counter

import pytest
from tests.unit.snapshot_builder import build_snapshot

from regional_news.model import ThemeGroup
from regional_news.query import BriefFilter, View
from regional_news.query.councils import latest, newest, theme_groups

SNAPSHOT = build_snapshot()
FILTERS = (
    BriefFilter(),
    BriefFilter(regions=("gwlad",)),
    BriefFilter(councils=("felpersham",)),
    BriefFilter(q="no such word"),
)


def rows(view: View) -> list[dict[str, str]]:
    """Return the briefs that the map counts: all but the filter's own choice of councils."""
    mask = view.without("council").mask
    found: list[dict[str, str]] = view.index.frame[mask].to_dict("records")
    return found


@pytest.mark.parametrize("wanted", FILTERS)
def test_theme_groups_count_briefs(wanted: BriefFilter) -> None:
    """A brief counts once in each group that one of its themes is in."""
    view = SNAPSHOT.view(wanted)
    counted: dict[str, Counter[ThemeGroup]] = {}
    for row in rows(view):
        groups = {SNAPSHOT.themes[theme].group for theme in row["themes"].split()}
        for council in row["councils"].split():
            counted.setdefault(council, Counter()).update(groups)
    right = {key: [count[group] for group in ThemeGroup] for key, count in counted.items() if count}
    assert theme_groups(view) == right


@pytest.mark.parametrize("wanted", FILTERS)
def test_newest_is_the_first_in_order(wanted: BriefFilter) -> None:
    """The newest brief of a council is the first of its list."""
    view = SNAPSHOT.view(wanted)
    first: dict[str, str] = {}
    for row in rows(view):
        for council in row["councils"].split():
            first.setdefault(council, row["published"][:7])
    assert newest(view) == {council: month for council, month in first.items() if month}


def test_latest_does_not_depend_on_the_filter() -> None:
    """Old and new mean the same whatever is chosen."""
    months = {latest(SNAPSHOT.view(wanted)) for wanted in FILTERS}
    assert months == {max(SNAPSHOT.view(BriefFilter()).index.frame["published"])[:7]}
