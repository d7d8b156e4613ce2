"""Pages that need no script, one for each thing that has an address.

Whatever a page lacks is told by a page: what is not there (404), or no longer there (410).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from http import HTTPStatus
from typing import Annotated

import numpy as np
from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from regional_news.api.headers import ancestors
from regional_news.api.parameters import Asked, AskedFilter, AskedPage, AskedPart, wanted_filter
from regional_news.exports import download
from regional_news.exports.paging import pages
from regional_news.exports.plain.cards import Link
from regional_news.exports.plain.pages import (
    Introduction,
    Place,
    brief_page,
    contents_page,
    council_page,
    sorry_page,
    view_page,
)
from regional_news.query import BriefFilter, BriefIndex, View
from regional_news.query.councils import news_of
from regional_news.query.issues import differences, issue_names
from regional_news.query.issues import issue as issue_of
from regional_news.query.site import Site, slug
from regional_news.settings import settings
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot, Version
from regional_news.store import configured_store
from regional_news.store.sheets import BRIEFS

Newest = Annotated[Snapshot, Depends(current_snapshot)]
NoParameters = Annotated[Asked, Query()]
OnePage = Annotated[AskedPart, Query()]

plain = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@plain.get("/latest")
def latest(request: Request, snapshot: Newest, asked: Annotated[AskedPage, Query()]) -> Response:
    """Return the newest issue, or what a filter leaves of it: ``/latest?region=wales``."""
    name = next(iter(issue_names(snapshot.index)), "")
    if not name:
        return _sorry(request, snapshot, "No issue yet", "There is no brief to show so far.")
    wanted = wanted_filter(snapshot, asked)
    if wanted:
        return _list(request, snapshot, asked, snapshot.view(replace(wanted, issues=(name,))))
    return _issue(request, snapshot, asked, name)


@plain.get("/issue/{told}")
def issue(told: str, request: Request, snapshot: Newest, asked: OnePage) -> Response:
    """Return the briefs of one issue; its name may be written as it is, or as an address."""
    for name in issue_names(snapshot.index):
        if told in (name, slug(name)):
            return _issue(request, snapshot, asked, name)
    return _sorry(request, snapshot, "No such issue", f"No issue is called “{told}”.")


@plain.get("/brief/{brief_id}")
def brief(brief_id: str, request: Request, snapshot: Newest, _asked: NoParameters) -> Response:
    """Return one brief; one that was deleted is gone (410)."""
    rows = np.flatnonzero(snapshot.index.frame["id"] == brief_id)[:1]
    if len(rows):
        return _page(brief_page(snapshot.index, int(rows[0]), _place(request, snapshot)))
    if brief_id in _ids_in_journal(snapshot.version):
        gone = _sorry(request, snapshot, "This brief is gone", "The editors have deleted it.")
        gone.status_code = HTTPStatus.GONE
        return gone
    return _sorry(request, snapshot, "No such brief", f"No brief has the id “{brief_id}”.")


@plain.get("/council/{council_id}")
def council(council_id: str, request: Request, snapshot: Newest, asked: OnePage) -> Response:
    """Return what a council did."""
    known = snapshot.gazetteer.get(council_id)
    if known is None:
        return _sorry(
            request, snapshot, "No such council", f"No council has the id “{council_id}”."
        )
    view = snapshot.view(news_of(council_id))
    return _list(request, snapshot, asked, view, partial(council_page, council=known))


@plain.get("/region/{region_id}")
def region(region_id: str, request: Request, snapshot: Newest, asked: OnePage) -> Response:
    """Return a region's briefs."""
    if region_id not in snapshot.gazetteer.regions:
        return _sorry(request, snapshot, "No such region", f"No region has the id “{region_id}”.")
    place, regions = _place(request, snapshot), snapshot.gazetteer.regions
    told = Introduction(
        regions[region_id].name,
        place.whole.region(region_id),
        more={"All regions": [Link(each.name, place.site.region(each.id)) for each in regions]},
    )
    view = snapshot.view(BriefFilter(regions=(region_id,)))
    return _list(request, snapshot, asked, view, partial(view_page, introduction=told))


@plain.get("/theme/{theme_id}")
def theme(theme_id: str, request: Request, snapshot: Newest, asked: OnePage) -> Response:
    """Return a theme's briefs."""
    known = snapshot.themes.get(theme_id)
    if known is None:
        return _sorry(request, snapshot, "No such theme", f"No theme has the id “{theme_id}”.")
    place = _place(request, snapshot)
    others = [Link(each.label, place.site.theme(each.id)) for each in snapshot.themes]
    told = Introduction(
        known.label,
        place.whole.theme(theme_id),
        (known.definition,),
        {"All themes": others},
    )
    view = snapshot.view(BriefFilter(themes=(theme_id,)))
    return _list(request, snapshot, asked, view, partial(view_page, introduction=told))


@plain.get("/briefing")
def briefing(request: Request, snapshot: Newest, asked: Annotated[AskedPage, Query()]) -> Response:
    """Return the briefs that a filter leaves, to read or to print."""
    return _list(request, snapshot, asked, snapshot.view(wanted_filter(snapshot, asked)))


@plain.get("/card.png")
def card(snapshot: Newest, asked: Annotated[AskedFilter, Query()]) -> Response:
    """Return the picture of a filter, as messages show it beside a link."""
    made = download(snapshot.view(wanted_filter(snapshot, asked)), "png")
    return Response(made.read(), media_type=made.media_type)


@plain.get("/contents")
def contents(request: Request, snapshot: Newest, _asked: NoParameters) -> Response:
    """Return the page that leads to all others."""
    return _page(contents_page(snapshot.index, _place(request, snapshot)))


@plain.get("/sitemap.xml")
def sitemap(request: Request, snapshot: Newest, _asked: NoParameters) -> Response:
    """Return the addresses of all pages that everybody may read; 50,000 at most, as asked for."""
    site, view = Site(str(request.base_url)), snapshot.view(BriefFilter())
    addresses = [site.latest, site.contents]
    addresses += [site.issue(name) for name in issue_names(snapshot.index)]
    addresses += [site.region(each) for each in view.counts("region")]
    addresses += [site.theme(each) for each in view.counts("theme")]
    addresses += [site.council(each) for each in view.counts("council")]
    addresses += [site.brief(each) for each in snapshot.index.frame["id"]]
    listed = "".join(f"<url><loc>{each}</loc></url>\n" for each in addresses[:_MOST_IN_SITEMAP])
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_SITEMAPS}">\n{listed}</urlset>\n'
    )
    return Response(xml.replace("&", "&amp;"), media_type="application/xml")


@plain.get("/robots.txt")
def robots(request: Request, _asked: NoParameters) -> Response:
    """Return what programs that collect pages may read: nothing where members must sign in."""
    if settings().access == "members":
        return PlainTextResponse("User-agent: *\nDisallow: /\n")
    root = str(request.base_url)
    return PlainTextResponse(
        f"User-agent: *\nDisallow: {request.base_url.path}api/\n\nSitemap: {root}sitemap.xml\n"
    )


_MOST_IN_SITEMAP = 50_000
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _issue(request: Request, snapshot: Snapshot, asked: AskedPart, name: str) -> Response:
    index, place = snapshot.index, _place(request, snapshot)
    held = issue_of(index, name)
    about = (f"Published {held.when}.",) if held.when else ()
    more = _compared(index, name, place.site)
    if name == issue_names(index)[0]:
        regions = index.view(BriefFilter(issues=(name,))).counts("region")
        labels = index.labels.of("region", tuple(regions))
        more["The newest issue, one region alone"] = [
            Link(label, place.site.newest(region))
            for region, label in zip(regions, labels, strict=True)
        ]
    more["All issues"] = [Link(each, place.site.issue(each)) for each in issue_names(index)]
    told = Introduction(name, place.whole.issue(name), about, more)
    view = snapshot.view(BriefFilter(issues=(name,)))
    return _list(request, snapshot, asked, view, partial(view_page, introduction=told))


def _compared(index: BriefIndex, name: str, site: Site) -> dict[str, list[Link]]:
    """Return links to the themes and regions that came and went since the issue before."""
    older = issue_names(index)[issue_names(index).index(name) + 1 :]
    if not older:
        return {}
    came: list[Link] = []
    went: list[Link] = []
    for each in differences(index, name, older[0]):
        address = {"theme": site.theme, "region": site.region}.get(each.group)
        if address:
            for links, values in ((came, each.came), (went, each.went)):
                labels = index.labels.of(each.group, values)
                links += [Link(label, address(v)) for v, label in zip(values, labels, strict=True)]
    told = {f"Here, and not in {older[0]}": came, f"In {older[0]}, and not here": went}
    return {heading: links for heading, links in told.items() if links}


def _place(request: Request, snapshot: Snapshot) -> Place:
    return Place(
        Site(request.base_url.path),
        Site(str(request.base_url)),
        settings().data / "boundaries.geojson",
        snapshot.reference.notice,
        keyed=settings().access == "members",
        embedded=request.query_params.get("embed", "").lower() in {"true", "1", "yes"},
        look=request.query_params.get("look", ""),
    )


def _list(
    request: Request,
    snapshot: Snapshot,
    asked: AskedPart,
    view: View,
    write: Callable[[View, Place], Iterator[bytes]] = view_page,
) -> Response:
    """Return the page that is asked for of those that the briefs of a view fill."""
    if asked.page > (last := pages(view.rows)):
        return _sorry(request, snapshot, "No such page", f"The briefs end at page {last:,}.")
    query = request.url.remove_query_params("page").query
    return _page(write(view, replace(_place(request, snapshot), page=asked.page, query=query)))


def _page(pieces: Iterator[bytes]) -> Response:
    return HTMLResponse(b"".join(pieces), headers=_headers())


def _sorry(request: Request, snapshot: Snapshot, title: str, reason: str) -> Response:
    page = sorry_page(_place(request, snapshot), title, reason)
    return HTMLResponse(page, HTTPStatus.NOT_FOUND, headers=_headers())


_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors "
)
"""What a page needs: its own style, and nothing that runs."""


def _headers() -> dict[str, str]:
    """Return the headers of a page: who may show it in a frame is a setting."""
    framed_by = " ".join(ancestors(settings().frame_ancestors))
    return {"Content-Security-Policy": _POLICY + framed_by}


@lru_cache(maxsize=1)
def _ids_in_journal(_version: Version) -> frozenset[str]:
    """Return the ids of all briefs that the journal tells of; it is long, and anybody may ask."""
    changes = (change for change in configured_store().changes() if change.file == BRIEFS)
    rows = (row for change in changes for row in change.rows)
    sides = (side for row in rows for side in (row.before, row.after) if side)
    return frozenset(side.get("id", "").strip() for side in sides)
