"""Programs that tests need beside Python's packages: whether one starts, and how to install it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

PATIENCE = 900
"""Seconds that an installation may take on a slow line."""


def starts(path: str, asking: str = "--version") -> bool:
    """Return whether the program runs: some systems ship a stub, or lack its libraries."""
    try:
        asked = subprocess.run([path, asking], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def install_from_debian(*packages: str) -> bool:
    """Return whether Debian's packages were installed; only root on Debian or Ubuntu can.

    What a package merely recommends stays away: Chromium's would be a hundred, printers included.
    """
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    return run("apt-get", "update") and run(
        "apt-get", "install", "--yes", "--no-install-recommends", *packages
    )


def run(*command: str) -> bool:
    """Return whether the command succeeded; what it prints goes to standard error."""
    print("Running", *command, file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, check=False, stdout=sys.stderr, timeout=PATIENCE, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as trouble:
        print(trouble, file=sys.stderr)
        return False
    return done.returncode == 0


def print_path(
    find: Callable[[], str | None], find_or_install: Callable[[], str | None], advice: str
) -> None:
    """Print the path of a program, only looked for with ``--find``; stop with advice without it."""
    path = find() if "--find" in sys.argv[1:] else find_or_install()
    if path is None:
        sys.exit(advice)
    print(path)
