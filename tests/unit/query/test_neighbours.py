"""Who near us has done this: distances and shared themes."""

import pytest
from geopy.distance import geodesic
from tests.unit.snapshot_builder import brief, snapshot_of

from regional_news.query.neighbours import near_peers

ROWS = [
    brief(councils="felpersham", themes="ai", summary="1"),
    brief(councils="borsetshire", themes="ai money", summary="2"),
    brief(councils="llareggub", themes="ai", summary="3"),
    brief(councils="ballydún", themes="libraries", summary="4"),
    brief(councils="ambridge", themes="ai", summary="5"),
]
SNAPSHOT = snapshot_of(ROWS)


def peers(council: str, most: int = 5) -> list[str]:
    """Return the ids of the near peers of a council."""
    found = near_peers(SNAPSHOT.index, SNAPSHOT.gazetteer[council], most=most)
    return [peer.council.id for peer in found]


def test_the_nearest_with_the_same_themes_come_first() -> None:
    """Neither the council itself nor the one that it replaced is its own neighbour."""
    assert peers("felpersham") == ["borsetshire", "llareggub"]
    assert peers("felpersham", most=1) == ["borsetshire"]


def test_what_a_predecessor_did_counts_as_its_own() -> None:
    """Felpersham inherits the themes of Ambridge."""
    snapshot = snapshot_of([brief(councils="ambridge", themes="money"), ROWS[1], ROWS[3]])
    found = near_peers(snapshot.index, snapshot.gazetteer["felpersham"])
    assert [peer.council.id for peer in found] == ["borsetshire"]


def test_a_council_without_briefs_sees_all_that_have_one() -> None:
    """There is no theme to share yet, so every neighbour is of use."""
    snapshot = snapshot_of([ROWS[1], ROWS[3]])
    found = near_peers(snapshot.index, snapshot.gazetteer["llareggub"])
    assert [peer.council.id for peer in found] == ["borsetshire", "ballydún"]
    assert found[0].themes == ("ai", "money")


def test_only_shared_themes_are_told() -> None:
    """What else a neighbour did is on its own page."""
    (nearest, *_) = near_peers(SNAPSHOT.index, SNAPSHOT.gazetteer["felpersham"])
    assert nearest.themes == ("ai",)


def test_distances_are_geodesic_kilometres() -> None:
    """As the crow flies on the WGS84 ellipsoid, latitude first."""
    (nearest, *_) = near_peers(SNAPSHOT.index, SNAPSHOT.gazetteer["felpersham"])
    assert nearest.km == pytest.approx(geodesic((52.25, -2.05), (52.2, -2.1)).km)
    assert 6 < nearest.km < 7


def test_without_briefs_nobody_is_near() -> None:
    """An empty snapshot has no neighbours to name."""
    empty = snapshot_of([])
    assert near_peers(empty.index, empty.gazetteer["felpersham"]) == ()
