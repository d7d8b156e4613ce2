"""The command that serves the app."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs

import os
import runpy
import signal
import sys
from contextlib import suppress
from typing import Annotated

import typer

from regional_news.cli.program import app
from regional_news.errors import DataError


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8501,
    address: Annotated[str, typer.Option(help="The address to listen on.")] = "localhost",
) -> None:
    """Serve the app until it is stopped."""
    from regional_news.settings import PROJECT, make_word, settings

    settings()  # a mistake in them is told here, in one line
    if not (PROJECT / "app.py").exists():
        raise DataError(f"app.py is not in {PROJECT}; run this from a copy of the whole project.")
    _expect_free(address, port)
    os.chdir(PROJECT)  # where the settings of the server and the pages are
    if word := make_word():
        at = f"http://{address}:{port}"
        typer.echo(f"To add and mend briefs, open {at}/?word={word} (to read only, {at})")
    options = {"server.port": port, "server.address": address}
    sys.argv = ["streamlit", "run", "app.py", *(f"--{k}={v}" for k, v in options.items())]
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: sys.exit(0))  # once the server has shut down
    _bound_http()
    runpy.run_module("streamlit", run_name="__main__")


def _bound_http() -> None:
    """Let uvicorn, which Streamlit starts with what it finds, find HTTP with bounds."""
    from uvicorn.config import HTTP_PROTOCOLS

    HTTP_PROTOCOLS["auto"] = "regional_news.api.bounded_http:BoundedHttp"


def _expect_free(address: str, port: int) -> None:
    """Raise DataError where somebody listens at an address already; all else Streamlit tells."""
    import socket
    from errno import EADDRINUSE

    with suppress(OSError):
        for family, kind, _, _, place in socket.getaddrinfo(address, port, type=socket.SOCK_STREAM):
            with socket.socket(family, kind) as trial:
                if os.name == "posix":  # else what is left of a server that was killed counts, too
                    trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    trial.bind(place)
                except OSError as error:
                    if error.errno == EADDRINUSE:
                        raise DataError(
                            f"Port {port} is taken, perhaps by this app already; stop what listens "
                            f"there, or take another: regional-news serve --port {port + 1}"
                        ) from None
