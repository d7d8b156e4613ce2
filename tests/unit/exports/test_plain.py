"""The view as a page to print."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from data_folders import FROZEN
from tests.unit.snapshot_builder import brief, build_snapshot, snapshot_of

from regional_news.exports.plain.pages import Place, view_page
from regional_news.exports.provenance import sources
from regional_news.query import BriefFilter
from regional_news.query.site import Site
from regional_news.snapshot.snapshot import Snapshot

BOUNDARIES = FROZEN / "boundaries.geojson"
EVERYTHING = BriefFilter()


class _Page(HTMLParser):
    """The elements of a page and its text, read as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        there = [value or "" for name, value in attrs if name in {"href", "src"}]
        self.links += [link for link in there if not link.startswith("#")]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((tag, ""))

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.headings and not data.isspace():
            tag, words = self.headings[-1]
            self.headings[-1] = (tag, words or data.strip())


def _html(
    snapshot: Snapshot, wanted: BriefFilter = EVERYTHING, boundaries: Path = BOUNDARIES
) -> str:
    place = Place(Site(""), Site(""), boundaries)
    return b"".join(view_page(snapshot.view(wanted), place)).decode()


def test_the_briefs_stand_under_their_regions() -> None:
    """Title from the filter, a heading for each region in the magazine's order, one a brief."""
    rows = [
        brief(region="eriu", headline="Third", councils="ballydún"),
        brief(region="loamshire", headline="First", published="2024"),
        brief(region="loamshire", headline="Second", summary="Other."),
        brief(region="", headline="Last"),
    ]
    page = _Page(_html(snapshot_of(rows), BriefFilter(themes=("sensors",))))
    assert page.headings == [
        ("h1", "Briefs on Sensors & IoT"),
        ("h2", "Loamshire"),
        ("h3", "First"),
        ("h3", "Second"),
        ("h2", "Ériu"),
        ("h3", "Third"),
        ("h2", "Region not known"),
        ("h3", "Last"),
        ("h2", "Sources"),
        ("h2", "How to cite"),
        ("h2", "Licence"),
    ]
    assert "Comhairle Bhaile Dúin · Sensors & IoT · Echo 1 · April 2023" in page.text


def test_a_doubt_is_told_beside_its_brief() -> None:
    """Who reads without scripts, or on paper, learns as on Explore which council may be meant."""
    doubted = brief(doubts="“Newtown” could be either of two")
    assert (
        "In doubt: “Newtown” could be either of two." in _Page(_html(snapshot_of([doubted]))).text
    )
    assert "In doubt" not in _html(snapshot_of([brief()]))


def test_the_same_view_gives_the_same_bytes() -> None:
    """Nothing of the page depends on the moment or the machine."""
    assert _html(build_snapshot()) == _html(build_snapshot())


def test_the_page_needs_nothing_else() -> None:
    """No script, no file, no request: only links for readers to follow."""
    page = _Page(_html(build_snapshot()))
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert set(page.links) == {"https://echo.example/1", "http://bratach.example/"}


def test_the_map_has_a_bubble_for_each_council() -> None:
    """Every council that a brief is about stands on the map with its number of briefs."""
    html = _html(snapshot_of([brief(), brief(summary="Other.", councils="felpersham llareggub")]))
    assert html.count("<circle") == 2
    assert "<title>Felpersham City Council: 2 briefs</title>" in html
    assert html.count('<path class="land"') == 14


def test_without_outlines_the_map_has_its_bubbles(tmp_path: Path) -> None:
    """A data folder without boundaries still gives a page."""
    html = _html(build_snapshot(), boundaries=tmp_path / "boundaries.geojson")
    assert html.count("<circle") == 5
    assert "<path" not in html


def test_no_brief_is_a_page_that_says_so() -> None:
    """A filter that leaves nothing gives a page that says so."""
    assert "No brief matches this filter." in _html(snapshot_of([]))


@pytest.mark.parametrize(
    "text",
    ["<script>x()</script>", "<img src=x onerror=x()>", "${x()} `x` {{ 7*7 }} {% raw %}", "</svg>"],
)
def test_text_is_only_text(text: str) -> None:
    """Whatever a brief says stands on the page literally and makes no element."""
    hostile = dict.fromkeys(("headline", "summary", "issue", "source_title", "doubts"), text)
    page = _Page(_html(snapshot_of([brief(**hostile)]), BriefFilter(q=text, issues=(text,))))
    shown = _Page(_html(snapshot_of([brief(**hostile)])))
    assert shown.text.count(text) == 5
    assert {"script", "img"}.isdisjoint(page.tags + shown.tags)


@pytest.mark.parametrize("url", ["javascript:x()", "data:text/html,x", " javascript:x()"])
def test_only_web_addresses_become_links(url: str) -> None:
    """A source that is not http or https is named, not linked."""
    page = _Page(_html(snapshot_of([brief(source_url=url)])))
    assert page.links == []


def test_each_region_is_a_jump_away_and_leads_to_its_page() -> None:
    """On a phone nobody scrolls through the others; a file has the jumps, too."""
    snapshot = snapshot_of([brief(region="gwlad"), brief(region="eriu", summary="Other.")])
    html = _html(snapshot)
    for region in ("gwlad", "eriu"):
        assert f'<a href="#{region}">' in html
        assert f'<h2 id="{region}">' in html
    place = Place(Site("/"), Site("/"), BOUNDARIES)
    served = b"".join(view_page(snapshot.view(EVERYTHING), place)).decode()
    assert '<h2 id="gwlad"><a href="/region/gwlad">' in served


def test_sources_are_counted_as_people_count() -> None:
    """2 comes before 10."""
    numbers = (10, 1, 2)
    rows = [brief(summary=str(n), source_title=f"The Echo {n}", source_url="") for n in numbers]
    snapshot = snapshot_of(rows)
    found = sources(snapshot.index, snapshot.view(EVERYTHING).rows)
    assert [each.title for each in found] == ["The Echo 1", "The Echo 2", "The Echo 10"]
