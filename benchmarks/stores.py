"""The two stores beside each other: files, and PostgreSQL on the same machine.

The server keeps nothing safe here (no fsync), as files kept in memory; its own processor time does
not count where this process waits for it. At a million briefs each task is measured once.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from clock import Contest, Row
from synthetic import synthetic_briefs
from world import DATA, gazetteer, themes

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from running_postgres import RunningPostgres

from regional_news.model import Brief, PartialDate
from regional_news.query import BriefIndex
from regional_news.query.fulltext import Search
from regional_news.reference import Reference
from regional_news.store import FileStore, RowCodec, Store
from regional_news.store.postgres import PostgresStore
from regional_news.table.schema import FILE_COLUMNS

SIZES = (25, 10_000, 100_000)
FILES = "files"
ISSUE = 13
"""How many briefs an issue has."""

MANY = 1_000_000
WORD = "sensors"

_NUMBERS = count(1)


def rows(sizes: tuple[int, ...] = SIZES) -> Iterator[Row]:
    """Measure both stores at each size."""
    home = Path(tempfile.mkdtemp(prefix="regional-news-stores-"))
    home.chmod(0o755)  # the server may have to run as another user
    try:
        with RunningPostgres(home / "server") as server:
            for size in sizes:
                folder = _folder(home / f"briefs{size}", size)
                base = PostgresStore(server.database(f"briefs{size}"))
                base.fill(folder)
                stores: Mapping[str, Store] = {FILES: FileStore(folder), "postgresql": base}
                yield from _both(size, stores)
                if size == SIZES[0]:
                    other = PostgresStore(server.address(f"briefs{size}"))
                    yield from _seen(size, stores, {FILES: FileStore(folder), "postgresql": other})
                    other.close()
                base.close()
                server.drop(f"briefs{size}")
                shutil.rmtree(folder)
    finally:
        shutil.rmtree(home)


def _folder(folder: Path, size: int) -> Path:
    """Return a data folder with so many briefs."""
    folder.mkdir()
    frame = synthetic_briefs(size, gazetteer(), themes())[list(FILE_COLUMNS)]
    for column in ("councils", "also_mentions", "themes"):
        frame[column] = frame[column].str.replace(" ", "; ", regex=False)
    frame.to_csv(folder / "regional_news.csv", index=False)
    for name in ("councils.csv", "regions.toml", "themes.toml"):
        shutil.copy(DATA / name, folder)
    (folder / "aliases.csv").write_text("alias,council,since,by\n", encoding="utf-8")
    return folder


def _both(size: int, stores: Mapping[str, Store]) -> Iterator[Row]:
    codec = RowCodec(Reference.of(gazetteer(), themes()))
    measured = _once if size >= MANY else _often
    editors = {who: _Editor(store, codec) for who, store in stores.items()}
    tasks: Mapping[str, Callable[[str], Callable[[], Any]]] = {
        "load": lambda who: partial(stores[who].load, codec),
        f"append {ISSUE} briefs": lambda who: editors[who].append,
        "replace a brief": lambda who: editors[who].replace,
    }
    for task, work in tasks.items():
        contestants = {who: work(who) for who in stores}
        yield from measured(Contest("stores", task, size), contestants)
    searches = {who: _search(stores[who], codec) for who in stores}
    finds = {who: _finding(search) for who, search in searches.items()}
    yield from Contest("stores", f"search for “{WORD}”", size).rows(finds, to=FILES)


def _seen(size: int, stores: Mapping[str, Store], others: Mapping[str, Store]) -> Iterator[Row]:
    """Measure how long it takes until another server knows of a save, the save included."""
    codec = RowCodec(Reference.of(gazetteer(), themes()))

    def saving(who: str) -> Callable[[], None]:
        editor, other = _Editor(stores[who], codec), others[who]

        def save() -> None:
            before = other.stamps()
            editor.append()
            while other.stamps() == before:
                time.sleep(0.001)

        return save

    contestants = {who: saving(who) for who in stores}
    task = f"append {ISSUE}, seen by another"
    yield from Contest("stores", task, size).rows(contestants, rounds=50, to=FILES)


def _often(contest: Contest, contestants: Mapping[str, Callable[[], Any]]) -> list[Row]:
    return contest.rows(contestants, rounds=5, patience=20, to=FILES)


def _once(contest: Contest, contestants: Mapping[str, Callable[[], Any]]) -> list[Row]:
    took = {}
    for who, work in contestants.items():
        start = time.perf_counter()
        work()
        took[who] = [(time.perf_counter() - start) * 1000]
    return contest.compared(took, "ms", FILES)


@dataclass(frozen=True)
class _Editor:
    """Somebody who saves: each time what was not there before."""

    store: Store
    codec: RowCodec

    def append(self) -> None:
        """Add the briefs of an issue."""
        first = next(_NUMBERS) * ISSUE
        briefs = [_brief(number) for number in range(first, first + ISSUE)]
        self.store.append(briefs, self.codec, who="Ann", version=self.store.version())

    def replace(self) -> None:
        """Give the first brief another headline."""
        brief = replace(_brief(0), id=f"{0:012}", headline=f"Changed {next(_NUMBERS)}")
        self.store.replace(brief, self.codec, who="Ann", version=self.store.version())


def _brief(number: int) -> Brief:
    date, summary = PartialDate(2023, 4), f"Sensors number {number} watch the river in Leeds."
    return Brief(f"new{number:09}", "New", date, "london", "Sensors", summary, ("leeds",))


def _search(store: Store, codec: RowCodec) -> Search:
    return BriefIndex(store.load(codec), codec.reference).search


def _finding(search: Search) -> Callable[[], Any]:
    return lambda: search.find(WORD)
