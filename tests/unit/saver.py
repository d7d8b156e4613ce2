"""Saves briefs as a process of its own, for tests that kill it or run two at once.

saver.py FOLDER              for each number on standard input, a child saves from there on
                             until it is killed, and tells every save
saver.py FOLDER NAME COUNT   adds COUNT briefs, each again until nobody came in between
"""

import itertools
import os
import sys
from pathlib import Path

from regional_news.desk import open_desk
from regional_news.errors import StaleVersion
from regional_news.model import Brief, PartialDate
from regional_news.store import Store


def brief(name: str, headline: str = "As it was") -> Brief:
    """Return the brief with this name for an id."""
    day = PartialDate(2023)
    return Brief(name, "Echo", day, "london", headline, f"“{name}”, he said.", ("ambridge",))


def save_step(store: Store, step: int) -> None:
    """Add a brief at every even step and change it at the next one."""
    who, version = "Ann", store.version()
    if step % 2 == 0:
        store.append([brief(f"b{step // 2}")], who=who, version=version)
    else:
        store.replace(brief(f"b{step // 2}", "Changed"), who=who, version=version)


def save_until_killed(store: Store, first: int) -> None:
    """Save step by step and tell each step when it is saved."""
    for step in itertools.count(first):
        save_step(store, step)
        sys.stdout.write(f"saved {step}\n")
        sys.stdout.flush()


def have_children_save(folder: Path) -> None:
    """Fork a child for each line of input; the next line waits until it is gone."""
    desk = open_desk(folder)
    Store(folder, desk.names, desk.themes).load()  # what the first use builds, built once for all
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            save_until_killed(Store(folder, desk.names, desk.themes), int(line))
        sys.stdout.write(f"child {child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("gone\n")
        sys.stdout.flush()


def add_many(folder: Path, name: str, count: int) -> None:
    """Add briefs one by one, against whoever else is saving."""
    desk = open_desk(folder)
    store = Store(folder, desk.names, desk.themes)
    for number in range(count):
        saved = False
        while not saved:
            try:
                store.append([brief(f"{name}{number}")], who=name, version=store.version())
                saved = True
            except StaleVersion:
                pass


if __name__ == "__main__":
    where, *rest = sys.argv[1:]
    if rest:
        add_many(Path(where), rest[0], int(rest[1]))
    else:
        have_children_save(Path(where))
