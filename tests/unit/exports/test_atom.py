"""The briefs as an Atom feed."""

from datetime import datetime
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.unit.snapshot_builder import brief, build_snapshot, snapshot_of

from regional_news.exports import paging
from regional_news.exports.atom import write_atom
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot

EVERYTHING = BriefFilter()
SITE = "https://news.example/"


def _written(snapshot: Snapshot, wanted: BriefFilter = EVERYTHING, **options: Any) -> bytes:
    return b"".join(write_atom(snapshot.view(wanted), **options))


def _feed(snapshot: Snapshot, wanted: BriefFilter = EVERYTHING, **options: Any) -> Any:
    feed = feedparser.parse(_written(snapshot, wanted, **options))
    assert not feed.bozo
    return feed


def _moments(snapshot: Snapshot) -> dict[str, datetime]:
    """Return when the feed and each of its entries was updated, the feed under “”."""
    feed = _feed(snapshot)
    entries = {entry.id: datetime.fromisoformat(entry.updated) for entry in feed.entries}
    return {"": datetime.fromisoformat(feed.feed.updated)} | entries


def test_a_feed_says_what_it_holds() -> None:
    """The title is the filter in words; id, links and entries follow from it."""
    snapshot = build_snapshot()
    wanted = BriefFilter(regions=("gwlad",), themes=("sensors",))
    feed = _feed(snapshot, wanted, site=SITE)
    query = "region=gwlad&theme=sensors"
    assert feed.feed.title == "Regional news: Briefs on Sensors & IoT from Y Wlad"
    assert feed.feed.id == f"tag:regional-news,2023:briefs?{query}"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"alternate": f"{SITE}?{query}", "self": f"{SITE}feed.atom?{query}"}
    ids = [entry.id.rsplit("/", 1)[1] for entry in feed.entries]
    assert ids == list(snapshot.view(wanted).frame["id"])


def test_an_entry_is_a_brief() -> None:
    """Headline, summary, date, source, and region, councils and themes as categories."""
    row = brief(id="b1", headline="Ŵyn & <b>tŷ</b>", councils="llareggub", published="2023-04-25")
    (entry,) = _feed(snapshot_of([row])).entries
    assert entry.id == "tag:regional-news,2023:brief/b1"
    assert entry.title == "Ŵyn & <b>tŷ</b>"
    assert entry.content[0] == {
        "type": "text/plain",
        "language": "en-GB",
        "base": "",
        "value": "Sensors went live in Felpersham.",
    }
    assert entry.published == "2023-04-25T00:00:00+00:00"
    assert entry.link == "https://echo.example/1"
    labels = {tag.label for tag in entry.tags}
    assert labels == {"Loamshire", "Cyngor Llareggub", "Sensors & IoT"}


def test_every_entry_leads_to_its_page_with_the_source_beside_it() -> None:
    """Where the app's address is known; a brief without a source leads to its page as well."""
    rows = [brief(id="b1"), brief(id="b2", summary="Other.", source_url="")]
    first, second = _feed(snapshot_of(rows), site=SITE).entries
    assert {link.rel: link.href for link in first.links} == {
        "alternate": f"{SITE}brief/b1",
        "via": "https://echo.example/1",
    }
    assert [link.href for link in second.links] == [f"{SITE}brief/b2"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x.example", ""])
def test_only_web_addresses_become_links(url: str) -> None:
    """A source that is not http or https is not linked."""
    (entry,) = _feed(snapshot_of([brief(source_url=url)])).entries
    assert not entry.get("links")


def test_the_same_briefs_have_the_same_moments() -> None:
    """Asking again moves nothing, whatever the files' own times."""
    assert _moments(build_snapshot()) == _moments(build_snapshot())
    assert _written(build_snapshot()) == _written(build_snapshot())


def test_a_changed_brief_moves_itself_and_the_feed_alone() -> None:
    """``updated`` moves where something changed, on the brief's own day, and nowhere else."""
    first, second = brief(id="b1"), brief(id="b2", summary="A second one.")
    before = _moments(snapshot_of([first, second]))
    after = _moments(snapshot_of([first, second | {"headline": "Mended"}]))
    moved = {name for name in before if before[name] != after[name]}
    assert moved == {"", "tag:regional-news,2023:brief/b2"}
    assert {moment.date().isoformat() for moment in after.values()} == {"2023-04-01"}


def test_a_new_brief_moves_the_feed_alone() -> None:
    """The entries that were there keep their moments."""
    first, second = brief(id="b1"), brief(id="b2", summary="A second one.")
    before, after = _moments(snapshot_of([first])), _moments(snapshot_of([first, second]))
    assert [name for name in before if before[name] != after[name]] == [""]


def test_a_long_feed_comes_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page links to its neighbours; together they hold every brief in order."""
    monkeypatch.setattr(paging, "PAGE", 20)
    snapshot = build_snapshot()
    view = snapshot.view(EVERYTHING)
    assert paging.pages(view.rows) == 3
    pages = [_feed(snapshot, site=SITE, page=number) for number in (1, 2, 3)]
    ids = [entry.id.rsplit("/", 1)[1] for page in pages for entry in page.entries]
    assert ids == list(view.frame["id"])
    links = {link.rel: link.href for link in pages[1].feed.links}
    assert links["self"] == f"{SITE}feed.atom?page=2"
    assert links["previous"] == links["first"] == f"{SITE}feed.atom"
    assert links["next"] == links["last"] == f"{SITE}feed.atom?page=3"
    assert "next" not in {link.rel for link in pages[2].feed.links}


def test_no_brief_is_a_valid_feed() -> None:
    """A filter that leaves nothing gives a feed without entries."""
    feed = _feed(snapshot_of([]))
    assert feed.entries == []
    assert feed.feed.updated


@given(st.text(), st.text())
def test_any_text_makes_a_well_formed_feed(headline: str, url: str) -> None:
    """Markup is text, and what XML cannot hold does not break the feed."""
    row = brief(id="b1", headline=headline, summary=headline, source_url=f"https://{url}")
    root = etree.fromstring(_written(snapshot_of([row])))
    title = root.findtext("{*}entry/{*}title")
    assert title
    if headline.isprintable() and headline:
        assert title == headline
