"""The atlas: gazetteer, themes, briefs and index of one version, shared by all who read.

A process keeps one atlas. When a file under data/ changes, the next reader gets a new one; when
the changed file cannot be read, the last good atlas stays and says what is wrong.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from regional_news.briefs import BriefReader, RowProblem
from regional_news.errors import DataError
from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.names import Names
from regional_news.params import FilterReader
from regional_news.query import BriefFilter, BriefIndex, View
from regional_news.settings import settings
from regional_news.themes import Themes, load_themes

FILES = ("regional_news.csv", "councils.csv", "aliases.csv", "themes.toml", "regions.toml")
"""The files that an atlas is made of."""

WORDS = "index of words"
"""The name of the thread that makes the words ready to be searched."""

VIEWS = 16
"""How many views are kept: at a million briefs each takes some ten megabytes."""

Version = tuple[tuple[int, int, int], ...]


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
    def _views(self) -> Callable[[BriefFilter], View]:
        return lru_cache(maxsize=VIEWS)(self.index.view)

    def view(self, wanted: BriefFilter) -> View:
        """Return the view of a filter; recent ones are kept, since sessions ask for the same."""
        return self._views(wanted)


def open_atlas(folder: Path) -> Atlas:
    """Return the atlas of the data folder; raises DataError where a file cannot be read."""
    version = version_of(folder)
    gazetteer = load_gazetteer(folder)
    names = Names(gazetteer)
    themes = load_themes(folder / "themes.toml")
    table = BriefReader(names, gazetteer.regions, themes).read(folder / "regional_news.csv")
    index = BriefIndex(table.frame, gazetteer, themes)
    return Atlas(gazetteer, names, themes, index, table.problems, version)


def version_of(folder: Path) -> Version:
    """Return what changes whenever a file of the atlas changes: times, sizes and inodes."""
    return tuple(map(_signature, _files(folder)))


class AtlasShelf:
    """Keeps the newest readable atlas of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._atlas: Atlas | None = None

    def newest(self) -> Atlas:
        """Return the atlas of the files as they are now.

        Where they cannot be read, returns the last good one with its ``trouble`` set; raises
        DataError where there never was one.
        """
        version = version_of(self._folder)
        atlas = self._atlas
        if atlas is not None and atlas.version == version:
            return atlas
        with self._lock:
            if self._atlas is None or self._atlas.version != version:
                self._atlas = self._open(version)
            return self._atlas

    def _open(self, version: Version) -> Atlas:
        try:
            atlas = open_atlas(self._folder)
        except DataError as error:
            if self._atlas is None:
                raise
            return replace(self._atlas, version=version, trouble=str(error))
        # The first page needs no words: they are indexed while it is drawn.
        threading.Thread(target=lambda: atlas.index.search, name=WORDS, daemon=True).start()
        return atlas


@lru_cache(maxsize=4)
def shelf(folder: Path) -> AtlasShelf:
    """Return the process's one shelf for a data folder."""
    return AtlasShelf(folder)


def current_atlas() -> Atlas:
    """Return the newest readable atlas of the configured data folder."""
    return shelf(settings().data).newest()


@lru_cache(maxsize=4)
def _files(folder: Path) -> tuple[Path, ...]:
    """Return the files of an atlas; whoever answers thousands of requests looks at them often."""
    return tuple(folder / name for name in FILES)


def _signature(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)
