"""Answers kept in memory while the data stays the same, and not sent to those who have them.

A whole answer is kept, plain and compressed, under its whole address, host included, with the
version of the data that it tells. ``CachedResponses`` answers with what is kept before anything
else is asked; ``CachingMiddleware`` fills the cache.
"""

import gzip
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from regional_news.api.caching.etag import HeaderList, Headers, Validator
from regional_news.api.feed_key import key_of
from regional_news.errors import DataError
from regional_news.snapshot.cache import current_version
from regional_news.snapshot.snapshot import Version

BUDGET = 32 << 20
"""How many bytes the answers that are kept may take, as ``_cost`` counts them."""

GLANCE = 0.01
"""Seconds for which a look at the data's version holds: it costs more than finding an answer."""

_OK, _NOT_MODIFIED = 200, 304
_SHORT = 500  # bytes that are not worth compressing
_OVERHEAD = 2048  # bytes that an answer takes beside its address and its body, headers included

Address = tuple[str, bytes, str, bytes]
"""Scheme, host, path and query."""


@dataclass(slots=True)
class Answer:
    """A whole answer; ``packed`` is its body compressed, once somebody asked for that.

    ``headers`` are those of the app but for the length.
    """

    version: Version
    validator: Validator
    headers: HeaderList
    body: bytes
    packed: bytes = b""

    async def send(self, scope: Scope, asked: Headers, send: Send) -> None:
        """Send the answer as this reader can take it."""
        status, body, headers = _OK, self.body, [*self.validator.headers]
        if self.validator.is_known(asked):
            status, body = _NOT_MODIFIED, b""
        else:
            headers += self.headers
            if len(body) >= _SHORT and takes_gzip(asked):
                body = self.packed = self.packed or await run_in_threadpool(packed, body)
                headers.append((b"content-encoding", b"gzip"))
            headers.append((b"content-length", b"%d" % len(body)))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": body})


class ResponseCache:
    """The memory of one server: the newest answer at each address that was asked for lately."""

    def __init__(self, version: Callable[[], Version] = current_version) -> None:
        self._version = version
        self._cache: OrderedDict[Address, Answer] = OrderedDict()
        self._size = 0
        self._seen: Version | None = None
        self._seen_at = -math.inf

    def version(self) -> Version | None:
        """Return the version of the data as it is now, or None where it cannot be told."""
        try:
            return self._version()
        except DataError:
            return None

    def find(self, address: Address) -> Answer | None:
        """Return the answer that is kept for an address, if the data was the same just now."""
        answer = self._cache.get(address)
        if answer is None or answer.version != self._glanced():
            return None
        self._cache.move_to_end(address)
        return answer

    def _glanced(self) -> Version | None:
        now = time.monotonic()
        if now - self._seen_at >= GLANCE:
            self._seen, self._seen_at = self.version(), now
        return self._seen

    def keep(self, address: Address, answer: Answer) -> None:
        """Keep an answer instead of what was kept there; those not asked for make room."""
        self._forget(address)
        self._cache[address] = answer
        self._size += _cost(address, answer)
        while self._size > BUDGET:
            self._forget(next(iter(self._cache)))

    def _forget(self, address: Address) -> None:
        if (answer := self._cache.pop(address, None)) is not None:
            self._size -= _cost(address, answer)


class CachedResponses:
    """Answers what is kept; ``app`` answers the rest."""

    def __init__(self, app: ASGIApp, cache: ResponseCache) -> None:
        self._app = app
        self._cache = cache

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if asks_for_data(scope):
            asked = dict(scope["headers"])
            if answer := self._cache.find(address_of(scope, asked)):
                await answer.send(scope, asked, send)
                return
        await self._app(scope, receive, send)


def asks_for_data(scope: Scope) -> bool:
    """Return whether a request is one whose answer may be kept."""
    return scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}


def address_of(scope: Scope, asked: Headers) -> Address:
    """Return what a request asks for; links in an answer name the host and the key of a feed."""
    query = scope["query_string"] + key_of(scope).encode()
    return (scope["scheme"], asked.get(b"host", b""), scope["path"], query)


def packed(body: bytes) -> bytes:
    """Return a body compressed."""
    return gzip.compress(body, 6, mtime=0)


def takes_gzip(asked: Headers) -> bool:
    """Return whether a reader takes gzip; with a quality of nought they say that they do not."""
    for offer in asked.get(b"accept-encoding", b"").split(b","):
        coding, _, quality = offer.replace(b" ", b"").partition(b";q=")
        if coding in {b"gzip", b"x-gzip"}:
            return quality.strip(b"0.") != b"" or not quality
    return False


def _cost(address: Address, answer: Answer) -> int:
    """Return how many bytes an answer takes: its address, its body, and that compressed."""
    return _OVERHEAD + sum(map(len, address)) + 2 * len(answer.body)
