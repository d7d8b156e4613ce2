"""A file costs as much more as there are more briefs, or longer ones, whatever stands in them."""

import time

import pytest
from tests.unit.snapshot_builder import brief, snapshot_of

from regional_news.exports import FORMATS, download
from regional_news.query import BriefFilter, View

ROWS = 60
TIMES = 4
MOST = 9.0
"""Four times as much takes about four times as long; where steps are squared, it is sixteen."""

TEXTS = ("=1+1 ", "<b>&amp; ", '"“', "\n", "Borsetshire, ", "a\u0301", "x")


def _seconds(view: View, name: str) -> float:
    start = time.process_time()
    download(view, name).read()
    return time.process_time() - start


def _view(rows: int, text: str = "") -> View:
    briefs = (brief(headline=f"Borsetshire {n}", summary=f"{text}{n}") for n in range(rows))
    view = snapshot_of(briefs).view(BriefFilter())
    assert len(view) == rows
    return view


@pytest.mark.parametrize("name", FORMATS)
def test_more_briefs_take_no_more_than_their_share(name: str) -> None:
    """No step looks at pairs of briefs."""
    short, long = _view(ROWS), _view(TIMES * ROWS)
    _seconds(short, name)  # what writes a format is loaded
    ratios = (_seconds(long, name) / max(_seconds(short, name), 0.003) for _ in range(3))
    assert any(ratio < MOST for ratio in ratios)


@pytest.mark.parametrize(
    "name", sorted(FORMATS.keys() - {"svg", "png"})
)  # they show no text of a brief
@pytest.mark.parametrize("text", TEXTS)
def test_longer_briefs_take_no_more_than_their_share(name: str, text: str) -> None:
    """No step looks at pairs of letters."""
    length = 5_000 // len(text)
    short, long = _view(5, text * length), _view(5, text * TIMES * length)
    _seconds(short, name)
    ratios = (_seconds(long, name) / max(_seconds(short, name), 0.003) for _ in range(3))
    assert any(ratio < MOST for ratio in ratios)
