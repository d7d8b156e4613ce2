"""Columns of ids give the masks and counts that one gets row by row."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_news.query import bitmaps as facets
from regional_news.query.bitmaps import Column, NarrowColumn, Selection, column_of

IDS = ("a", "b", "c", "d")
cells = st.lists(
    st.lists(st.sampled_from([*IDS, "unknown"]), max_size=3).map(" ".join), max_size=20
)


def column(rows: list[str], kind: type[Column] = Column) -> Column:
    """Return a column of cells."""
    return kind(pd.Series(rows, dtype="str"), IDS)


kinds = st.sampled_from([Column, NarrowColumn])


def selection(rows: Iterable[int], amount: int) -> Selection:
    """Return the selection of some of so many rows."""
    mask = np.zeros(amount, dtype=bool)
    mask[list(rows)] = True
    return Selection.of(mask)


@given(kinds, cells, st.sets(st.sampled_from([*IDS, "nowhere"])), st.sampled_from([0, 4, 100]))
def test_a_row_is_kept_for_any_of_the_wanted_ids(
    kind: type[Column], rows: list[str], wanted: set[str], sparse: int
) -> None:
    """What is wanted but has no place in the column keeps nothing, by whichever way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "_SPARSE", sparse)
        kept = column(rows, kind).with_any(wanted)
    expected = [bool(wanted & set(IDS) & set(row.split())) for row in rows]
    assert kept.mask.tolist() == expected
    assert kept.rows.tolist() == [row for row, kept_too in enumerate(expected) if kept_too]
    assert kept.other_rows.tolist() == [row for row, there in enumerate(expected) if not there]
    assert kept.amount == sum(expected)


@given(kinds, cells, st.data())
def test_counts_are_those_of_the_rows(
    kind: type[Column], rows: list[str], data: st.DataObject
) -> None:
    """An id that stands twice in a cell counts once; ids that are not in the list do not count."""
    some = data.draw(st.sets(st.integers(0, len(rows) - 1)) if rows else st.just(set()))
    counted = column(rows, kind).count(selection(some, len(rows)))
    assert counted.tolist() == [sum(each in rows[row].split() for row in some) for each in IDS]


@given(cells)
def test_totals_are_the_counts_of_all_rows(rows: list[str]) -> None:
    """Totals need no rows to be named."""
    assert (column(rows).totals == column(rows).count(selection(range(len(rows)), len(rows)))).all()


@given(cells)
def test_a_cross_table_counts_what_stands_together(rows: list[str]) -> None:
    """Each cell of the table counts the rows that have the id of its line and of its column."""
    down, across = column(rows), column(rows[::-1])
    table = down.cross(across, selection(range(len(rows)), len(rows)))
    for i, one in enumerate(IDS):
        for j, other in enumerate(IDS):
            pairs = zip(rows, rows[::-1], strict=True)
            assert table[i, j] == sum(one in a.split() and other in b.split() for a, b in pairs)


def test_the_present_ids_are_those_that_some_row_has() -> None:
    """Order and ids that are not in the list do not matter."""
    assert column(["c a", "a unknown", ""]).present == {"a", "c"}


def test_few_ids_have_bits() -> None:
    """A long column of many ids would take too much memory for bits."""
    assert isinstance(column_of(pd.Series(["a"]), IDS), NarrowColumn)
    assert not isinstance(column_of(pd.Series(["a"]), [str(n) for n in range(100)]), NarrowColumn)


def test_a_cell_without_separator_is_one_id() -> None:
    """The title of an issue may have spaces."""
    titles = pd.Series(["Issue 1", "Issue 2", "Issue 1"], dtype="str")
    issues = Column(titles, ["Issue 1", "Issue 2"], separator=None)
    assert issues.totals.tolist() == [2, 1]


def test_a_selection_of_all_parts_keeps_what_each_keeps() -> None:
    """One part is itself; more of them keep what they have in common."""
    one, other = selection([0, 1, 2], 4), selection([1, 2, 3], 4)
    assert Selection.all_of([one]) is one
    assert Selection.all_of([one, other]).rows.tolist() == [1, 2]
