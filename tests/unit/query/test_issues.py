"""Issues: the newest first, and what differs between two."""

from tests.unit.snapshot_builder import brief, snapshot_of

from regional_news.query import BriefFilter
from regional_news.query.issues import Difference, differences, issue, issue_names

ROWS = (
    brief(issue="Echo 1", published="2022", themes="sensors", councils="felpersham"),
    brief(issue="Echo 2", published="2023-05", themes="ai", councils="ambridge", summary="Two."),
    brief(
        issue="Echo 2",
        published="2023-04",
        themes="sensors",
        councils="ambridge llareggub",
        region="gwlad",
        summary="Three.",
    ),
)


def test_the_newest_issue_comes_first() -> None:
    """By the dates of its briefs, wherever they stand in the file."""
    index = snapshot_of(ROWS).index
    assert issue_names(index) == ["Echo 2", "Echo 1"]
    held = issue(index, "Echo 2")
    assert (held.when, held.totals) == ("May 2023", "2 briefs from 2 councils")


def test_of_two_issues_of_a_month_the_later_in_the_file_is_the_newer() -> None:
    """Whatever regions their briefs have; those of an issue stay together."""
    rows = [
        brief(issue=issue, published="2023-05", region=region, summary=f"{issue} {region}")
        for issue in ("Echo 9", "Echo 10")
        for region in ("borsetshire", "gwlad")
    ]
    index = snapshot_of(rows).index
    assert list(index.frame["issue"]) == ["Echo 10", "Echo 10", "Echo 9", "Echo 9"]
    assert issue_names(index) == ["Echo 10", "Echo 9"]


def test_what_came_and_what_went() -> None:
    """Each group by itself; what both have is in neither."""
    index = snapshot_of(ROWS).index
    theme, region, council = differences(index, "Echo 2", "Echo 1")
    assert theme == Difference("theme", ("ai",), ())
    assert region == Difference("region", ("gwlad",), ())
    assert (set(council.came), council.went) == ({"ambridge", "llareggub"}, ("felpersham",))
    assert all(each.came == each.went == () for each in differences(index, "Echo 1", "Echo 1"))


def test_of_two_issues_a_filter_leaves_what_is_compared() -> None:
    """What the filter leaves out came with neither, and counts in neither."""
    index, there = snapshot_of(ROWS).index, BriefFilter(regions=("gwlad",), issues=("Echo 1",))
    _, region, council = differences(index, "Echo 2", "Echo 1", there)
    assert region == Difference("region", ("gwlad",), ())
    assert council.went == ()
    assert issue(index, "Echo 2", there).briefs < issue(index, "Echo 2").briefs
