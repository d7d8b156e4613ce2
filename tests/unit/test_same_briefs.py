"""However a view is taken away, it holds the briefs of the page, in the page's order."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import parse_qs, urlsplit

import feedparser
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from starlette.testclient import TestClient
from tests.unit.snapshot_builder import COUNCILS, REGIONS, THEMES, build_snapshot

from regional_news.api.app import api
from regional_news.exports import download
from regional_news.exports.excel import TITLES
from regional_news.model import Box, PartialDate
from regional_news.query import BriefFilter
from regional_news.query.site import Site
from regional_news.query.urls import query_string
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot

SNAPSHOT = build_snapshot(24)


def _some(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(list(values)), unique=True, max_size=2).map(tuple)


DATES = st.none() | st.sampled_from(
    [PartialDate(2021), PartialDate(2022, 3), PartialDate(2023, 4, 25)]
)
FILTERS = st.builds(
    BriefFilter,
    q=st.sampled_from(["", "", "môn", "hours staff", "feirm", "Llareggub", "report 1"]),
    regions=_some(region.id for region in REGIONS),
    themes=_some(theme.id for theme in THEMES),
    councils=_some(council.id for council in COUNCILS),
    issues=_some(["Echo 1", "Echo 2", "Echo 3", "Echo 4"]),
    since=DATES,
    until=DATES,
    box=st.sampled_from([None, Box(52.21, -2.1, 52.3, -2.0), Box(50, -7, 54, -3)]),
    mentions=st.booleans(),
    past=st.booleans(),
)


def _csv(data: bytes) -> list[str]:
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return [row["id"] for row in csv.DictReader(text)]


def _excel(data: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True)["Briefs"]
    header, *rows = sheet.iter_rows(values_only=True)
    place = [str(name).casefold() for name in header].index("id")
    return [str(row[place]) for row in rows]


def _geojson(data: bytes) -> list[str]:
    ids = (feature["properties"]["id"] for feature in json.loads(data)["features"])
    return list(dict.fromkeys(ids))


def _json(data: bytes) -> list[str]:
    return [brief["id"] for brief in json.loads(data)]


def _atom(data: bytes) -> list[str]:
    return [entry.id.rsplit("/", 1)[1] for entry in feedparser.parse(data).entries]


def _plain(page: str) -> list[str]:
    """Return the briefs that a page without scripts lists."""
    links = HTMLParser(page).css("article h3 a")
    return [(link.attributes["href"] or "").rsplit("/", 1)[1] for link in links]


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "csv": _csv,
    "xlsx": _excel,
    "geojson": _geojson,
    "json": _json,
}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Return a client of the API on the small snapshot."""
    monkeypatch.setitem(api.dependency_overrides, current_snapshot, lambda: SNAPSHOT)
    with TestClient(api) as client:
        yield client


def _on_the_page(snapshot: Snapshot, query: str) -> list[str]:
    """Return the briefs that the page shows at an address."""
    read = snapshot.filters.read(parse_qs(query))
    assert not read.ignored
    return list(snapshot.view(read.wanted).frame["id"])


@pytest.mark.slow
@pytest.mark.timeout(600)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=FILTERS)
def test_page_files_api_and_feed_hold_the_same_briefs(
    client: TestClient, wanted: BriefFilter
) -> None:
    """One filter, many ways to take it away: the same ids in the same order.

    A page without scripts has them by region, and within each in that order.
    """
    query = query_string(wanted)
    page = _on_the_page(SNAPSHOT, query)
    assert page == list(SNAPSHOT.view(wanted).frame["id"])
    for format_name, ids_in in READERS.items():
        assert ids_in(download(SNAPSHOT.view(wanted), format_name).read()) == page
    for format_name in ("csv", "geojson", "json"):
        answer = client.get(f"/api/v1/briefs?{query}&format={format_name}")
        assert READERS[format_name](answer.content) == page
    assert _atom(client.get(f"/feed.atom?{query}").content) == page
    assert _plain(client.get(f"/briefing?{query}").text) == _by_region(page)


def _by_region(ids: list[str]) -> list[str]:
    """Return the ids of briefs by region, in the magazine's order, what has no region last."""
    region_of = SNAPSHOT.index.frame.set_index("id")["region"]
    order = [region.id for region in SNAPSHOT.gazetteer.regions] + [""]
    return sorted(ids, key=lambda each: order.index(region_of[each]))


def test_every_way_leads_to_the_page_of_each_brief(client: TestClient) -> None:
    """Feed, API and files name one address for a brief, which answers, and the source beside it."""
    view, root = SNAPSHOT.view(BriefFilter()), Site("http://testserver/")
    wanted = dict(zip(view.frame["id"], map(root.brief, view.frame["id"]), strict=True))
    assert {client.get(urlsplit(each).path).status_code for each in wanted.values()} == {200}
    entries = feedparser.parse(client.get("/feed.atom").content).entries
    assert {entry.id.rsplit("/", 1)[1]: entry.link for entry in entries} == wanted
    rows = csv.DictReader(io.StringIO(client.get("/api/v1/briefs?format=csv").text))
    assert {row["\ufeffid"]: row["page"] for row in rows} == wanted
    briefs = client.get("/api/v1/briefs?limit=1000").json()
    assert {brief["id"]: brief["page"] for brief in briefs} == wanted
    assert client.get(f"/api/v1/briefs/{briefs[0]['id']}").json() == briefs[0]
    features = client.get("/api/v1/briefs?format=geojson").json()["features"]
    assert {each["properties"]["id"]: each["properties"]["page"] for each in features} == wanted
    sheet = openpyxl.load_workbook(io.BytesIO(download(view, "xlsx", site=root).read()))["Briefs"]
    header = [str(cell.value) for cell in sheet[1]]
    by_id, page = (header.index(TITLES[name]) for name in ("id", "page"))
    told = {row[by_id].value: row[page] for row in sheet.iter_rows(2)}
    assert {each: cell.hyperlink.target for each, cell in told.items() if cell.hyperlink} == wanted


def test_each_host_is_told_its_own_addresses(client: TestClient) -> None:
    """What was written for one is not handed to another; a file without a server has none."""
    for host in ("one.example", "two.example", "one.example"):
        briefs = client.get("/api/v1/briefs", headers={"host": host}).json()
        assert {urlsplit(brief["page"]).netloc for brief in briefs} == {host}
    assert {
        row["page"] for row in json.loads(download(SNAPSHOT.view(BriefFilter()), "json").read())
    } == {""}


def test_the_filters_tried_are_of_every_kind() -> None:
    """The property above is tried on filters that leave nothing, some and all."""
    amounts = {len(SNAPSHOT.view(BriefFilter(regions=(r.id,)))) for r in REGIONS}
    assert len(SNAPSHOT.view(BriefFilter())) == 24
    assert min(amounts) > 0
    assert len(SNAPSHOT.view(BriefFilter(q="nothing at all"))) == 0
