"""A picture as PNG, for slides and messages: drawn by Pillow, without a browser or a network.

The letters are the page's own: the font that Streamlit brings with it, read as a file.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

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

_FINE = 2  # pixels to a unit of the picture, for sharp screens
_DRAWN = 2  # times as fine as that it is drawn, so that edges are smooth
_COLOURS = 128
_SCALE = _FINE * _DRAWN


def write_png(view: View, data: Path) -> Iterator[bytes]:
    """Yield the picture of a view, 2400 × 1800 pixels; ``data`` is the folder with the outlines."""
    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle([_scaled(40, 100), _scaled(1160, 784)], fill=SEA)
    shapes = picture(view, data)
    for shape in shapes:
        if not isinstance(shape, Words):
            _draw(pen, shape)
    small = image.resize((WIDTH * _FINE, HEIGHT * _FINE), Image.Resampling.BOX)
    pen = ImageDraw.Draw(small)
    for shape in shapes:
        if isinstance(shape, Words):
            _write(pen, shape)
    file = BytesIO()
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    yield file.getvalue()


def _draw(pen: ImageDraw.ImageDraw, shape: Shape) -> None:
    match shape:
        case Polygon(points, fill, edge):
            pen.polygon([_scaled(*point) for point in points], fill=fill, outline=edge, width=2)
        case Disc((x, y), radius, fill):
            box = [_scaled(x - radius, y - radius), _scaled(x + radius, y + radius)]
            pen.ellipse(box, fill=fill, outline="#fff", width=3)
        case Line((start, end)):
            pen.line([_scaled(*start), _scaled(*end)], fill=INK, width=5)
        case _:
            pass


def _write(pen: ImageDraw.ImageDraw, words: Words) -> None:
    x, y = words.at
    text = "".join(each for each in words.text if each.isprintable())
    font = _font(words.size * _FINE, bold=words.bold)
    anchor, halo = ("ms", 2 * _FINE) if words.centred else ("ls", 0)
    at = x * _FINE, y * _FINE
    pen.text(at, text, INK, font=font, anchor=anchor, stroke_width=halo, stroke_fill=PAPER)


def _scaled(x: float, y: float) -> tuple[float, float]:
    return x * _SCALE, y * _SCALE


@cache
def _font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return the page's letters; Pillow's own, which lack accents, where they are not there."""
    package = find_spec("streamlit")
    folders = package.submodule_search_locations if package else None
    files = [file for folder in folders or () for file in Path(folder).glob(_LETTERS)]
    if not files:
        return ImageFont.load_default(size)
    font = ImageFont.truetype(str(files[0]), size)
    font.set_variation_by_axes([600 if bold else 400])
    return font


_LETTERS = "static/static/media/SourceSansVF-Upright*.woff2"
