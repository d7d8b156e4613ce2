"""What a database does beyond the contract: several servers, restarts, migrations, passwords."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from running_postgres import RunningPostgres
from sqlalchemy import Connection, NullPool, create_engine, inspect, text
from tests.unit.store.places import InPostgres, brief, eventually

from regional_news.errors import DataError, StoreError
from regional_news.snapshot.cache import SnapshotCache
from regional_news.store import FileStore, open_store
from regional_news.store.postgres import PostgresStore, database
from regional_news.store.postgres.migrate import configuration, migrate
from regional_news.store.postgres.schema import METADATA


@pytest.fixture
def replica(in_postgres: InPostgres) -> Iterator[PostgresStore]:
    """Return the store of another server over the same database."""
    store = PostgresStore(in_postgres.address)
    yield store
    store.close()


DERIVED = ("bumped_in",)
"""What only the migrations speak of."""


def connection_to(address: str) -> Connection:
    """Return a connection of SQLAlchemy's."""
    return create_engine(
        address.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool
    ).connect()


def test_a_save_on_one_server_shows_on_the_other(
    in_postgres: InPostgres, replica: PostgresStore
) -> None:
    """Both keep a snapshot, and the next question after a while gets the new brief from either."""
    editor = in_postgres.open()
    caches = [SnapshotCache(in_postgres.folder, each) for each in (editor.store, replica)]
    assert [len(cache.newest().index) for cache in caches] == [0, 0]
    editor.add(brief())
    assert len(caches[0].newest().index) == 1, "whoever saves sees it at once"
    eventually(lambda: len(caches[1].newest().index) == 1)


def test_a_change_without_a_notification_is_seen(
    in_postgres: InPostgres, replica: PostgresStore
) -> None:
    """Behind a pool that passes no notifications on, looking once a second finds it."""
    before = replica.stamps()
    with psycopg.connect(in_postgres.address) as connection:
        connection.execute("update state set token = gen_random_uuid()")
    eventually(lambda: replica.stamps() != before)


def test_whoever_signs_out_while_another_does_is_not_missed(
    in_postgres: InPostgres, replica: PostgresStore
) -> None:
    """A server looks only for what came after the last mark that it saw."""
    here = in_postgres.open().store
    assert replica.departed() == frozenset()
    second = threading.Thread(target=here.keep_departed, args=("second",))
    with psycopg.connect(in_postgres.address) as first:
        first.execute("select token from state for update")
        first.execute("insert into departed (mark) values ('first')")
        second.start()
        second.join(timeout=1)
        if not second.is_alive():
            eventually(lambda: "second" in replica.departed())
    second.join()
    eventually(lambda: replica.departed() == {"first", "second"})


def test_questions_do_not_ask_the_database(
    in_postgres: InPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every request asks for the version: it is known in the process."""
    store = in_postgres.store
    cache = SnapshotCache(in_postgres.folder, store)
    snapshot = cache.newest()
    monkeypatch.setattr(store, "_database", None)
    assert cache.newest() is snapshot


def test_a_database_that_restarts_takes_nothing_away(
    postgres: RunningPostgres, in_postgres: InPostgres
) -> None:
    """The last data stays up with a sentence, saves are refused, and both mend by themselves."""
    editor = in_postgres.open()
    editor.add(brief("One."))
    loaded = editor.store.version()
    cache = SnapshotCache(in_postgres.folder, editor.store)
    before = cache.newest()
    postgres.stop()
    try:
        eventually(lambda: bool(cache.newest().trouble))
        assert cache.newest().trouble.startswith("The database cannot be reached")
        assert len(cache.newest().index) == 1
        with pytest.raises(StoreError, match=r"^Nothing was saved\. The database cannot be"):
            editor.add(brief("Two."), version=loaded)
    finally:
        postgres.start()
    eventually(lambda: not cache.newest().trouble)
    assert cache.newest() is before, "what did not change is not read again"
    editor.add(brief("Two."), version=loaded)
    assert len(cache.newest().index) == 2


def test_without_a_database_there_is_no_data(in_postgres: InPostgres) -> None:
    """A server that starts before its database says so, and nothing hangs."""
    store = PostgresStore("postgresql://editor:secret@127.0.0.1:1/briefs")
    with pytest.raises(DataError, match="cannot be reached"):
        SnapshotCache(in_postgres.folder, store).newest()
    store.close()


def test_a_connection_that_breaks_while_it_saves_leaves_it_open(
    in_postgres: InPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can know whether it was saved, nobody says that it was not."""

    def broken(_: Connection) -> None:
        raise psycopg.OperationalError("the server went away")

    editor = in_postgres.open()
    monkeypatch.setattr(Connection, "commit", broken)
    with pytest.raises(StoreError, match="It is not known whether this was saved"):
        editor.add(brief())


def test_waiting_for_somebody_who_saves_has_an_end(
    in_postgres: InPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A transaction that somebody left open at a console does not hang the editors."""
    editor = in_postgres.open()
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    with psycopg.connect(in_postgres.address) as connection:
        connection.execute("update briefs set headline = 'New'")
        with pytest.raises(StoreError, match="Somebody else is saving; try again in a minute"):
            editor.add(brief())


def test_a_database_that_takes_too_long_is_told(
    in_postgres: InPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither readers nor editors wait for ever, and the sentence says what to do."""
    short = database._CONNECT | {"options": "-c statement_timeout=200ms"}
    monkeypatch.setattr(database, "_CONNECT", short)
    store = PostgresStore(in_postgres.address)
    with (
        pytest.raises(DataError, match="The database takes too long to answer"),
        store._database.reading() as connection,
    ):
        connection.execute(text("select pg_sleep(30)"))
    with (
        pytest.raises(StoreError, match=r"^Nothing was saved\. The database takes too long"),
        store._database.writing() as connection,
    ):
        connection.execute(text("select pg_sleep(30)"))
    store.close()


def test_a_database_without_room_is_told(in_postgres: InPostgres) -> None:
    """Nothing was saved, and somebody has to make room; then it is saved."""
    editor = in_postgres.open()
    editor.add(brief("One."))
    with psycopg.connect(in_postgres.address, autocommit=True) as connection:
        connection.execute(_FULL)
        with pytest.raises(StoreError, match=r"^Nothing was saved\. The database has no room left"):
            editor.add(brief("Two."))
        connection.execute("drop function has_no_room cascade")
    editor.add(brief("Two."))
    assert [each.summary for each in editor.briefs] == ["One.", "Two."]


_FULL = """
create function has_no_room() returns trigger language plpgsql as
$$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
create trigger has_no_room before insert on journal execute function has_no_room();
"""


def test_text_that_the_database_cannot_keep_is_told(in_postgres: InPostgres) -> None:
    """A zero byte or half a character from a pasted page is a sentence, not a traceback."""
    editor = in_postgres.open()
    for character in ("\0", "\ud800"):
        with pytest.raises(StoreError, match="a character that the database cannot keep"):
            editor.add(brief(headline=f"Sensors{character}"))
    assert editor.briefs == ()


@pytest.mark.parametrize(
    "address",
    [
        "hunter2",
        "mysql://ann:hunter2@localhost/briefs",
        "postgresql://ann:hunter2@localhost:port/briefs",
        "postgresql://ann:hunter2@localhost/briefs?colour=red",
        "postgresql://ann:hunter2@[::/briefs",
    ],
)
def test_an_address_that_is_none_is_told_without_it(address: str, tmp_path: Path) -> None:
    """The sentence says what one looks like."""
    with pytest.raises(DataError, match="must look like postgresql://") as caught:
        open_store(address, tmp_path)
    assert "hunter2" not in str(caught.value)


def test_a_password_is_told_nobody(
    in_postgres: InPostgres, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither readers nor the log see it where connecting fails."""
    store = PostgresStore("postgresql://hunter2:hunter2@127.0.0.1:1/hunter2")
    with caplog.at_level(logging.DEBUG), pytest.raises(DataError) as caught:
        store.version()
    assert "hunter2" not in str(caught.value) + caplog.text
    assert "refused" in caplog.text
    assert "secret" not in repr(in_postgres.open().store)


def test_without_the_packages_it_is_told_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are an extra: who keeps files installs nothing."""
    for name in [name for name in sys.modules if name.startswith("regional_news.store.postgres")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    assert isinstance(open_store("", tmp_path), FileStore)
    with pytest.raises(DataError, match="needs the package sqlalchemy: pip install"):
        open_store("postgresql://host/name", tmp_path)


def test_migrations_make_the_tables_that_the_code_speaks_of(database: str) -> None:
    """Down and up again leaves the same; nothing is in the code alone."""
    with connection_to(database) as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        migrate(connection)
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: name not in DERIVED}
        )
        differences = [
            each for each in compare_metadata(context, METADATA) if each[0] != "remove_index"
        ]
    assert differences == []


def test_a_database_that_searched_words_is_brought_up_and_down(database: str) -> None:
    """The words that the database once found go with an upgrade, and come back on the way down."""
    with connection_to(database) as connection:
        config = configuration()
        config.attributes["connection"] = connection
        assert not inspect(connection).has_table("brief_words")
        command.downgrade(config, "0002")
        assert inspect(connection).has_table("brief_words")
        migrate(connection)
        assert not inspect(connection).has_table("brief_words")


def test_servers_that_start_at_once_migrate_once(postgres: RunningPostgres) -> None:
    """The first makes the tables, the others wait for it."""
    address = postgres.database("empty")
    stores = [PostgresStore(address) for _ in range(4)]
    versions: list[str] = []
    threads = [
        threading.Thread(target=lambda store=store: versions.append(store.version()))
        for store in stores
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(versions) == 4
    assert len(set(versions)) == 1
    for store in stores:
        store.close()
    postgres.drop("empty")


def test_the_tables_of_a_newer_version_are_left_alone(database: str, borsetshire: Path) -> None:
    """An old server beside a new database says what to do."""
    with psycopg.connect(database) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    store = PostgresStore(database)
    with pytest.raises(DataError, match="newer version of the app; install that version"):
        SnapshotCache(borsetshire, store).newest()
    with pytest.raises(StoreError, match="newer version of the app; install that version"):
        store.undo(who="Ann")
    store.close()
