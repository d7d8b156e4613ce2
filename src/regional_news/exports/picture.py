"""A view as a picture to take away: the map and the hexagons of its councils, with words around.

A picture is a list of shapes in pixels, from the upper left corner; ``svg_file`` and ``png_file``
write it.
"""

import csv
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from regional_news.exports.provenance import ATTRIBUTION, LICENCE, citation
from regional_news.exports.sketch import Sketch, placed, sketch
from regional_news.gazetteer.councils import Gazetteer
from regional_news.query import View

WIDTH, HEIGHT = 1200, 900
PAPER, INK, SEA, LAND, EDGE, BUBBLE = (
    *("#fdfcf9", "#1b2830", "#e3ecee", "#fbfaf5"),
    *("#9aa79f", "#0b5a6f"),
)
_TOP, _BOTTOM, _MARGIN = 142, 780, 40  # where maps begin and end, and what is left at the sides
_MAP_LEFT, _HEXES_LEFT, _HEXES_WIDTH = 60, 560, 600
_THINNER = 0.6  # of a bubble in a briefing, whose map is as small as a hand
_LONGEST_TITLE = 78  # letters; a longer title is cut, the citation has it whole
_LINE = 150  # letters of a line at the foot
_TONES = ("#f3f1ea", "#b5d0d7", "#7fb0bc", "#448797", "#0b5a6f")
"""From no brief to the most that one council has."""
_SIDES = (
    ((1, 0), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1)),
    ((1, 0), (1, 1), (0, 1), (-1, 0), (0, -1), (1, -1)),
)
"""Columns and rows to the neighbours of a cell, east first, turning north: of even rows, of odd."""
_NAMED = 5  # hexagons from which a region has room for its name
_SHORT = 12  # letters that a name in one line has at most

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed line and what it holds; ``words`` are shown when a reader points at it."""

    points: tuple[Point, ...]
    fill: str
    edge: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc with a pale edge."""

    at: Point
    radius: float
    fill: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line between two points, where a region ends."""

    points: tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text that begins at a point on its base line; one on a map is ``centred`` there."""

    at: Point
    text: str
    size: int
    bold: bool = False
    centred: bool = False


Shape = Polygon | Disc | Line | Words


def picture(view: View, data: Path) -> tuple[Shape, ...]:
    """Return what stands on the picture of a view; ``data`` is the folder with the outlines.

    Where ``boundaries.geojson`` or ``hexes.csv`` is missing, so is that part of the picture.
    """
    counts, gazetteer = view.counts("council"), view.index.gazetteer
    drawn = sketch(counts, gazetteer, data / "boundaries.geojson")
    return (
        *_head(view),
        *_map(drawn, data / "towns.csv"),
        *_hexes(counts, gazetteer, data / "hexes.csv"),
        *_legend(max(counts.values(), default=0)),
        *_foot(view),
    )


def _head(view: View) -> Iterator[Shape]:
    title = view.title
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rstrip() + "…"
    yield Words((_MARGIN, 52), title, 30, bold=True)
    yield Words((_MARGIN, 82), view.totals, 18)


def _map(drawn: Sketch, towns: Path) -> Iterator[Shape]:
    scale = (_BOTTOM - _TOP) / drawn.height

    def place(x: float, y: float) -> Point:
        return round(_MAP_LEFT + x * scale, 1), round(_TOP + y * scale, 1)

    for outline in drawn.outlines:
        for ring in outline.strip("MZ ").split("Z M" if "Z M" in outline else "ZM"):
            pairs = (pair.split() for pair in ring.strip("MZ ").split("L"))
            yield Polygon(tuple(place(float(x), float(y)) for x, y in pairs), LAND, EDGE)
    for bubble in drawn.bubbles:
        yield Disc(
            place(bubble.x, bubble.y), _THINNER * bubble.radius * scale, BUBBLE, bubble.words
        )
    named: list[Words] = []
    for town in _rows(towns):
        x, y = place(*placed(float(town["lon"]), float(town["lat"])))
        words = Words((x, y - 6), town["name"], 13, centred=True)
        if town["rank"] == "1" and not any(_meet(words, other) for other in named):
            named.append(words)
    yield from named


def _meet(one: Words, other: Words) -> bool:
    """Return whether two names on the map would lie on one another, or nearly."""
    wide = (len(one.text) + len(other.text)) * one.size / 4
    return abs(one.at[0] - other.at[0]) < wide and abs(one.at[1] - other.at[1]) < one.size


def _hexes(counts: Mapping[str, int], gazetteer: Gazetteer, file: Path) -> Iterator[Shape]:
    """Yield a hexagon for each council, then the lines where regions end, and their names."""
    cells = {
        row["council"]: (int(row["column"]), int(row["row"]))
        for row in _rows(file)
        if row["council"] in gazetteer
    }
    if not cells:
        return
    unit, most = _unit(cells), max(counts.values(), default=0)
    owner = {cell: gazetteer[council].region for council, cell in cells.items()}
    middles = defaultdict(list)
    walls = []
    for council, (column, row) in cells.items():
        count, at = counts.get(council, 0), _middle(column, row, unit)
        corners = _hexagon(at, unit / math.sqrt(3))
        yield Polygon(corners, tone(count, most), EDGE, f"{gazetteer[council].name}: {count}")
        middles[owner[column, row]].append(at)
        for side, (right, up) in enumerate(_SIDES[row % 2]):
            if owner.get((column + right, row + up)) != owner[column, row]:
                walls.append(Line((corners[(4 + side) % 6], corners[(5 + side) % 6])))
    yield from walls
    for region, points in middles.items():
        if len(points) >= _NAMED:
            yield from _name(gazetteer.regions[region].name, points)


def _rows(file: Path) -> list[dict[str, str]]:
    """Return the rows of a table; none where there is no such file."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _unit(cells: Mapping[str, tuple[int, int]]) -> float:
    """Return how wide a hexagon is, so that all of them fit."""
    wide = max(column + row % 2 / 2 for column, row in cells.values()) + 1
    high = max(row for _, row in cells.values()) + 1
    return min(_HEXES_WIDTH / wide, (_BOTTOM - _TOP) / (high * math.sqrt(0.75)))


def _middle(column: int, row: int, unit: float) -> Point:
    across = column + row % 2 / 2 + 0.5
    return _HEXES_LEFT + across * unit, _BOTTOM - (row + 0.5) * unit * math.sqrt(0.75)


def _name(name: str, points: list[Point]) -> Iterator[Words]:
    """Yield a region's name amid its hexagons, a long one in two lines."""
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    half = name.find(" ", len(name) // 3) if len(name) > _SHORT else -1
    lines = [name] if half < 0 else [name[:half], name[half + 1 :]]
    for place, line in enumerate(lines):
        yield Words(
            (x, y + 5 + 15 * (place - (len(lines) - 1) / 2)), line, 15, bold=True, centred=True
        )


def tone(count: int, most: int) -> str:
    """Return the colour of a hexagon: the palest has no brief, the darkest the most."""
    if not count:
        return _TONES[0]
    share = math.sqrt((count - 1) / (most - 1)) if most > 1 else 1
    return _TONES[1 + round(share * (len(_TONES) - 2))]


def _hexagon(at: Point, radius: float) -> tuple[Point, ...]:
    corners = (math.pi * (0.5 + turn / 3) for turn in range(6))
    return tuple(
        (round(at[0] + radius * math.cos(a), 1), round(at[1] - radius * math.sin(a), 1))
        for a in corners
    )


def _legend(most: int) -> Iterator[Shape]:
    yield Disc((_MAP_LEFT + 4, 120), 5, BUBBLE)
    yield Words((_MAP_LEFT + 20, 125), "A bubble at each council: the larger, the more briefs", 14)
    yield Words((_HEXES_LEFT, 125), "Every council the same: a hexagon for each in office", 14)
    told = [(_TONES[0], "no brief"), (tone(1, most), "1 brief"), (_TONES[-1], f"{most:,} briefs")]
    for place, (colour, words) in enumerate(told[: 1 + min(most, 2)]):
        at = _HEXES_LEFT + 8, 156 + 22 * place
        yield Polygon(_hexagon(at, 8), colour, EDGE)
        yield Words((at[0] + 16, at[1] + 5), words, 14)


def _foot(view: View) -> Iterator[Shape]:
    lines = [*_broken(citation(view)), *_broken(f"{LICENCE} {' '.join(ATTRIBUTION)}")]
    for place, line in enumerate(lines[:6]):
        yield Words((_MARGIN, 806 + 16 * place), line, 12)


def _broken(text: str) -> list[str]:
    """Return a text in lines."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
