"""The briefs as an Atom feed (RFC 4287), a page at a time (RFC 5005) or whole.

``updated`` moves only when something changed. No file tells when a brief was last changed, so its
day is the day of the brief (the first that its date can mean) and its time of day is drawn from
what the brief says: the same brief always has the same moment, a changed one another.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from urllib.parse import quote

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from regional_news.exports.columns import batches
from regional_news.exports.paging import on_page, pages
from regional_news.exports.provenance import fingerprints
from regional_news.model import PartialDate
from regional_news.query import View
from regional_news.query.site import Site
from regional_news.query.urls import query_string
from regional_news.text import web_address

_TAG = "tag:regional-news,2023:"
_LONG_AGO = PartialDate(2000)
_DAY = 24 * 60 * 60
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_atom(
    view: View, *, site: str = "", page: int | None = None, key: str = ""
) -> Iterator[bytes]:
    """Yield a feed of a view, all of it or one page, counted from 1.

    ``site`` is the address of the app, ending in a slash: each entry then leads to its brief's
    page, with the source beside it. Without it an entry leads to its source, and the feed has no
    links to itself and to the page. ``key`` is the reader's, which links to the feed's pages need.
    """
    head, tail = _frame(view, site, page, key).atom_str().split(b"</feed>")
    rows = on_page(view.rows, page)
    prints = iter(fingerprints(view.index)[rows].tolist())
    yield head
    for told in batches(view.index, rows):
        for cells in zip(*(column.to_pylist() for column in told.values()), strict=True):
            brief = dict(zip(told, cells, strict=True))
            entry = _entry(view, brief, next(prints), Site(site))
            element = entry.atom_entry()
            if site and (url := web_address(brief["source_url"])):
                # feedgen writes no rel for the links of entries.
                etree.SubElement(element, "link", href=_xml(url), rel="via")
            yield etree.tostring(element)
    yield b"</feed>" + tail


def _frame(view: View, site: str, page: int | None, key: str) -> FeedGenerator:
    """Return the feed without its entries."""
    query = query_string(view.wanted)
    feed = FeedGenerator()
    feed.id(f"{_TAG}briefs?{query}" if query else f"{_TAG}briefs")
    feed.title(_xml(f"Regional news: {view.title}"))
    about = "What councils in the UK and Ireland are doing with technology"
    feed.subtitle(_xml(". ".join(filter(None, (about, view.index.reference.notice)))))
    feed.author(name="Regional news map")
    feed.language("en-GB")
    dates = view.index.frame["published"].iloc[view.rows].unique()
    newest = max(map(_day, dates), default=_LONG_AGO)
    feed.updated(_moment(newest, int(fingerprints(view.index)[view.rows].sum())))
    if site:
        feed.link(href=_address(site, query), rel="alternate", type="text/html")
        for relation, number in _neighbours(view, page or 1).items():
            numbered = f"page={number}" if number > 1 else ""
            keyed = f"key={quote(key)}" if key else ""
            address = _address(f"{site}feed.atom", query, numbered, keyed)
            feed.link(href=address, rel=relation, type="application/atom+xml")
    return feed


def _address(path: str, *queries: str) -> str:
    return "?".join(filter(None, (path, "&".join(filter(None, queries)))))


def _neighbours(view: View, page: int) -> dict[str, int]:
    """Return the pages that a page links to, itself included, by their relation to it."""
    last = pages(view.rows)
    if last == 1:
        return {"self": page}
    known = {"self": page, "first": 1, "previous": page - 1, "next": page + 1, "last": last}
    return {relation: number for relation, number in known.items() if 1 <= number <= last}


def _entry(view: View, brief: dict[str, str], fingerprint: int, site: Site) -> FeedEntry:
    day = _day(brief["published"])
    entry = FeedEntry()
    entry.id(f"{_TAG}brief/{quote(brief['id'])}")
    entry.title(_xml(brief["headline"] or brief["summary"] or "Brief"))
    entry.content(_xml(brief["summary"]), type="text")
    entry.updated(_moment(day, fingerprint))
    if brief["published"]:
        entry.published(_moment(day, 0))
    if link := site.brief(brief["id"]) or web_address(brief["source_url"]):
        entry.link(href=_xml(link), rel="alternate")
    labels = view.index.labels
    for column, group in (("region", "region"), ("councils", "council"), ("themes", "theme")):
        ids = brief[column].split()
        for term, label in zip(ids, labels.of(group, ids), strict=True):
            entry.category(term=term, label=label, scheme=_TAG + column)
    return entry


def _day(published: str) -> PartialDate:
    return PartialDate.parse(published) if published else _LONG_AGO


def _moment(day: PartialDate, fingerprint: int) -> datetime:
    midnight = datetime.combine(day.first, time(), UTC)
    return midnight + timedelta(seconds=fingerprint % _DAY)


def _xml(text: str) -> str:
    """Return ``text`` with a mark in place of each character that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
