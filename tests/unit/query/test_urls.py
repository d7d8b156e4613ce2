"""A filter and its address say the same."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.snapshot_builder import COUNCILS, REGIONS, THEMES, build_snapshot

from regional_news.model import Box, PartialDate
from regional_news.model.box import WRITTEN
from regional_news.query import BriefFilter
from regional_news.query.urls import (
    KNOWN,
    LONGEST,
    MOST_VALUES,
    ReadFilter,
    filter_params,
    query_string,
)

SNAPSHOT = build_snapshot()


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw some of the values."""
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


APRIL = PartialDate(2023, 4)
dates = st.none() | st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
filters = st.builds(
    BriefFilter,
    q=st.text(max_size=LONGEST).map(str.strip),
    regions=some([region.id for region in REGIONS]),
    themes=some([theme.id for theme in THEMES]),
    councils=some([council.id for council in COUNCILS]),
    issues=some(["Echo 1", "Echo 2", "Echo 3"]),
    since=dates | st.just(PartialDate(2023)),
    until=dates | st.just(PartialDate(2023, 4)),
    box=st.none() | st.builds(Box.read, st.from_regex(WRITTEN, fullmatch=True)),
    mentions=st.booleans(),
    past=st.booleans(),
)


def read(address: str) -> ReadFilter:
    """Return the filter in a query string."""
    return SNAPSHOT.filters.read(parse_qs(address))


@given(filters)
def test_a_filter_survives_its_address(wanted: BriefFilter) -> None:
    """Opened in a fresh browser, a link gives the same filter, and nothing to complain of."""
    assert read(query_string(wanted)) == ReadFilter(wanted)


@given(st.dictionaries(st.sampled_from(KNOWN), st.lists(st.text(max_size=12), max_size=3)))
def test_any_address_is_read_and_told_again_the_same(params: dict[str, list[str]]) -> None:
    """Whatever somebody types, reading never fails, and the address of what was read is stable."""
    wanted = SNAPSHOT.filters.read(params).wanted
    assert read(query_string(wanted)) == ReadFilter(wanted)


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("in-sight=true&at=50.0_-4.0_52.0_-2.0", "50.0_-4.0_52.0_-2.0"),
        ("in-sight=true&at=50.0_-4.0_52.0_-2.0&box=53.0_-4.0_54.0_-2.0", "53.0_-4.0_54.0_-2.0"),
        ("at=50.0_-4.0_52.0_-2.0", ""),
        ("in-sight=true", ""),
    ],
)
def test_an_old_address_lists_what_its_map_shows(address: str, box: str) -> None:
    """Links from before the map's view was a filter open with it."""
    assert read(address) == ReadFilter(BriefFilter(box=Box.read(box)))


def test_an_address_carries_only_what_is_set() -> None:
    """No filter has no parameters; switches that are off are left out."""
    assert filter_params(BriefFilter()) == []
    assert filter_params(BriefFilter(mentions=True)) == [("mentions", "true")]


def test_parameters_stand_in_one_order() -> None:
    """Equal filters give equal addresses, in the order in which the module tells them."""
    wanted = BriefFilter(
        until=PartialDate(2024, 2),
        since=PartialDate(2023),
        past=True,
        mentions=True,
        issues=("Echo 1",),
        councils=("felpersham",),
        themes=("ai",),
        regions=("gwlad", "eriu"),
        q="R&D ŵyn",
        box=Box(51, -0.5, 52.25, 1),
    )
    assert query_string(wanted) == (
        "q=R%26D+%C5%B5yn&region=gwlad&region=eriu&theme=ai&council=felpersham&issue=Echo+1"
        "&since=2023&until=2024-02&box=51.0000_-0.5000_52.2500_1.0000&mentions=true&past=true"
    )


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("region=The Loams", BriefFilter(regions=("loamshire",))),
        ("region=ERIU", BriefFilter(regions=("eriu",))),
        ("theme=Sensors and iot", BriefFilter(themes=("sensors",))),
        ("council=Felpersham", BriefFilter(councils=("felpersham",))),
        ("council=cyngor ty llareggub", BriefFilter(councils=("llareggub",))),
        ("issue=echo 2", BriefFilter(issues=("Echo 2",))),
        ("region=eriu&region=Ériu", BriefFilter(regions=("eriu",))),
        ("q=first&q= last ", BriefFilter(q="last")),
        ("mentions=1&past=YES", BriefFilter(mentions=True, past=True)),
        ("mentions=0&past=no", BriefFilter()),
        ("box=52.25_1_51_-0.5", BriefFilter(box=Box(51, -0.5, 52.25, 1))),
        ("page=2&embed=true", BriefFilter()),
        (
            "since=April 2023&until=25/04/2024",
            BriefFilter(since=APRIL, until=PartialDate(2024, 4, 25)),
        ),
    ],
)
def test_links_written_by_hand_are_understood(address: str, wanted: BriefFilter) -> None:
    """Names stand for ids, and parameters that belong to the page are left alone."""
    assert read(address) == ReadFilter(wanted)


@pytest.mark.parametrize(
    "address",
    [
        "region=Narnia",
        "theme=dragons",
        "council=Brigadoon",
        "issue=Echo 99",
        "since=spring",
        "since=2023-02-30",
        "until=2023-13",
        "mentions=maybe",
    ],
)
def test_what_nothing_answers_to_is_ignored_and_told(address: str) -> None:
    """An old link still opens; the reader learns which part of it was left out."""
    name, value = address.split("=")
    assert read(address) == ReadFilter(BriefFilter(), (f"{name} “{value}”",))


def test_the_known_part_of_a_link_stays() -> None:
    """One unknown value does not cost the others."""
    found = read("region=eriu&region=Narnia&theme=ai")
    assert found.wanted == BriefFilter(regions=("eriu",), themes=("ai",))
    assert found.ignored == ("region “Narnia”",)


def test_long_values_are_cut() -> None:
    """Nobody can fill a page or a log with an address."""
    found = read(f"q={'x' * 500}&region={'y' * 500}")
    assert found.wanted.q == "x" * LONGEST
    assert found.ignored == (f"region “{'y' * LONGEST}”",)


def test_a_parameter_has_so_many_values_and_no_more() -> None:
    """Nor can anybody make a page look up thousands of names."""
    found = SNAPSHOT.filters.read({"council": ["Brigadoon"] * 1000})
    assert len(found.ignored) == MOST_VALUES + 1
    assert found.ignored[-1] == f"council beyond the first {MOST_VALUES}"
