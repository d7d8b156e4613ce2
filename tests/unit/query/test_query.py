"""A view is what one gets by going through the briefs one by one."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.snapshot_builder import (
    COUNCILS,
    REGIONS,
    THEMES,
    brief,
    build_snapshot,
    snapshot_of,
)

from regional_news.model import Box, PartialDate
from regional_news.query import GROUPS, BriefFilter
from regional_news.query.fulltext import SHORT, words_of

SNAPSHOT = build_snapshot()
INDEX = SNAPSHOT.index
ROWS: list[dict[str, Any]] = INDEX.frame.to_dict("records")
COLUMNS = {"region": "regions", "theme": "themes", "council": "councils", "issue": "issues"}
IDS = {
    "region": [region.id for region in REGIONS],
    "theme": [theme.id for theme in THEMES],
    "council": [council.id for council in COUNCILS],
    "issue": ["Echo 1", "Echo 2", "Echo 3", "Echo 4"],
}
POINTS = {council.id: (council.lat, council.lon) for council in COUNCILS}
NAMES = {council.id: words_of(" ".join(council.all_names)) for council in COUNCILS}


def some_of(group: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw some ids of a group, and now and then one that there is not."""
    return st.lists(st.sampled_from([*IDS[group], "nowhere"]), max_size=3, unique=True).map(tuple)


FELPERSHAM = Box(52.21, -2.1, 52.3, -2.0)
"""A part of the map in which only some councils lie."""

dates = st.none() | st.builds(
    PartialDate, st.integers(2020, 2024), st.sampled_from([0, 3, 4, 11]), st.just(0)
)
filters = st.builds(
    BriefFilter,
    q=st.sampled_from(["", "", "sens", "library", "LIVE sensors", "tŷ", "mon", "zzz", "—"]),
    regions=some_of("region"),
    themes=some_of("theme"),
    councils=some_of("council"),
    issues=some_of("issue"),
    since=dates,
    until=dates,
    box=st.sampled_from([None, None, FELPERSHAM, Box(0, 0, 1, 1)]),
    mentions=st.booleans(),
    past=st.booleans(),
)


def values(row: Mapping[str, str], group: str, *, mentions: bool) -> set[str]:
    """Return the values that a brief has in a group."""
    if group in ("region", "issue"):
        return {row[group]}
    if group == "theme":
        return set(row["themes"].split())
    return set(row["councils"].split()) | set(row["also_mentions"].split() if mentions else ())


def keeps(wanted: BriefFilter, row: Mapping[str, str], *, without: str = "") -> bool:
    """Return whether a filter keeps a brief, one of its groups taken away."""
    for group, name in COLUMNS.items():
        chosen = set(getattr(wanted, name))
        if group == "council" and wanted.past and "felpersham" in chosen:
            chosen |= {"ambridge"}
        has = values(row, group, mentions=wanted.mentions)
        if group != without and getattr(wanted, name) and not chosen & has:
            return False
    published = PartialDate.parse(row["published"]) if row["published"] else PartialDate(1)
    if wanted.since and published.last < wanted.since.first:
        return False
    if wanted.until and published.first > wanted.until.last:
        return False
    about = [POINTS[each] for each in values(row, "council", mentions=wanted.mentions)]
    if wanted.box and not any(wanted.box.holds(*point) for point in about):
        return False
    if wanted.q and not words_of(wanted.q):
        return False
    councils = values(row, "council", mentions=True)
    words = [*words_of(row["headline"] + " " + row["summary"])]
    words += [word for council in councils for word in NAMES[council]]
    return all(
        any(w == typed or (len(typed) >= SHORT and w.startswith(typed)) for w in words)
        for typed in words_of(wanted.q)
    )


@given(filters)
def test_a_filter_keeps_what_reading_every_brief_keeps(wanted: BriefFilter) -> None:
    """Any of the values within a group, all groups together."""
    kept = [row["id"] for row in ROWS if keeps(wanted, row)]
    assert sorted(INDEX.view(wanted).frame["id"]) == sorted(kept)


@given(filters)
def test_a_facet_counts_without_its_own_selection(wanted: BriefFilter) -> None:
    """Each option shows how many briefs it would leave by itself."""
    view = INDEX.view(wanted)
    for group in GROUPS:
        left = [row for row in ROWS if keeps(wanted, row, without=group)]
        for value, count in view.facet(group).items():
            has = [value in values(row, group, mentions=wanted.mentions) for row in left]
            assert count == sum(has), (group, value)


@given(filters)
def test_counts_are_those_of_the_briefs_that_are_left(wanted: BriefFilter) -> None:
    """Values that no brief has are not there, so that their number can be told."""
    view = INDEX.view(wanted)
    left = [row for row in ROWS if keeps(wanted, row)]
    for group in GROUPS:
        counts = view.counts(group)
        assert 0 not in counts.values()
        for value in IDS[group]:
            has = [value in values(row, group, mentions=wanted.mentions) for row in left]
            assert counts.get(value, 0) == sum(has)


@given(filters)
def test_rows_frame_and_pages_agree(wanted: BriefFilter) -> None:
    """The list, the files and the number of briefs tell the same."""
    view = INDEX.view(wanted)
    assert len(view) == len(view.rows) == len(view.frame)
    pages = [each for number in range(1, 8) for each in view.page(number, 7)["id"]]
    assert pages == list(view.frame["id"])


@given(filters)
def test_councils_only_mentioned_are_counted_on_demand(wanted: BriefFilter) -> None:
    """The map can ask for both counts whatever the filter's own switch says."""
    view = INDEX.view(wanted)
    about = view.facet("council", mentions=False)
    named = view.facet("council", mentions=True)
    assert view.facet("council") == (named if wanted.mentions else about)
    assert all(named[council] >= about[council] for council in about)


def headlines(*rows: dict[str, str], q: str = "") -> list[str]:
    """Return the headlines of the rows in the order of a view."""
    return list(snapshot_of(rows).view(BriefFilter(q=q)).frame["headline"])


def test_the_newest_come_first_then_the_order_of_regions() -> None:
    """A date that names a year only counts as that year's first day; no date is older than all."""
    rows = [
        brief(headline="undated", published=""),
        brief(headline="old", published="2021-05-01"),
        brief(headline="Gwlad", published="2022-12-31", region="gwlad"),
        brief(headline="nowhere", published="2022-12-31", region=""),
        brief(headline="first of Loamshire", published="2022", region="loamshire"),
        brief(headline="second of Loamshire", published="2022-12", region="loamshire"),
    ]
    assert headlines(*rows) == [
        "Gwlad",
        "nowhere",
        "second of Loamshire",
        "first of Loamshire",
        "old",
        "undated",
    ]


def test_a_search_puts_whole_words_first_then_headlines_then_the_newest() -> None:
    """The order is the same for every list, file and feed of a search."""
    rows = [
        brief(headline="Bins", summary="There is a sensor.", published="2021"),
        brief(headline="Vans", summary="There are sensors.", published="2024"),
        brief(headline="More sensors", summary="Well done.", published="2020"),
        brief(headline="A sensor", summary="Well done.", published="2019"),
        brief(headline="Another sensor", summary="Well done.", published="2020"),
        brief(headline="Nothing", summary="Nothing.", published="2025"),
    ]
    expected = ["Another sensor", "A sensor", "Bins", "More sensors", "Vans"]
    assert headlines(*rows, q="sensor") == expected


def test_more_words_in_the_headline_come_before_fewer() -> None:
    """With several words, the number of them in the headline decides first."""
    rows = [
        brief(headline="Sensors", summary="They are smart.", published="2024"),
        brief(headline="Smart sensors", summary="They are.", published="2020"),
    ]
    assert headlines(*rows, q="smart sensors") == ["Smart sensors", "Sensors"]


@pytest.mark.parametrize("typed", ["ambridge", "Llareggub", "tŷ llar", "CYNGOR TY", "baile dúin"])
def test_councils_are_found_by_any_of_their_names(typed: str) -> None:
    """A search finds the briefs about a council, and those that mention it, by its names."""
    council = next(c for c in COUNCILS if words_of(typed)[0] in NAMES[c.id])
    rows = [
        brief(headline="about", summary="1", councils=council.id),
        brief(headline="mentions", summary="2", councils="borsetshire", also_mentions=council.id),
        brief(headline="neither", summary="3", councils="borsetshire"),
    ]
    assert headlines(*rows, q=typed) == ["about", "mentions"]


@pytest.mark.parametrize(("typed", "left"), [(" — ?", 0), ("  ", len(INDEX))])
def test_signs_stand_in_no_brief(typed: str, left: int) -> None:
    """No brief is shown under a title that says it has them."""
    assert len(SNAPSHOT.view(BriefFilter(q=typed))) == left


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        ("2022", "", ["2022", "2022-03", "2022-04-30", "2023"]),
        ("2022-04", "", ["2022", "2022-04-30", "2023"]),
        ("2022-05", "", ["2022", "2023"]),
        ("", "2022-03", ["2021", "2022", "2022-03"]),
        ("", "2021", ["2021"]),
        ("2022-03-31", "2022-03-31", ["2022", "2022-03"]),
        ("2024", "2021", []),
    ],
)
def test_a_date_is_in_range_if_some_day_of_it_is(since: str, until: str, kept: list[str]) -> None:
    """A brief of 2022 may be of any day of it, so it stays wherever one of them would."""
    written = ["2021", "2022", "2022-03", "2022-04-30", "2023"]
    snapshot = snapshot_of(brief(published=each, headline=each) for each in written)
    start, end = (PartialDate.parse(each) if each else None for each in (since, until))
    view = snapshot.view(BriefFilter(since=start, until=end))
    assert sorted(view.frame["headline"]) == kept


def test_a_brief_without_a_date_is_older_than_all() -> None:
    """It leaves as soon as somebody asks for newer ones, and stays when asked for older ones."""
    snapshot = snapshot_of([brief(published="")])
    assert len(snapshot.view(BriefFilter(since=PartialDate(1900)))) == 0
    assert len(snapshot.view(BriefFilter(until=PartialDate(1900)))) == 1


def test_with_past_a_council_inherits_what_its_predecessors_did() -> None:
    """Only the switch lets Felpersham find what Ambridge did."""
    snapshot = snapshot_of([brief(councils="ambridge")])
    assert len(snapshot.view(BriefFilter(councils=("felpersham",)))) == 0
    assert len(snapshot.view(BriefFilter(councils=("felpersham",), past=True))) == 1


def test_issues_are_listed_the_newest_first() -> None:
    """The filter offers the newest issue first, whatever the order of the file."""
    rows = [brief(issue=f"Echo {n}", published=f"202{n}", summary=str(n)) for n in (1, 3, 2)]
    assert snapshot_of(rows).index.column("issue").ids == ("Echo 3", "Echo 2", "Echo 1")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (BriefFilter(), "All briefs"),
        (BriefFilter(mentions=True, past=True), "All briefs"),
        (BriefFilter(regions=("eriu",)), "Briefs from Ériu"),
        (
            BriefFilter(themes=("ai", "sensors"), regions=("gwlad", "eriu", "loamshire")),
            "Briefs on AI or Sensors & IoT from Y Wlad, Ériu or Loamshire",
        ),
        (BriefFilter(councils=("felpersham",)), "Briefs about Felpersham City Council"),
        (
            BriefFilter(councils=("felpersham",), mentions=True),
            "Briefs naming Felpersham City Council",
        ),
        (BriefFilter(issues=("Echo 1",)), "Briefs in Echo 1"),
        (BriefFilter(since=PartialDate(2023, 4)), "Briefs since April 2023"),
        (BriefFilter(until=PartialDate(2023, 4, 25)), "Briefs until 25 April 2023"),
        (
            BriefFilter(q="bins", since=PartialDate(2021), until=PartialDate(2023)),
            "Briefs from 2021 to 2023 with “bins”",
        ),
        (BriefFilter(regions=("nowhere",)), "Briefs from nowhere"),
        (
            BriefFilter(themes=("ai",), regions=("eriu",), box=FELPERSHAM, q="bins"),
            "Briefs on AI from Ériu in the map’s view with “bins”",
        ),
    ],
)
def test_a_filter_describes_itself(wanted: BriefFilter, words: str) -> None:
    """The phrase is a title: it stands on pages, in feeds and in files."""
    assert INDEX.view(wanted).title == words


def test_totals_are_told_in_words() -> None:
    """One of a kind is told in the singular, thousands with a comma."""
    one = snapshot_of([brief(councils="felpersham borsetshire")])
    assert one.view(BriefFilter()).totals == "1 brief · 2 councils · 1 region"
    many = snapshot_of(brief(summary=str(n)) for n in range(1_200))
    assert many.view(BriefFilter()).totals == "1,200 briefs · 1 council · 1 region"
    assert many.view(BriefFilter(q="zzz")).totals == "0 briefs · 0 councils · 0 regions"


def test_an_index_of_no_briefs_answers() -> None:
    """Before the first issue is put in, every filter leaves nothing and counts nothing."""
    empty = snapshot_of([])
    for wanted in (BriefFilter(), BriefFilter(q="a", regions=("eriu",), since=PartialDate(2020))):
        view = empty.view(wanted)
        assert len(view) == 0
        assert view.frame.empty
        assert not any(view.facet("council").values())
        assert not view.counts("theme")


def test_equal_filters_share_a_view() -> None:
    """Sessions that ask for the same get the same answer, made once."""
    assert SNAPSHOT.view(BriefFilter(q="bins")) is SNAPSHOT.view(BriefFilter(q="bins"))
