"""Pages without scripts: what each address answers, and that all of them lead to one another."""

import json
import math
from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import urlsplit

import html5lib
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from starlette.testclient import TestClient
from tests.unit.snapshot_builder import build_snapshot

from regional_news.api.app import api
from regional_news.api.plain import _ids_in_journal
from regional_news.exports import paging
from regional_news.query import BriefFilter
from regional_news.settings import settings
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change

PAGES = (
    "/latest",
    "/contents",
    "/briefing",
    "/region/gwlad",
    "/theme/sensors",
    "/council/felpersham",
)
"""One page of each kind, but for briefs and issues, whose addresses follow from the data."""


@pytest.fixture
def addresses(client: TestClient, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the address of one page of each kind."""
    brief = snapshot.index.frame["id"].iloc[0]
    issue = next(each for each in _links(client, "/contents") if each.startswith("/issue/"))
    return (*PAGES, f"/brief/{brief}", issue)


@pytest.fixture
def for_members(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let only members read."""
    monkeypatch.setenv("REGIONAL_NEWS_ACCESS", "members")
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


def _page(client: TestClient, address: str) -> HTMLParser:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text[:200])
    return HTMLParser(answer.text)


def _links(client: TestClient, address: str) -> list[str]:
    links = (node.attributes.get("href") for node in _page(client, address).css("a"))
    return [link for link in links if link and link.startswith("/")]


def _ids(page: HTMLParser) -> list[str]:
    """Return the ids of the briefs that a page lists."""
    links = (node.attributes["href"] or "" for node in page.css("article h2 a, article h3 a"))
    return [urlsplit(link).path.rsplit("/", 1)[-1] for link in links]


def test_every_page_is_valid_html(client: TestClient, addresses: tuple[str, ...]) -> None:
    """A strict parser has nothing to complain of."""
    for address in addresses:
        html5lib.HTMLParser(strict=True).parse(client.get(address).text)


def test_every_page_says_what_it_is(client: TestClient, addresses: tuple[str, ...]) -> None:
    """A title of its own, a description, where it is at home, a feed, and the same for programs."""
    titles = set()
    for address in addresses:
        page = _page(client, address)
        titles.add(page.css_first("title").text())
        assert [len(page.css(each)) for each in ("h1", "main", "header", "footer")] == [1] * 4
        for wanted in ("meta[name=description]", "meta[property='og:title']"):
            assert page.css_first(wanted).attributes["content"]
        assert page.css_first("link[rel=canonical]").attributes["href"]
        assert page.css_first("link[rel=alternate]").attributes["type"] == "application/atom+xml"
        picture = page.css_first("meta[property='og:image']").attributes["content"] or ""
        assert picture.startswith("http://testserver/card.png")
        told = json.loads(page.css_first("script[type='application/ld+json']").text())
        assert told["@context"] == "https://schema.org"
        assert not [node for node in page.css("script") if node.attributes.get("src")]
    # The newest issue is at home under its own name.
    assert len(titles) >= len(addresses) - 1
    assert all(title.endswith(" – Regional news map") for title in titles), "as on every page"


def test_the_pages_lead_to_each_other(client: TestClient, addresses: tuple[str, ...]) -> None:
    """No link on a page within the plain pages ends at nothing."""
    plain = ("/brief/", "/council/", "/region/", "/theme/", "/issue/", "/latest", "/contents")
    found = {link for address in addresses for link in _links(client, address)}
    for link in sorted(each for each in found if each.startswith(plain)):
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("/region/gwlad", BriefFilter(regions=("gwlad",))),
        ("/theme/sensors", BriefFilter(themes=("sensors",))),
        ("/council/felpersham", BriefFilter(councils=("felpersham",), mentions=True, past=True)),
        (
            "/briefing?theme=sensors&region=gwlad",
            BriefFilter(regions=("gwlad",), themes=("sensors",)),
        ),
    ],
)
def test_a_page_has_the_briefs_of_its_filter(
    client: TestClient, snapshot: Snapshot, address: str, wanted: BriefFilter
) -> None:
    """No more and no fewer than the live page has."""
    shown = _ids(_page(client, address))
    assert sorted(shown) == sorted(snapshot.view(wanted).frame["id"])


@pytest.mark.parametrize(
    "address", ["/briefing?theme=sensors&embed=true", "/region/gwlad?utm_source=x"]
)
def test_a_long_list_comes_in_pages(
    client: TestClient, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """The newest briefs first, each once; links lead on with all that was asked for."""
    monkeypatch.setattr(paging, "PAGE", 3)
    path, _, query = address.partition("?")
    is_region = path == "/region/gwlad"
    wanted = BriefFilter(regions=("gwlad",)) if is_region else BriefFilter(themes=("sensors",))
    expected = list(snapshot.view(wanted).frame["id"])
    last = math.ceil(len(expected) / 3)
    assert last > 1
    for number in range(1, last + 1):
        page = _page(client, f"{path}?{query}&page={number}")
        html5lib.HTMLParser(strict=True).parse(page.html)
        assert sorted(_ids(page)) == sorted(expected[(number - 1) * 3 : number * 3])
        canonical = page.css_first("link[rel=canonical]").attributes["href"] or ""
        assert canonical.endswith(f"page={number}") == (number > 1)
        assert f"Page {number} of {last}" in page.css_first(".pages").text()
        on = {link.attributes["href"] for link in page.css(".pages a")}
        beside = {number - 1, number + 1} & set(range(1, last + 1))
        assert on == {f"?{query}&page={each}" for each in beside}
    assert client.get(f"{path}?{query}&page={last + 1}").status_code == 404
    assert client.get(f"{path}?{query}&page=0").status_code == 400


def test_a_short_list_names_no_pages(client: TestClient) -> None:
    """It is the only one."""
    assert not _page(client, "/briefing").css(".pages")


def test_the_newest_issue_is_the_latest(client: TestClient, snapshot: Snapshot) -> None:
    """Its canonical address is that of the issue."""
    page = _page(client, "/latest")
    newest = snapshot.index.frame["issue"].iloc[0]
    assert page.css_first("h1").text() == newest
    canonical = page.css_first("link[rel=canonical]").attributes["href"] or ""
    assert _page(client, urlsplit(canonical).path).css_first("h1").text() == newest


def test_the_newest_issue_of_a_region(client: TestClient, snapshot: Snapshot) -> None:
    """A filter leaves some of the newest issue."""
    newest = snapshot.index.frame["issue"].iloc[0]
    assert _page(client, "/latest").css_first('a[href="/latest?region=gwlad"]')
    shown = _ids(_page(client, "/latest?region=gwlad"))
    wanted = BriefFilter(regions=("gwlad",), issues=(newest,))
    assert sorted(shown) == sorted(snapshot.view(wanted).frame["id"])


@pytest.mark.parametrize(
    "address", ["/brief/none", "/council/none", "/region/x", "/theme/x", "/issue/x"]
)
def test_what_there_is_not_is_told_by_a_page(client: TestClient, address: str) -> None:
    """With ways on, and in HTML: a person came by a link."""
    answer = client.get(address)
    assert answer.status_code == 404
    assert 'href="/latest"' in answer.text
    html5lib.HTMLParser(strict=True).parse(answer.text)


def test_a_brief_that_was_deleted_is_gone_and_its_words_are_nobodys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The journal is read once for all who ask, and tells them of ids and of nothing else."""
    read: list[str] = []
    row = {"id": "0123abcd4567", "summary": "Never to be published."}
    edit = {"what": "deleted a brief", "rows": [{"before": row, "after": None}]}
    gone = Change.now("Ann", "regional_news.csv", edit, old="a", new="b")
    store = SimpleNamespace(changes=lambda: read.append("once") or (gone,))
    monkeypatch.setattr("regional_news.api.plain.configured_store", lambda: store)
    monkeypatch.setitem(api.dependency_overrides, current_snapshot, build_snapshot)
    _ids_in_journal.cache_clear()
    ask = TestClient(api)
    assert ask.get("/brief/0123abcd4567").status_code == 410
    for other in ("0123", "published", "Ann", "deleted"):
        assert ask.get(f"/brief/{other}").status_code == 404
    assert read == ["once"]
    _ids_in_journal.cache_clear()


def test_the_sitemap_has_every_page(client: TestClient, snapshot: Snapshot) -> None:
    """Whole addresses, of every brief among them."""
    answer = client.get("/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    for brief_id in snapshot.index.frame["id"]:
        assert f"<loc>http://testserver/brief/{brief_id}</loc>" in answer.text
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text


@pytest.mark.usefixtures("for_members")
def test_where_members_read_no_program_is_invited(client: TestClient) -> None:
    """Nothing is collected, and no sitemap named."""
    told = client.get("/robots.txt", headers={"host": "members.example"}).text
    assert "Disallow: /\n" in told
    assert "Sitemap" not in told


def test_a_link_has_its_picture(client: TestClient) -> None:
    """Drawn from the filter that the address holds; an unknown value is refused."""
    answer = client.get("/card.png?region=gwlad")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert client.get("/card.png?region=nowhere").status_code == 400


def test_a_page_may_run_nothing(client: TestClient, addresses: tuple[str, ...]) -> None:
    """Its own policy forbids every script, and it asks for nothing elsewhere."""
    for address in addresses:
        assert "default-src 'none'" in client.get(address).headers["content-security-policy"]


def test_a_frame_of_another_site_gets_the_briefs_and_little_else(client: TestClient) -> None:
    """No menu and no provenance; its links open outside the frame, and its look can be chosen."""
    for address in ("/briefing?theme=sensors", "/latest?region=gwlad"):
        whole, framed = client.get(address), client.get(f"{address}&embed=true&look=dark")
        page = HTMLParser(framed.text)
        assert _ids(page) == _ids(HTMLParser(whole.text)) != []
        assert not page.css("nav, .site, details")
        assert page.css_first("base").attributes == {"target": "_blank"}
        assert "prefers-color-scheme" in whole.text
        assert "prefers-color-scheme" not in framed.text
        html5lib.HTMLParser(strict=True).parse(framed.text)
    assert client.get("/briefing?embed=true&look=pink").status_code == 400
