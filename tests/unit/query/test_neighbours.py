"""Who near us has done this: distances and shared themes."""

from dataclasses import replace

import pytest
from geopy.distance import geodesic
from tests.unit.snapshot_builder import COUNCILS, brief, snapshot_of

from regional_news.query.neighbours import Peers, peers_of

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
    found = peers_of(SNAPSHOT.index, SNAPSHOT.gazetteer[council], most=most)
    return [peer.council.id for peer in found.near]


def test_the_nearest_with_the_same_themes_come_first() -> None:
    """Neither the council itself nor the one that it replaced is its own neighbour."""
    assert peers("felpersham") == ["borsetshire", "llareggub"]
    assert peers("felpersham", most=1) == ["borsetshire"]


def test_what_a_predecessor_did_counts_as_its_own() -> None:
    """Felpersham inherits the themes of Ambridge."""
    snapshot = snapshot_of([brief(councils="ambridge", themes="money"), ROWS[1], ROWS[3]])
    found = peers_of(snapshot.index, snapshot.gazetteer["felpersham"]).near
    assert [peer.council.id for peer in found] == ["borsetshire"]


def test_a_council_without_briefs_sees_all_that_have_one() -> None:
    """There is no theme to share yet, so every neighbour is of use."""
    snapshot = snapshot_of([ROWS[1], ROWS[3]])
    found = peers_of(snapshot.index, snapshot.gazetteer["llareggub"]).near
    assert [peer.council.id for peer in found] == ["borsetshire", "ballydún"]
    assert found[0].themes == ("ai", "money")


def test_only_shared_themes_are_told() -> None:
    """What else a neighbour did is on its own page."""
    (nearest, *_) = peers_of(SNAPSHOT.index, SNAPSHOT.gazetteer["felpersham"]).near
    assert nearest.themes == ("ai",)


def test_a_peer_has_its_newest_brief_on_those_themes() -> None:
    """A newer one on something else is not what is asked about."""
    other = [
        brief(councils="borsetshire", themes="ai", summary="old", published="2021"),
        brief(councils="borsetshire", themes="ai", summary="meant", published="2022"),
        brief(councils="borsetshire", themes="money", summary="else", published="2023"),
    ]
    index = snapshot_of([*ROWS[:1], *other]).index
    (nearest,) = peers_of(index, index.gazetteer["felpersham"]).near
    assert index.frame["summary"].iloc[nearest.newest] == "meant"


def test_councils_alike_are_of_one_kind_with_most_themes_first() -> None:
    """Of the same kind, a far one with two of the themes goes before a near one with one."""
    far = replace(COUNCILS[1], id="lakey", lat=57.0, predecessors=(), region="gwlad")
    near = replace(COUNCILS[1], id="hollerton", lat=52.3, predecessors=())
    rows = [
        brief(councils="felpersham", themes="ai money"),
        brief(councils="lakey", themes="ai money", summary="2"),
        brief(councils="hollerton", themes="ai", summary="3"),
        brief(councils="borsetshire", themes="ai money", summary="4"),
    ]
    index = snapshot_of(rows, councils=(*COUNCILS, far, near)).index
    found = peers_of(index, index.gazetteer["felpersham"])
    assert [peer.council.id for peer in found.alike] == ["lakey", "hollerton"]
    assert found.near[0].council.id == "hollerton"


def test_distances_are_geodesic_kilometres() -> None:
    """As the crow flies on the WGS84 ellipsoid, latitude first."""
    (nearest, *_) = peers_of(SNAPSHOT.index, SNAPSHOT.gazetteer["felpersham"]).near
    assert nearest.km == pytest.approx(geodesic((52.25, -2.05), (52.2, -2.1)).km)
    assert 6 < nearest.km < 7


def test_without_briefs_nobody_is_near() -> None:
    """An empty snapshot has no neighbours to name."""
    empty = snapshot_of([])
    assert peers_of(empty.index, empty.gazetteer["felpersham"]) == Peers()
