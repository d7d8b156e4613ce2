"""The locks pin everything that pyproject.toml asks for, and nothing leaves this machine."""

import re
import socket
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from pytest_socket import SocketConnectBlockedError

PROJECT = Path(__file__).parents[2]
PIN = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\\n((?: +--hash=sha256:[0-9a-f]{64}.*\n)+)", re.MULTILINE
)
LOCKS = {
    "requirements.lock": ("build",),
    "requirements-postgres.lock": ("build", "postgres"),
    "requirements-test.lock": ("build", "postgres", "test", "check"),
    "requirements-fit.lock": ("build", "postgres", "test", "check", "fit"),
    "requirements-bench.lock": ("build", "postgres", "test", "check", "fit", "bench"),
}


def pins(lock: str) -> dict[str, Version]:
    """Return the version of each package that a lock pins with a hash."""
    text = (PROJECT / lock).read_text()
    return {canonicalize_name(name): Version(version) for name, version, _ in PIN.findall(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_declared_dependency_is_pinned_within_its_range(lock: str) -> None:
    """Whoever edits pyproject.toml and forgets the locks is told which package."""
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    groups = declared["dependency-groups"] | declared["project"]["optional-dependencies"]
    wanted = list(declared["project"]["dependencies"])
    for group in LOCKS[lock]:
        wanted += groups[group]
    pinned = pins(lock)
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not pinned: run make lock"
        assert version in requirement.specifier, f"{requirement} is at {version}: run make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_the_lock_names_no_address(lock: str) -> None:
    """The same bytes come from whichever registry a machine uses."""
    text = (PROJECT / lock).read_text()
    assert len(pins(lock)) == len(re.findall(r"^\w", text, re.MULTILINE))
    assert "://" not in text
    assert "index-url" not in text


def test_each_lock_holds_the_one_before_it() -> None:
    """What is tested, and what is measured, is what runs."""
    for smaller, larger in pairwise(LOCKS):
        assert pins(smaller).items() <= pins(larger).items()


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_no_test_reaches_beyond_this_machine() -> None:
    """Sockets to other machines are refused in tests before anything is sent."""
    with socket.socket() as connection, pytest.raises(SocketConnectBlockedError):
        connection.connect(("192.0.2.1", 80))
