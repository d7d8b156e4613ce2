"""Answers kept in memory while the data stays the same, and not sent to those who have them.

Stands before an app that answers GET. An answer that comes whole is kept, plain and compressed,
under the version of the data and the whole address, host included; a streamed one passes through.
Both carry ``ETag`` and ``Last-Modified``, both become 304 where the reader has them, and both can
be asked for with HEAD.
"""

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regional_news.atlas import Version
from regional_news.errors import DataError

BUDGET = 32 << 20
"""How many bytes the answers that are kept may take, as ``_cost`` counts them."""

_STARTED = time.time()
_OK, _NOT_MODIFIED = 200, 304
_SHORT = 500  # bytes that are not worth compressing
_OVERHEAD = 2048  # bytes that an answer takes beside its address and its body, headers included

Headers = Mapping[bytes, bytes]
Key = tuple[Version, str, bytes, str, bytes]


@dataclass(frozen=True, slots=True)
class Validator:
    """By what a reader tells that an answer is the one they have: its tag and its time."""

    tag: bytes
    since: int

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """The headers that tell the reader; caches must ask before they answer from memory."""
        return [
            (b"etag", b'W/"' + self.tag + b'"'),
            (b"last-modified", formatdate(self.since, usegmt=True).encode()),
            (b"cache-control", b"private, no-cache"),
            (b"vary", b"accept-encoding"),
        ]

    def is_known(self, asked: Headers) -> bool:
        """Return whether a request's headers say that the reader has the answer."""
        if tags := asked.get(b"if-none-match"):
            own = (b"*", b'"' + self.tag + b'"')
            return any(tag.strip().removeprefix(b"W/") in own for tag in tags.split(b","))
        try:
            known = parsedate_to_datetime(asked.get(b"if-modified-since", b"").decode("latin-1"))
        except ValueError:
            return False
        return self.since <= known.timestamp()


@dataclass(slots=True)
class _Answer:
    """A whole answer; ``packed`` is its body compressed, once somebody asked for that."""

    headers: list[tuple[bytes, bytes]]
    body: bytes
    packed: bytes = b""


class KeptAnswers:
    """Answers GET and HEAD for ``app``, from memory where the data is still of one version."""

    def __init__(self, app: ASGIApp, version: Callable[[], Version]) -> None:
        self._app = app
        self._version = version
        self._kept: OrderedDict[Key, tuple[Validator, _Answer]] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what is neither GET nor HEAD goes to the app as it is."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        asked = dict(scope["headers"])
        address = (scope["scheme"], asked.get(b"host", b""), scope["path"], scope["query_string"])
        try:
            key = (self._version(), *address)
        except DataError:  # the app says so, in its own form
            await self._app(scope, receive, send)
            return
        if key in self._kept:
            self._kept.move_to_end(key)
            await _send(scope, asked, *self._kept[key], send)
            return
        streamed = _validator(key[0], repr((key, _STARTED)).encode())
        relay = _Relay(scope, asked, streamed, send)
        try:
            await self._app({**scope, "method": "GET"}, receive, relay)
        except (ClientDisconnect, _Enough):
            if not relay.is_done:
                raise
        if relay.whole is not None:
            validator = _validator(key[0], relay.whole.body)
            self._keep(key, validator, relay.whole)
            await _send(scope, asked, validator, relay.whole, send)

    def _keep(self, key: Key, validator: Validator, answer: _Answer) -> None:
        self._forget(key)  # two readers may have asked at once
        self._kept[key] = (validator, answer)
        self._size += _cost(key, answer)
        while self._size > BUDGET:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: Key) -> None:
        if key in self._kept:
            _, answer = self._kept.pop(key)
            self._size -= _cost(key, answer)


class _Enough(OSError):
    """The reader has all they asked for; a stream need not go on."""


class _Relay:
    """Takes an app's answer: a good one that comes whole is held, every other is passed on."""

    def __init__(self, scope: Scope, asked: Headers, validator: Validator, send: Send) -> None:
        self.whole: _Answer | None = None
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
            self.whole = _Answer(list(self._start["headers"]), message.get("body", b""))
        else:
            await self._begin(self._start, message)
            self._start = None

    async def _begin(self, start: Message, message: Message) -> None:
        """Pass on the start of an answer that is streamed or no good, and its first piece."""
        if start["status"] == _OK:
            start = {**start, "headers": [*start["headers"], *self._validator.headers]}
            if self._validator.is_known(self._asked):
                start = {**start, "status": _NOT_MODIFIED, "headers": self._validator.headers}
        self.is_done = self._is_head or start["status"] == _NOT_MODIFIED
        await self._send(start)
        await self._send({"type": "http.response.body"} if self.is_done else message)
        if self.is_done and message.get("more_body"):
            raise _Enough


async def _send(
    scope: Scope, asked: Headers, validator: Validator, answer: _Answer, send: Send
) -> None:
    """Send a whole answer as this reader can take it."""
    headers, body, status = [*validator.headers], answer.body, _OK
    if validator.is_known(asked):
        status, body = _NOT_MODIFIED, b""
    else:
        headers += [header for header in answer.headers if header[0] != b"content-length"]
        if len(body) >= _SHORT and _takes_gzip(asked):
            if not answer.packed:
                answer.packed = await run_in_threadpool(gzip.compress, body, 6, mtime=0)
            body = answer.packed
            headers.append((b"content-encoding", b"gzip"))
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _takes_gzip(asked: Headers) -> bool:
    """Return whether a reader takes gzip; with a quality of nought they say that they do not."""
    for offer in asked.get(b"accept-encoding", b"").split(b","):
        coding, _, quality = offer.replace(b" ", b"").partition(b";q=")
        if coding in {b"gzip", b"x-gzip"}:
            return quality.strip(b"0.") != b"" or not quality
    return False


def _cost(key: Key, answer: _Answer) -> int:
    """Return how many bytes an answer takes: its address, its body, and that compressed."""
    address = sum(map(len, key[1:]))
    return _OVERHEAD + address + 2 * len(answer.body)


def _validator(version: Version, said: bytes) -> Validator:
    """Return the validator of an answer; neither the data nor the program is older."""
    newest = max((changed for changed, _, _ in version), default=0)
    return Validator(
        hashlib.sha256(said).hexdigest()[:32].encode(),
        int(max(newest / 1e9, _STARTED)),
    )
