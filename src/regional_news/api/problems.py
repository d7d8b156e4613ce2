"""Errors as problem details (RFC 9457): what is wrong, and what would be right."""

import json
from collections.abc import Callable, Coroutine, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from regional_news.errors import DataError

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


async def on_refusal(_request: Request, refusal: Refusal) -> Response:
    """Answer a request that asks for what there is not."""
    return problem(refusal.status, str(refusal), known=refusal.known)


async def on_invalid(_request: Request, error: RequestValidationError) -> Response:
    """Answer a request with a value of the wrong kind; the first such value is named."""
    first = error.errors()[0]
    return problem(HTTPStatus.BAD_REQUEST, f"{first['loc'][-1]}: {first['msg']}.")


async def on_http_error(request: Request, error: HTTPException) -> Response:
    """Answer a request to an address or by a method that there is not."""
    if error.status_code == HTTPStatus.NOT_FOUND:
        return problem(error.status_code, f"There is nothing at {request.url.path}.")
    return problem(
        error.status_code, f"{request.method} is not answered here.", headers=error.headers
    )


async def on_no_data(_request: Request, error: DataError) -> Response:
    """Answer while there is no data to answer from."""
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))


async def on_failure(_request: Request, _error: Exception) -> Response:
    """Answer where the program failed; the server's log has the traceback."""
    detail = "The server could not answer. The fault was logged; please tell whoever runs it."
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail)


Handler = Callable[[Request, Any], Coroutine[Any, Any, Response]]

HANDLERS: dict[int | type[Exception], Handler] = {
    Refusal: on_refusal,
    RequestValidationError: on_invalid,
    HTTPException: on_http_error,
    DataError: on_no_data,
    Exception: on_failure,
}
"""What answers each kind of exception."""
