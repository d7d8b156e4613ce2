"""What goes wrong behind nginx: the database is away for a while, a replica dies in a crowd."""

import pytest
from crowd import Crowd, Tally, kept, load, outcome, save
from socket_session import SocketSession, eventually
from tests.browser.replicas.conftest import Service


def test_readers_keep_their_briefs_while_the_database_is_away(service: Service) -> None:
    """The last good data stays up with a note; a save says that nothing was saved; both recover."""
    tally = Tally()
    with SocketSession(service.address) as reader:
        shown = reader.run(query="region=wales").component("briefs")
        try:
            save(service.address, service.editor(), tally, service.database.stop)
            assert len(tally.refused) == 1
            assert "Nothing was saved" in tally.said[-1]
            eventually(reader.is_noted)
            assert reader.run(query="region=wales").component("briefs") == shown
            with pytest.raises(LookupError, match="database cannot be reached"):  # nor looked over
                save(service.address, service.editor(), tally)
        finally:
            service.database.start()
    for replica in service.replicas:  # each reads the database anew when it is asked
        with SocketSession(replica.address) as reader:
            eventually(lambda each=reader: not each.is_noted())  # type: ignore[misc]
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
