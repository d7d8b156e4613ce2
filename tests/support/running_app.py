"""A running copy of the app, for the browser tests and the screenshots."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from data_folders import PROJECT, copy_frozen
from playwright.sync_api import Page

HOST = "127.0.0.1"
PATIENCE = 90
"""Seconds that a start may take on a busy machine."""


class AppDied(RuntimeError):
    """The server stopped, or never answered; the message ends with all that it printed."""


@contextmanager
def running_app(folder: Path, *, base_path: str = "", **variables: str) -> Iterator[str]:
    """Serve the app on a free port with ``folder / "data"``; give its address.

    The frozen data are copied there where nobody put other data before. ``base_path`` is what
    comes before the paths of all pages; ``variables`` are added to the environment. Raises
    AppDied where the server does not last.
    """
    data = folder / "data" if (folder / "data").exists() else copy_frozen(folder / "data")
    environment = os.environ | {"REGIONAL_NEWS_DATA": str(data), "REGIONAL_NEWS_EDITING": "open"}
    environment["REGIONAL_NEWS_WORD"] = ""
    environment["STREAMLIT_SERVER_BASE_URL_PATH"] = base_path
    port, printed = free_port(), folder / "output.txt"
    server = start(port, environment | variables, printed)
    address = f"http://{HOST}:{port}/{base_path}".rstrip("/")
    try:
        wait_until_it_answers(f"{address}/_stcore/health", server, printed)
        yield address
        _expect_alive(server, printed)
    finally:
        stop(server)


def start(port: int, environment: Mapping[str, str], printed: Path) -> subprocess.Popen[bytes]:
    """Start the app as its users do, and return at once; ``printed`` gets what it prints."""
    command = [str(Path(sys.executable).with_name("regional-news")), "serve"]
    command += ["--address", HOST, "--port", str(port)]
    with printed.open("ab") as output:
        return subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=output, stderr=output)


def settle(page: Page) -> None:
    """Wait until the page has been drawn from the newest run of its script."""
    # A run that an interaction asks for begins a moment after it.
    page.wait_for_timeout(200)
    page.wait_for_selector(
        "body:not(:has(#opening)) "
        '[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]',
        timeout=PATIENCE * 1000,
    )


def free_port() -> int:
    """Return the number of a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_it_answers(address: str, server: subprocess.Popen[bytes], printed: Path) -> None:
    """Return once ``server`` answers at ``address``; raises AppDied where it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        _expect_alive(server, printed)
        try:
            with urlopen(address, timeout=5):  # noqa: S310  our own address
                return
        except OSError:  # refused, reset or silent: not there yet
            time.sleep(0.2)
    raise AppDied(f"The app did not answer within {PATIENCE} seconds.{_words(printed)}")


def _expect_alive(server: subprocess.Popen[bytes], printed: Path) -> None:
    if server.poll() is not None:
        raise AppDied(f"The app stopped with exit code {server.returncode}.{_words(printed)}")


def _words(printed: Path) -> str:
    return f" It printed:\n{printed.read_text(errors='replace')}"


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop a server, by force where asking does not help."""
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
