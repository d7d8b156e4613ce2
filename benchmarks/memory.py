"""The memory of the server: with one reader, and what each further session adds. Linux tells it."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from clock import OURS, Contest, Row
from served import process_at, served
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

SIZES = (25, 100_000)
SESSIONS = 20
QUERIES = ("", "region=wales", "theme=iot_sensors", "q=sensors")
CALM = 3
"""Seconds for which the memory stays the same once nothing is going on."""


def rows() -> Iterator[Row]:
    """Measure at each size."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder, served(Path(folder), size) as address:
            server = process_at(address)
            with ExitStack() as sessions:
                sessions.enter_context(_session(address, ""))
                alone = _settled(server)
                few, many = [_with_more(sessions, address, server) for _ in range(2)]
        yield from Contest("memory", "server, one session", size).compared({OURS: [alone]}, "MB")
        each = {OURS: [(many - few) / SESSIONS]}
        yield from Contest("memory", "a further session", size).compared(each, "MB")


def _with_more(sessions: ExitStack, address: str, server: Path) -> float:
    """Open more sessions and return the memory then; the first ones also fill what all share."""
    for number in range(SESSIONS):
        sessions.enter_context(_session(address, QUERIES[number % len(QUERIES)]))
    return _settled(server)


def _session(address: str, query: str) -> ClientConnection:
    """Open a session as a browser does, and return its socket once the page has been sent."""
    where = address.replace("http", "ws", 1) + "/_stcore/stream"
    session = connect(where, subprotocols=["streamlit"], max_size=None)
    ask = BackMsg()
    ask.rerun_script.query_string = query
    session.send(ask.SerializeToString())
    told = ForwardMsg()
    while told.WhichOneof("type") != "script_finished":
        told.ParseFromString(session.recv(timeout=300))
    return session


def _settled(process: Path) -> float:
    """Return the memory once the words are indexed and what that took has been given back."""
    before = 0.0
    while abs((now := _megabytes(process)) - before) > 1:
        before = now
        time.sleep(CALM)
    return now


def _megabytes(process: Path) -> float:
    status = (process / "status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1000
