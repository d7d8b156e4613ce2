"""Two replicas of the app behind nginx, on this machine: for the tests and for load."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from data_folders import FROZEN, copy_frozen
from nginx import running_nginx
from running_app import HOST, free_port, start, stop, wait_until_it_answers

from regional_news.store import copy_store, store_at


class Replica:
    """One process that serves the app on its port; it may be killed and started again."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.port = free_port()
        self.address = f"http://{HOST}:{self.port}"
        self._printed = folder / f"replica-{self.port}.txt"
        self._environment = environment
        self.start()

    def start(self) -> None:
        """Start the process and return at once."""
        self.server = start(self.port, self._environment, self._printed)

    def wait(self) -> None:
        """Return once the data are loaded; raises AppDied where that does not happen."""
        wait_until_it_answers(f"{self.address}/healthz", self.server, self._printed)

    def kill(self) -> None:
        """End the process as a crash would: it closes nothing and says nothing."""
        self.server.kill()
        self.server.wait()

    def stop(self) -> None:
        """Stop the process as whoever looks after it would."""
        stop(self.server)


@contextmanager
def running_replicas(folder: Path, **variables: str) -> Iterator[tuple[Replica, Replica]]:
    """Run two replicas that share a copy of the data, ``folder / "data"``, and all else.

    ``variables`` are added to their environment.
    """
    data = copy_frozen(folder / "data")
    environment = os.environ | {"REGIONAL_NEWS_DATA": str(data)} | variables
    replicas = Replica(folder, environment), Replica(folder, environment)
    try:
        for replica in replicas:
            replica.wait()
        yield replicas
    finally:
        for replica in replicas:
            replica.stop()


def with_briefs(address: str, data: Path = FROZEN) -> str:
    """Put the briefs of a data folder into an empty database; return its address."""
    copy_store(store_at(str(data)), store_at(address))
    return address


def ports_of(replicas: tuple[Replica, Replica]) -> dict[str, object]:
    """Return the variables of nginx's template that say where the replicas listen."""
    first, second = replicas
    return {
        "NEWS_HOST_1": HOST,
        "NEWS_PORT_1": first.port,
        "NEWS_HOST_2": HOST,
        "NEWS_PORT_2": second.port,
    }


@contextmanager
def behind_nginx(folder: Path, replicas: tuple[Replica, Replica], port: int) -> Iterator[str]:
    """Run nginx on a port before two replicas; give its address."""
    listen = {"NEWS_LISTEN": f"{HOST}:{port}"}
    with running_nginx(folder / "nginx", ports_of(replicas) | listen):
        yield f"http://{HOST}:{port}"
