"""Where a test keeps briefs, and somebody who has them open."""

import csv
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from sqlalchemy import select

from regional_news.model import Brief, PartialDate, brief_id
from regional_news.recognition.annotator import open_annotator
from regional_news.store import Change, FileStore, RowCodec, Store, briefs_in
from regional_news.store import change as change_module
from regional_news.store.postgres import PostgresStore
from regional_news.store.postgres.schema import SHEETS
from regional_news.table.schema import FILE_COLUMNS as COLUMNS


def brief(summary: str = "Sensors watch the river.", **values: Any) -> Brief:
    """Return a brief that says ``summary``."""
    region = "west-midlands"
    made = Brief(
        id=brief_id("Echo 1", region, summary),
        issue="Echo 1",
        published=PartialDate(2023, 4),
        region=region,
        headline="Borsetshire looks ahead",
        summary=summary,
        councils=("borsetshire",),
    )
    return replace(made, **values)


@dataclass(frozen=True)
class Editor:
    """Somebody who has a store open, and knows the names that were learnt until then."""

    store: Store
    codec: RowCodec

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """The briefs that are there now."""
        return tuple(briefs_in(self.store.load(self.codec).frame))

    @property
    def doubts(self) -> list[str]:
        """What is in doubt about each brief that is there now."""
        return list(self.store.load(self.codec).frame["doubts"])

    def add(self, *briefs: Brief, who: str = "Ann", version: str = "") -> Change | None:
        """Add briefs as somebody does who has just loaded the page."""
        version = version or self.store.version()
        return self.store.append(briefs, self.codec, who=who, version=version)

    def change(self, changed: Brief) -> Change | None:
        """Give a brief new values."""
        version = self.store.version()
        return self.store.replace(changed, self.codec, who="Ann", version=version)

    def tidy(self, **dates: Any) -> Change | None:
        """Mend what a spreadsheet spoilt."""
        version = self.store.version()
        return self.store.tidy(self.codec, "mended", who="Ann", version=version, **dates)

    def delete(self, brief_id: str, who: str = "Ann") -> Change | None:
        """Remove a brief."""
        return self.store.delete(brief_id, self.codec, who=who, version=self.store.version())

    def learn(self, alias: str, council: str) -> Change | None:
        """Let a name mean a council."""
        version = self.store.version()
        return self.store.learn_alias(alias, council, self.codec, who="Ann", version=version)


class Place(Protocol):
    """A kind of store with a folder of fictional councils beside it."""

    folder: Path
    address: str

    def open(self) -> Editor:
        """Return an editor who knows the councils and the learnt names as they are now."""

    def by_hand(self, before: str, after: str) -> None:
        """Put a text in the place of another wherever it stands in a cell of the briefs."""

    def rows(self, sheet: str) -> Sequence[Sequence[str]]:
        """Return the cells of a sheet as they are written, row by row, without the header."""


def opened(store: Store, folder: Path) -> Editor:
    """Return an editor of a store."""
    annotator = open_annotator(folder, store.learnt())
    return Editor(store, RowCodec(annotator.reference))


@dataclass(frozen=True)
class Files:
    """Briefs in plain files."""

    folder: Path
    address: str = ""

    def open(self) -> Editor:
        """See ``Place``."""
        return opened(FileStore(self.folder), self.folder)

    def by_hand(self, before: str, after: str) -> None:
        """See ``Place``."""
        path = self.folder / "regional_news.csv"
        text = path.read_text(encoding="utf-8").replace(before, after)
        path.write_text(text, encoding="utf-8")

    def rows(self, sheet: str) -> Sequence[Sequence[str]]:
        """See ``Place``."""
        with (self.folder / sheet).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))[1:]


@dataclass(frozen=True)
class InPostgres:
    """Briefs in a PostgreSQL database."""

    folder: Path
    address: str
    store: PostgresStore

    def open(self) -> Editor:
        """See ``Place``."""
        return opened(self.store, self.folder)

    def by_hand(self, before: str, after: str) -> None:
        """See ``Place``."""
        cells = ", ".join(f"{column} = replace({column}, %(old)s, %(new)s)" for column in COLUMNS)
        with psycopg.connect(self.address) as connection:
            changing = f"update briefs set {cells}"  # noqa: S608  the project's own columns
            connection.execute(changing, {"old": before, "new": after})
        eventually(lambda: self.store.version_at(self.store.stamps()) == self.store.version())

    def rows(self, sheet: str) -> Sequence[Sequence[str]]:
        """See ``Place``."""
        asked = select(SHEETS[sheet]).order_by("place")
        with psycopg.connect(self.address) as connection:
            return [list(row[1:]) for row in connection.execute(str(asked)).fetchall()]


def eventually(is_so: Callable[[], bool]) -> None:
    """Return once something is so; fail where it is not in a time that is long for any machine."""
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.01)


def in_year(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    """Let changes be made in a year from now on."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime(year, 5, 4, 12, tzinfo=tz)

    monkeypatch.setattr(change_module, "datetime", Then)
