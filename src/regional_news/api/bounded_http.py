"""HTTP as uvicorn speaks it, with bounds: how much a client may send, and how slowly.

uvicorn waits for ever for the end of a head, for a body, and for a client to take its answer, and
reads heads of any length; nginx in front of it would not. ``regional-news serve`` names this class
to uvicorn, which otherwise runs as always.
"""

import socket
import struct
import sys
from asyncio import TimerHandle, Transport
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_BYTES = 64 << 10
"""How long a head may be: browsers keep cookies of a few kilobytes for a site."""
MOST_HEADERS = 200
MOST_BODY = 32 << 20
"""How many bytes may follow a head: more than any upload that Streamlit takes."""

_REFUSAL = (
    "HTTP/1.1 {status} {phrase}\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n"
    "Content-Length: {length}\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Connection: close\r\n\r\n"
)
_TOO_LONG = "The address or the headers are too long; delete this site's cookies and try again."


_TAKEN = struct.Struct("=120xQ")
"""Where Linux tells in its TCP_INFO (tcp(7)) how many bytes were acknowledged."""


class _TooMuch(Exception):
    """A client sends more than anybody sends in earnest."""


class BoundedHttp(HttpToolsProtocol):
    """One connection, looked at every ``SECONDS``: who kept it waiting meanwhile loses it.

    A head must come whole from one look to the next, a body must bring ``LEAST`` bytes and an
    answer must be taken as fast. While the app itself is at work, nobody is late.
    """

    SECONDS = 20.0
    LEAST = 20_000

    _next_look: TimerHandle | None = None
    _is_in_head = True
    _has_asked = _is_too_long = False
    _sent = 0
    """Bytes that the client sent: of a head while it is in one, else since the last one."""
    _seen: tuple[bool, int, bool, int] = (False, 0, False, 0)
    """What the last look saw: whether a request was awaited, bytes that came, whether some wait to
    be sent, bytes that were taken."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin to look."""
        super().connection_made(transport)
        self._next_look = self.loop.call_later(self.SECONDS, self.look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        self._stop()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        """Look no more: a socket may be silent, and is asked for a sign of life."""
        self._stop()
        super().handle_websocket_upgrade()

    def data_received(self, data: bytes) -> None:
        """Take what comes, as long as it is not too much."""
        super().data_received(data)
        self._sent += len(data)
        if self.transport.is_closing():
            return
        if self._is_in_head and self._sent > MOST_BYTES:
            self._is_too_long = True
            self.send_400_response("")
        elif self._sent > MOST_BODY:
            self.transport.abort()

    def on_message_begin(self) -> None:
        """Begin a head."""
        super().on_message_begin()
        self._is_in_head = True
        self._sent = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header, unless there are too many."""
        super().on_header(name, value)
        self._is_too_long |= len(self.headers) > MOST_HEADERS
        if self._is_too_long:
            raise _TooMuch

    def on_headers_complete(self) -> None:
        """Answer a request, unless its head is too long: it may come whole in one piece."""
        length = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        self._is_too_long = length > MOST_BYTES
        if self._is_too_long:
            raise _TooMuch
        self._is_in_head, self._has_asked, self._sent = False, True, 0
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, or too much of it, and close the connection."""
        status = HTTPStatus.BAD_REQUEST
        if self._is_too_long:
            status, msg = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, _TOO_LONG
        told = {"status": int(status), "phrase": status.phrase, "length": len(msg)}
        self.transport.write(_REFUSAL.format(**told).encode() + msg.encode())
        self.transport.close()

    def look(self) -> None:
        """Close the connection of who kept it waiting; look again later at the others."""
        awaited = self.cycle is None or self.cycle.response_complete
        is_unsent, taken = self.transport.get_write_buffer_size() > 0, _taken(self.transport)
        was_awaited, sent, was_unsent, had_taken = self._seen
        in_body = not awaited and self.cycle.more_body and not self.flow.read_paused
        is_idle = awaited and was_awaited and not is_unsent
        is_slow = in_body and not was_awaited and self._sent - sent < self.LEAST
        is_deaf = is_unsent and was_unsent and taken - had_taken < self.LEAST
        if not self._has_asked and (is_idle or is_slow or is_deaf):
            self.transport.abort()
            return
        self._seen = (awaited, self._sent, is_unsent, taken)
        self._has_asked = False
        self._next_look = self.loop.call_later(self.SECONDS, self.look)

    def _stop(self) -> None:
        if self._next_look:
            self._next_look.cancel()
            self._next_look = None


def _taken(transport: Transport) -> int:
    """Return how many bytes the client has acknowledged.

    Megabytes may wait in the system, which takes more from the server only when a third has gone.
    """
    if sys.platform != "linux":  # then what waits here must get less
        return -transport.get_write_buffer_size()
    line: socket.socket = transport.get_extra_info("socket")
    told = line.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _TAKEN.size)
    (taken,) = _TAKEN.unpack(told)
    return int(taken)
