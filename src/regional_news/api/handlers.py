"""What each kind of exception is answered with: always a problem, never a traceback."""

from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from regional_news.api.problems import Refusal, problem
from regional_news.errors import DataError


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
