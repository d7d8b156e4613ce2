"""A geocoding service on this machine, for the tests of what asks one."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

AMBRIDGE = {"lat": "52.2", "lon": "-2.1", "display_name": "Ambridge, Borsetshire, England"}


class Service:
    """A Nominatim service on this machine that answers what the test sets."""

    def __init__(self) -> None:
        self.answer: Any = [AMBRIDGE]
        self.status = 200
        self.headers: dict[str, str] = {}
        self.delay = 0.0
        self.requests: list[tuple[str, dict[str, list[str]], str]] = []

    @contextmanager
    def running(self) -> Iterator[str]:
        """Serve on a free port while the context lasts; yields the address."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/nominatim"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                address = urlsplit(self.path)
                agent = self.headers["User-Agent"]
                service.requests.append((address.path, parse_qs(address.query), agent))
                time.sleep(service.delay)
                self.send_response(service.status)
                for name, value in service.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                with suppress(BrokenPipeError):  # the client that gave up
                    self.wfile.write(json.dumps(service.answer).encode())

            def log_message(self, *_: object) -> None:
                """Keep the test's output clean."""

        return Handler
