"""Headings that were lost are recovered from the order and checked against the councils."""

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.magazine.press import BRIEFS, drafts_in, found_in

ALL = list(BRIEFS.items())
SILENT = (
    "Nobody in the county hall has yet said how much the new system will cost, but a report on "
    "the matter is due in the spring."
)


def page(
    lost: Collection[str] = (), *, title: str = "Nations and regions news", **changed: str
) -> str:
    """Return a page without some headings; ``changed`` holds other briefs, by the region's name."""
    lines = [title]
    for region, brief in ALL:
        lines += ["" if region in lost else region, changed.get(region, brief)]
    return "\n\n".join(lines)


@pytest.mark.parametrize("title", ["Nations and regions news", ""])
def test_headings_of_one_word_that_were_lost_are_recovered(title: str) -> None:
    """Even without the section's title, by the councils and the order."""
    assert drafts_in(page(["Scotland", "Wales", "London"], title=title)) == ALL


@given(st.sets(st.sampled_from(list(BRIEFS)), max_size=12))
def test_any_headings_that_were_lost_are_recovered(lost: set[str]) -> None:
    """One heading that is left is enough."""
    assert drafts_in(page(lost)) == ALL


@given(st.sets(st.sampled_from(list(BRIEFS)), max_size=12))
def test_any_regions_that_were_lost_from_the_last_column_are_recovered(lost: set[str]) -> None:
    """One row that still ends in its region is enough to read the table from its end."""
    rows = ["\t".join((brief, "" if region in lost else region)) for region, brief in ALL]
    assert drafts_in("\n".join(["Nations and regions news", *rows])) == ALL


def test_a_page_that_lost_every_heading_is_recovered() -> None:
    """Its title tells that the briefs follow, even if a link at the foot says the same."""
    assert drafts_in(page(list(BRIEFS))) == ALL
    assert drafts_in(page(list(BRIEFS)) + "\n\nMore nations and regions news") == ALL


def test_recovered_regions_are_marked() -> None:
    """An editor looks at them first."""
    inferred = [draft.region for draft in found_in(page(["Wales", "London"])) if draft.inferred]
    assert inferred == ["wales", "london"]


@pytest.mark.parametrize("region", ["Scotland", "Wales", "East Midlands", "London"])
def test_the_order_alone_tells_the_region_of_a_brief_without_councils(region: str) -> None:
    """Between its neighbours there is room for one region only."""
    drafts = drafts_in(page([region], **{region: SILENT}))
    assert (region, SILENT) in drafts
    assert len(drafts) == len(ALL)


def test_where_two_regions_are_possible_none_is_said() -> None:
    """A brief without councils stands where two headings and one brief were lost."""
    text = page(["East Midlands", "West Midlands"], **{"East Midlands": SILENT})
    drafts = drafts_in(text.replace(BRIEFS["West Midlands"], ""))
    assert ("", SILENT) in drafts


def test_councils_of_other_regions_do_not_fill_a_gap() -> None:
    """A lost heading is believed only where the councils do not speak against it."""
    away = "Walford Council and its neighbours were named as winners of the award for libraries."
    text = page(["East Midlands"], **{"East Midlands": away})
    assert away not in [text for _, text in drafts_in(text)]


def test_two_briefs_beside_a_lost_heading_are_told_apart() -> None:
    """Each goes to the region of its council."""
    second = "Llareggub is also to lend robots to all of its schools, it has now announced."
    both = f"{BRIEFS['Wales']}\n\n{second}"
    drafts = drafts_in(page(["Scotland", "Wales"], Wales=both))
    assert drafts[:3] == [*ALL[:2], ("Wales", second)]


def test_a_pasted_brief_without_anything_around_it_is_found() -> None:
    """All that is pasted names councils; where they lie tells the region."""
    assert drafts_in(BRIEFS["London"]) == [("London", BRIEFS["London"])]


def test_a_pasted_brief_about_two_regions_has_none() -> None:
    """An editor chooses."""
    text = "Walford Council and Glenbogle Council have bought the same telephone system together."
    assert drafts_in(text) == [("", text)]
