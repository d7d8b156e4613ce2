"""Files that change with a release only, kept in memory and compressed once.

A browser that opens the app for the first time asks for some hundred of them: Streamlit's scripts,
those of the components, the map's. Streamlit would read and send each anew, its own uncompressed
and the components' without a tag by which a browser could tell that it has them.
"""

from dataclasses import replace
from email.utils import parsedate_to_datetime

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regional_news.api.caching.cache import Answer, ResponseCache, asks_for_data, packed
from regional_news.api.caching.etag import HeaderList, Headers, Validator
from regional_news.api.request_context import RequestContext

FILES = (
    *("/static/", "/_stcore/bidi-components/", "/component/", "/vendor/leaflet/"),
    *("/assets/map.css", "/app/static/", "/favicon.png"),
)
"""How the paths of files begin; none of them holds a brief."""

_TEXTS = (b"text/", b"application/javascript", b"application/json", b"image/svg")
_OK = 200
_OWN = {b"content-length", b"etag", b"last-modified", b"cache-control", b"vary", b"accept-ranges"}
_OWN |= {b"set-cookie"}
_CONDITIONS = {b"accept-encoding", b"if-none-match", b"if-modified-since"}


class CachedFiles:
    """Answers with files that ``app`` has sent before; ``app`` answers the rest."""

    def __init__(self, app: ASGIApp, context: RequestContext) -> None:
        self._app = app
        self._context = context
        self._files = ResponseCache(lambda: ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a part of a file is asked of the app."""
        asked = dict(scope["headers"]) if asks_for_data(scope) else {b"range": b""}
        if b"range" in asked or not self._context.path(scope).startswith(FILES):
            await self._app(scope, receive, send)
            return
        address = ("", b"", scope["path"], b"")
        file, is_new = self._files.find(address), False
        if file is None:
            if (file := await self._taken(scope, receive, send)) is None:
                return
            if is_new := self._files.find(address) is None:
                self._files.keep(address, file)
        if not file.packed:  # whoever comes first does not wait for that
            asked.pop(b"accept-encoding", None)
        await file.send(scope, asked, send)
        if is_new and dict(file.headers).get(b"content-type", b"").startswith(_TEXTS):
            file.packed = await run_in_threadpool(packed, file.body)

    async def _taken(self, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """Return the file that the app answers with.

        None where it is another answer, passed on, or where the reader left before it was whole.
        """
        headers = [each for each in scope["headers"] if each[0] not in _CONDITIONS]
        taking = _Taking(send)
        await self._app({**scope, "method": "GET", "headers": headers}, receive, taking)
        if taking.headers is None or not taking.is_whole:
            return None
        own = [each for each in taking.headers if each[0] not in _OWN]
        body = bytes(taking.body)
        return Answer((), _validator(dict(taking.headers), body), own, body)


def _validator(told: Headers, body: bytes) -> Validator:
    """Return the validator of a file.

    A browser that may keep a file for no time that is told asks whether it still holds: the next
    release has another one under its name.
    """
    cache = told.get(b"cache-control", b"")
    cache = cache if not cache or b"max-age" in cache else b"no-cache"
    valid = Validator.of((), body, cache)
    if changed := told.get(b"last-modified"):
        since = parsedate_to_datetime(changed.decode("latin-1")).timestamp()
        valid = replace(valid, since=int(since))
    return valid


class _Taking:
    """Takes a file as the app sends it; passes on whatever else that sends."""

    def __init__(self, send: Send) -> None:
        self.headers: HeaderList | None = None
        self.body = bytearray()
        self.is_whole = False
        self._send = send

    async def __call__(self, message: Message) -> None:
        """Take one message of the app."""
        if message["type"] == "http.response.start" and message["status"] == _OK:
            self.headers = [(name.lower(), value) for name, value in message["headers"]]
        elif self.headers is None:
            await self._send(message)
        else:
            self.body += message.get("body", b"")
            self.is_whole = not message.get("more_body")
