"""The map's own files, served from the installed package: no browser asks a third party."""

from os import PathLike, stat_result
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from xstatic.pkg import leaflet as package  # type: ignore[import-untyped]

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
