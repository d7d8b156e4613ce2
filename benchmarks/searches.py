"""Words in text: ours, pandas, DuckDB, SQLite's FTS5, tantivy. Each returns all rows it finds.

Rows are numbers that a filter can use: counting alone would flatter engines that hand out rows one
by one. Ours also finds councils by their names; here it is asked for words of the text alone.
pandas and DuckDB look for the word inside words, so that they find a little more.
"""

import importlib.util
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
from clock import OURS, Contest, Row
from world import World

from regional_news.query import BriefFilter

SIZES = (10_000, 100_000, 1_000_000)
WORDS: Mapping[str, str] = {
    "a common word": "sensors",
    "a word of every tenth brief": "strategy",
    "a rare word": "",  # a figure that one brief has
    "two words": "sensors strategy",
}

Find = Callable[[str], Any]


def rows(sizes: tuple[int, ...] = SIZES) -> Iterator[Row]:
    """Measure each search at each size."""
    for size in sizes:
        world = World.of(size)
        texts = world.frame["headline"] + " " + world.frame["summary"]
        peers = {"pandas": _pandas, "sqlite fts5": _sqlite, "duckdb": _duckdb, "tantivy": _tantivy}
        missing = [each for each in ("duckdb", "tantivy") if not importlib.util.find_spec(each)]
        finds, built = {}, {}
        for who in (OURS, *(peer for peer in peers if peer not in missing)):
            start = time.perf_counter()
            finds[who] = peers[who](texts) if who in peers else _ours(world)
            built[who] = [time.perf_counter() - start]
        yield from Contest("search", "make ready", size).compared(built, "s")
        for task, words in WORDS.items():
            contest = Contest("search", task, size)
            asked = words or _figure(texts)
            yield from contest.rows({who: _asking(find, asked) for who, find in finds.items()})
            yield from (contest.missing(name) for name in missing)


def _asking(find: Find, words: str) -> Callable[[], Any]:
    return lambda: find(words)


def _figure(texts: "pd.Series[str]") -> str:
    """Return a figure that stands in one brief."""
    return str(texts.iloc[len(texts) // 2]).rsplit("£", 1)[1].rstrip(".")


def _ours(world: World) -> Find:
    _ = world.index.search  # made once for each version of the data
    return lambda words: world.index.view(BriefFilter(q=words)).rows


def _pandas(texts: "pd.Series[str]") -> Find:
    def find(words: str) -> Any:
        masks = [texts.str.contains(word, case=False, regex=False) for word in words.split()]
        return np.logical_and.reduce([mask.to_numpy() for mask in masks])

    return find


def _duckdb(texts: "pd.Series[str]") -> Find:
    import duckdb

    base = duckdb.connect()
    base.register("source", pd.DataFrame({"row": range(len(texts)), "text": texts}))
    base.execute("CREATE TABLE briefs AS SELECT * FROM source")

    def find(words: str) -> Any:
        like = " AND ".join(f"text ILIKE '%{word}%'" for word in words.split())
        return base.execute(f"SELECT row FROM briefs WHERE {like}").fetchnumpy()["row"]  # noqa: S608

    return find


def _sqlite(texts: "pd.Series[str]") -> Find:
    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE VIRTUAL TABLE briefs USING fts5(text, tokenize='unicode61 remove_diacritics 2')"
    )
    base.executemany("INSERT INTO briefs(rowid, text) VALUES (?, ?)", enumerate(texts))

    def find(words: str) -> Any:
        query = " ".join(f'"{word}"*' for word in words.split())
        found = base.execute("SELECT rowid FROM briefs WHERE briefs MATCH ?", (query,)).fetchall()
        return np.array(found)

    return find


def _tantivy(texts: "pd.Series[str]") -> Find:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("row", stored=True, fast=True)
    schema.add_text_field("text")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for row, text in enumerate(texts):
        writer.add_document(tantivy.Document(row=row, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(words: str) -> Any:
        query = index.parse_query(" AND ".join(f"text:{word}" for word in words.split()))
        hits = searcher.search(query, limit=len(texts), count=False).hits
        return searcher.fast_field_values("row", [address for _, address in hits])

    return find
