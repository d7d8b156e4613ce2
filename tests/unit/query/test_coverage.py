"""Coverage counts what reading every brief counts, and its totals reconcile."""

from tests.unit.snapshot_builder import (
    COUNCILS,
    REGIONS,
    THEMES,
    brief,
    build_snapshot,
    snapshot_of,
)

from regional_news.query import BriefFilter
from regional_news.query.coverage import Coverage, RegionCoverage

SNAPSHOT = build_snapshot()


def test_the_matrix_counts_briefs_by_theme_and_region() -> None:
    """A brief counts once in every cell that it belongs to; zeros are there."""
    view = SNAPSHOT.view(BriefFilter(issues=("Echo 1", "Echo 2", "Echo 3")))
    matrix = Coverage(view).matrix
    rows = view.frame.to_dict("records")
    assert list(matrix.index) == [theme.id for theme in THEMES]
    assert list(matrix.columns) == [region.id for region in REGIONS]
    for theme in matrix.index:
        for region in matrix.columns:
            there = [theme in row["themes"].split() and row["region"] == region for row in rows]
            assert matrix.at[theme, region] == sum(there)


def test_a_filter_by_region_leaves_no_column_of_another() -> None:
    """Nobody has to look for the one column that is not all noughts."""
    region = next(iter(REGIONS)).id
    assert list(Coverage(SNAPSHOT.view(BriefFilter(regions=(region,)))).matrix.columns) == [region]


def test_a_cell_is_what_a_click_on_it_leaves() -> None:
    """The matrix is a filter: region and theme of a cell leave as many briefs as it says."""
    matrix = Coverage(SNAPSHOT.view(BriefFilter())).matrix
    for theme in matrix.index:
        for region in matrix.columns:
            cell = SNAPSHOT.view(BriefFilter(regions=(region,), themes=(theme,)))
            assert matrix.at[theme, region] == len(cell)


def test_issues_add_up_to_the_briefs() -> None:
    """Each brief is in one issue."""
    view = SNAPSHOT.view(BriefFilter(themes=("ai",)))
    assert sum(Coverage(view).issues.values()) == len(view)


def test_issues_stand_the_oldest_first() -> None:
    """Time runs from left to right; a brief with two themes counts for both."""
    rows = [
        brief(issue=f"Echo {n}", published=f"202{n}", summary=str(n), themes="ai money")
        for n in (2, 3, 1)
    ]
    by_issue = Coverage(snapshot_of(rows).view(BriefFilter())).by_issue
    assert list(by_issue.index) == ["Echo 1", "Echo 2", "Echo 3"]
    assert by_issue.loc["Echo 2"].to_dict() == {"sensors": 0, "ai": 1, "libraries": 0, "money": 1}


def test_regions_tell_councils_covered_of_those_in_office() -> None:
    """Regions without a brief are there with zero, and a council counts once."""
    rows = [brief(councils="felpersham", summary=str(n)) for n in range(3)]
    covered = Coverage(snapshot_of(rows).view(BriefFilter())).by_region
    assert covered == (
        RegionCoverage("loamshire", 1, 3),
        RegionCoverage("gwlad", 0, 1),
        RegionCoverage("eriu", 0, 1),
    )


def test_never_featured_is_about_all_briefs_and_the_chosen_regions() -> None:
    """A filter on themes does not make a council look forgotten; a mention is no feature."""
    rows = [brief(councils="felpersham", also_mentions="borsetshire", themes="ai")]
    snapshot = snapshot_of(rows)
    everywhere = Coverage(snapshot.view(BriefFilter(themes=("money",)))).never
    assert {council.id for council in everywhere} == {c.id for c in COUNCILS} - {"felpersham"}
    there = Coverage(snapshot.view(BriefFilter(regions=("gwlad",)))).never
    assert [council.id for council in there] == ["llareggub"]


def test_a_snapshot_without_briefs_has_coverage() -> None:
    """All counts are zero, and every council was never featured."""
    covered = Coverage(snapshot_of([]).view(BriefFilter()))
    assert covered.matrix.to_numpy().sum() == 0
    assert covered.by_issue.empty
    assert len(covered.never) == len(COUNCILS)
