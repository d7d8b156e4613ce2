"""The map's own files, served from the installed package: no browser asks a third party."""

from http import HTTPStatus
from os import PathLike, stat_result
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from xstatic.pkg import leaflet as package

import regional_news
from regional_news.api.problems import problem
from regional_news.errors import DataError
from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.resolver import names_to_search, searchable
from regional_news.map.base_map import map_script
from regional_news.model import Council
from regional_news.settings import settings
from regional_news.snapshot.cache import current_snapshot
from regional_news.text import fold

_FOR_A_WEEK = "public, max-age=604800"


class _KeptFiles(StaticFiles):
    """Files that change with a release only: browsers keep them and ask again after a week."""

    def file_response(
        self,
        full_path: str | PathLike[str],
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = _FOR_A_WEEK
        return response


def leaflet() -> StaticFiles:
    """Return the app that serves Leaflet: ``leaflet.js``, ``leaflet.css``, ``images/``."""
    return _KeptFiles(directory=Path(package.BASE_DIR))


async def map_code(_request: Request) -> Response:
    """Answer with the script that the map is drawn with.

    While there is no data to show, it knows no council.
    """
    try:
        councils: Gazetteer | tuple[()] = (await run_in_threadpool(current_snapshot)).gazetteer
    except DataError:
        councils = ()
    script = await run_in_threadpool(map_script, settings().data, councils)
    return Response(script, media_type="text/javascript")


def own() -> StaticFiles:
    """Return the app that serves the map's own style."""
    return StaticFiles(directory=Path(regional_news.__file__).parent / "map" / "static")


async def council_names(_request: Request) -> Response:
    """Answer with the names by which a council is found, and what is said beside it.

    {id: [official name, all names folded, type, region's id, since or until when, the ways to
    write its name, its other names]}, the last two folded and divided by "|".
    While there is no data to show, the answer is a problem.
    """
    try:
        gazetteer = (await run_in_threadpool(current_snapshot)).gazetteer
    except DataError as error:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    return JSONResponse(await run_in_threadpool(_names, gazetteer))


def _names(gazetteer: Gazetteer) -> dict[str, list[str]]:
    return {council.id: _told(council) for council in gazetteer}


def _told(council: Council) -> list[str]:
    own: dict[str, None] = {}
    others: dict[str, None] = {}
    for name in names_to_search(council):
        (own if name.own else others)[name.text] = None
    return [
        council.name,
        fold(searchable(council)),
        council.type,
        council.region,
        council.years,
        "|".join(own),
        "|".join(name for name in others if name not in own),
    ]
