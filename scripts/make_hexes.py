"""Write data/hexes.csv: a place on a grid of hexagons for every council in office.

    python scripts/make_hexes.py

Needs SciPy (the dependency group ``fit``). The councils' points are pushed apart like discs until
each has the same room, and neighbours pull one another, so that land stays together; then each
council takes a cell of the grid, so that all together are as near as can be to where the discs lie.
At last councils change places until every region is in one piece. Rows count from south to north;
a row of odd number stands half a cell to the east. A person may mend the file: every council in
office has one cell, and no cell two councils.
"""

import csv
from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from scipy.spatial import Delaunay, cKDTree

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.model import Council, CouncilStatus
from regional_news.settings import PROJECT

Points = npt.NDArray[np.float64]
Cells = npt.NDArray[np.int64]

SPREAD = 3.9
"""Discs to a degree of latitude: so many that all of them have room on the islands."""

NARROW = np.cos(np.radians(54.5))
ROUNDS = 600
LONGEST = 2.2  # degrees between councils that pull one another: not over the sea
PULL, HOME = 0.08, 0.004
SEA = 2.0  # discs between Ireland and Britain, so that each stays an island
ROW = np.sqrt(3) / 2
IRELAND = ("republic-of-ireland", "northern-ireland")
NEAR = 1.6  # cells from a disc beyond which no council is put
STRANGER = 40.0  # what a council without a neighbour of its region costs, in squares of cells


def main() -> None:
    """Lay the councils out and write the file."""
    councils = [
        each for each in load_gazetteer(PROJECT / "data") if each.status is CouncilStatus.CURRENT
    ]
    regions = np.unique([each.region for each in councils], return_inverse=True)[1]
    islands = np.array([_island(each) for each in councils])
    places = spread(home_of(councils), regions, islands)
    cells = gather(assign(places), places, regions)
    column, row = cells.min(axis=0)
    lines = sorted(
        (each.id, int(x - column), int(y - row // 2 * 2))
        for each, (x, y) in zip(councils, cells, strict=True)
    )
    with (PROJECT / "data/hexes.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("council", "column", "row"))
        rows.writerows(lines)
    print(f"data/hexes.csv: {len(lines)} councils, {pieces(cells, regions)} pieces of regions")


def _island(council: Council) -> int:
    """Return 0 for Britain, 1 for Ireland, 2 for the Crown Dependencies."""
    return 1 if council.region in IRELAND else 2 if council.region == "crown-dependencies" else 0


def home_of(councils: Sequence[Council]) -> Points:
    """Return where the councils are, in discs east and north; no two at quite the same place."""
    points = np.array([(each.lon * NARROW, each.lat) for each in councils]) * SPREAD
    turn = np.arange(len(points)) * 2.4  # the golden angle: no two in the same direction
    return points + 0.05 * np.column_stack((np.cos(turn), np.sin(turn)))


def spread(home: Points, regions: Cells, islands: Cells) -> Points:
    """Return the discs' places: none nearer to another than one, neighbours near.

    The discs grow from small ones, so that a crowd moves outwards as a whole, in its order.
    """
    at = home.copy()
    one, other = _neighbours(home, islands).T
    kin = np.where(regions[one] == regions[other], 1.0, 0.3)
    for turn in range(ROUNDS):
        step = np.zeros_like(at)
        way = at[other] - at[one]
        far = np.linalg.norm(way, axis=1)
        pull = way * (PULL * kin * np.maximum(far - 1, 0) / np.maximum(far, 1e-9))[:, None]
        np.add.at(step, one, pull)
        np.add.at(step, other, -pull)
        at += step / 2 + HOME * (1 - turn / ROUNDS) * (home - at)
        grown = min(1.0, 0.1 + 1.2 * turn / ROUNDS)
        for _ in range(4):
            _push(at, islands, grown)
    return at


def _neighbours(home: Points, islands: Cells) -> Cells:
    corners = Delaunay(home).simplices
    sides = np.vstack([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
    pairs = np.unique(np.sort(sides), axis=0)
    far = np.linalg.norm(home[pairs[:, 0]] - home[pairs[:, 1]], axis=1)
    same = islands[pairs[:, 0]] == islands[pairs[:, 1]]
    kept: Cells = pairs[(far < LONGEST * SPREAD) & same]
    return kept


def _push(at: Points, islands: Cells, size: float) -> None:
    """Move discs that lie on one another half the way apart."""
    pairs = cKDTree(at).query_pairs(SEA, output_type="ndarray")
    one, other = pairs.T
    room = np.where(islands[one] == islands[other], size, SEA)
    way = at[other] - at[one]
    far = np.maximum(np.linalg.norm(way, axis=1), 1e-9)
    move = way * (np.maximum(room - far, 0) / far / 2 * 0.8)[:, None]
    np.add.at(at, one, -move)
    np.add.at(at, other, move)


def assign(at: Points) -> Cells:
    """Return a cell of the grid (column, row) for each disc: all as near as can be."""
    low, high = at.min(axis=0) - 3, at.max(axis=0) + 3
    rows = np.arange(int(low[1] / ROW), int(high[1] / ROW) + 1)
    columns = np.arange(int(low[0]), int(high[0]) + 1)
    grid = np.array(list(product(columns, rows)), dtype=np.int64)
    near = cKDTree(at).query(centres(grid))[0] < NEAR
    grid = grid[near]
    cost = ((at[:, None] - centres(grid)[None]) ** 2).sum(axis=2)
    _, chosen = linear_sum_assignment(cost)
    return np.asarray(grid[chosen])


def centres(cells: Cells) -> Points:
    """Return the middles of cells, in cells east and north."""
    return np.column_stack((cells[:, 0] + (cells[:, 1] % 2) / 2, cells[:, 1] * ROW))


def around(cell: Sequence[int]) -> list[tuple[int, int]]:
    """Return the six cells around one."""
    x, y = int(cell[0]), int(cell[1])
    side = y % 2
    return [(x - 1, y), (x + 1, y)] + [(x + side - i, y + j) for i in (0, 1) for j in (-1, 1)]


def gather(cells: Cells, places: Points, regions: Cells) -> Cells:
    """Return the cells after swaps that bring each region together and cost the least way."""
    cells = cells.copy()
    for _ in range(60):
        strays = _strays(cells, regions)
        if not len(strays):
            break
        for stray in strays:
            _swap(cells, places, regions, stray)
    return cells


def _strays(cells: Cells, regions: Cells) -> list[int]:
    """Return the councils that are not in the largest piece of their region."""
    strays: list[int] = []
    for region in np.unique(regions):
        groups = _groups(cells, np.flatnonzero(regions == region))
        for group in sorted(groups, key=len)[:-1]:
            strays += group
    return strays


def _groups(cells: Cells, members: Cells) -> list[list[int]]:
    at = {tuple(cells[i]): int(i) for i in members}
    groups = []
    while at:
        group, edge = [], [next(iter(at))]
        while edge:
            cell = edge.pop()
            if cell in at:
                group.append(at.pop(cell))
                edge += around(cell)
        groups.append(group)
    return groups


def _swap(cells: Cells, places: Points, regions: Cells, stray: int) -> None:
    """Change a stray's cell with another council's or an empty one, if that brings all nearer."""
    taken = {tuple(cell): i for i, cell in enumerate(cells)}
    own = [i for i in np.flatnonzero(regions == regions[stray]) if i != stray]
    goals = {cell for i in own for cell in around(cells[i])} | set(around(cells[stray]))
    before, best, least = _cost(cells, places, regions), None, 0.0
    here = tuple(cells[stray])
    near = sorted(goals, key=lambda cell: (abs(cell[0] - here[0]) + abs(cell[1] - here[1]), cell))
    for goal in near[:40]:
        other = taken.get(goal)
        cells[stray] = goal
        if other is not None:
            cells[other] = here
        gain = _cost(cells, places, regions) - before
        if gain < least:
            best, least = goal, gain
        cells[stray] = here
        if other is not None:
            cells[other] = goal
    if best is not None:
        other = taken.get(best)
        cells[stray] = best
        if other is not None:
            cells[other] = here


def _cost(cells: Cells, places: Points, regions: Cells) -> float:
    far = ((centres(cells) - places) ** 2).sum()
    return float(far + STRANGER * len(_strays(cells, regions)))


def pieces(cells: Cells, regions: Cells) -> int:
    """Return how many pieces the regions are in; as many as there are regions at best."""
    return sum(
        len(_groups(cells, np.flatnonzero(regions == region))) for region in np.unique(regions)
    )


if __name__ == "__main__":
    main()
