"""Commands that give the briefs to others: as a file, or served as pages."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002, PLR0913, PLR0917  typer makes options of arguments: switches, and many

import os
import runpy
import signal
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from regional_news.cli.io import write
from regional_news.cli.program import app
from regional_news.errors import DataError, FilterError

Many = list[str] | None


class Format(StrEnum):
    """The formats of a download."""

    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    JSON = "json"
    ATOM = "atom"
    HTML = "html"


@app.command()
def export(
    format_: Annotated[Format, typer.Option("--format", help="The kind of file.")],
    region: Annotated[Many, typer.Option(help="A region; may be repeated.")] = None,
    theme: Annotated[Many, typer.Option(help="A theme; may be repeated.")] = None,
    council: Annotated[Many, typer.Option(help="A council; may be repeated.")] = None,
    issue: Annotated[Many, typer.Option(help="An issue; may be repeated.")] = None,
    q: Annotated[str, typer.Option(help="Words in the brief or in a council's names.")] = "",
    since: Annotated[str, typer.Option(help="Published in or after 2023, 2023-04 …")] = "",
    until: Annotated[str, typer.Option(help="Published in or before 2023, 2023-04 …")] = "",
    mentions: Annotated[bool, typer.Option("--mentions", help="Also councils only named.")] = False,
    past: Annotated[bool, typer.Option("--past", help="Also what predecessors did.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file.")] = None,
) -> None:
    """Write the briefs that a filter leaves, as one file."""
    from regional_news.exports import download
    from regional_news.settings import settings
    from regional_news.snapshot.snapshot import open_snapshot
    from regional_news.store import configured_store

    snapshot = open_snapshot(settings().data, configured_store())
    asked = {"q": [q], "region": region, "theme": theme, "council": council, "issue": issue}
    asked |= {"since": [since], "until": [until], "mentions": [str(mentions)], "past": [str(past)]}
    read = snapshot.filters.read({name: values or () for name, values in asked.items()})
    if read.ignored:
        raise FilterError(f"Nothing answers to {', '.join(read.ignored)}; correct the filter.")
    write(download(snapshot.view(read.wanted), format_.value).chunks(), output)


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8501,
    address: Annotated[str, typer.Option(help="The address to listen on.")] = "localhost",
) -> None:
    """Serve the app until it is stopped."""
    from regional_news.settings import PROJECT, settings

    settings()  # a mistake in them is told here, in one line
    if not (PROJECT / "app.py").exists():
        raise DataError(f"app.py is not in {PROJECT}; run this from a copy of the whole project.")
    _expect_free(address, port)
    os.chdir(PROJECT)  # where the settings of the server and the pages are
    options = {"server.port": port, "server.address": address}
    sys.argv = ["streamlit", "run", "app.py", *(f"--{k}={v}" for k, v in options.items())]
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: sys.exit(0))  # once the server has shut down
    runpy.run_module("streamlit", run_name="__main__")


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
