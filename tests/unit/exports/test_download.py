"""A view as a file to take away."""

from datetime import UTC, datetime

import pytest
from tests.unit.snapshot_builder import build_snapshot, snapshot_of

from regional_news.errors import FilterError
from regional_news.exports import FORMATS, download
from regional_news.model import PartialDate
from regional_news.query import BriefFilter
from regional_news.query.site import Site

AT = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (BriefFilter(), "regional-news-all-2026-11-22.csv"),
        (
            BriefFilter(regions=("loamshire",), themes=("sensors",)),
            "regional-news-loamshire-sensors-iot-2026-11-22.csv",
        ),
        (
            BriefFilter(councils=("ballydún",), since=PartialDate(2023, 4)),
            "regional-news-baile-duin-since-2023-04-2026-11-22.csv",
        ),
        (BriefFilter(q="../../etc/passwd\x00"), "regional-news-etc-passwd-2026-11-22.csv"),
        (BriefFilter(q="日本"), "regional-news-all-2026-11-22.csv"),
        (BriefFilter(q="x" * 200), f"regional-news-{'x' * 100}-2026-11-22.csv"),
    ],
)
def test_the_file_name_carries_the_filter_and_the_day(wanted: BriefFilter, name: str) -> None:
    """A name says what is inside, in letters that every system takes."""
    assert download(build_snapshot().view(wanted), "csv", at=AT).file_name == name


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_is_a_file_in_pieces(format_name: str) -> None:
    """The pieces make the file, and asking again makes it again."""
    made = download(build_snapshot().view(BriefFilter(regions=("gwlad",))), format_name, at=AT)
    assert made.file_name.endswith(f".{format_name}")
    assert "/" in made.media_type
    assert made.read() == b"".join(made.chunks()) == made.read()
    assert made.read()


@pytest.mark.parametrize("format_name", FORMATS)
def test_an_empty_view_is_a_file_too(format_name: str) -> None:
    """A filter that leaves nothing still gives a file of its format."""
    assert download(snapshot_of([]).view(BriefFilter()), format_name).read()


def test_nothing_is_built_before_it_is_asked_for() -> None:
    """A page can offer every format without the cost of one."""
    view = build_snapshot().view(BriefFilter())
    for format_name in FORMATS:
        download(view, format_name)
    assert "rows" not in vars(view)


def test_an_unknown_format_is_refused() -> None:
    """The message names what there is."""
    with pytest.raises(FilterError, match="choose one of csv, xlsx, geojson, json, atom, html"):
        download(build_snapshot().view(BriefFilter()), "pdf")


def test_the_briefing_says_of_what_day_it_is_and_from_where() -> None:
    """A print-out says by itself what it shows, and when that was so."""
    view = build_snapshot().view(BriefFilter(regions=("gwlad",)))
    made = download(view, "html", at=AT, site=Site("https://news.example/"))
    text = made.read().decode()
    assert f"<h1>{view.title}</h1>" in text
    assert 'As of 22 November 2026, from <a href="https://news.example/' in text
    assert "Taken on 22 November 2026." in text
