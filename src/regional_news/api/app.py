"""The API, the feed and the briefing: the page's filter as data.

Endpoints run in threads; what they answer is built by the exporters and from plain values, never
from the models in ``schemas``. FastAPI checks what is asked and documents what is answered.
"""

import json
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Annotated, Any

import numpy as np
from fastapi import Depends, FastAPI, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from regional_news.api import document, resources, schemas
from regional_news.api.feed_key import key_of
from regional_news.api.handlers import HANDLERS
from regional_news.api.parameters import (
    MOST,
    Asked,
    AskedBriefs,
    AskedFeed,
    AskedFilter,
    AskedName,
    known_values,
    wanted_filter,
)
from regional_news.api.plain import plain
from regional_news.api.problems import Refusal
from regional_news.exports import atom
from regional_news.exports.csv_file import write_csv
from regional_news.exports.geojson import write_geojson
from regional_news.exports.json_file import json_briefs, write_page
from regional_news.exports.paging import pages
from regional_news.model import PartialDate
from regional_news.query import BriefIndex
from regional_news.query.site import Site
from regional_news.recognition.serialise import resolved
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot
from regional_news.table.schema import Order

Writer = Callable[[BriefIndex, Order, Site], Iterator[bytes]]
Newest = Annotated[Snapshot, Depends(current_snapshot)]
NoParameters = Annotated[Asked, Query()]

_WRITERS: dict[str, tuple[Writer, str]] = {
    "json": (write_page, "application/json"),
    "geojson": (write_geojson, "application/geo+json"),
    "csv": (write_csv, "text/csv; charset=utf-8"),
}

api = FastAPI(
    title="Regional news map",
    version="1",
    summary="What councils in the UK and Ireland are doing with technology.",
    openapi_url=None,
    docs_url=None,
    redoc_url=None,
    redirect_slashes=False,
    exception_handlers=HANDLERS,
    responses=document.EVERY,
)
api.include_router(plain)


@api.get("/api/v1/briefs", response_model=list[schemas.BriefAnswer], responses=document.BRIEFS)
def briefs(request: Request, snapshot: Newest, asked: Annotated[AskedBriefs, Query()]) -> Response:
    """Return the briefs that a filter leaves, in the order of the page."""
    rows = snapshot.view(wanted_filter(snapshot, asked)).rows
    end = len(rows) if asked.size is None else asked.offset + asked.size
    chosen = rows[asked.offset : end]
    write, media_type = _WRITERS[asked.format]
    site = Site(str(request.base_url))
    headers = {"X-Total-Count": str(len(rows))}
    if asked.size is not None:
        headers["Link"] = _links(request, len(rows), asked.offset, asked.size)
    if len(chosen) > MOST:
        return StreamingResponse(write(snapshot.index, chosen, site), 200, headers, media_type)
    return Response(b"".join(write(snapshot.index, chosen, site)), 200, headers, media_type)


@api.get("/api/v1/briefs/{brief_id}", response_model=schemas.BriefAnswer)
def brief(brief_id: str, request: Request, snapshot: Newest, _asked: NoParameters) -> Response:
    """Return one brief."""
    rows = np.flatnonzero(snapshot.index.frame["id"] == brief_id)[:1]
    if not len(rows):
        raise Refusal(HTTPStatus.NOT_FOUND, f"No brief has the id “{brief_id}”.")
    (told,) = json_briefs(snapshot.index, rows, Site(str(request.base_url)))
    return Response(told, media_type="application/json")


@api.get("/api/v1/councils", response_model=list[schemas.CouncilAnswer])
def councils(snapshot: Newest, _asked: NoParameters) -> Response:
    """Return every council with its names, place, lineage and number of briefs."""
    return _json(resources.councils(snapshot))


@api.get("/api/v1/councils/{council_id}", response_model=schemas.CouncilAnswer)
def council(council_id: str, snapshot: Newest, _asked: NoParameters) -> Response:
    """Return one council."""
    told = resources.council(snapshot, council_id)
    if told is None:
        raise Refusal(HTTPStatus.NOT_FOUND, f"No council has the id “{council_id}”.")
    return _json(told)


@api.get("/api/v1/resolve", response_model=schemas.ResolutionAnswer)
def resolve(snapshot: Newest, asked: Annotated[AskedName, Query()]) -> Response:
    """Return what a council’s name means, however people write it."""
    region = snapshot.gazetteer.regions.recognise(asked.region) if asked.region else None
    if asked.region and region is None:
        known = {"region": known_values(snapshot)["region"]}
        raise Refusal(HTTPStatus.BAD_REQUEST, f"There is no region “{asked.region}”.", known)
    try:
        on = PartialDate.parse(asked.on) if asked.on.strip() else None
    except ValueError as error:
        raise Refusal(HTTPStatus.BAD_REQUEST, f"on: {error}.") from error
    resolution = snapshot.resolver.resolve(asked.name, region=region.id if region else None, on=on)
    return _json(resolved(asked.name, resolution))


@api.get("/api/v1/themes", response_model=list[schemas.ThemeAnswer])
def themes(snapshot: Newest, _asked: NoParameters) -> Response:
    """Return the themes, group by group."""
    return _json(resources.themes(snapshot))


@api.get("/api/v1/regions", response_model=list[schemas.RegionAnswer])
def regions(snapshot: Newest, _asked: NoParameters) -> Response:
    """Return the regions in the order of the magazine."""
    return _json(resources.regions(snapshot))


@api.get("/api/v1/coverage", response_model=schemas.CoverageAnswer)
def coverage(snapshot: Newest, asked: Annotated[AskedFilter, Query()]) -> Response:
    """Return who the briefs of a filter write about, and who never was written about."""
    return _json(resources.coverage(snapshot.view(wanted_filter(snapshot, asked))))


@api.get("/api/openapi.json", include_in_schema=False)
def openapi(snapshot: Newest, _asked: NoParameters) -> Response:
    """Return the document of this API."""
    known, notice = known_values(snapshot), snapshot.reference.notice
    return _json(document.completed(api.openapi(), known, notice))


@api.get("/feed.atom", response_class=Response, responses=document.FEED)
def feed(request: Request, snapshot: Newest, asked: Annotated[AskedFeed, Query()]) -> Response:
    """Return the briefs that a filter leaves as an Atom feed."""
    view = snapshot.view(wanted_filter(snapshot, asked))
    if asked.page > (last := pages(view.rows)):
        detail = f"The feed ends at page {last}; ask for that or one before."
        raise Refusal(HTTPStatus.NOT_FOUND, detail)
    site, key = str(request.base_url), key_of(request.scope)
    pieces = atom.write_atom(view, site=site, page=asked.page, key=key)
    return Response(b"".join(pieces), media_type="application/atom+xml")


def _json(value: Any) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), media_type="application/json")


def _links(request: Request, total: int, offset: int, size: int) -> str:
    """Return the Link header (RFC 8288) of a page."""
    last = max(0, (total - 1) // size * size)
    starts = {"first": 0, "last": last}
    if offset > 0:
        starts["prev"] = max(0, offset - size)
    if offset + size < total:
        starts["next"] = offset + size
    here = request.url
    return ", ".join(
        f'<{here.include_query_params(offset=start, limit=size)}>; rel="{relation}"'
        for relation, start in starts.items()
    )
