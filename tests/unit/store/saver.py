"""Saves briefs as a process of its own, for tests that kill it or run two at once.

saver.py FOLDER ADDRESS              for each number on standard input, a child saves from there on
                                     until it is killed, and tells every save
saver.py FOLDER ADDRESS NAME COUNT   adds COUNT briefs, each again until nobody came in between
saver.py FOLDER ADDRESS NAME         the first with children, each adding as the second
"""

import itertools
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from regional_news.errors import StaleVersion
from regional_news.model import Brief, PartialDate
from regional_news.recognition.annotator import open_annotator
from regional_news.store import RowCodec, Store, open_store
from regional_news.store.postgres import PostgresStore


def brief(name: str, headline: str = "As it was") -> Brief:
    """Return the brief with this name for an id."""
    day = PartialDate(2023)
    return Brief(name, "Echo", day, "london", headline, f"“{name}”, he said.", ("ambridge",))


def save_step(store: Store, codec: RowCodec, step: int) -> None:
    """Add a brief at every even step and change it at the next one."""
    who, version = "Ann", store.version()
    if step % 2 == 0:
        store.append([brief(f"b{step // 2}")], codec, who=who, version=version)
    else:
        store.replace(brief(f"b{step // 2}", "Changed"), codec, who=who, version=version)


def save_until_killed(store: Store, codec: RowCodec, first: int) -> None:
    """Save step by step and tell each step when it is saved."""
    for step in itertools.count(first):
        save_step(store, codec, step)
        sys.stdout.write(f"saved {step}\n")
        sys.stdout.flush()


def have_children_save(folder: Path, address: str, codec: RowCodec, name: str) -> None:
    """Fork a child for each line of input; the next line waits until it is gone."""
    codec.reader.read(folder / "regional_news.csv")  # what the first use builds, built once
    store = open_store(address, folder)
    store.version()
    if isinstance(store, PostgresStore):
        store.close()  # each child makes a connection of its own, to tables that are up to date
    for line in sys.stdin:
        child = os.fork()
        if child == 0 and name:
            add_many(store, codec, name, itertools.count(int(line)))
        elif child == 0:
            save_until_killed(store, codec, int(line))
        sys.stdout.write(f"child {child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("gone\n")
        sys.stdout.flush()


def add_many(store: Store, codec: RowCodec, name: str, numbers: Iterable[int]) -> None:
    """Add briefs one by one, against whoever else is saving, and tell each that is saved."""
    for number in numbers:
        saved = False
        while not saved:
            version = store.version()
            try:
                store.append([brief(f"{name}{number}")], codec, who=name, version=version)
                saved = True
            except StaleVersion:
                pass
        sys.stdout.write(f"saved {number}\n")
        sys.stdout.flush()
        time.sleep(0.01)  # who waits for the lock looks every so often


if __name__ == "__main__":
    where, at, *rest = sys.argv[1:]
    annotator = open_annotator(Path(where))
    words = RowCodec(annotator.reference)
    if len(rest) > 1:
        add_many(open_store(at, Path(where)), words, rest[0], range(int(rest[1])))
    else:
        have_children_save(Path(where), at, words, "".join(rest))
