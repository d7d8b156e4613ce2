"""Whether the app can answer: what a load balancer or a person on call asks."""

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from regional_news.errors import DataError
from regional_news.snapshot.cache import current_snapshot, loaded_snapshot

_NEVER_KEEP = {"Cache-Control": "no-store"}

_NONE = "The briefs cannot be read; the log tells why."
_OLD = "The newest briefs cannot be read; the log tells why."

_OWN = CapacityLimiter(2)
"""Threads of its own to wait for data: who watches waits behind nobody’s long answer."""


async def healthz(_request: Request) -> Response:
    """Answer 200 when the data is loaded, 503 when there is none to show.

    Newer data that cannot be read leaves the last good data up: still 200, with ``trouble``. What
    the trouble is stands in the log, since anybody may ask here and files are the staff's alone.
    """
    try:
        snapshot = loaded_snapshot()
        if snapshot is None:
            snapshot = await to_thread.run_sync(current_snapshot, limiter=_OWN)
    except DataError:
        unready = {"status": "unready", "trouble": _NONE}
        return JSONResponse(unready, status_code=503, headers=_NEVER_KEEP)
    ready = {"status": "ready", "briefs": len(snapshot.index), "councils": len(snapshot.gazetteer)}
    if snapshot.trouble:
        ready["trouble"] = _OLD
    return JSONResponse(ready, headers=_NEVER_KEEP)
