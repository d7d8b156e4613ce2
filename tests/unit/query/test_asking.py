"""What a search takes the place of, what it leaves, and what it says of that."""

from dataclasses import replace

import pytest
from data_folders import FROZEN
from tests.unit.snapshot_builder import brief, snapshot_of

from regional_news.model import Box, PartialDate
from regional_news.query import BriefFilter
from regional_news.query.asking import NOTHING, ask
from regional_news.query.questions import as_filter
from regional_news.query.suggestions import suggestions
from regional_news.snapshot.snapshot import Snapshot, open_snapshot

Case = tuple[BriefFilter, BriefFilter, BriefFilter, BriefFilter, tuple[str, ...]]
"""The filter in use, what of it words set, what new words name, what is left, what is told."""

WALES, LOAMS = BriefFilter(regions=("gwlad",)), BriefFilter(regions=("loamshire",))
TOWN, COUNTY = BriefFilter(councils=("felpersham",)), BriefFilter(councils=("borsetshire",))
AI, SENSORS = BriefFilter(themes=("ai",)), BriefFilter(themes=("sensors",))
ECHO = BriefFilter(issues=("Echo 1",))
ENGLISH, IRISH = Box(52.0, -3.0, 53.0, -1.0), Box(53.0, -9.0, 54.0, -7.0)


def both(*filters: BriefFilter) -> BriefFilter:
    """Return one filter with what each of several has."""
    found = NOTHING
    for each in filters:
        named = {name: getattr(each, name) for name in each.__slots__ if getattr(each, name)}
        found = replace(found, **named)
    return found


@pytest.fixture(scope="module")
def country() -> Snapshot:
    """Return a snapshot of a fictional country, with one issue of April 2023."""
    return snapshot_of([brief()])


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Return a snapshot of the frozen data."""
    return open_snapshot(FROZEN)


@pytest.mark.parametrize(
    "case",
    [
        # What earlier words set goes without a word: all that is a place, the theme.
        (both(WALES, SENSORS), both(WALES, SENSORS), both(TOWN, SENSORS), both(TOWN, SENSORS), ()),
        (TOWN, TOWN, COUNTY, COUNTY, ()),
        (WALES, WALES, LOAMS, LOAMS, ()),
        (LOAMS, LOAMS, TOWN, TOWN, ()),
        (TOWN, TOWN, LOAMS, LOAMS, ()),
        (AI, AI, SENSORS, SENSORS, ()),
        # Words that name nothing of a kind leave it alone.
        (both(WALES, AI), both(WALES, AI), TOWN, both(TOWN, AI), ()),
        (both(TOWN, AI), both(TOWN, AI), SENSORS, both(TOWN, SENSORS), ()),
        (
            both(WALES, AI),
            NOTHING,
            BriefFilter(q="oaks"),
            both(WALES, AI, BriefFilter(q="oaks")),
            (),
        ),
        (BriefFilter(q="oaks"), NOTHING, TOWN, TOWN, ()),
        # What was chosen by hand stays where it has the place that is named …
        (LOAMS, NOTHING, TOWN, both(LOAMS, TOWN), ()),
        (LOAMS, NOTHING, both(TOWN, COUNTY), both(LOAMS, TOWN, COUNTY), ()),
        (BriefFilter(box=ENGLISH), NOTHING, TOWN, both(BriefFilter(box=ENGLISH), TOWN), ()),
        (BriefFilter(box=ENGLISH), NOTHING, LOAMS, both(BriefFilter(box=ENGLISH), LOAMS), ()),
        (TOWN, NOTHING, TOWN, TOWN, ()),
        # … and makes way where it has not, or where nothing would come of the words.
        (WALES, NOTHING, TOWN, TOWN, ("Y Wlad",)),
        (TOWN, NOTHING, COUNTY, COUNTY, ("Felpersham City Council",)),
        (TOWN, NOTHING, LOAMS, LOAMS, ("Felpersham City Council",)),
        (AI, NOTHING, SENSORS, SENSORS, ("AI",)),
        (BriefFilter(box=IRISH), NOTHING, TOWN, TOWN, ("in the map’s view",)),
        (BriefFilter(box=IRISH), NOTHING, LOAMS, LOAMS, ("in the map’s view",)),
        (both(WALES, AI), WALES, both(TOWN, SENSORS), both(TOWN, SENSORS), ("AI",)),
        # The same of issues and dates.
        (BriefFilter(issues=("Echo 0",)), NOTHING, ECHO, ECHO, ("Echo 0",)),
        (
            BriefFilter(since=PartialDate.parse("2023")),
            NOTHING,
            ECHO,
            replace(ECHO, since=PartialDate.parse("2023")),
            (),
        ),
        (BriefFilter(since=PartialDate.parse("2024")), NOTHING, ECHO, ECHO, ("since 2024",)),
    ],
)
def test_what_is_named_takes_the_place_of_its_kind(country: Snapshot, case: Case) -> None:
    """Earlier words go, what was chosen by hand stays unless it shuts the new words out."""
    wanted, words, named, leads_to, gone = case
    asked = ask(country.index, named, wanted, words)
    assert asked.filter == leads_to
    assert tuple(label for label, _ in asked.gone.parts(country.index.labels)) == gone


def test_switches_stay(country: Snapshot) -> None:
    """Who counts mentions goes on to count them."""
    wanted = replace(WALES, mentions=True, past=True)
    assert ask(country.index, TOWN, wanted).filter == replace(TOWN, mentions=True, past=True)


def test_what_words_set_is_known_to_the_next_search(country: Snapshot) -> None:
    """What was set by words stays set by words, and what was ticked stays ticked."""
    asked = ask(country.index, SENSORS, both(WALES, AI, ECHO), WALES)
    assert asked.words == both(WALES, SENSORS)


def test_what_was_taken_out_is_told_in_one_sentence(country: Snapshot) -> None:
    """It says for what; where nothing was, nothing is said."""
    labels = country.index.labels
    asked = ask(country.index, both(TOWN, SENSORS), both(WALES, AI, BriefFilter(box=IRISH)))
    assert asked.told(labels) == (
        "You asked for Sensors & IoT and Felpersham City Council, so “Y Wlad”, “AI” and "
        "“in the map’s view” were taken out."
    )
    assert ask(country.index, both(TOWN, SENSORS), WALES).told(labels) == (
        "You asked for Felpersham City Council, so “Y Wlad” was taken out."
    )
    assert not ask(country.index, TOWN, WALES, WALES).told(labels)
    issues = tuple(f"Echo {number}" for number in range(2, 8))
    assert ask(country.index, ECHO, BriefFilter(issues=issues)).told(labels) == (
        "You asked for Echo 1, so “Echo 2”, “Echo 3”, “Echo 4” and 3 more were taken out."
    )


def test_searches_do_not_pile_up(snapshot: Snapshot) -> None:
    """One place after another, each finds what it finds by itself."""
    wanted = words = NOTHING
    for text in ("Wales sensors", "Devon sensors", "Kent sensors", "Scotland sensors"):
        wanted = words = as_filter(snapshot.index, text, wanted, words)
        assert wanted == as_filter(snapshot.index, text, NOTHING)


def test_a_name_that_councils_share_is_a_place(snapshot: Snapshot) -> None:
    """What lies elsewhere goes as for one council, a region with one of them stays."""
    newcastle = BriefFilter(q="Newcastle")
    for wanted, left, gone in (
        (BriefFilter(regions=("wales",)), newcastle, "“Newcastle”, so “Wales” was"),
        (BriefFilter(councils=("devon",)), newcastle, "so “Devon County Council” was"),
        (
            BriefFilter(regions=("north-east-england",)),
            replace(newcastle, regions=("north-east-england",)),
            "",
        ),
    ):
        asked = ask(snapshot.index, newcastle, wanted)
        assert asked.filter == left
        assert gone in asked.told(snapshot.index.labels)
        assert ask(snapshot.index, newcastle, wanted, wanted).filter == newcastle
    wales = BriefFilter(regions=("wales",))
    # One council's name that is a word, too, is a word; so is what stands in quotation marks.
    for word in (BriefFilter(q="reading"), BriefFilter(q='"Newcastle"')):
        assert ask(snapshot.index, word, wales).filter == both(wales, word)


def test_a_name_that_councils_share_is_told_beside_what_else_took_something_out(
    snapshot: Snapshot,
) -> None:
    """A theme that goes for a theme does not hide for what the region went."""
    named = BriefFilter(q="newcastle", themes=("iot_sensors",))
    ai = BriefFilter(themes=("ai_automation",))
    labels = snapshot.index.labels
    assert ask(snapshot.index, named, both(ai, BriefFilter(regions=("wales",)))).told(labels) == (
        "You asked for “newcastle” and Sensors & IoT, so “Wales” and “AI & automation” were taken "
        "out."
    )
    assert "You asked for Sensors & IoT, so" in ask(snapshot.index, named, ai).told(labels)


def test_a_region_without_a_council_is_a_place(country: Snapshot) -> None:
    """It takes the place of a council as any region does."""
    nowhere = BriefFilter(regions=("nowhere",))
    assert ask(country.index, nowhere, TOWN).filter == nowhere


def test_what_is_offered_follows_the_same_rule(snapshot: Snapshot) -> None:
    """A council that is offered leaves what Enter would leave of its name."""
    wanted = BriefFilter(regions=("wales",))
    offered = suggestions(snapshot.index, "Devon", wanted)
    (devon,) = [each for each in offered if each.council == "devon"]
    assert devon.filter == BriefFilter(councils=("devon",))
    assert devon.filter == as_filter(snapshot.index, "Devon", wanted)
    assert devon.briefs == len(snapshot.view(devon.filter))
    assert "“Wales” was taken out" in devon.asked.told(snapshot.index.labels)
