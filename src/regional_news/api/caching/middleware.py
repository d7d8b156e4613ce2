"""What fills the memory of answers: stands before an app that answers GET.

An answer that comes whole is kept; a streamed one passes through. Both carry ``ETag`` and
``Last-Modified``, both become 304 where the reader has them, and both can be asked for with HEAD.
"""

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regional_news.api.caching.cache import Answer, ResponseCache, address_of, asks_for_data
from regional_news.api.caching.etag import STARTED, HeaderList, Headers, Validator

_OK, _NOT_MODIFIED = 200, 304


class CachingMiddleware:
    """Answers GET and HEAD with what ``app`` answers to GET, and keeps what comes whole."""

    def __init__(self, app: ASGIApp, cache: ResponseCache) -> None:
        self._app = app
        self._cache = cache

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what cannot be kept goes to the app as it is."""
        version = self._cache.version() if asks_for_data(scope) else None
        if version is None:  # where no version can be told, the app says so in its own form
            await self._app(scope, receive, send)
            return
        asked = dict(scope["headers"])
        address = address_of(scope, asked)
        streamed = Validator.of(version, repr((version, address, STARTED)).encode())
        relay = _Relay(scope, asked, streamed, send)
        try:
            await self._app({**scope, "method": "GET"}, receive, relay)
        except (ClientDisconnect, _Enough):
            if not relay.is_done:
                raise
        if relay.whole is not None:
            headers, body = relay.whole
            headers = [header for header in headers if header[0] != b"content-length"]
            answer = Answer(version, Validator.of(version, body), headers, body)
            self._cache.keep(address, answer)
            await answer.send(scope, asked, send)


class _Enough(OSError):
    """The reader has all they asked for; a stream need not go on."""


class _Relay:
    """Takes an app's answer: a good one that comes whole is held, every other is passed on."""

    def __init__(self, scope: Scope, asked: Headers, validator: Validator, send: Send) -> None:
        self.whole: tuple[HeaderList, bytes] | None = None
        self.is_done = False
        self._is_head = scope["method"] == "HEAD"
        self._asked, self._validator, self._send = asked, validator, send
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        """Take one message of the app."""
        if message["type"] == "http.response.start":
            self._start = message
        elif self._start is None:
            await self._send(message)
        elif self._start["status"] == _OK and not message.get("more_body"):
            self.whole = (list(self._start["headers"]), message.get("body", b""))
        else:
            await self._begin(self._start, message)
            self._start = None

    async def _begin(self, start: Message, message: Message) -> None:
        """Pass on the start of an answer that is streamed or no good, and its first piece."""
        told = self._validator.headers
        if start["status"] == _OK:
            start = {**start, "headers": [*start["headers"], *told]}
            if self._validator.is_known(self._asked):
                start = {**start, "status": _NOT_MODIFIED, "headers": [*told]}
        self.is_done = self._is_head or start["status"] == _NOT_MODIFIED
        await self._send(start)
        await self._send({"type": "http.response.body"} if self.is_done else message)
        if self.is_done and message.get("more_body"):
            raise _Enough
