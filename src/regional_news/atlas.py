"""The atlas: gazetteer, themes, briefs and index of one version, shared by all who read.

A process keeps one atlas. When the store or a file under data/ changes, the next reader gets a new
one; when what changed cannot be read, the last good atlas stays and says what is wrong.
"""

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from regional_news.briefs import RowProblem
from regional_news.errors import DataError
from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.names import Names
from regional_news.params import FilterReader
from regional_news.query import BriefFilter, BriefIndex, View
from regional_news.settings import settings
from regional_news.store import FileStore, Stamp, Store, Wording, open_store, stamp_of
from regional_news.themes import Themes, load_themes

FILES = ("councils.csv", "themes.toml", "regions.toml")
"""The files that an atlas is made of, beside what the store holds."""

WORDS = "index of words"
"""The name of the thread that makes the words ready to be searched."""

VIEWS = 16
"""How many views are kept: at a million briefs each takes some ten megabytes."""

Version = tuple[Stamp, ...]
"""The stamps of ``FILES``, and then those of the store."""


@dataclass(frozen=True)
class Atlas:
    """Everything that answers questions about one version of the data.

    ``trouble`` is a sentence where newer data could not be read and this is the last good one.
    """

    gazetteer: Gazetteer
    names: Names
    themes: Themes
    index: BriefIndex
    problems: tuple[RowProblem, ...]
    version: Version
    trouble: str = ""

    @cached_property
    def filters(self) -> FilterReader:
        """What reads filters from addresses."""
        issues = self.index.column("issue").ids
        return FilterReader(self.names, self.gazetteer.regions, self.themes, issues)

    @cached_property
    def wording(self) -> Wording:
        """What turns briefs into rows of the store."""
        return Wording(self.names, self.themes)

    @property
    def stored_at(self) -> tuple[Stamp, ...]:
        """The store's stamps when the briefs were loaded."""
        return self.version[len(FILES) :]

    @cached_property
    def _views(self) -> Callable[[BriefFilter], View]:
        return lru_cache(maxsize=VIEWS)(self.index.view)

    def view(self, wanted: BriefFilter) -> View:
        """Return the view of a filter; recent ones are kept, since sessions ask for the same."""
        return self._views(wanted)


def open_atlas(folder: Path, store: Store | None = None) -> Atlas:
    """Return the atlas of a data folder with the briefs of a store, else those in the folder.

    Raises DataError where something cannot be read.
    """
    store = store or FileStore(folder)
    version = version_of(folder, store)
    gazetteer = load_gazetteer(folder, store.learnt())
    names = Names(gazetteer)
    themes = load_themes(folder / "themes.toml")
    table = store.load(Wording(names, themes))
    index = BriefIndex(table.frame, gazetteer, themes, store.words())
    return Atlas(gazetteer, names, themes, index, table.problems, version)


def version_of(folder: Path, store: Store) -> Version:
    """Return what changes whenever a file of the atlas or the store changes."""
    return (*map(stamp_of, _files(folder)), *store.stamps())


class AtlasShelf:
    """Keeps the newest readable atlas of a folder and a store."""

    def __init__(self, folder: Path, store: Store | None = None) -> None:
        self._folder = folder
        self._store = store or FileStore(folder)
        self._lock = threading.Lock()
        self._atlas: Atlas | None = None
        self._good: Atlas | None = None

    def version(self) -> Version:
        """Return the version of what an atlas would be made of now."""
        return version_of(self._folder, self._store)

    def newest(self) -> Atlas:
        """Return the atlas of files and store as they are now.

        Where they cannot be read, returns the last good one with its ``trouble`` set; raises
        DataError where there never was one.
        """
        version = self.version()
        atlas = self._atlas
        if atlas is not None and atlas.version == version:
            return atlas
        with self._lock:
            if self._atlas is None or self._atlas.version != version:
                self._atlas = self._open(version)
            return self._atlas

    def _open(self, version: Version) -> Atlas:
        if self._good is not None and self._good.version == version:
            return self._good  # what could not be read is back as it was
        try:
            atlas = self._good = open_atlas(self._folder, self._store)
        except DataError as error:
            if self._good is None:
                raise
            return replace(self._good, version=version, trouble=str(error))
        # The first page needs no words: they are indexed while it is drawn.
        threading.Thread(target=_finish, args=(atlas,), name=WORDS, daemon=True).start()
        return atlas


def _finish(atlas: Atlas) -> None:
    """Make the words ready to be searched, and spare what now lives from being looked through.

    Streamlit collects garbage after each run of a page, in all that the process holds: with
    pandas, folium and the gazetteer that takes longer than the run. What is frozen is left out.
    """
    atlas.index.search  # noqa: B018  made when it is first asked for
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@lru_cache(maxsize=4)
def shelf(folder: Path, address: str = "", search: str = "memory") -> AtlasShelf:
    """Return the process's one shelf for a data folder and the store at an address."""
    return AtlasShelf(folder, open_store(address, folder, search))


def current_atlas() -> Atlas:
    """Return the newest readable atlas of the configured data folder and store."""
    return _configured_shelf().newest()


def current_version() -> Version:
    """Return the version of the data as it is now, without reading it."""
    return _configured_shelf().version()


def _configured_shelf() -> AtlasShelf:
    chosen = settings()
    return shelf(chosen.data, chosen.store.get_secret_value(), chosen.search)


@lru_cache(maxsize=4)
def _files(folder: Path) -> tuple[Path, ...]:
    """Return the files of an atlas; whoever answers thousands of requests looks at them often."""
    return tuple(folder / name for name in FILES)
