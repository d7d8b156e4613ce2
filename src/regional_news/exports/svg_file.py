"""A picture as SVG: text stays text, and what one points at says its name."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from regional_news.exports.picture import (
    HEIGHT,
    INK,
    PAPER,
    SEA,
    WIDTH,
    Disc,
    Line,
    Polygon,
    Shape,
    Words,
    picture,
)
from regional_news.query import View

_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
    f'width="{WIDTH}" height="{HEIGHT}" role="img" '
    "font-family=\"'Source Sans 3','Source Sans Pro','Segoe UI',Arial,sans-serif\">"
)


_HALO = f' text-anchor="middle" paint-order="stroke" stroke="{PAPER}" stroke-width="3"'


def write_svg(view: View, data: Path) -> Iterator[bytes]:
    """Yield the picture of a view; ``data`` is the folder with the outlines."""
    yield f"{_HEAD}\n<title>{_xml(view.title)}</title>\n".encode()
    yield f'<rect width="100%" height="100%" fill="{PAPER}"/>\n'.encode()
    yield f'<rect x="40" y="100" width="1120" height="684" fill="{SEA}"/>\n'.encode()
    for shape in picture(view, data):
        yield f"{_drawn(shape)}\n".encode()
    yield b"</svg>\n"


def _drawn(shape: Shape) -> str:
    match shape:
        case Polygon(points, fill, edge, words):
            at = " ".join(f"{x:g},{y:g}" for x, y in points)
            look = f'fill="{fill}" stroke="{edge}" stroke-width="0.6"'
            return f'<polygon points="{at}" {look}>{_told(words)}</polygon>'
        case Disc((x, y), radius, fill, words):
            look = f'fill="{fill}" fill-opacity="0.75" stroke="#fff" stroke-width="0.8"'
            place = f'cx="{x:g}" cy="{y:g}" r="{radius:.1f}"'
            return f"<circle {place} {look}>{_told(words)}</circle>"
        case Line(((x, y), (x2, y2))):
            return f'<path d="M{x:g} {y:g}L{x2:g} {y2:g}" stroke="{INK}" stroke-linecap="round"/>'
        case Words((x, y), text, size, bold, centred):
            weight = 600 if bold else 400
            look = f'font-size="{size}" font-weight="{weight}" fill="{INK}"'
            halo = _HALO if centred else ""
            return f'<text x="{x:.5g}" y="{y:.5g}" {look}{halo}>{_xml(text)}</text>'


def _told(words: str) -> str:
    return f"<title>{_xml(words)}</title>" if words else ""


def _xml(text: str) -> str:
    """Return text for XML, which knows no control characters."""
    return escape("".join(each for each in text if each.isprintable()))
