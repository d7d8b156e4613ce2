"""Make .venv and install what a lock file pins, and then the project itself.

    python3 scripts/bootstrap.py [requirements-postgres.lock | requirements-test.lock | …]

Needs nothing but CPython 3.11 or later. Every package is checked against the hash in the lock.
A second run with the same lock and the same pyproject.toml returns at once.
"""

import argparse
import hashlib
import platform
import subprocess
import sys
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
INSTALLED = ENVIRONMENT / "installed"
"""The fingerprint of what was installed last; without it, nothing can be taken for granted."""

LOCKS = (
    "requirements.lock",
    "requirements-postgres.lock",
    "requirements-test.lock",
    "requirements-fit.lock",
    "requirements-bench.lock",
)
"""The locks, each with everything that the one before it holds."""

OLDEST_PYTHON = (3, 11)


def interpreter() -> str:
    """Return the path of the environment's Python."""
    folder, name = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    return str(ENVIRONMENT / folder / name)


def fingerprint(lock: str) -> str:
    """Return a digest of everything that decides what the environment holds."""
    digest = hashlib.sha256(f"{sys.version}\n{platform.machine()}\n{PROJECT}\n".encode())
    for name in (lock, "pyproject.toml"):
        digest.update((PROJECT / name).read_bytes())
    return digest.hexdigest()


def is_installed(lock: str) -> bool:
    """Return whether the environment holds what ``lock`` pins, and perhaps more."""
    if not (INSTALLED.is_file() and works()):
        return False
    enough = LOCKS[LOCKS.index(lock) :]
    return INSTALLED.read_text().strip() in map(fingerprint, enough)


def works() -> bool:
    """Return whether the environment has pip and the same Python as runs this script.

    It may not: upgrades of the system break environments, and others leave pip out.
    """
    asked = [interpreter(), "-c", "import pip, sys; print(sys.version)"]
    try:
        answer = subprocess.run(asked, check=False, capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == sys.version


def make_environment() -> None:
    """Make a fresh environment, unless there is one that works."""
    if works():
        return
    print(f"Making {ENVIRONMENT} with Python {platform.python_version()}", flush=True)
    try:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
    except subprocess.CalledProcessError:
        sys.exit(
            "This Python cannot make an environment with pip. "
            "On Debian and Ubuntu: apt-get install python3-venv, then try again."
        )


def pip_install(*arguments: str) -> None:
    """Run the environment's pip, and stop with its own exit code if it fails."""
    command = [interpreter(), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    done = subprocess.run([*command, *arguments], cwd=PROJECT, check=False)
    if done.returncode:
        print("The packages could not be installed; the reason is above.", file=sys.stderr)
        sys.exit(done.returncode)


def install(lock: str) -> None:
    """Install what ``lock`` pins and then the project, and note that it was done."""
    print(f"Installing the packages in {lock}; the first time takes a minute or two", flush=True)
    INSTALLED.unlink(missing_ok=True)
    pip_install("--require-hashes", "--requirement", lock)
    pip_install("--no-deps", "--no-build-isolation", "--editable", ".")
    INSTALLED.write_text(fingerprint(lock) + "\n")


def main() -> None:
    """Bring the environment up to the lock named on the command line."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        sys.exit(
            f"Python {wanted} or later is needed; this is {platform.python_version()}. "
            f"Name another one: make run PYTHON=python{wanted}"
        )
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lock", nargs="?", choices=LOCKS, default=LOCKS[0])
    lock = parser.parse_args().lock
    if not is_installed(lock):
        make_environment()
        install(lock)


if __name__ == "__main__":
    main()
