"""The database finds what the index in memory finds, in the same order."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.unit.store.places import Editor, InPostgres, brief, eventually, opened

from regional_news.atlas import Atlas, open_atlas
from regional_news.errors import DataError
from regional_news.model import Brief
from regional_news.query import BriefFilter
from regional_news.search import WordIndex, words_of
from regional_news.shelf import AtlasShelf
from regional_news.store import open_store
from regional_news.store.postgres import PostgresStore
from regional_news.store.postgres.words import DatabaseWords

TEXTS = st.lists(st.text(alphabet="aAbBéÉŵ ’'-&.,\n£12", max_size=30), min_size=1, max_size=12)
QUERIES = [
    *("sens", "sensor", "SENSORS", "and", "r&d", "mon", "ynys môn", "wi-fi", "caerdydd ar fro"),
    *("ambridge", "felp", "borsetshire sensors", "2", "£2.5", "zzz", "st helens", "'", "a b"),
    *("x" * 550, "\\", "f & a"),
]


@pytest.fixture
def folder(in_postgres: InPostgres) -> Path:
    """Return the folder with the councils."""
    return in_postgres.folder


@pytest.fixture
def searching(in_postgres: InPostgres) -> Iterator[Editor]:
    """Return an editor of a store that finds words itself."""
    store = PostgresStore(in_postgres.address, searches=True)
    yield opened(store, in_postgres.folder)
    store.close()


def some_briefs() -> list[Brief]:
    """Return briefs whose words differ in all that folding levels."""
    texts = (
        ("Sensors go live", "A sensor in Ynys Môn measures R&D for £2.5 million."),
        ("A sensor for Ambridge", "SENSORS, and St. Helens’ wi-fi."),
        ("Caerdydd a’r Fro", "Sensors and more sensors; sensing."),
        ("Wi-Fi", "Nothing of the kind " + "x" * 600),
        ("“…”", "Felpersham & Ambridge"),
    )
    return [
        brief(summary, headline=headline, councils=(("felpersham", "ambridge")[number % 2],))
        for number, (headline, summary) in enumerate(texts)
    ]


def ids(atlas: Atlas, query: str) -> list[str]:
    """Return the ids of the briefs that a search finds, in order."""
    return list(atlas.view(BriefFilter(q=query)).frame["id"])


def test_searches_find_the_same_briefs_in_the_same_order(searching: Editor, folder: Path) -> None:
    """Beginnings of words, councils' names, ranks: nobody can tell who searched."""
    searching.add(*some_briefs())
    by_database = open_atlas(folder, searching.store)
    in_memory = open_atlas(folder, searching.store)
    in_memory.index._words = in_memory.index._word_index
    assert isinstance(by_database.index.search._headlines, DatabaseWords)
    for query in QUERIES:
        assert ids(by_database, query) == ids(in_memory, query), query
    assert len(ids(by_database, "sensor")) == 3


def test_any_words_are_found_alike(searching: Editor) -> None:
    """Whatever stands in a text, and wherever the index puts its row."""
    addresses = searching.store._database.engine

    @settings(max_examples=30)
    @given(texts=TEXTS, mixed=st.randoms(use_true_random=False))
    def alike(texts: list[str], mixed: Random) -> None:
        order = np.array(mixed.sample(range(len(texts)), len(texts)))
        with addresses.begin() as connection:
            connection.execute(text("truncate briefs cascade"))
            rows = [{"headline": each, "summary": "x"} for each in texts]
            connection.execute(
                text("insert into briefs (headline, summary) values (:headline, :summary)"), rows
            )
        found_in = searching.store.words()
        assert found_in
        by_database = found_in("headline", order=order)
        in_memory = WordIndex(pd.Series([texts[number] for number in order], dtype="str"))
        for word in {word for each in texts for word in words_of(each)} | {"a", "zz", "and"}:
            for whole in (False, True):
                found = by_database.rows_with(word, whole=whole)
                assert set(found.tolist()) == set(in_memory.rows_with(word, whole=whole).tolist())

    alike()


def test_words_follow_what_changes(searching: Editor, folder: Path) -> None:
    """Whether the app changed a text or somebody at a console did."""
    searching.add(*some_briefs())
    shelf = AtlasShelf(folder, searching.store)
    assert len(ids(shelf.newest(), "sensors")) == 3
    with searching.store._database.engine.begin() as connection:
        connection.execute(text("update briefs set headline = 'Drones' where headline = 'Wi-Fi'"))
    eventually(lambda: len(ids(shelf.newest(), "drones")) == 1)
    searching.add(brief("Drones count sheep."))
    assert len(ids(shelf.newest(), "drones")) == 2
    searching.store.undo(who="Ann")
    assert len(ids(shelf.newest(), "drones")) == 1


def test_files_cannot_search(tmp_path: Path) -> None:
    """Whoever asks a database that there is not is told which setting to give."""
    with pytest.raises(DataError, match="name one: REGIONAL_NEWS_STORE"):
        open_store("", tmp_path, "database")
