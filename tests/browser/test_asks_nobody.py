"""Whatever anybody asks, the server looks up no name and connects to nobody."""

from pathlib import Path

import pytest
from running_app import running_app
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

HOOK = """
import os, socket, sys

def note(event, arguments):
    if event in ("socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        if event != "socket.connect" or arguments[0].family != getattr(socket, "AF_UNIX", None):
            with open(os.environ["EVENTS"], "a") as file:
                file.write(f"{event} {arguments[1:]}\\n" if "socket." in event else "")

sys.addaudithook(note)
"""
ORIGINS = (
    *("http://evil.example", "https://evil.example:8443", "null", "http://127.0.0.1:1"),
    *("http://8.8.8.8", "http://[::ffff:8.8.8.8]", "file://", "http://localhost.evil.example"),
)


def test_sockets_of_other_pages_are_refused_and_nobody_is_asked(tmp_path: Path) -> None:
    """Streamlit would look up its own outer address for each, in the thread that answers all."""
    hooks, events = tmp_path / "hooks", tmp_path / "events"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(HOOK)
    with running_app(tmp_path, PYTHONPATH=str(hooks), EVENTS=str(events)) as address:
        started = events.read_text().splitlines()
        assert any(line.startswith("socket.bind") for line in started), "the hook sees nothing"
        socket = address.replace("http", "ws", 1) + "/_stcore/stream"
        protocols = [Subprotocol("streamlit")]
        for origin in ORIGINS:
            with pytest.raises(InvalidStatus, match="403"):
                connect(socket, origin=Origin(origin), subprotocols=protocols)
        with connect(socket, origin=Origin(address), subprotocols=protocols):
            pass
        for told in ("X-Forwarded-Host", "Host"):  # a program may name any host, and any twice
            named = {told: "evil.example"}
            origin = Origin("http://evil.example")
            with connect(socket, origin=origin, subprotocols=protocols, additional_headers=named):
                pass
        assert events.read_text().splitlines() == started
