"""Errors as problem details (RFC 9457): what is wrong, and what would be right."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"

Known = Mapping[str, Sequence[str]]
"""The values that would have been right, by parameter."""


class Refusal(Exception):
    """A request that is answered with a problem; ``known`` lists what would have been right."""

    def __init__(self, status: HTTPStatus, detail: str, known: Known | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.known = known


def problem(
    status: int,
    detail: str,
    *,
    known: Known | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a response with the problem's details."""
    told = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **({"known": known} if known else {}),
    }
    return Response(json.dumps(told, ensure_ascii=False), status, headers, MEDIA_TYPE)
