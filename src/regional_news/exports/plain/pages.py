"""Views, briefs and councils → pages: what each says in its head, and what stands on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment, PackageLoader, Template

from regional_news.exports.following import WAYS
from regional_news.exports.paging import Pager, on_page, pages
from regional_news.exports.plain import linked_data
from regional_news.exports.plain.cards import Card, Link, cards
from regional_news.exports.provenance import ATTRIBUTION, LICENCE, citation, sources, words
from regional_news.exports.sketch import sketch
from regional_news.model import Council
from regional_news.query import BriefFilter, BriefIndex, View
from regional_news.query.neighbours import peers_of
from regional_news.query.site import Site
from regional_news.table.schema import Order
from regional_news.text import amount, web_address

_PIECES = 200  # of the template, written together
_LONGEST = 200
"""How many characters of a summary a description shows."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where pages stand: their addresses, whole ones for other sites, and the map's outlines.

    ``notice`` is what every page of this data must say, as that its briefs are invented; ``keyed``
    whether feeds need a key of the reader's own. ``embedded`` leaves all but the briefs away, for a
    frame of another site; ``look`` is "light", "dark" or, by the reader's device, "". ``page`` is
    which page of a long list stands there, none where a file holds all of it; ``query`` is what
    else the reader asked for, which the links to the other pages repeat. ``taken`` is the day on
    which a file was made; a page is of today.
    """

    site: Site
    whole: Site
    boundaries: Path
    notice: str = ""
    keyed: bool = False
    embedded: bool = False
    look: str = ""
    page: int | None = None
    query: str = ""
    taken: date | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    """Briefs under one heading, none where the page has no headings."""

    name: str
    size: str
    cards: Iterable[Card]
    id: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a page of briefs says of itself where the filter's own words do not suffice.

    ``address`` is whole, ``about`` has sentences for the top, ``more`` links by their heading.
    """

    title: str
    address: str
    about: tuple[str, ...] = ()
    more: Mapping[str, Iterable[Link]] = field(default_factory=dict)


def view_page(
    view: View, place: Place, introduction: Introduction | None = None
) -> Iterator[bytes]:
    """Yield the page of a view: map, briefs by region, sources, how to cite."""
    told = introduction or Introduction(view.title, place.whole.view(view.wanted))
    rows = on_page(view.rows, place.page)
    head = {
        **_paged(told.title, told.address, view.rows, place),
        "description": f"{told.title}: {view.totals}.",
        "linked_data": linked_data.collection(told.title, told.address, len(view)),
    }
    body = {
        "totals": view.counted,
        "about": told.about,
        "more": told.more,
        "groups": [*_groups(view.index, rows, place.site)],
        "map": sketch(view.counts("council"), view.index.gazetteer, place.boundaries),
        "sources": sources(view.index, rows),
        "citation": citation(view, place.taken),
        "taken": words(place.taken) if place.taken else "",
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
    }
    return _written("view.html", place, view.wanted, head | body)


def brief_page(index: BriefIndex, row: int, place: Place) -> Iterator[bytes]:
    """Yield the page of the brief in one row of an index."""
    (card,) = cards(index, np.array([row]), place.site)
    (whole,) = cards(index, np.array([row]), place.whole)
    councils = tuple(index.frame["councils"].iloc[row].split())
    view = index.view(BriefFilter(councils=councils)) if councils else None
    head = {
        "title": card.title,
        "description": _shortened(card.summary),
        "canonical": whole.href,
        "linked_data": linked_data.article(whole),
    }
    related = _related(index, view, row, place.site) if view else ()
    drawn = sketch(dict.fromkeys(councils, 1), index.gazetteer, place.boundaries)
    wanted = BriefFilter(councils=councils)
    return _written(
        "brief.html", place, wanted, head | {"card": card, "related": related, "map": drawn}
    )


def council_page(view: View, place: Place, council: Council) -> Iterator[bytes]:
    """Yield the page of a council: its briefs, what it is, who near it did the same."""
    index = view.index
    address, rows = place.whole.council(council.id), on_page(view.rows, place.page)
    near = [
        (
            Link(
                peer.council.name,
                place.site.council(peer.council.id),
                f"{peer.distance} · {', '.join(index.labels.of('theme', peer.themes))}",
            ),
            next(cards(index, np.array([peer.newest]), place.site)),
        )
        for peer in peers_of(index, council).near
    ]
    head = {
        **_paged(council.name, address, view.rows, place),
        "description": f"{council.name} and technology: {amount(len(view), 'brief')}.",
        "linked_data": linked_data.council(council, address),
    }
    body = {
        "council": council,
        "region": Link(
            index.gazetteer.regions[council.region].name, place.site.region(council.region)
        ),
        "website": web_address(council.website),
        "totals": amount(len(view), "brief"),
        "groups": [_Group("", "", cards(index, rows, place.site))] if len(rows) else [],
        "near": near,
    }
    drawn = sketch({council.id: max(1, len(view))}, index.gazetteer, place.boundaries)
    return _written("council.html", place, view.wanted, head | body | {"map": drawn})


def contents_page(index: BriefIndex, place: Place) -> Iterator[bytes]:
    """Yield the page that leads to all others."""
    site, view, labels = place.site, index.view(BriefFilter()), index.labels

    def counted(group: str, address: Callable[[str], str]) -> list[Link]:
        counts = view.counts(group)
        return [
            Link(name, address(each), amount(counts[each], "brief"))
            for each, name in zip(counts, labels.of(group, tuple(counts)), strict=True)
        ]

    councils = sorted(counted("council", site.council), key=lambda link: link.label)
    head = {
        "title": "Everything on one page",
        "description": f"{view.totals}, by region, theme, issue and council.",
        "canonical": place.whole.contents,
        "linked_data": linked_data.collection("Contents", place.whole.contents, len(view)),
    }
    lists = {
        "Regions": counted("region", site.region),
        "Themes": counted("theme", site.theme),
        "Issues": counted("issue", site.issue),
        "Councils with briefs": councils,
    }
    body = {"totals": view.totals, "lists": lists}
    return _written("contents.html", place, BriefFilter(), head | body)


def sorry_page(place: Place, title: str, reason: str) -> bytes:
    """Return a page that says what is not there, with the ways on."""
    head = {"title": title, "description": reason, "canonical": "", "linked_data": None}
    return b"".join(_written("sorry.html", place, BriefFilter(), head | {"reason": reason}))


def members_page(home: str) -> str:
    """Return the page that asks somebody who came by a link to sign in, at ``home``, first."""
    return template("members.html").render(home=home)


def _written(
    name: str, place: Place, wanted: BriefFilter, told: Mapping[str, Any]
) -> Iterator[bytes]:
    links = {
        "site": place.site,
        "live": place.site.live(wanted),
        "feed": place.site.feed(wanted),
        "whole_feed": place.whole.feed(wanted),
        "keyed": place.keyed,
        "embedded": place.embedded,
        "look": place.look,
        "ways": WAYS,
        "picture": place.whole.card(wanted),
        "notice": place.notice,
    }
    if not place.site.root:  # a file that is taken away says nothing to programs
        told = {**told, "linked_data": None}
    page = template(name).stream(**links, **told)
    page.enable_buffering(_PIECES)
    return (piece.encode() for piece in page)


@cache
def template(name: str) -> Template:
    """Return a page's template, whose values are escaped."""
    loader = PackageLoader("regional_news.exports", "templates/plain")
    html = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return html.get_template(name)


def _paged(title: str, address: str, rows: Order, place: Place) -> dict[str, Any]:
    """Return what the head of one page of a list says; the first has the address of them all."""
    pager = Pager(place.page, pages(rows), place.query) if place.page else None
    if place.page and place.page > 1:
        address += f"{'&' if '?' in address else '?'}page={place.page}"
    return {"title": title, "canonical": address, "pager": pager}


def _groups(index: BriefIndex, rows: Order, site: Site) -> Iterator[_Group]:
    """Yield the regions that have briefs, in the magazine's order, what has none last."""
    region_of = index.frame["region"].to_numpy()[rows]
    names = {region.id: region.name for region in index.gazetteer.regions}
    for region, name in (names | {"": "Region not known"}).items():
        own = rows[region_of == region]
        if len(own):
            href = site.region(region) if region else ""
            yield _Group(name, amount(len(own), "brief"), cards(index, own, site), region, href)


def _related(index: BriefIndex, view: View, row: int, site: Site) -> tuple[Card, ...]:
    """Return the newest other briefs about the same councils."""
    return tuple(cards(index, view.rows[view.rows != row][:5], site))


def _shortened(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
