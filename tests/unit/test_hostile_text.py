"""Text is only ever text: in every export, by the API and on its way to the map."""

import csv
import io
import json
from pathlib import Path

import feedparser
import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.hostile import COUNCILS, PAYLOADS, THEME, write_hostile_data

from regional_news.exports import download
from regional_news.map.base_map import map_script
from regional_news.query import BriefFilter, View
from regional_news.snapshot.snapshot import Snapshot, open_snapshot
from regional_news.text import unguarded

_RUNS_IN_A_SHEET = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PRINTED = {
    *(
        "html",
        "head",
        "small",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "section",
        "article",
    ),
    *("footer", "h1", "h2", "h3", "p", "a", "ul", "ol", "li", "div", "span", "figure", "address"),
    *("figcaption", "svg", "g", "path", "circle", "text", "strong", "em", "dl", "dt", "dd", "nav"),
}
"""The elements that the briefing is made of."""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Return the snapshot of data in which every text is hostile."""
    return open_snapshot(write_hostile_data(tmp_path_factory.mktemp("hostile") / "data"))


@pytest.fixture(scope="module")
def view(snapshot: Snapshot) -> View:
    """Return the view of all of it."""
    return snapshot.view(BriefFilter())


TEXTS = sorted(text.strip() for text in PAYLOADS)


def read(view: View, format_name: str) -> bytes:
    """Return a view as a file."""
    return download(view, format_name).read()


def is_web(link: str) -> bool:
    """Return whether a link leads to a web page, or nowhere."""
    return not link or link.startswith(("http://", "https://"))


def test_there_are_hostile_texts_enough(view: View) -> None:
    """More than two hundred, and each stands in the data as it is."""
    assert len(PAYLOADS) > 200
    assert sorted(view.page(1, len(PAYLOADS))["summary"]) == TEXTS


def test_json_gives_every_text_back(view: View) -> None:
    """A program gets the texts unchanged, and no address that is not http or https."""
    told = json.loads(read(view, "json"))
    assert sorted(brief["summary"] for brief in told) == TEXTS
    assert not [brief for brief in told if not is_web(brief["source_url"])]


def test_no_cell_of_a_csv_file_is_a_formula(view: View) -> None:
    """No cell begins with what a spreadsheet runs; taking the guard away gives the text back."""
    rows = list(csv.DictReader(io.StringIO(read(view, "csv").decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for name, cell in row.items() if name not in ("lat", "lon")]
    assert not [cell for cell in cells if cell.startswith(_RUNS_IN_A_SHEET)]
    assert sorted(unguarded(row["summary"]) for row in rows) == TEXTS


def test_no_cell_of_an_excel_file_is_a_formula_or_a_link(view: View) -> None:
    """Every cell is text or a number, and none can be clicked."""
    book = openpyxl.load_workbook(io.BytesIO(read(view, "xlsx")))
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_feed_has_texts_only(view: View) -> None:
    """Titles and contents are plain text, whole, and links are http or https."""
    feed = feedparser.parse(read(view, "atom"), sanitize_html=False)
    assert not feed.bozo
    assert {entry.title_detail.type for entry in feed.entries} == {"text/plain"}
    assert {entry.content[0].type for entry in feed.entries} == {"text/plain"}
    links = [link.href for entry in feed.entries for link in entry.get("links", ())]
    assert not [link for link in links if not is_web(link)]
    said = {" ".join(entry.title.split()) for entry in feed.entries}
    assert {" ".join(text.split()) for text in PAYLOADS} <= said


def test_the_briefing_shows_texts_and_nothing_else(view: View) -> None:
    """The page has the elements and attributes of its template alone, and the texts in full."""
    page = LexborHTMLParser(read(view, "html").decode())
    nodes = page.css("*")
    assert {node.tag for node in nodes} <= _PRINTED
    names = {name for node in nodes for name in node.attributes}
    assert not [name for name in names if name.startswith("on")]
    links = [node.attributes["href"] or "" for node in nodes if "href" in node.attributes]
    assert not [link for link in links if not is_web(link) and link != "#main"]
    said = " ".join((page.body or page.root).text().split())  # type: ignore[union-attr]
    assert not [text for text in PAYLOADS if " ".join(text.split()) not in said]


def test_names_reach_the_map_escaped(snapshot: Snapshot) -> None:
    """None holds markup: the map shows names as HTML."""
    hostile = [snapshot.gazetteer[council] for council in COUNCILS]
    script = map_script(Path("no such folder"), hostile).splitlines()[1]
    councils = json.loads(script.removeprefix("window.COUNCILS = ").removesuffix(";"))
    names = [council["name"] for council in councils]
    assert len(names) == len(COUNCILS)
    assert not [name for name in names if set(name) & set("<>\"'")]


def test_a_theme_is_shown_as_it_is_written(snapshot: Snapshot) -> None:
    """The label of a theme is text like any other."""
    assert "<script>" in snapshot.themes[THEME].label


def test_the_data_folder_is_the_tests_own(snapshot: Snapshot, tmp_path: Path) -> None:
    """A second copy reads the same: nothing of the first was run or changed."""
    again = open_snapshot(write_hostile_data(tmp_path / "data"))
    assert again.index.frame.equals(snapshot.index.frame)
    assert not Path("/tmp/hacked").exists()  # noqa: S108  what a shell would have made
