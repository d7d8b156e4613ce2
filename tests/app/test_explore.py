"""Explore: what a reader finds on the map's page."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from tests.app.conftest import FRAME, PATIENCE, Opened

Open = Callable[..., Opened]


def test_all_briefs_are_counted_in_words(open_page: Open) -> None:
    """Without a filter the page says how much there is."""
    page = open_page()
    assert page.title == "All briefs"
    assert page.drawn("briefs")["status"] == "25 briefs · 25 councils · 13 regions"


def test_a_link_opens_its_view(open_page: Open) -> None:
    """A link with a region and a theme gives the title, the rows and the counts of that view."""
    page = open_page(region="scotland", theme="iot_sensors")
    assert page.title == "Briefs on Sensors & IoT from Scotland"
    assert page.headlines == ["Edinburgh fits 11,000 bins with sensors"]


def test_each_option_shows_what_it_would_leave(open_page: Open) -> None:
    """A group is counted with its own selection removed, zeros included."""
    page = open_page(region="scotland")
    assert page.options("region")["Wales"] == 3
    assert page.options("theme")["AI & automation"] == 0


def test_several_regions_widen_and_a_theme_narrows(open_page: Open) -> None:
    """Within a group any value counts, across groups all do."""
    both = open_page(region=["scotland", "wales"])
    narrowed = open_page(region=["scotland", "wales"], theme="iot_sensors")
    assert len(both.headlines) == 6
    assert narrowed.headlines == ["Edinburgh fits 11,000 bins with sensors"]


@pytest.mark.parametrize("spelling", ["Wales", "Cymru", "WALES"])
def test_other_spellings_in_a_link_are_understood(open_page: Open, spelling: str) -> None:
    """A link written by hand works."""
    assert open_page(region=spelling).title == "Briefs from Wales"


def test_an_unknown_value_is_ignored_with_a_note(open_page: Open) -> None:
    """An old link says what in it nothing answers to, and shows the rest."""
    page = open_page(region="wales", theme="jetpacks")
    assert page.title == "Briefs from Wales"
    assert "theme “jetpacks”" in page.words


@pytest.mark.parametrize("query", ["Caerdydd", "no such word"])
def test_a_filter_that_matches_nothing_says_so(open_page: Open, query: str) -> None:
    """An empty view is explained, with a way out."""
    page = open_page(q=query)
    assert page.drawn("briefs")["cards"] == []
    assert page.drawn("briefs")["empty"]["said"] == f"No briefs with “{query}”."


@pytest.mark.parametrize(
    ("query", "council"),
    [("Abertawe", "Swansea"), ("gmca", "Manchester"), ("Béal Feirste", "Belfast")],
)
def test_search_finds_councils_by_other_names(open_page: Open, query: str, council: str) -> None:
    """A council is found in another language and by its initials, without accents too."""
    cards = open_page(q=query).drawn("briefs")["cards"]
    assert cards
    assert all(any(council in each["name"] for each in card["councils"]) for card in cards)


def test_councils_only_mentioned_are_switched_on(open_page: Open) -> None:
    """Tipperary has no brief of its own; with mentions it is counted."""
    assert "Tipperary County Council" not in open_page().options("council")
    assert open_page(mentions="true").options("council")["Tipperary County Council"] == 1


def test_galway_stays_in_doubt_before_the_readers_eyes(open_page: Open) -> None:
    """The card says that the name could be the city or the county."""
    card = open_page(council="meath").drawn("briefs")["cards"][0]
    assert card["doubt"] == "“Galway” could be Galway City Council or Galway County Council"
    told = {each["id"]: each["mentioned"] for each in card["councils"]}
    assert told["meath"] == ""
    assert told["tipperary"] == "mentioned"
    assert told["galway-city"] == told["galway-county"] == "perhaps mentioned"


def test_dates_narrow_the_list(open_page: Open) -> None:
    """A month is enough of a date."""
    page = open_page(since="2025-02")
    assert page.title == "Briefs since February 2025"
    assert len(page.headlines) == 6


def test_the_list_has_pages(open_page: Open) -> None:
    """25 briefs take two pages; the second one has the rest."""
    first, second = open_page(), open_page(page="2")
    assert len(first.headlines) == 15
    assert len(second.headlines) == 10
    assert not set(first.headlines) & set(second.headlines)


def test_a_bad_row_is_told_and_kept(open_page: Open, data: Path) -> None:
    """A row with an unknown council stays in the list and is named with its line."""
    file = data / "regional_news.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines.append(",Issue,2024,Wales,A brief on nobody,It says nothing.,Borsetshire Council,,,,")
    file.write_text("\n".join(lines), encoding="utf-8")
    page = open_page(q="nobody")
    assert page.headlines == ["A brief on nobody"]
    assert "A brief on nobody: “Borsetshire Council” is not placed" in page.words


@pytest.mark.parametrize("harm", ["missing", "empty", "not text"])
def test_without_readable_data_one_page_says_what_to_do(data: Path, harm: str) -> None:
    """A missing or unreadable file gives one clear page, never a traceback."""
    file = data / "regional_news.csv"
    file.unlink()
    if harm != "missing":
        file.write_bytes(b"" if harm == "empty" else b"\xff\xfe\x00\xd8")
    test = AppTest.from_file(str(FRAME), default_timeout=PATIENCE).run()
    assert not test.exception
    assert test.title[0].value == "There is no data to show"
    assert "regional_news.csv" in test.error[0].value.replace("\\", "")


def test_newer_data_that_cannot_be_read_leaves_the_last_good(open_page: Open, data: Path) -> None:
    """When the file breaks while the app runs, readers keep what there was, with a note."""
    page = open_page()
    file = data / "regional_news.csv"
    file.write_bytes(b"")
    long_ago = file.stat().st_mtime - 60  # nobody is still writing it
    os.utime(file, (long_ago, long_ago))
    page.test.run()
    assert len(page.headlines) == 15
    assert "last data that could be read" in page.words


def test_text_from_a_link_is_never_markdown(open_page: Open) -> None:
    """What somebody puts into a link is shown as it is written: the heading knows no Markdown."""
    page = open_page(q="![x](https://example.org/x.png) **b** :red[c]")
    assert "![x](https://example.org/x.png) **b** :red[c]" in page.title
    assert not page.test.title


@pytest.mark.parametrize(
    ("region", "says", "kept"),
    [
        ("wales", "1 of its 13 briefs fits your filters", "region=wales&"),
        ("crown-dependencies", "none of its 13 briefs fits your filters", ""),
    ],
)
def test_the_newest_issue_keeps_the_filter(
    open_page: Open, archive: Path, region: str, says: str, kept: str
) -> None:
    """Its line says how much of it fits, and leads to that."""
    assert archive.exists()
    newest = open_page(region=region).drawn("welcome")["newest"]
    assert newest["totals"] == says
    assert newest["href"] == f"./?{kept}issue=Archive+34+%28May+2026%29"


def test_who_follows_an_issue_follows_those_to_come(open_page: Open) -> None:
    """Nothing new comes into an issue that is out: the feed leaves it aside, and that is said."""
    page = open_page("explore", region="wales")
    assert "exactly this view" in page.drawn("heading")["follow"]["what"]
    issue = next(iter(page.options("issue")))
    told = open_page("explore", region="wales", issue=issue, until="2025").drawn("heading")
    assert told["follow"]["address"].endswith("feed.atom?region=wales")
    assert "every issue to come" in told["follow"]["what"]


def test_a_council_without_a_brief_leads_to_its_page(open_page: Open) -> None:
    """Who asked for it by its name learns who near it has done something."""
    ways = open_page("explore", council="mayo").drawn("briefs")["empty"]["ways"]
    assert "councils?council=mayo" in {way["href"] for way in ways}
    asked = open_page("explore", council="mayo", theme="iot_sensors").drawn("briefs")["empty"]
    assert "councils?theme=iot_sensors&council=mayo" in {way["href"] for way in asked["ways"]}


def test_where_nothing_is_found_all_that_was_offered_is(open_page: Open) -> None:
    """Each council that letters or a slip may mean leads to its briefs, else to its page."""
    ways = {}
    for typed in ("Edinbrugh", "NCC"):
        told = open_page("explore", q=typed).drawn("briefs")["empty"]["ways"]
        ways |= {way["label"]: way["href"] for way in told}
    assert ways["Did you mean City of Edinburgh Council? 2 briefs"] == "./?council=edinburgh"
    assert len([label for label in ways if label.startswith("Did you mean N")]) > 1


def test_what_is_offered_instead_takes_the_place_of_what_shuts_it_out(open_page: Open) -> None:
    """A council outside the region that was chosen is offered without it, one inside with it."""
    for typed, to in (
        ("Edinbrugh", "./?council=edinburgh"),
        ("Newprt", "./?region=wales&council=newport"),
    ):
        told = open_page("explore", q=typed, region="wales").drawn("briefs")["empty"]["ways"]
        assert to in {way["href"] for way in told}


def test_a_way_through_a_council_keeps_the_filter(open_page: Open) -> None:
    """A council's page does not show a region that was chosen; the menu leads back to it."""
    asked = {"theme": "iot_sensors", "region": "scotland", "q": "bins"}
    (card,) = open_page("explore", **asked).drawn("briefs")["cards"]
    to = urlsplit(card["councils"][0]["href"])
    assert to.path == "councils"
    council = open_page("councils", **dict(parse_qsl(to.query)))
    explore = council.drawn("site")["pages"][0]["href"]
    assert explore == "./?q=bins&region=scotland&theme=iot_sensors"


def test_the_part_of_the_map_that_is_listed_is_a_filter(open_page: Open) -> None:
    """The heading and a chip tell of it, table and links have it; the map shows all."""
    edinburgh = "55.9000_-3.3000_56.0000_-3.1000"
    page = open_page("explore", box=edinburgh)
    assert page.title == "Briefs in the map’s view"
    assert page.drawn("heading")["chips"] == [{"label": "in the map’s view", "without": "./"}]
    assert page.drawn("heading")["follow"]["address"].endswith(f"feed.atom?box={edinburgh}")
    assert page.drawn("briefs")["whole"]["href"] == "./"
    table = page.drawn("site")["pages"][1]["href"]
    assert table == f"table?box={edinburgh}"
    old = open_page("explore", **{"in-sight": "true", "at": edinburgh})
    assert old.drawn("frame")["canonical"] == f"box={edinburgh}&at={edinburgh}"
    assert open_page("table", box=edinburgh).title == page.title
    assert len(page.drawn("news")["news"]["counts"]) > len(page.headlines) > 0
    assert page.test.toggle(key=page.key("box")).value
    page = open_page("explore", box="here")
    assert page.title == "All briefs"
    assert not page.test.toggle(key=page.key("box")).value


def test_a_date_is_read_as_people_write_it_and_what_is_none_stays_to_be_mended(
    open_page: Open,
) -> None:
    """Members may write what editors may; the word on a wrong one stands at its field."""
    page = open_page("explore", since="April 2023", until="soon")
    assert page.title == "Briefs since April 2023"
    since, until = page.drawn("facets")["dates"]
    assert since == {"name": "since", "value": "2023-04", "wrong": ""}
    assert until["value"] == "soon"
    assert "April 2023" in until["wrong"]


def test_a_page_of_the_list_and_a_comparison_are_told_by_the_title(
    open_page: Open, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tabs, bookmarks and the history tell what is shown."""
    assert archive.exists()
    names = list(open_page("explore").options("issue"))
    titles: list[str] = []
    monkeypatch.setattr(
        "streamlit.set_page_config", lambda **told: titles.append(told["page_title"])
    )
    open_page("explore", region="wales", page="2")
    assert titles[-1] == "Briefs from Wales – page 2 – Regional news map"
    for asked in ("two", "0"):
        open_page("explore", region="wales", page=asked)
        assert titles[-1] == "Briefs from Wales – Regional news map"
    last = open_page("explore", region="wales", page="999").drawn("briefs")["page"]
    assert titles[-1] == f"Briefs from Wales – page {last} – Regional news map"
    open_page("councils", page="2")
    assert titles[-1] == "Councils – Regional news map"
    open_page("coverage", compare=names[0], beside=names[2])
    assert titles[-1] == f"{names[0]} beside {names[2]} – Coverage – Regional news map"
