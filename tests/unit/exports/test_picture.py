"""The picture to take away: true to the view, small, the same for the same, and only ever text."""

import math
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from io import BytesIO

import pytest
from data_folders import FROZEN
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.unit.snapshot_builder import build_snapshot

from regional_news.exports.picture import HEIGHT, WIDTH, Disc, Line, Words, picture, tone
from regional_news.exports.png_file import write_png
from regional_news.exports.provenance import LICENCE, citation
from regional_news.exports.svg_file import write_svg
from regional_news.model import CouncilStatus
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import open_snapshot

SVG = "{http://www.w3.org/2000/svg}"
SNAPSHOT = open_snapshot(FROZEN)
ALL = SNAPSHOT.view(BriefFilter())


def svg(wanted: BriefFilter) -> ET.Element:
    """Return the picture of a view of the frozen data."""
    return ET.fromstring(b"".join(write_svg(SNAPSHOT.view(wanted), FROZEN)))  # noqa: S314  our own


def test_it_has_a_bubble_and_a_hexagon_for_each_council() -> None:
    """Bubbles for those with briefs, hexagons for all in office, each with its name."""
    drawn = svg(BriefFilter(regions=("wales",)))
    bubbles = [circle.findtext(f"{SVG}title") for circle in drawn.iter(f"{SVG}circle")]
    named = [name for name in bubbles if name]
    assert len(named) == len(SNAPSHOT.view(BriefFilter(regions=("wales",))).counts("council"))
    hexagons = [each.findtext(f"{SVG}title") for each in drawn.iter(f"{SVG}polygon")]
    current = [c.name for c in SNAPSHOT.gazetteer if c.status is CouncilStatus.CURRENT]
    assert sorted(name.rpartition(": ")[0] for name in hexagons if name) == sorted(current)


def test_it_says_what_it_is_and_whose() -> None:
    """Title, totals, citation and licence stand on it."""
    words = " ".join(each.text for each in picture(ALL, FROZEN) if isinstance(each, Words))
    for part in (ALL.title, ALL.totals, citation(ALL), LICENCE, "no brief", "Natural Earth"):
        assert part in words


def test_one_finds_the_way_on_it() -> None:
    """Towns are named on the map; regions on the hexagons, with lines where they end."""
    shapes = picture(ALL, FROZEN)
    words = [each.text for each in shapes if isinstance(each, Words) and each.centred]
    assert {"London", "Edinburgh", "Scotland", "Wales", "South-west", "Midlands"} <= set(words)
    lines = [each for each in shapes if isinstance(each, Line)]
    side = {round(math.dist(*each.points)) for each in lines}
    assert len(lines) > 100
    assert max(side) - min(side) <= 1


def test_the_legend_has_each_end_of_the_shades() -> None:
    """No brief, one, and the most that one council has."""
    words = [each.text for each in picture(ALL, FROZEN) if isinstance(each, Words)]
    most = max(ALL.counts("council").values())
    told = ["no brief", "1 brief", f"{most} briefs"]
    assert [each for each in words if each in told] == told[: 1 + min(most, 2)]


@pytest.mark.parametrize("text", ["</svg><script>alert(1)</script>", "&amp;\"'", "\x00\u2028 x"])
def test_what_was_searched_for_is_only_text(text: str) -> None:
    """Whatever stands in the title ends no element."""
    drawn = svg(BriefFilter(q=text))
    assert not list(drawn.iter(f"{SVG}script"))
    assert b"".join(write_png(SNAPSHOT.view(BriefFilter(q=text)), FROZEN)).startswith(b"\x89PNG")


def test_the_png_is_sharp_small_and_always_the_same() -> None:
    """Two pixels to a unit, less than 300 KB, byte for byte what it was."""
    made = b"".join(write_png(ALL, FROZEN))
    image = Image.open(BytesIO(made))
    assert image.size == (2 * WIDTH, 2 * HEIGHT)
    assert len(made) < 300_000
    assert made == b"".join(write_png(ALL, FROZEN))


def test_all_shapes_lie_on_the_picture() -> None:
    """Nothing is cut off."""
    for shape in picture(ALL, FROZEN):
        points = [shape.at] if isinstance(shape, Disc | Words) else shape.points
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)


def test_without_outlines_and_hexagons_there_are_bubbles() -> None:
    """A folder that lacks the files gives a picture nevertheless."""
    view = build_snapshot().view(BriefFilter())
    discs = [each for each in picture(view, FROZEN / "none") if isinstance(each, Disc)]
    assert len([each for each in discs if each.words]) == len(view.counts("council"))


@given(st.integers(1, 500), st.integers(1, 500))
def test_more_briefs_are_never_paler(count: int, most: int) -> None:
    """None is the palest, the most the darkest."""
    count = min(count, most)
    tones = [tone(each, most) for each in range(most + 1)]
    assert tones[0] not in tones[1:]
    assert tones.index(tone(count, most)) <= count
    assert tones[-1] == tone(10**6, 10**6)


def test_a_download_is_named_for_its_format() -> None:
    """The registry leads to both."""
    from regional_news.exports import download  # noqa: PLC0415

    at = datetime(2026, 3, 1, tzinfo=UTC)
    assert download(ALL, "svg", at=at).file_name == "regional-news-all-2026-03-01.svg"
    assert download(ALL, "png", at=at).media_type == "image/png"
