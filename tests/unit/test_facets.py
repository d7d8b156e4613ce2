"""Columns of ids give the masks and counts that one gets row by row."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from regional_news.facets import Column

IDS = ("a", "b", "c", "d")
cells = st.lists(
    st.lists(st.sampled_from([*IDS, "unknown"]), max_size=3).map(" ".join), max_size=20
)


def column(rows: list[str]) -> Column:
    """Return a column of cells."""
    return Column(pd.Series(rows, dtype="str"), IDS)


@given(cells, st.sets(st.sampled_from([*IDS, "nowhere"])))
def test_a_row_is_kept_for_any_of_the_wanted_ids(rows: list[str], wanted: set[str]) -> None:
    """What is wanted but has no place in the column keeps nothing."""
    kept = column(rows).has_any(wanted)
    assert kept.tolist() == [bool(wanted & set(IDS) & set(row.split())) for row in rows]


@given(cells, st.data())
def test_counts_are_those_of_the_rows(rows: list[str], data: st.DataObject) -> None:
    """An id that stands twice in a cell counts once; ids that are not in the list do not count."""
    some = data.draw(st.sets(st.integers(0, len(rows) - 1)) if rows else st.just(set()))
    counted = column(rows).count(np.array(sorted(some), dtype=np.int64))
    assert counted.tolist() == [sum(each in rows[row].split() for row in some) for each in IDS]


@given(cells)
def test_totals_are_the_counts_of_all_rows(rows: list[str]) -> None:
    """Totals need no rows to be named."""
    assert (column(rows).totals == column(rows).count(np.arange(len(rows)))).all()


@given(cells)
def test_a_cross_table_counts_what_stands_together(rows: list[str]) -> None:
    """Each cell of the table counts the rows that have the id of its line and of its column."""
    down, across = column(rows), column(rows[::-1])
    table = down.cross(across, np.arange(len(rows)))
    for i, one in enumerate(IDS):
        for j, other in enumerate(IDS):
            pairs = zip(rows, rows[::-1], strict=True)
            assert table[i, j] == sum(one in a.split() and other in b.split() for a, b in pairs)


def test_the_present_ids_are_those_that_some_row_has() -> None:
    """Order and ids that are not in the list do not matter."""
    assert column(["c a", "a unknown", ""]).present == {"a", "c"}


def test_a_cell_without_separator_is_one_id() -> None:
    """The title of an issue may have spaces."""
    titles = pd.Series(["Issue 1", "Issue 2", "Issue 1"], dtype="str")
    issues = Column(titles, ["Issue 1", "Issue 2"], separator=None)
    assert issues.totals.tolist() == [2, 1]
