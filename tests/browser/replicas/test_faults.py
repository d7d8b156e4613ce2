"""What goes wrong behind nginx: the database is away for a while, a replica dies in a crowd."""

import time
from collections.abc import Callable

import pytest
from crowd import Crowd, Tally, kept, load, outcome, save
from socket_session import SocketSession
from tests.browser.replicas.conftest import Service

NOTE = "Until then you see the last data that could be read."
PATIENCE = 60


def eventually(is_so: Callable[[], bool]) -> None:
    """Return once something is so; fail where it is not after a time that is long anywhere."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, f"not after {PATIENCE} seconds"
        time.sleep(0.1)


def is_noted(reader: SocketSession) -> bool:
    """Return whether a reader is told that the data is older than it should be."""
    return any(NOTE in said for said in reader.run().alerts)


def test_readers_keep_their_briefs_while_the_database_is_away(service: Service) -> None:
    """The last good data stays up with a note; a save says that nothing was saved; both recover."""
    tally = Tally()
    with SocketSession(service.address) as reader:
        shown = reader.run(query="region=wales").component("briefs")
        try:
            save(service.address, service.editor(), tally, service.database.stop)
            assert len(tally.refused) == 1
            assert "Nothing was saved" in tally.said[-1]
            eventually(lambda: is_noted(reader))
            assert reader.run(query="region=wales").component("briefs") == shown
            with pytest.raises(LookupError, match="database cannot be reached"):  # nor looked over
                save(service.address, service.editor(), tally)
        finally:
            service.database.start()
    for replica in service.replicas:  # each reads the database anew when it is asked
        with SocketSession(replica.address) as reader:
            eventually(lambda each=reader: not is_noted(each))  # type: ignore[misc]
    save(service.address, service.editor(), tally)
    assert len(tally.confirmed) == 1
    for replica in service.replicas:
        eventually(lambda each=replica: kept(each) == tally.confirmed)  # type: ignore[misc]


def test_a_crowd_loses_nothing_when_a_replica_dies(service: Service) -> None:
    """Readers of the other notice nothing, the others come back; every page and save is right."""
    crowd = Crowd(sessions=8, turns=4, saves=4, editor=service.editor())
    tally = load(service.address, service.replicas, crowd)
    found = outcome(tally, service.replicas)
    assert found["pages drawn"] == 8 * 4
    assert found["saves confirmed"] >= 4
    assert found["connections lost"] > 0
    for what in (
        "wrong rows",
        "pages that failed",
        "connections lost on the other replica",
        "lost saves",
        "saved twice",
        "saved though refused",
    ):
        assert found[what] == 0, (what, tally)
    assert not found["replicas differ"]
