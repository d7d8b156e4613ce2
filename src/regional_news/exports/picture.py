"""A view as a picture to take away: the map and the hexagons of its councils, with words around.

A picture is a list of shapes in pixels, from the upper left corner; ``svg_file`` and ``png_file``
write it.
"""

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from regional_news.exports.provenance import ATTRIBUTION, LICENCE, citation
from regional_news.exports.sketch import Sketch, sketch
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
class Words:
    """A line of text that begins at a point on its base line."""

    at: Point
    text: str
    size: int
    bold: bool = False


Shape = Polygon | Disc | Words


def picture(view: View, data: Path) -> tuple[Shape, ...]:
    """Return what stands on the picture of a view; ``data`` is the folder with the outlines.

    Where ``boundaries.geojson`` or ``hexes.csv`` is missing, so is that part of the picture.
    """
    counts, gazetteer = view.counts("council"), view.index.gazetteer
    drawn = sketch(counts, gazetteer, data / "boundaries.geojson")
    return (
        *_head(view),
        *_map(drawn),
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


def _map(drawn: Sketch) -> Iterator[Shape]:
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


def _hexes(counts: Mapping[str, int], gazetteer: Gazetteer, file: Path) -> Iterator[Shape]:
    if not file.exists():
        return
    with file.open(encoding="utf-8", newline="") as table:
        cells = {
            row["council"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(table)
        }
    across = {each: x + y % 2 / 2 for each, (x, y) in cells.items()}
    rows = max(y for _, y in cells.values()) + 1
    unit = min(
        _HEXES_WIDTH / (max(across.values()) + 1), (_BOTTOM - _TOP) / (rows * math.sqrt(0.75))
    )
    most = max(counts.values(), default=0)
    for council, (_, row) in cells.items():
        if council not in gazetteer:
            continue
        at = (
            _HEXES_LEFT + (across[council] + 0.5) * unit,
            _BOTTOM - (row + 0.5) * unit * math.sqrt(0.75),
        )
        count = counts.get(council, 0)
        yield Polygon(
            _hexagon(at, unit / math.sqrt(3)),
            tone(count, most),
            EDGE,
            f"{gazetteer[council].name}: {count}",
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
    for place, colour in enumerate((_TONES[0], _TONES[-1])):
        at = _HEXES_LEFT + 8, 156 + 22 * place
        yield Polygon(_hexagon(at, 8), colour, EDGE)
        words = ("no brief", f"most briefs of one council: {most:,}")[place]
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
