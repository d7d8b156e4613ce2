"""Coverage: what is counted, and how it adds up."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs, parse_qsl, urlsplit

from tests.app.conftest import Opened

from regional_news.snapshot.cache import current_snapshot
from regional_news.text import amount

Open = Callable[..., Opened]


def test_the_matrix_says_how_it_counts(open_page: Open) -> None:
    """The caption reconciles the places in the table with the number of briefs."""
    matrix = open_page("coverage").drawn("matrix")
    places = sum(count for row in matrix["rows"] for count in row["counts"])
    assert f"the 25 briefs here stand in {places} places" in matrix["caption"]
    assert len(matrix["rows"]) == 20
    assert len(matrix["columns"]) == 13


def test_a_filter_narrows_the_matrix(open_page: Open) -> None:
    """With one region chosen, the other columns are zero."""
    matrix = open_page("coverage", region="wales").drawn("matrix")
    column = [each["id"] for each in matrix["columns"]].index("wales")
    others = [n for row in matrix["rows"] for i, n in enumerate(row["counts"]) if i != column]
    assert sum(others) == 0
    assert sum(row["counts"][column] for row in matrix["rows"]) > 0


def test_councils_covered_are_counted_of_all(open_page: Open) -> None:
    """Every region stands in the table, with the councils in office as the whole."""
    page = open_page("coverage")
    regions = next(
        each.value for each in page.test.dataframe if "Councils in office" in each.value.columns
    )
    assert regions["Councils in office"].sum() == 435
    assert regions["Councils with a brief"].sum() == 25
    assert "25 of 435 councils in office" in page.words


def test_those_never_featured_are_the_rest(open_page: Open) -> None:
    """Covered and never featured together are all councils in office."""
    page = open_page("coverage")
    assert "No brief is about 410 councils in office." in page.words


def test_what_is_open_stays_open_when_a_filter_changes(open_page: Open) -> None:
    """Streamlit closes a part whose line has changed: none tells what a filter leaves."""
    lines = [
        [each.label for each in open_page(page, **asked).test.expander]
        for page in ("explore", "table", "coverage")
        for asked in ({}, {"region": "wales"}, {"theme": "iot_sensors", "since": "2023"})
    ]
    assert [lines[0], lines[3], lines[6]] * 3 == [*lines[0::3], *lines[1::3], *lines[2::3]]
    assert "See which" in lines[6]


def test_a_filter_that_matches_nothing_says_so(open_page: Open) -> None:
    """There is a way out, and no chart of nothing; who was never featured stays."""
    page = open_page("coverage", q="no such word")
    assert "No briefs with “no such word”." in page.words
    assert "Each brief is in one issue" not in page.words
    assert "410 councils" in page.words


def test_what_differs_between_two_issues_leads_to_its_briefs(open_page: Open) -> None:
    """Each theme, region and council that came or went is a link to exactly those briefs."""
    compared = open_page("explore").drawn("welcome")["compare"]
    page = open_page("coverage", **dict(parse_qsl(urlsplit(compared).query)))
    links = [
        link
        for component in page.test.get("bidi_component")
        if component.proto.component_name == "regional-news.councils"
        for group in json.loads(component.proto.json)["groups"]
        if group["title"].startswith("Only in ")
        for link in group["councils"]
    ]
    snapshot = current_snapshot()
    assert links
    for link in links:
        wanted = snapshot.filters.read(parse_qs(urlsplit(link["href"]).query)).wanted
        assert link["note"] == amount(len(snapshot.view(wanted)), "brief")
        assert wanted.issues
        assert link["name"] in wanted.describe(snapshot.index.labels)


def test_two_issues_are_compared_by_what_a_filter_leaves(open_page: Open) -> None:
    """The way from a filtered list keeps the filter, and the comparison says so."""
    compared = open_page("explore", region="wales").drawn("welcome")["compare"]
    assert compared.startswith("coverage?region=wales&compare=")
    page = open_page("coverage", **dict(parse_qsl(urlsplit(compared).query)))
    assert "Of both: Briefs from Wales." in page.words
