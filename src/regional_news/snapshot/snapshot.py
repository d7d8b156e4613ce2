"""The snapshot: gazetteer, themes, briefs and index of one version, shared by all who read."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.resolver import Resolver
from regional_news.query import BriefFilter, BriefIndex, View, search_terms
from regional_news.query.urls import FilterReader
from regional_news.reference import NOTICE, Reference, open_reference
from regional_news.store import FileStore, RowCodec, Stamp, Store, stamp_of
from regional_news.table.schema import RowProblem
from regional_news.themes import Themes

FILES = ("councils.csv", "themes.toml", "regions.toml", search_terms.FILE, NOTICE)
"""The files that a snapshot is made of, beside what the store holds."""

VIEWS = 16
"""How many views are kept: at a million briefs each takes some ten megabytes."""

THINGS = 64
"""How many other things are kept that many readers are shown: documents of 100 KB among them."""

Made = TypeVar("Made")

Version = tuple[Stamp, ...]
"""The stamps of ``FILES``, and then those of the store."""


@dataclass(frozen=True)
class Snapshot:
    """Everything that answers questions about one version of the data.

    ``learnt`` are the names that were learnt in review, with their councils' ids. ``trouble`` is a
    sentence where newer data could not be read and this is the last good one.
    """

    codec: RowCodec
    learnt: tuple[tuple[str, str], ...]
    index: BriefIndex
    problems: tuple[RowProblem, ...]
    version: Version
    trouble: str = ""

    @property
    def reference(self) -> Reference:
        """The councils, the regions, the themes and what names mean."""
        return self.codec.reference

    @property
    def gazetteer(self) -> Gazetteer:
        """The councils and the regions."""
        return self.reference.gazetteer

    @property
    def resolver(self) -> Resolver:
        """What a council's name means."""
        return self.reference.resolver

    @property
    def themes(self) -> Themes:
        """The themes."""
        return self.reference.themes

    @cached_property
    def filters(self) -> FilterReader:
        """What reads filters from addresses."""
        return FilterReader(self.index)

    @property
    def stored_at(self) -> tuple[Stamp, ...]:
        """The store's stamps when the briefs were loaded."""
        return self.version[len(FILES) :]

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what ``make`` returns, made once for each key while it is among the last few.

        For what all readers are shown alike: ``snapshot.once(("newest",), lambda: newest(index))``.
        """
        found = self._things.get(key)
        if found is None:
            found = self._things[key] = (make(),)
            for oldest in list(self._things)[:-THINGS]:
                self._things.pop(oldest, None)
        return cast("Made", found[0])

    @cached_property
    def _things(self) -> dict[Hashable, tuple[Any]]:
        return {}

    @cached_property
    def _views(self) -> Callable[[BriefFilter], View]:
        return lru_cache(maxsize=VIEWS)(self.index.view)

    def view(self, wanted: BriefFilter) -> View:
        """Return the view of a filter; recent ones are kept, since sessions ask for the same."""
        return self._views(wanted)


def open_snapshot(
    folder: Path, store: Store | None = None, last: Snapshot | None = None
) -> Snapshot:
    """Return the snapshot of a data folder with the briefs of a store, else those in the folder.

    What the ``last`` snapshot knows of names is kept where they have not changed. Raises DataError
    where something cannot be read.
    """
    store = store or FileStore(folder)
    version = version_of(folder, store)
    learnt = store.learnt()
    if last and (last.learnt, last.version[: len(FILES)]) == (learnt, version[: len(FILES)]):
        codec = last.codec
    else:
        codec = RowCodec(open_reference(folder, learnt))
    table = store.load(codec)
    terms = search_terms.load_search_terms(folder / search_terms.FILE, codec.reference)
    index = BriefIndex(table, codec.reference, terms)
    return Snapshot(codec, learnt, index, table.problems, version)


def version_of(folder: Path, store: Store) -> Version:
    """Return what changes whenever a file of the snapshot or the store changes."""
    return (*map(stamp_of, _files(folder)), *store.stamps())


@lru_cache(maxsize=4)
def _files(folder: Path) -> tuple[Path, ...]:
    """Return the files of a snapshot; whoever answers thousands of requests looks at them often."""
    return tuple(folder / name for name in FILES)
